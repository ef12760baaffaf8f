package scoring

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
)

// Edition is everyone in one file of a source, as the source said it.
type Edition struct {
	People []*model.Person
	AsOf   model.Date // the day that the file tells of; unknown dates nothing
}

// EditionChanges is what a newer file of a source tells that the one before did
// not.
type EditionChanges struct {
	People  []PersonChanges // those with news: in the order of the newer file, then the gone
	Renamed []Renamed       // companies that have another name now, as it seems
	Same    int             // people without news
	Missing int             // people of the older file who are not in the newer, told gone or not
	Note    string          // why less is told than might be; "" mostly
}

// PersonChanges is the news of one person.
type PersonChanges struct {
	Before, After *model.Person // Before is nil for someone new, After for someone gone
	Sure          float64       // how sure it is that the two are one person, 0 < s ≤ 1; the changes' confidence has it in it
	How           string        // by what they are
	Changes       []Change
}

// Renamed is a company of which everyone went over to another name at once.
type Renamed struct {
	From, To string
	People   int
}

const (
	// goneLimit is the share of people missing from which on a file is taken for
	// another selection: people leave a source by a few in a hundred.
	goneLimit = 0.3
	// renameCount and renameShare tell a company's new name from people who leave
	// it: so many of its people, and such a share of them, in one go.
	renameCount = 3
	renameShare = 0.8
)

// CompareEditions tells the news in a newer file of a source. People are
// recognized by the store's ID where both sides have one, then by e-mail, account
// or the source's own key with a name that fits, then by a name that nobody else
// has, at last by name and employer; someone who stands in a file twice counts
// once. A field that one of the files has for nobody is not compared, as it is a
// column more or less.
//
//	res := scoring.CompareEditions(last, now, scoring.Likeness{Company: companies, Title: titles})
//	fmt.Println(len(res.People), "with news;", res.Note)
//
// Where more than 30% are missing nobody is told gone. The people are only read.
func CompareEditions(before, after Edition, like Likeness) EditionChanges {
	span := Span{From: before.AsOf, To: after.AsOf}
	if span.From.Known() && span.To.Known() && span.To.Last().Before(span.From.Time()) {
		return EditionChanges{Note: fmt.Sprintf("this file is of %s and the one before of %s: nothing is compared", span.To, span.From)}
	}
	both := columnsOf(before.People).and(columnsOf(after.People))
	people := recognize(before.People, after.People, like)
	res := EditionChanges{Renamed: newNames(people, span, like)}
	like = like.with(res.Renamed)
	known := 0
	for i := range people {
		p := &people[i]
		switch {
		case len(p.before) == 0:
			res.People = append(res.People, p.alone(model.Position{}, shownOn(p.after[0], span.To), NewInSource, span))
			continue
		case len(p.after) > 0:
			if pc := p.closest(both, span, like); len(pc.Changes) > 0 {
				res.People = append(res.People, pc)
			} else {
				res.Same++
			}
		default:
			res.Missing++
		}
		known++
	}
	if float64(res.Missing) > goneLimit*float64(known) {
		res.Note = fmt.Sprintf("%d of %d people are missing: probably another selection, so nobody is told gone", res.Missing, known)
		return res
	}
	for i := range people {
		if p := &people[i]; len(p.after) == 0 {
			res.People = append(res.People, p.alone(shownOn(p.before[0], span.From), model.Position{}, model.Gone, span))
		}
	}
	return res
}

// alone is the news of someone who is in one of the files only.
func (p *recognized) alone(was, is model.Position, kind model.NewsKind, span Span) PersonChanges {
	c := Change{Kind: kind, From: shownJob(was), To: shownJob(is), Was: was, Is: is, Confidence: sureSaid}
	d := differ{span: span}
	c.Date, c.NotBefore = d.between().date, d.between().notBefore
	pc := PersonChanges{Sure: 1, How: p.how}
	if kind == model.Gone {
		pc.Before, c.Evidence = p.before[0], fmt.Sprintf("in the file of %s, not in that of %s", day(span.From), day(span.To))
		c.Meaning = "no signal: who is no longer listed may have left, or only asked to be taken off"
	} else {
		pc.After, c.Evidence = p.after[0], fmt.Sprintf("not in the file of %s, in that of %s", day(span.From), day(span.To))
		c.Meaning = "no signal: heard of for the first time, which says nothing of when"
	}
	pc.Changes = []Change{c}
	return pc
}

// closest is the news between the two records that tell the least: of someone
// who stands in a file twice one record may only be out of date.
func (p *recognized) closest(both columns, span Span, like Likeness) PersonChanges {
	var best PersonChanges
	for _, b := range p.before {
		for _, a := range p.after {
			list := Changes(both.of(b), both.of(a), span, like)
			if best.After == nil || len(list) < len(best.Changes) {
				best = PersonChanges{Before: b, After: a, Sure: p.sure, How: p.how, Changes: list}
			}
		}
	}
	for i := range best.Changes {
		best.Changes[i].Confidence *= p.sure
	}
	return best
}

// shownOn is the position to show for someone, the zero one for none.
func shownOn(p *model.Person, on model.Date) model.Position {
	if st := statementOf(p, on); len(st.open) > 0 {
		return st.open[0]
	}
	return model.Position{}
}

// newNames finds the companies that seem to have another name now: nearly
// everyone there went over to it between the two files.
func newNames(people []recognized, span Span, like Likeness) []Renamed {
	type change struct{ from, to string }
	count, of := map[change]int{}, map[string]int{}
	shown := map[change]Renamed{}
	for i := range people {
		p := &people[i]
		if len(p.before) == 0 || len(p.after) == 0 {
			continue
		}
		was, is := shownOn(p.before[0], span.From).Company, shownOn(p.after[0], span.To).Company
		if was == "" || is == "" {
			continue
		}
		c := change{model.CompanyKey(was), model.CompanyKey(is)}
		of[c.from]++
		if !like.oneCompany(was, is, sureOne) {
			count[c]++
			shown[c] = Renamed{From: was, To: is}
		}
	}
	var out []Renamed
	for c, n := range count {
		if n >= renameCount && float64(n) >= renameShare*float64(of[c.from]) && !selfEmployed[c.to] && !selfEmployed[c.from] {
			r := shown[c]
			r.People = n
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Renamed) int { return strings.Compare(a.From+"\x00"+a.To, b.From+"\x00"+b.To) })
	return out
}

// with is a likeness that knows of new names too.
func (l Likeness) with(renamed []Renamed) Likeness {
	if len(renamed) == 0 {
		return l
	}
	names := make(map[[2]string]bool, len(renamed))
	for _, r := range renamed {
		names[[2]string{model.CompanyKey(r.From), model.CompanyKey(r.To)}] = true
	}
	before := l
	l.Company = func(a, b string) (float64, string) {
		if names[[2]string{model.CompanyKey(a), model.CompanyKey(b)}] {
			return sureOne, "everyone there has the new name"
		}
		return before.company(a, b)
	}
	return l
}

// columns says which fields a file has for anyone.
type columns struct{ company, title, location, headline, summary, skills bool }

func columnsOf(people []*model.Person) (has columns) {
	for _, p := range people {
		for i := range p.Positions {
			has.company = has.company || p.Positions[i].Company != ""
			has.title = has.title || p.Positions[i].Title != ""
		}
		has.location = has.location || p.Location != ""
		has.headline = has.headline || p.Headline != ""
		has.summary = has.summary || p.Summary != ""
		has.skills = has.skills || len(p.Skills) > 0
	}
	return has
}

func (has columns) and(other columns) columns {
	return columns{
		has.company && other.company, has.title && other.title, has.location && other.location,
		has.headline && other.headline, has.summary && other.summary, has.skills && other.skills,
	}
}

// of is a person with these fields and not the others; herself where that
// makes no difference.
func (has columns) of(p *model.Person) *model.Person {
	if has == (columns{true, true, true, true, true, true}) {
		return p
	}
	q := *p
	q.Positions = slices.Clone(p.Positions)
	for i := range q.Positions {
		blank(&q.Positions[i].Company, has.company)
		blank(&q.Positions[i].Title, has.title)
	}
	blank(&q.Location, has.location)
	blank(&q.Headline, has.headline)
	blank(&q.Summary, has.summary)
	if !has.skills {
		q.Skills = nil
	}
	return &q
}

func blank(s *string, has bool) {
	if !has {
		*s = ""
	}
}
