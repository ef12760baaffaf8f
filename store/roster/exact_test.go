package roster_test

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// plain is a person as the slow search below sees her: it knows nothing of
// pages, rows and folded lines.
type plain struct {
	model.Person
	maps    []string
	signals []model.Signal // on her and on her employer
	news    []model.News   // with her coming in
	score   int
}

// words are the words of a plain text.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// parts are her texts, the first three of which may hold scattered letters.
func (p *plain) parts() map[string][]string {
	job := p.Positions[0]
	return map[string][]string{
		"name": words(p.Name), "title": words(job.Title), "company": words(job.Company), "location": words(p.Location),
		"skill": words(strings.Join(p.Skills, " ")), "tag": words(strings.Join(p.Background.Tags, " ")),
	}
}

// begins reports whether words stand in a text one after the other, the last of
// which may go on.
func begins(text, want []string, whole bool) bool {
	for i := 0; i+len(want) <= len(text); i++ {
		last := len(want) - 1
		if slices.Equal(text[i:i+last], want[:last]) && (text[i+last] == want[last] || !whole && strings.HasPrefix(text[i+last], want[last])) {
			return true
		}
	}
	return false
}

func (p *plain) anywhere(want []string, whole bool) bool {
	for _, text := range p.parts() {
		if begins(text, want, whole) {
			return true
		}
	}
	return false
}

// stands reports whether a word is in a word of hers.
func (p *plain) stands(word string) bool {
	for _, text := range p.parts() {
		if slices.ContainsFunc(text, func(w string) bool { return strings.Contains(w, word) }) {
			return true
		}
	}
	return false
}

// scattered reports whether the letters follow each other in a name, title or
// company, the first at the beginning of a word.
func (p *plain) scattered(word string) bool {
	if len(word) < 3 {
		return false
	}
	parts := p.parts()
	for _, name := range []string{"name", "title", "company"} {
		for i, w := range parts[name] {
			rest := strings.Join(parts[name][i:], "")
			if w[0] != word[0] {
				continue
			}
			for _, c := range word {
				at := strings.IndexRune(rest, c)
				if at < 0 {
					rest = "-"
					break
				}
				rest = rest[at+1:] + "." // never empty
			}
			if rest != "-" {
				return true
			}
		}
	}
	return false
}

// asks is one word of a query, as it is written and what it means.
type asks struct {
	text  string
	word  string // a plain word; "" for a test
	holds func(p *plain) bool
}

// village is a store of people whose data repeat and differ, over three pages.
func village(t *testing.T) (*store.Store, []*plain) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(7, 11))
	pick := func(of ...string) string { return of[rnd.IntN(len(of))] }
	st := storetest.Open(t)
	var all []*plain
	for range 600 {
		p := works(
			pick("Ana", "Bo", "Carla", "Dmitri", "Elif", "Noor")+" "+pick("Reyes", "Kowalski", "Stafford", "Goldsmith", "Ek"),
			pick("Staff Engineer", "Senior Software Engineer", "Data Scientist", "Head of Platform", "Buyer", "VP Sales", "Founder"),
			pick("Acme", "Acme Looms", "Oak Mills", "Company 17", "Company 1701"),
			pick("Berlin, Germany", "Leeds", "Ghent", "", "München", "Palo Alto, CA", "Remote (EMEA)", "Remote - Germany", "IL"),
			pick("Go", "Golang", "Google Cloud"), pick("Kafka", "Figma"),
		)
		p.Background.Tags = []string{pick("alumni", "speaker", "met-2024")}
		p.Positions[0].Start = []model.Date{0, model.Year(2021), model.YearMonth(2022, 5), model.Day(2024, 2, 9)}[rnd.IntN(4)]
		o := &p.Outreach
		o.State = model.State(pick("", string(model.Active), string(model.Nurture), string(model.ReEngage)))
		o.Owner = pick("", "ada", "grace")
		o.Next = []model.Date{0, today(0), today(-3), model.YearMonth(2026, 7)}[rnd.IntN(4)]
		if rnd.IntN(3) == 0 {
			o.LastTouch = storetest.Now().AddDate(0, 0, -rnd.IntN(90))
		}
		if rnd.IntN(5) == 0 {
			o.Lock, o.LockUntil = model.DoNotContact, []model.Date{0, today(-1), today(20)}[rnd.IntN(3)]
		}
		p.Origin.Import = model.ImportID(rnd.IntN(len(arrived) + 1))
		all = append(all, &plain{Person: p})
	}
	settle(t, st, rnd, all)
	return st, all
}

// arrived are the days on which the village's imports came in. The second is the
// newest of its source.
var arrived = []model.Date{model.Day(2026, 1, 31), model.Day(2026, 2, 1), model.Day(2026, 3, 2)}

// inform stores the village's imports and what they have told.
func inform(tx *store.Tx, rnd *rand.Rand, all []*plain) error {
	var errs []error
	for _, day := range arrived {
		errs = append(errs, tx.PutImport(&model.Import{Source: "people.csv", At: day.Time()}))
	}
	errs = append(errs, tx.PutSource(&model.Source{Name: "people", Import: 2}), tx.PutSource(&model.Source{Name: "older", Import: 1}))
	kinds := []model.NewsKind{model.Moved, model.Promoted, model.Gone}
	for _, p := range all {
		if p.Origin.Import != 0 {
			p.news = append(p.news, model.News{Kind: scoring.NewInSource, Import: p.Origin.Import})
		}
		for rnd.IntN(4) == 0 {
			n := model.News{Person: p.ID, Kind: kinds[rnd.IntN(len(kinds))], Import: model.ImportID(1 + rnd.IntN(len(arrived)))}
			errs = append(errs, tx.PutNews(&n))
			p.news = append(p.news, n)
		}
	}
	return errors.Join(errs...)
}

// drawNews asks for a kind of news, or any, by when it was told.
func drawNews(t *rapid.T) asks {
	kind := rapid.SampledFrom([]string{"", "moved", "promoted", "gone", "new", "left"}).Draw(t, "kind")
	op := rapid.SampledFrom([]string{"", "<", "<=", ">", ">=", "="}).Draw(t, "op")
	when := rapid.SampledFrom([]string{"last", "i1", "i3", "i9", "2026-02", "2026-02-01", "2026", "today", "2025"}).Draw(t, "when")
	told := func(by model.ImportID) bool {
		switch id, err := model.ParseImportID(when); {
		case op == "":
			return true
		case when == "last":
			return compare(int(by), 2, op)
		case err == nil:
			return compare(int(by), int(id), op)
		}
		return surely(arrived[by-1], when, op)
	}
	text := "news:" + kind + op + when
	switch {
	case op == "" && kind == "":
		text = "news>=2000"
	case op == "":
		text = "news:" + kind
	case kind == "" && op != "=":
		text = "news" + op + when
	}
	return asks{text: text, holds: func(p *plain) bool {
		return slices.ContainsFunc(p.news, func(n model.News) bool { return (kind == "" || string(n.Kind) == kind) && told(n.Import) })
	}}
}

// settle stores the people with signals and two maps, and judges them.
func settle(t *testing.T, st *store.Store, rnd *rand.Rand, all []*plain) {
	t.Helper()
	people := make([]model.Person, len(all))
	for i := range all {
		people[i] = all[i].Person
	}
	add(t, st, people...)
	maps := []model.Map{{Name: "Platform Berlin"}, {Name: "Design Leeds"}}
	w := scoring.Default()
	_, err := st.Edit(store.By("ada", "test"), func(tx *store.Tx) error {
		at := map[string][]model.Signal{}
		for _, name := range []string{"Acme", "Oak Mills"} {
			id, _ := tx.CompanyByName(name)
			s := model.Signal{Kind: model.Layoffs, Company: id, Date: today(-10), Magnitude: 5}
			at[name] = []model.Signal{s}
			if err := signal(tx, s); err != nil {
				return err
			}
		}
		for i, p := range all {
			var err error
			if p.Person, err = tx.Person(model.PersonID(i + 1)); err != nil {
				return err
			}
			if rnd.IntN(3) == 0 {
				s := model.Signal{Kind: model.OpenToWork, Person: p.ID, Date: today(-rnd.IntN(60))}
				p.signals = append(p.signals, s)
				if err := signal(tx, s); err != nil {
					return err
				}
			}
			p.signals = append(p.signals, at[p.Positions[0].Company]...)
			p.score, _ = w.Score(scoring.FactsOf(&p.Person, storetest.Now()), p.signals, storetest.Now())
			if m := rnd.IntN(8); m < len(maps) {
				p.maps = []string{maps[m].Name}
				maps[m].Entries = append(maps[m].Entries, model.Entry{Person: p.ID})
			}
		}
		return errors.Join(tx.PutMap(&maps[0]), tx.PutMap(&maps[1]), inform(tx, rnd, all))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// draw makes a word of a query up.
func draw(t *rapid.T) asks {
	a := rapid.OneOf(rapid.Custom(drawWord), rapid.Custom(drawText), rapid.Custom(drawFact), rapid.Custom(drawNumber), rapid.Custom(drawPlace), rapid.Custom(drawLevel), rapid.Custom(drawNews)).Draw(t, "word")
	if a.word == "" && a.text[0] != '-' && rapid.IntRange(0, 3).Draw(t, "not") == 0 {
		holds := a.holds
		a.text, a.holds = "-"+a.text, func(p *plain) bool { return !holds(p) }
	}
	return a
}

func drawWord(t *rapid.T) asks {
	w := rapid.SampledFrom([]string{
		"a", "e", "1", "en", "oa", "eng", "staff", "stf", "engineer", "enrgs", "kowalski", "kwl", "acme", "oakmls", "170", "17", "gold", "smith", "zzz", "berlin", "go",
	}).Draw(t, "plain")
	switch rapid.IntRange(0, 4).Draw(t, "kind") {
	case 0:
		return asks{text: `"` + w + `"`, word: "", holds: func(p *plain) bool { return p.anywhere([]string{w}, true) }}
	case 1:
		return asks{text: "-" + w, holds: func(p *plain) bool { return !p.anywhere([]string{w}, false) }}
	}
	return asks{text: w, word: w}
}

func drawText(t *rapid.T) asks {
	field := rapid.SampledFrom([]string{"name", "title", "company", "location", "skill", "tag"}).Draw(t, "field")
	value := rapid.SampledFrom([]string{"staff", "a", "acme", "acme looms", "oak", "company 17", "ek", "go", "google cloud", "berlin", "met 2024", "engineer", "gineer"}).Draw(t, "value")
	op := rapid.SampledFrom([]string{":", "="}).Draw(t, "op")
	return asks{text: fmt.Sprintf("%s%s%q", field, op, value), holds: func(p *plain) bool {
		return begins(p.parts()[field], words(value), op == "=")
	}}
}

func drawFact(t *rapid.T) asks {
	signalled := func(k model.SignalKind) func(p *plain) bool {
		return func(p *plain) bool {
			return slices.ContainsFunc(p.signals, func(s model.Signal) bool { return s.Kind == k })
		}
	}
	return rapid.SampledFrom([]asks{
		{text: "state:nurture", holds: func(p *plain) bool { return p.Outreach.State == model.Nurture }},
		{text: "state:ma", holds: func(p *plain) bool { return p.Outreach.State == "" }},
		{text: "state=re-engage", holds: func(p *plain) bool { return p.Outreach.State == model.ReEngage }},
		{text: "owner:me", holds: func(p *plain) bool { return p.Outreach.Owner == "ada" }},
		{text: "owner:GRACE", holds: func(p *plain) bool { return p.Outreach.Owner == "grace" }},
		{text: "map:berlin", holds: func(p *plain) bool { return slices.Contains(p.maps, "Platform Berlin") }},
		{text: "map:m2", holds: func(p *plain) bool { return slices.Contains(p.maps, "Design Leeds") }},
		{text: "signal:layoffs", holds: signalled(model.Layoffs)},
		{text: "signal:open", holds: signalled(model.OpenToWork)},
		{text: "contacted", holds: func(p *plain) bool { return !p.Outreach.LastTouch.IsZero() }},
		{text: "locked", holds: func(p *plain) bool {
			return p.Outreach.Lock != "" && (p.Outreach.LockUntil == 0 || p.Outreach.LockUntil >= today(0))
		}},
		{text: "lock:do", holds: func(p *plain) bool { return p.Outreach.Lock == model.DoNotContact }},
	}).Draw(t, "fact")
}

func drawNumber(t *rapid.T) asks {
	op := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "="}).Draw(t, "op")
	if rapid.Bool().Draw(t, "score") {
		n := rapid.IntRange(0, 100).Draw(t, "points")
		return asks{text: "receptivity" + op + strconv.Itoa(n), holds: func(p *plain) bool { return compare(p.score, n, op) }}
	}
	field := rapid.SampledFrom([]string{"since", "next"}).Draw(t, "field")
	day := rapid.SampledFrom([]string{"2021", "2022-05", "2024-02-09", "2024-02-10", "2026-03", "today"}).Draw(t, "day")
	return asks{text: field + op + day, holds: func(p *plain) bool {
		d := p.Outreach.Next
		if field == "since" {
			d = p.Positions[0].Start
		}
		return surely(d, day, op)
	}}
}

// drawPlace asks for an area; who is in it was looked up in an atlas.
func drawPlace(t *rapid.T) asks {
	const berlin, remote = "Berlin, Germany", "Remote - Germany"
	german := []string{berlin, "München", remote}
	european := append([]string{"Leeds", "Ghent"}, german...)
	in := map[string][]string{
		"germany": german, "de": german, "dach": german, "munich": {"München"}, "Bayern": {"München"}, "berlin": {berlin},
		"eu": append([]string{"Ghent"}, german...), "europe": european, "emea": append([]string{"Remote (EMEA)"}, european...),
		"benelux": {"Ghent"}, "uk": {"Leeds"}, "bay area": {"Palo Alto, CA"}, "california": {"Palo Alto, CA"}, "usa": {"Palo Alto, CA"},
		"remote": {"Remote (EMEA)", remote}, "remote germany": {remote}, "nordics": nil, "il": {"IL"}, "israel": nil, "mun": {"München"}, "lee": {"Leeds"},
	}
	area := rapid.SampledFrom(slices.Sorted(maps.Keys(in))).Draw(t, "area")
	return asks{text: fmt.Sprintf("location:%q", area), holds: func(p *plain) bool { return slices.Contains(in[area], p.Location) }}
}

// drawLevel compares the village's titles with a rung.
func drawLevel(t *rapid.T) asks {
	rung := map[string]int{"mid": 3, "senior": 4, "staff": 5, "lead": 5, "manager": 6, "head": 7, "director": 8, "vp": 9}
	of := map[string]string{
		"Staff Engineer": "staff", "Senior Software Engineer": "senior", "Data Scientist": "mid", "Head of Platform": "head", "Buyer": "mid", "VP Sales": "vp",
	}
	op := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "=", ":"}).Draw(t, "op")
	name := rapid.SampledFrom(slices.Sorted(maps.Keys(rung))).Draw(t, "rung")
	return asks{text: "level" + op + name, holds: func(p *plain) bool {
		at, ok := rung[of[p.Positions[0].Title]]
		return ok && compare(at, rung[name], strings.Replace(op, ":", "=", 1))
	}}
}

func compare(a, b int, op string) bool {
	c := cmp.Compare(a, b)
	return map[string]bool{"<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0, "=": c == 0}[op]
}

// surely compares dates day by day: all that one can mean with all of the other.
// At most one of a pair of months matters here, so a date stands for its first and
// last days.
func surely(d model.Date, day, op string) bool {
	if d == 0 {
		return false
	}
	other := today(0)
	if day != "today" {
		other, _ = model.ParseDate(day)
	}
	a, b := spanned(d), spanned(other)
	return map[string]bool{
		"<": a[1] < b[0], ">": a[0] > b[1], "<=": a[1] <= b[1], ">=": a[0] >= b[0], "=": a[0] >= b[0] && a[1] <= b[1],
	}[op]
}

func spanned(d model.Date) [2]int {
	y, month, day := d.Parts()
	m := int(month)
	first, last := y*10000, y*10000+9999
	if m != 0 {
		first, last = first+m*100, y*10000+m*100+99
	}
	if day != 0 {
		first, last = first+day, y*10000+m*100+day
	}
	return [2]int{first, last}
}

// slow finds by looking at everybody, word by word.
func slow(all []*plain, query []asks) (ids []model.PersonID) {
	for _, loose := range []bool{false, true} {
		for _, p := range all {
			if !slices.ContainsFunc(query, func(a asks) bool {
				if a.word == "" {
					return !a.holds(p)
				}
				return !p.stands(a.word) && (!loose || !p.scattered(a.word))
			}) {
				ids = append(ids, p.ID)
			}
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// Whatever is asked, those are found whom the slow search finds, also among some
// only, with the same count, and with the words behind a saved filter's name.
func TestFindsWhomTheSlowSearchFinds(t *testing.T) {
	st, all := village(t)
	s := openRoster(t, st).Snapshot()
	everyone := make([]model.PersonID, len(all))
	for i, p := range all {
		everyone[i] = p.ID
	}
	rapid.Check(t, func(t *rapid.T) {
		var query []asks
		var texts []string
		for range rapid.IntRange(1, 4).Draw(t, "words") {
			a := draw(t)
			query, texts = append(query, a), append(texts, a.text)
		}
		text := strings.Join(texts, " ")
		want := slow(all, query)
		q, err := roster.ParseQuery(text, "ada", storetest.Now())
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		matches, total := s.Find(q, len(all))
		if got := idsOf(matches); !slices.Equal(got, want) || total != len(want) {
			t.Fatalf("%s finds %d and says %d, want %d: %v\nwant %v", text, len(got), total, len(want), got, want)
		}
		if got := s.Among(q, everyone); !slices.Equal(got, want) {
			t.Fatalf("among all %s are %v\nwant %v", text, got, want)
		}
		saved, err := roster.Filters{{Name: "x", Query: text}}.Parse("@x", "ada", storetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := s.Find(saved, len(all)); !slices.Equal(idsOf(got), want) {
			t.Fatalf("saved, %s finds %v\nwant %v", text, idsOf(got), want)
		}
	})
}

// Of many the best are the same, whether all were looked at or only as many as it
// takes.
func TestTheFirstAreTheBestOfAll(t *testing.T) {
	st, all := village(t)
	s := openRoster(t, st).Snapshot()
	const letters = "abcdefgklmnoprst"
	queries := strings.Split(letters, "")
	for _, a := range letters {
		for _, b := range letters {
			queries = append(queries, string(a)+string(b), string(a)+" "+string(b))
		}
	}
	for _, text := range queries {
		q, err := roster.ParseQuery(text, "ada", storetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		every, _ := s.Find(q, len(all))
		few := s.First(q, 50)
		if !slices.EqualFunc(few, every[:min(50, len(every))], func(a, b roster.Match) bool { return a.Card.ID == b.Card.ID && a.Score == b.Score }) {
			t.Errorf("the first for %s are %v\nwant %v", text, idsOf(few), idsOf(every[:min(50, len(every))]))
		}
	}
}

func idsOf(matches []roster.Match) (ids []model.PersonID) {
	for _, m := range matches {
		ids = append(ids, m.Card.ID)
	}
	slices.Sort(ids)
	return ids
}
