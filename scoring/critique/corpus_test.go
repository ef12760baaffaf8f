package critique_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/scoring/critique/prose"
)

// today is the day of the corpus.
var today = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// letter is a message of the corpus with the findings that a person expects of it.
//
//	=== its name
//	to: mira              whom of testdata/people.txt; nobody is known without
//	channel: message      e-mail without
//	before: …             what was sent to her before; answered: … what she wrote back
//	sign: de              adds a signature with all that the law asks for; notice: de only the notice
//	subject: …
//
//	the message
//	--- expected
//	E no-resume: your CV  severity, rule, and the core of the words that break it
//	W value               where something is missing there are none
type letter struct {
	name   string
	where  string
	fields map[string]string
	body   string
	want   []expected
}

type expected struct{ severity, rule, text string }

func (e expected) String() string {
	return strings.TrimSuffix(fmt.Sprintf("%s %s: %s", e.severity, e.rule, e.text), ": ")
}

// letters reads the messages of a folder.
func letters(tb testing.TB, folder string) (all []letter) {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no messages in %s: %v", folder, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for text := range strings.SplitSeq("\n"+string(data), "\n=== ") {
			if strings.TrimSpace(text) == "" {
				continue
			}
			l, err := parseLetter(text)
			if err != nil {
				tb.Fatalf("%s: %v", file, err)
			}
			l.where = strings.TrimSuffix(filepath.Base(file), ".txt")
			all = append(all, l)
		}
	}
	return all
}

func parseLetter(text string) (letter, error) {
	text, wants, ok := strings.Cut(text, "\n--- expected")
	name, rest, _ := strings.Cut(text, "\n")
	head, body, both := strings.Cut(rest, "\n\n")
	l := letter{name: name, fields: map[string]string{}, body: body}
	if !ok || !both {
		return l, fmt.Errorf("%q is not whole", name)
	}
	for line := range strings.SplitSeq(head, "\n") {
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			return l, fmt.Errorf("%q: %q is no field", name, line)
		}
		l.fields[key] = strings.TrimSpace(value)
	}
	for i, line := range strings.Split(wants, "\n") {
		switch sev, what, ok := strings.Cut(line, " "); {
		case ok && len(sev) == 1 && strings.Contains("EWI", sev):
			rule, text, _ := strings.Cut(what, ": ")
			l.want = append(l.want, expected{sev, rule, text})
		case i > 0 && line != "" && len(l.want) > 0: // the text goes on
			l.want[len(l.want)-1].text += "\n" + line
		}
	}
	return l, nil
}

// signatures have everything that the law asks for; notices only where the data came
// from.
var signatures = map[string]string{
	"en": "\n\nBest,\nTom\n\nTom Hale, Tidewater Talent, 4 Quay Row, Dublin\nI found you through your public profile; what we keep and why: tidewater.example/privacy. Reply \"stop\" and I will not write again.\n",
	"de": "\n\nViele Grüße\nTom Hale\n\nTidewater Talent, Hafenstraße 4, 20457 Hamburg\nIhre Daten stammen aus Ihrem öffentlichen Profil; was wir speichern und warum: tidewater.example/datenschutz. Eine Antwort mit „Stopp“ genügt, dann schreibe ich nicht wieder.\n",
	"fr": "\n\nBien cordialement,\nTom Hale\n\nTidewater Talent, 12 rue du Port, 69002 Lyon\nJ'ai trouvé vos coordonnées sur votre page publique ; ce que nous conservons et pourquoi : tidewater.example/confidentialite. Répondez « stop » et je ne vous écrirai plus.\n",
	"es": "\n\nUn saludo,\nTom Hale\n\nTidewater Talent, Calle del Puerto 4, 08003 Barcelona\nEncontré tus datos en tu perfil público; qué guardamos y por qué: tidewater.example/privacidad. Responde «stop» y no volveré a escribirte.\n",
}

var notices = map[string]string{
	"en": "\n\nI found you through your public profile; what we keep and why: tidewater.example/privacy\n",
	"de": "\n\nDeine Daten stammen aus deinem öffentlichen Profil; was wir speichern und warum: tidewater.example/datenschutz\n",
	"fr": "\n\nJ'ai trouvé vos coordonnées sur votre page publique ; ce que nous conservons et pourquoi : tidewater.example/confidentialite\n",
	"es": "\n\nEncontré tus datos en tu perfil público; qué guardamos y por qué: tidewater.example/privacidad\n",
}

// draft is the message as it would go out.
func (l *letter) draft() critique.Draft {
	body := l.body
	if s := l.fields["sign"]; s != "" && s != "none" {
		body += signatures[s]
	}
	if s := l.fields["notice"]; s != "" {
		body += notices[s]
	}
	channel := model.Channel(l.fields["channel"])
	if channel == "" {
		channel = model.Email
	}
	return critique.Draft{Channel: channel, Subject: l.fields["subject"], Body: body, Lang: prose.Lang(l.fields["lang"])}
}

// about is what is known of whom it goes to.
func (l *letter) about(w *world) critique.About {
	a := critique.About{Now: today, Gate: l.fields["gate"], OpenToWork: l.fields["open"] != "", FollowUp: l.fields["follow-up"] != ""}
	if to := l.fields["to"]; to != "" {
		p := *w.people[to]
		p.Outreach.State = model.State(l.fields["state"])
		a.Person = &p
	}
	for i, at := range []struct {
		field string
		way   model.Direction
	}{{"before", model.Outbound}, {"answered", model.Inbound}} {
		if text := l.fields[at.field]; text != "" {
			a.Touches = append(a.Touches, model.Touch{At: today.AddDate(0, 0, i-7), Direction: at.way, Channel: model.Email, Body: text})
		}
	}
	return a
}

// read has the message read as the program would.
func (l *letter) read(w *world) critique.Report {
	about := l.about(w)
	if about.Person == nil {
		return critique.Read(l.draft(), about, nil)
	}
	return critique.Read(l.draft(), about, w)
}

// compare matches findings with what was expected, and returns what is left of each.
// A finding is the expected one if rule and severity are the same and the words
// expected are among those found, or a part of both is.
func compare(d critique.Draft, r critique.Report, want []expected) (extra, missed []expected) {
	missed = slices.Clone(want)
	for _, f := range r.Findings {
		i := slices.IndexFunc(missed, func(e expected) bool {
			return e.severity == f.Severity.String() && e.rule == f.Rule &&
				(e.text == "" || overlaps(d, f, e.text))
		})
		if i < 0 {
			extra = append(extra, expected{f.Severity.String(), f.Rule, f.Text})
			continue
		}
		missed = slices.Delete(missed, i, i+1)
	}
	return extra, missed
}

// overlaps reports whether a text stands where a finding is, or with a part of it.
func overlaps(d critique.Draft, f critique.Finding, text string) bool {
	source := d.Body
	if f.Place == critique.Subject {
		source = d.Subject
	}
	for at := 0; ; at++ {
		i := strings.Index(source[at:], text)
		if i < 0 {
			return false
		}
		if at += i; at < f.End && f.Start < at+len(text) {
			return true
		}
	}
}

// Every message of the corpus has the findings that a person expected before the
// rules were run, and no others.
func TestCorpus(t *testing.T) {
	w := readWorld(t)
	all := letters(t, "corpus")
	if len(all) < 100 {
		t.Errorf("%d messages are few", len(all))
	}
	for _, l := range all {
		t.Run(l.where+"/"+l.name, func(t *testing.T) {
			r := l.read(w)
			extra, missed := compare(l.draft(), r, l.want)
			for _, e := range extra {
				t.Errorf("false alarm: %s", e)
			}
			for _, e := range missed {
				t.Errorf("missed: %s", e)
			}
		})
	}
}

// world is everyone of testdata/people.txt, as what drafts are compared with: counted
// one by one.
type world struct {
	people map[string]*model.Person
	sent   []sentTo

	said                   map[critique.Term]int
	called, given, employs map[critique.Name]int
}

type sentTo struct {
	person *model.Person
	grams  []critique.Gram
}

// count counts what is said of everyone.
func (w *world) count() {
	w.said, w.called, w.given, w.employs = map[critique.Term]int{}, map[critique.Name]int{}, map[critique.Name]int{}, map[critique.Name]int{}
	for _, p := range w.people {
		terms := map[critique.Term]bool{}
		for _, term := range critique.Terms(nil, p) {
			terms[term] = true
		}
		for term := range terms {
			w.said[term]++
		}
		w.called[critique.NameOf(p.Name)]++
		w.given[critique.NameOf(strings.Fields(p.Name)[0])]++
		for _, pos := range p.Positions {
			if pos.Open(today) {
				w.employs[critique.NameOf(model.CompanyKey(pos.Company))]++
			}
		}
	}
}

func (w *world) Said(term critique.Term) (people, of int) { return w.said[term], len(w.people) }

func (w *world) Called(name critique.Name) int { return w.called[name] }

func (w *world) Given(name critique.Name) int { return w.given[name] }

func (w *world) Employs(company critique.Name) int { return w.employs[company] }

func (w *world) Nearest(grams []critique.Gram, _ int, not model.PersonID) (near critique.Near) {
	for _, s := range w.sent {
		if s.person.ID == not {
			continue
		}
		shared := 0
		for _, g := range grams {
			if slices.Contains(s.grams, g) {
				shared++
			}
		}
		if shared > near.Shared {
			near = critique.Near{Person: s.person.ID, Shared: shared}
		}
	}
	return near
}

func readWorld(tb testing.TB) *world {
	tb.Helper()
	w := &world{people: map[string]*model.Person{}}
	var p *model.Person
	for line := range strings.Lines(file(tb, "people.txt")) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "person "); ok {
			p = &model.Person{ID: model.PersonID(len(w.people) + 1)}
			w.people[name] = p
			continue
		}
		key, value, ok := strings.Cut(line, ": ")
		if !ok || line[0] == '#' {
			continue
		}
		if err := know(p, key, value); err != nil {
			tb.Fatalf("people.txt: %q: %v", line, err)
		}
	}
	w.count()
	for text := range strings.SplitSeq(file(tb, "sent.txt"), "\nto ") {
		if to, body, ok := strings.Cut(text, "\n\n"); ok && w.people[to] != nil {
			w.sent = append(w.sent, sentTo{w.people[to], critique.Grams(nil, body, w.people[to])})
		}
	}
	return w
}

func file(tb testing.TB, name string) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// know adds a line of people.txt to a person.
func know(p *model.Person, key, value string) error {
	parts := strings.Split(value, " | ")
	date := func(i int) model.Date {
		if i >= len(parts) {
			return 0
		}
		d, _ := model.ParseDate(strings.Trim(parts[i], " |"))
		return d
	}
	switch key {
	case "name":
		p.Name = value
	case "place":
		p.Location = value
	case "e-mail":
		p.Contact.Emails = []string{value}
	case "skills":
		p.Skills = strings.Split(value, ", ")
	case "job":
		p.Positions = append(p.Positions, model.Position{Title: parts[0], Company: parts[1], Start: date(2), End: date(3)})
	case "published":
		p.Background.Content = append(p.Background.Content, model.Content{Kind: parts[0], Title: parts[1], Date: date(2)})
	case "connection":
		p.Background.Connections = append(p.Background.Connections, model.Connection{Name: parts[0], How: parts[1]})
	case "research":
		n, err := strconv.Atoi(parts[0])
		if err != nil {
			return err
		}
		p.Outreach.Research[n] = model.Finding{Looked: model.ItemFound, Fact: parts[1], Date: date(2)}
	default:
		return fmt.Errorf("what is %q", key)
	}
	return nil
}
