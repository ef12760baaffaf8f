package scoring

import (
	"cmp"

	"talentmap/model"
)

// Kinds of news beside the model's own.
const (
	LeftPosition   model.NewsKind = "left"                   // a position ended, or its employer is no longer named
	SecondPosition model.NewsKind = "took a second position" // beside one that goes on
	DutiesChanged  model.NewsKind = "duties changed"         // other duties under the same title
	OpenedUp       model.NewsKind = "open to work"           // says so now and did not before
	NewInSource    model.NewsKind = "new"                    // not in the older edition
)

// NewsKinds lists every kind of news, the most telling first.
func NewsKinds() []model.NewsKind {
	return []model.NewsKind{
		model.Moved, model.Promoted, model.TitleChanged, SecondPosition, LeftPosition, OpenedUp, DutiesChanged,
		model.ProfileChanged, model.LocationChanged, model.Gone, model.Returned, NewInSource,
	}
}

// Span is when the two statements of a source were made. What the source gives
// no date for happened between the two.
type Span struct{ From, To model.Date }

// Change is one thing that became different for a person between two statements
// of one source, with what it is evidence of. From and To are for people to
// read: "Engineer at Acme"; the positions behind them are Was and Is, where the
// change is about positions.
type Change struct {
	Kind     model.NewsKind
	From, To string
	Was, Is  model.Position

	// Date is when it happened where the source says so. Otherwise it is the last
	// day on which it can have happened, and NotBefore the first; unknown where the
	// older statement has no day, so that it never scores.
	Date, NotBefore model.Date
	Confidence      float64 // how sure it is that it happened: 0 < c ≤ 1
	Evidence        string  // what the source says now and said before

	Signals []Fired // what it is evidence of; none for most
	Meaning string  // why these, or why none
}

// Fired is a signal that a change gives rise to.
type Fired struct {
	Kind    model.SignalKind
	Company string // everyone's there but the person's own; "" for a signal of the person
}

// Changes is what became different for a person between two statements of one
// source: at most one move, then other positions, titles, and the profile.
//
//	list := scoring.Changes(&before, &after, scoring.Span{From: last, To: today}, scoring.Likeness{})
//	for _, c := range list {
//		fmt.Println(c.Kind, c.From, "→", c.To, c.Meaning)
//	}
//
// Something that a source tells for the first time where it had nothing is told
// without a signal, as it may be long known to everyone else.
//
// No news, and so not told: another spelling of a company, a title or a place;
// a renewal of the same seat; an old job added, corrected or taken out; a start
// corrected; an employer or title that the source names for the first time; an
// end that was told before it came; markup, spacing and punctuation; names, addresses,
// links and tags.
//
// The two must be what the source said, as it said it: a record that people and
// other sources have added to says nothing of when. Where the second statement
// is older than the first there is nothing to tell. Names of people are not
// compared on purpose: what a new one would tell is of the family.
func Changes(before, after *model.Person, seen Span, like Likeness) []Change {
	if seen.From.Known() && seen.To.Known() && seen.To.Last().Before(seen.From.Time()) {
		return nil
	}
	d := differ{
		span: seen, like: like,
		before: statementOf(before, cmp.Or(seen.From, seen.To)), after: statementOf(after, cmp.Or(seen.To, seen.From)),
	}
	d.jobs()
	d.place()
	d.opened()
	d.profile()
	for i := range d.found {
		d.found[i].Signals, d.found[i].Meaning = d.meaning(&d.found[i])
	}
	return d.found
}

// differ is one comparison under way.
type differ struct {
	span          Span
	like          Likeness
	before, after statement
	found         []Change

	newJob    string // why a change of the profile is explained by a new job; "" when it is not
	unsaid    bool   // she stopped saying that she is open to work
	firstTold bool   // the profile has only what the source had nothing of before
}

// tell adds a change that is about positions.
func (d *differ) tell(kind model.NewsKind, was, is model.Position, when dated, sure float64, evidence string) {
	d.found = append(d.found, Change{
		Kind: kind, From: shownJob(was), To: shownJob(is), Was: was, Is: is,
		Date: when.date, NotBefore: when.notBefore, Confidence: sure, Evidence: evidence,
	})
}

// note adds a change that is about texts; it happened between the statements.
func (d *differ) note(kind model.NewsKind, from, to string, sure float64, evidence string) {
	when := d.between()
	d.found = append(d.found, Change{
		Kind: kind, From: from, To: to,
		Date: when.date, NotBefore: when.notBefore, Confidence: sure, Evidence: evidence,
	})
}

// has reports whether a change of one of the kinds is among those found.
func (d *differ) has(kinds ...model.NewsKind) bool {
	for i := range d.found {
		for _, k := range kinds {
			if d.found[i].Kind == k {
				return true
			}
		}
	}
	return false
}

// dated is when something happened, see [Change].
type dated struct{ date, notBefore model.Date }

// between is any day from the older statement to the newer.
func (d *differ) between() dated {
	if !d.span.From.Known() {
		return dated{}
	}
	return dated{date: d.span.To, notBefore: d.span.From}
}

// on is the day that the source gives, else between the statements.
func (d *differ) on(day model.Date) dated {
	if !day.Known() {
		return d.between()
	}
	return dated{date: day}
}

// shownJob is a position in words.
func shownJob(p model.Position) string {
	if p.Title != "" && p.Company != "" {
		return p.Title + " at " + p.Company
	}
	return cmp.Or(p.Title, p.Company)
}

// day is a statement's day for a sentence.
func day(d model.Date) string {
	if !d.Known() {
		return "an unknown day"
	}
	return d.String()
}
