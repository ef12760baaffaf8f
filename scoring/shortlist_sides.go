package scoring

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"talentmap/model"
)

// Opening is what a role asks for, folded for comparison. Make one with
// [OpeningOf] and use it for many people.
type Opening struct {
	role       *model.Role
	company    string // its key; "" not known
	must, nice []skill
	function   phrase // of the title, without what says its level
	level      int    // 0: the role says nothing of it
	levelText  string // the title that names it
	spots      []spot
	zone       *time.Location // where the work is; nil: not known
	motives    map[model.Motivator]bool
	everyone   bool // also who is on none of the role's maps
}

// OpeningOf is what a role asks for. "or", "/" and ";" in its place separate
// alternatives: Dublin or remote in Europe.
func OpeningOf(r *model.Role) *Opening {
	o := &Opening{
		role: r, company: model.CompanyKey(r.Company), must: skillsOf(r.Must), nice: skillsOf(r.Nice),
		levelText: cmp.Or(r.Level, r.Title), motives: map[model.Motivator]bool{},
	}
	o.level, o.function = Level(o.levelText), functionOf(r.Title)
	for part := range strings.SplitSeq(splitOr.Replace(r.Location), ";") {
		o.addSpots(part)
	}
	for _, m := range r.Offers {
		o.motives[m] = true
	}
	return o
}

// functionOf are the words of a title up to a comma that say what somebody does: of
// Staff Engineer, Ledger the engineer.
func functionOf(title string) phrase {
	title, _, _ = strings.Cut(title, ",")
	return slices.DeleteFunc(words(title), func(w string) bool {
		_, moves := modifiers[w]
		return moves || rungOf[w] != nil
	})
}

// Everyone has people judged whichever maps they are on, or on none.
func (o *Opening) Everyone() *Opening {
	o.everyone = true
	return o
}

// Candidate is somebody as roles see her, folded for comparison: made once with
// [CandidateOf], and judged by many roles.
type Candidate struct {
	Known
	id      model.PersonID
	company string // where she works now, as its key
	skills  map[string]bool
	lists   int    // how many skills she lists
	text    string // what she writes of her work
	title   string
	level   int // 0: her title says nothing of it
	at      model.Place
}

// CandidateOf prepares somebody to be judged on the day of now.
func CandidateOf(k Known, now time.Time) Candidate {
	p := k.Person
	latest := p.Latest(now)
	c := Candidate{
		Known: k, id: p.ID, skills: skillSet(p), lists: len(p.Skills), text: fold(workText(p)),
		title: latest.Title, level: Level(latest.Title), at: model.ParsePlace(cmp.Or(p.Location, latest.Location)),
	}
	if cur, ok := p.Current(now); ok {
		c.company = model.CompanyKey(cur.Company)
	}
	slices.SortStableFunc(c.Maps, func(a, b Ranked) int { return cmp.Compare(a.Rank, b.Rank) })
	return c
}

// ID is the candidate's.
func (c *Candidate) ID() model.PersonID { return c.id }
