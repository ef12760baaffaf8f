package scoring

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"talentmap/model"
)

// Known is what a shortlist needs to know of somebody beside the role. Of the
// record it looks at skills, titles, positions, places, motivators, what she writes of
// her work, connections and the ways to reach her: not at names, notes, tags or anything
// else.
type Known struct {
	Person   *model.Person
	Score    int // receptivity
	Window   Window
	Trend    Trend
	TrendWhy string
	Gate     model.Answer
	Maps     []Ranked // on which she stands
}

// Ranked is a place on a talent map.
type Ranked struct {
	Map  model.MapID
	Name string
	Rank int // from 1
}

// Verdict is how somebody stands to one thing that a role asks for. What is not
// known is no no.
type Verdict uint8

// The verdicts.
const (
	Unknown Verdict = iota
	Met
	Partly
	NotMet
)

func (v Verdict) String() string {
	return [...]string{"unknown", "met", "partly met", "not met"}[v]
}

// Part is one line of a judgement.
type Part struct {
	Name    string // must-haves, nice-to-haves, function, level, place, motivators, trajectory, receptivity, path
	Verdict Verdict
	Points  float64 // 0 to Of
	Of      float64
	Why     string
}

// Need is one skill that a role asks for.
type Need struct {
	Skill   string
	Verdict Verdict
	Why     string
}

// Judged is somebody as a role sees her.
type Judged struct {
	Person model.PersonID
	Score  int // 0–100
	Parts  []Part
	Must   []Need
	Nice   []Need
	Maps   []Ranked // those of the role on which she stands, the best rank first
	Pinned int      // her place among the pinned, from 1; 0: not pinned

	Motive     model.Motivator // of what the role offers, what would move her; "" for none, or not known
	Channel    model.Channel   // the warmest way to her; "" for none
	ChannelWhy string
	Reason     string // why her, in a few words
	Apart      string // why she can't be written to now; "" where she can
	Off        string // why she is not on the list; "" where she is
}

// Shortlist is whom a role's judgement lists, the best first.
type Shortlist struct {
	Listed []Judged
	Apart  []Judged // they would be on it, and can't be written to now
	Off    []Judged // they are not, and Off says why
}

// Shortlist judges candidates for an opening. Who is pinned stands first and is on
// the list whatever the judgement says; who was taken off is off; who can't be
// written to stands apart. Equals stand in the order of their ranks on the maps.
//
// Each is judged by numbers first, and in words only where she is listed or stands
// apart; [Weights.Judge] has the words for anybody.
func (w *Weights) Shortlist(o *Opening, all []Candidate, now time.Time) Shortlist {
	var list Shortlist
	at := make(map[model.PersonID]*Candidate, len(all))
	for i := range all {
		at[all[i].id] = &all[i]
		j := w.judge(o, &all[i], now, false)
		switch {
		case j.Off != "":
			list.Off = append(list.Off, j)
		case j.Apart != "":
			list.Apart = append(list.Apart, j)
		default:
			list.Listed = append(list.Listed, j)
		}
	}
	for _, part := range [...][]Judged{list.Listed, list.Apart, list.Off} {
		slices.SortStableFunc(part, before)
	}
	list.cut(w.Shortlisting.Size)
	for _, part := range [...][]Judged{list.Listed, list.Apart} {
		for i := range part {
			part[i] = w.judge(o, at[part[i].Person], now, true)
		}
	}
	return list
}

// Judge says how one candidate stands to an opening, in words. How many a list holds
// is not looked at.
func (w *Weights) Judge(o *Opening, c *Candidate, now time.Time) Judged {
	return w.judge(o, c, now, true)
}

// cut takes those off who would be beyond the size; the pinned stay.
func (l *Shortlist) cut(size int) {
	keep := size
	for keep < len(l.Listed) && l.Listed[keep].Pinned > 0 {
		keep++
	}
	if keep >= len(l.Listed) {
		return
	}
	for i, j := range l.Listed[keep:] {
		j.Off = fmt.Sprintf("would be at %d with a score of %d, and the list holds %d", keep+i+1, j.Score, size)
		l.Off = append(l.Off, j)
	}
	l.Listed = l.Listed[:keep]
	slices.SortStableFunc(l.Off, before)
}

// before is the order of a list.
func before(a, b Judged) int {
	if a.Pinned > 0 && b.Pinned > 0 {
		return a.Pinned - b.Pinned
	}
	if a.Pinned > 0 || b.Pinned > 0 {
		return b.Pinned - a.Pinned
	}
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.bestRank(), b.bestRank()), cmp.Compare(a.Person, b.Person))
}

// bestRank is the best rank on a map of the role; who has none stands last.
func (j *Judged) bestRank() int {
	if len(j.Maps) == 0 {
		return math.MaxInt
	}
	return j.Maps[0].Rank
}

// Redrawn is how a list differs from the one that was drawn before.
type Redrawn struct {
	Came, Went []model.PersonID // the best of now, and of then, first
	Moved      int              // who are on both, and pass others by
}

// Redraw compares the list with how it was drawn last.
func (l *Shortlist) Redraw(c *model.Choices) (r Redrawn) {
	on := make(map[model.PersonID]bool, len(l.Listed))
	was, is := []model.PersonID{}, []model.PersonID{}
	for i := range l.Listed {
		id := l.Listed[i].Person
		on[id] = true
		if c.DrawnRank(id) == 0 {
			r.Came = append(r.Came, id)
			continue
		}
		is = append(is, id)
	}
	for _, e := range c.Drawn {
		if !on[e.Person] {
			r.Went = append(r.Went, e.Person)
			continue
		}
		was = append(was, e.Person)
	}
	for i := range is {
		if was[i] != is[i] {
			r.Moved++
		}
	}
	return r
}

// People are who is listed, the best first.
func (l *Shortlist) People() []model.PersonID {
	ids := make([]model.PersonID, len(l.Listed))
	for i := range l.Listed {
		ids[i] = l.Listed[i].Person
	}
	return ids
}

// Rank is a person's rank on the list, from 1; 0 for who is not on it.
func (l *Shortlist) Rank(id model.PersonID) int {
	return slices.IndexFunc(l.Listed, func(j Judged) bool { return j.Person == id }) + 1
}

// Find is somebody wherever she stands; false for who was not judged.
func (l *Shortlist) Find(id model.PersonID) (Judged, bool) {
	for _, part := range [...][]Judged{l.Listed, l.Apart, l.Off} {
		if i := slices.IndexFunc(part, func(j Judged) bool { return j.Person == id }); i >= 0 {
			return part[i], true
		}
	}
	return Judged{}, false
}

// Change is how the i-th of the list stands to where she was when it was drawn last:
// "new", "+2" for two places up, "-1"; "" for the same place, and where it never was.
func (l *Shortlist) Change(c *model.Choices, i int) string {
	was := c.DrawnRank(l.Listed[i].Person)
	switch {
	case c.DrawnAt.IsZero() || was == i+1:
		return ""
	case was == 0:
		return "new"
	}
	return fmt.Sprintf("%+d", was-i-1)
}
