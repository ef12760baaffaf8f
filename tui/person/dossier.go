package person

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// Datum is one thing that is held about a person, and where it came from.
type Datum struct {
	What   string `json:"what"`
	Value  string `json:"value"`
	Source string `json:"source"`
}

// Data lists everything in a dossier, part by part. Times are in the zone.
func Data(d *store.Dossier, zone *time.Location) []Datum {
	l := &dataList{}
	l.source = origin(d.Person.Origin)
	l.record(&d.Person)
	l.background(&d.Person)
	l.outreach(&d.Person)
	l.hanging(d)
	l.told(d)
	for _, c := range d.Changes {
		l.source = fmt.Sprintf("journal revision %d", c.Rev)
		l.add("change", fmt.Sprintf("%s %s: %s", c.At.In(zone).Format(time.DateTime), c.Actor, c.What))
	}
	return l.all
}

// Holdings says in a line what is held about a person, and how much.
func Holdings(d *store.Dossier) string {
	draft := ""
	if d.Draft.Rev != 0 {
		draft = "a draft"
	}
	if n := len(d.Versions); n > 0 {
		draft = joined(draft, count(n, "version of one", "versions of one"))
	}
	return joined("the record", count(len(d.Signals), "signal", "signals"), count(len(d.Touches), "touch", "touches"), draft,
		count(len(d.Places), "map place", "map places"), count(len(d.Ties), "connection", "connections")+" of others", some(len(d.Said), "statement", "statements"),
		some(len(d.News), "piece of news", "pieces of news"), some(len(d.Reviews), "row that may mean her", "rows that may mean her"),
		count(len(d.Changes), "journal entry", "journal entries"))
}

// Aftermath says what an erasure took away, and then, a line each, what it could
// not reach.
func Aftermath(e *store.Erased) (done string, left []string) {
	done = fmt.Sprintf("erased %s, and out of %s of others", count(e.Records, "record", "records"), count(e.Others, "record", "records"))
	if len(e.Mentions) > 0 {
		left = append(left, "the free text of others still names her, look at it: "+joined(e.Mentions...))
	}
	for _, f := range e.Older {
		left = append(left, "a copy from before still holds her: "+model.CleanLine(f))
	}
	if len(e.Older) > 0 {
		left = append(left, "backups that the workbench made go by themselves in time: delete other copies")
	}
	return done, left
}

func count(n int, one, many string) string {
	if n != 1 {
		one = many
	}
	return fmt.Sprintf("%d %s", n, one)
}

// some is count, "" for none.
func some(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return count(n, one, many)
}

// joined joins the texts that are there with commas.
func joined(texts ...string) string { return strings.Join(present(texts...), ", ") }

// dossierLines draws a dossier for a width: a datum, and under it its source.
func dossierLines(env *pane.Env, d *store.Dossier) func(w int) []string {
	data := Data(d, env.Now().Location())
	const label = 15
	return func(w int) []string {
		s := &pane.Sheet{Env: env, W: w}
		s.Wrapped(theme.Text, 0, fmt.Sprintf("%s (%s): %s", d.Person.Name, d.Person.ID, Holdings(d)))
		source := ""
		for _, it := range data {
			if it.Source != source {
				source = it.Source
				s.Gap()
				s.Wrapped(theme.Accent, 0, source)
			}
			s.Hanging(pane.Cell{Tok: theme.Dim, Text: it.What, W: label}, pane.Cell{Tok: theme.Text, Text: model.CleanLine(it.Value)})
		}
		return s.Lines
	}
}

// dataList gathers data of one source after the other.
type dataList struct {
	source string
	all    []Datum
}

// add adds what is known of one thing.
func (l *dataList) add(what string, values ...string) {
	for _, v := range values {
		if v != "" {
			l.all = append(l.all, Datum{what, v, l.source})
		}
	}
}

// origin says where a record came from.
func origin(o model.Origin) string {
	text, imp, at := o.Source, "", ""
	if o.Import != 0 {
		imp = "import " + o.Import.String()
	}
	if !o.At.IsZero() {
		at = o.At.Format(time.DateOnly)
	}
	if o.MadeUp {
		text = joined(text, "made up")
	}
	return joined(text, imp, at)
}

// record lists what a record says of a person.
func (l *dataList) record(p *model.Person) {
	l.add("name", p.Name)
	l.add("e-mail", p.Contact.Emails...)
	l.add("phone", p.Contact.Phones...)
	l.add("link", p.Contact.Links...)
	l.add("external ID", p.Contact.ExternalIDs...)
	l.add("place", p.Location)
	l.add("headline", p.Headline)
	l.add("summary", p.Summary)
	l.add("skill", p.Skills...)
	l.add("notes", p.Notes)
	l.positions(p.Positions)
	for _, m := range p.Motivators {
		l.add("motivator", string(m))
	}
}

func (l *dataList) positions(list []model.Position) {
	for _, q := range list {
		l.add("position", joined(q.Title, q.Company, q.Location, held(&q), q.Summary))
	}
}

// held is from when to when somebody had a position.
func held(q *model.Position) string {
	switch {
	case q.Start.Known() && q.End.Known():
		return q.Start.String() + " – " + q.End.String()
	case q.Start.Known():
		return "since " + q.Start.String()
	case q.End.Known():
		return "until " + q.End.String()
	}
	return ""
}

func (l *dataList) background(p *model.Person) {
	b := &p.Background
	for _, c := range b.Content {
		l.add("published", joined(c.Kind, c.Title, c.Link, c.Date.String()))
	}
	for _, c := range b.Connections {
		l.add("connection", joined(c.Name, c.How))
	}
	for _, k := range slices.Sorted(maps.Keys(b.Custom)) {
		l.add("custom field", k+": "+b.Custom[k])
	}
	l.add("tag", b.Tags...)
}

func (l *dataList) outreach(p *model.Person) {
	o := &p.Outreach
	next := ""
	if o.Next.Known() {
		next = "next " + o.Next.String()
	}
	l.source = "kept by the team"
	l.add("outreach", joined(string(o.Current()), next))
	l.add("in touch", o.Owner)
	l.add("lock", joined(string(o.Lock), o.LockUntil.String(), o.LockWhy, after("set by ", o.LockBy)))
	l.trail(&o.Trail)
	if k := &o.Kept; k.On.Known() {
		l.add("kept", joined("decided on "+k.On.String(), after("by ", k.By), k.Why))
	}
	skipped := ""
	if o.Deferral.Skipping() {
		skipped = "skipped"
	}
	l.add("queue", joined(after("snoozed until ", o.Deferral.Until.String()), skipped, after("decided by ", o.Deferral.By)))
	for i, f := range o.Research {
		if f.Looked == model.ItemOpen {
			continue
		}
		l.source = joined(f.Source, f.Date.String())
		fact := f.Fact
		if f.Looked == model.ItemNone {
			fact = "nothing found"
		}
		l.add("research", model.ResearchItem(i).String()+": "+fact)
	}
}

// trail lists what led to where she stands.
func (l *dataList) trail(t *model.Trail) {
	l.add("state since", joined(t.Since.String(), string(t.Cause)))
	l.add("her no", t.Refused.String())
	l.add("last answer", t.Answered.String())
	if b := t.Bounced; b != (model.Bounces{}) {
		var on []string
		for i, ch := range model.Channels() {
			if b.Channels&(1<<i) != 0 {
				on = append(on, string(ch))
			}
		}
		l.add("bounced", joined(append(on, b.Address, some(b.Soft, "soft bounce", "soft bounces"))...))
	}
	l.add("rating", string(t.Rating))
}

// after is a text behind some words; "" for none.
func after(words, text string) string {
	if text == "" {
		return ""
	}
	return words + text
}

// hanging lists what hangs on the person: signals, messages, places, ties.
func (l *dataList) hanging(d *store.Dossier) {
	for _, s := range d.Signals {
		l.source = joined(s.Source, origin(s.Origin))
		l.add("signal", joined(string(s.Kind), s.Date.String(), s.Note))
	}
	for _, t := range d.Touches {
		l.source = joined("logged by "+t.By, origin(t.Origin))
		way := "to her"
		if t.Direction == model.Inbound {
			way = "from her"
		}
		l.add("touch", joined(t.At.Format(time.DateOnly), string(t.Channel), way, string(t.Auto), t.Subject, t.Body))
		l.add("overridden", joined(t.Override.Rules, t.Override.Why))
		l.add("message id", t.MessageID)
		if t.Notice {
			l.add("notice", "told on "+t.At.Format(time.DateOnly)+" where the data came from")
		}
	}
	if d.Draft.Rev != 0 {
		l.source = "being written by " + d.Draft.By
		l.add("draft", joined(string(d.Draft.Channel), d.Draft.Subject, d.Draft.Body))
		l.add("overridden", joined(d.Draft.Override.Rules, d.Draft.Override.Why))
	}
	for _, v := range d.Versions {
		l.source = "written by " + v.By
		l.add("draft version", joined(v.At.Format(time.DateOnly), string(v.Occasion), string(v.Channel), v.Subject, v.Body))
	}
	for _, p := range d.Places {
		l.source = "map " + p.Map.String()
		l.add("map place", joined(p.Name, p.String(), p.Note))
	}
	for _, r := range d.Listed {
		l.source = joined("role "+r.Role.String(), r.Title)
		if r.Out {
			l.add("shortlist", r.Why.String())
		}
		if r.Pinned > 0 {
			l.add("shortlist", fmt.Sprintf("pinned at %d", r.Pinned))
		}
		if r.Drawn > 0 {
			l.add("shortlist", fmt.Sprintf("rank %d when it was drawn", r.Drawn))
		}
	}
	for _, t := range d.Ties {
		l.source = "record of " + t.Of.String()
		l.add("connection of", joined(t.Name, t.Connection.How))
	}
}
