package composer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/scoring/drafting"
	"talentmap/store/roster"
)

// Group is what a fact is good for, in the order in which facts are shown.
type Group int

// The groups: what is to be answered comes first, then the way in and what a message
// begins with.
const (
	Wrote Group = iota
	WarmPath
	WhyThem
	WhyNow // sets the timing, and never stands in the text
	MovedBy
	Career
	Before
	Notes
)

func (g Group) String() string {
	return [...]string{"she wrote", "warm path", "why them", "why now", "moved by", "career", "before", "notes"}[g]
}

// Fact is one line about a person.
type Fact struct {
	Group       Group
	Label, Text string
	// Says is the fact as a piece of a sentence to her, "" for one that does not
	// belong into a text; Off is why not.
	Says, Off string
	Number    int // by which it is put into a text; 0: by its line in the list

	spare int // where there is little room those with more of it give way
}

// Why a fact is no text. The field's rule is that a signal sets the timing only.
const (
	offTiming = "it sets the timing, and never stands in the text"
	offMove   = "it says what to offer her: in your own words"
	offJudged = "it is our own judgement of her"
	offHers   = "it is what she wrote: answer it in your own words"
	offInside = "it is the team's own"
)

// facts gathers facts in their order.
type facts struct {
	list []Fact
	of   *roster.Profile
	now  time.Time
}

// mostAnswered is how many bytes of what she wrote stand among the facts, which are drawn
// at every key; all of it is on her page.
const mostAnswered = 2 << 10

// Facts are what is known of a person that helps to write to her: what she wrote, where
// that is to be answered, the way in,
// what she does and has made, when to write, what would move her, where she comes
// from, what there was before.
func Facts(p *roster.Profile, now time.Time) []Fact {
	f := &facts{list: make([]Fact, 0, 16), of: p, now: now}
	if hers := wrote(p.Touches); hers != nil {
		text := cmp.Or(hers.Body, hers.Subject)
		f.no(Wrote, "she wrote", model.CleanLine(strings.ToValidUTF8(text[:min(len(text), mostAnswered)], "")), offHers)
	}
	f.warmPath()
	f.whyThem()
	for _, r := range p.Reasons(now) {
		f.no(WhyNow, "why now", "timing only: "+r.Text, offTiming)
	}
	motives := make([]string, len(p.Person.Motivators))
	for i, m := range p.Person.Motivators {
		motives[i] = string(m)
	}
	f.no(MovedBy, "moved by", strings.Join(motives, ", "), offMove)
	f.career()
	f.before()
	f.no(Notes, "notes", model.CleanLine(p.Person.Notes), offInside)
	f.number()
	return f.list
}

// mostNumbered is how many facts have a number, and a key.
const mostNumbered = 9

// number gives the first facts that are words to her their numbers.
func (f *facts) number() {
	n := 0
	for i := range f.list {
		if f.list[i].Says != "" && n < mostNumbered {
			n++
			f.list[i].Number = n
		}
	}
}

// add adds a fact with what it says in a text; one without text is none.
func (f *facts) add(g Group, label, text, says string) {
	if text != "" {
		f.list = append(f.list, Fact{Group: g, Label: label, Text: text, Says: says, spare: f.spare(label)})
	}
}

// no adds a fact that does not belong into a text.
func (f *facts) no(g Group, label, text, why string) {
	if text != "" {
		f.list = append(f.list, Fact{Group: g, Label: label, Text: text, Off: why, spare: f.spare(label)})
	}
}

// spare is how much sooner the next fact of a label can be done without than others.
func (f *facts) spare(label string) int {
	spare := 0
	switch label {
	case "she wrote":
		spare = -1
	case "moved by", "career":
		spare = 1
	case "found", "last touch", "notes":
		spare = 2
	case "skills", "place", "research":
		spare = 3
	}
	for i := range f.list {
		if f.list[i].Label == label {
			spare++
		}
	}
	return spare
}

// fewest are the n facts that can be done without least, in their order.
func fewest(known []Fact, n int) []*Fact {
	all := make([]*Fact, len(known))
	for i := range known {
		all[i] = &known[i]
	}
	for len(all) > max(n, 0) {
		drop := 0
		for i := range all {
			if all[i].spare >= all[drop].spare {
				drop = i
			}
		}
		all = slices.Delete(all, drop, drop+1)
	}
	return all
}

// The most that are shown of each.
const (
	mostPaths   = 2
	mostContent = 3
	mostSkills  = 3 // in a text
)

func (f *facts) warmPath() {
	for i, c := range f.of.Person.Background.Connections {
		if i < mostPaths {
			f.add(WarmPath, "warm path", join(", ", c.Name, c.How), c.Name)
		}
	}
}

func (f *facts) whyThem() {
	at := join(", ", f.of.Latest.Title, f.of.Latest.Company)
	if f.of.Since.Known() {
		at += " since " + f.of.Since.String()
	}
	if f.of.Employed {
		f.add(WhyThem, "now", at, job("your work", f.of.Latest))
	} else {
		f.add(WhyThem, "last", at, job("your time", f.of.Latest))
	}
	for i, c := range f.of.Person.Background.Content {
		if i < mostContent {
			f.add(WhyThem, "published", join(", ", c.Title, c.Kind, c.Date.String()), drafting.Published(c, ""))
		}
	}
	for item, found := range f.of.Person.Outreach.Research {
		if model.ResearchItem(item) != model.MutualConnections && found.Looked == model.ItemFound && !f.known(found.Fact) {
			f.add(WhyThem, "found", join(", ", found.Fact, found.Date.String()), found.Fact)
		}
	}
}

// known reports whether a fact is part of one that is there already.
func (f *facts) known(text string) bool {
	for i := range f.list {
		if strings.Contains(strings.ToLower(f.list[i].Text), strings.ToLower(text)) {
			return true
		}
	}
	return false
}

func (f *facts) career() {
	f.no(Career, "career", f.of.TrendWhy, offJudged)
	skills := f.of.Person.Skills
	says := ""
	if len(skills) > 0 {
		says = "your experience with " + listed(skills[:min(len(skills), mostSkills)])
	}
	f.add(Career, "skills", strings.Join(skills, ", "), says)
	town, _, _ := strings.Cut(f.of.Person.Location, ",")
	f.add(Career, "place", f.of.Person.Location, town)
}

func (f *facts) before() {
	f.no(Before, "research", fmt.Sprintf("%d of 6 looked up", f.of.Person.Outreach.Research.Done()), offInside)
	if n := len(f.of.Touches); n > 0 {
		t := f.of.Touches[n-1]
		f.no(Before, "last touch", fmt.Sprintf("%s %s by %s", t.At.Format("2006-01-02"), t.Channel, t.By), offInside)
	}
}

// job is a position in a sentence.
func job(what string, pos model.Position) string {
	if pos.Title != "" {
		what += " as " + pos.Title
	}
	if pos.Company != "" {
		what += " at " + pos.Company
	}
	return what
}

// listed is some words as a sentence lists them: "a, b and c".
func listed(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

func join(sep string, parts ...string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}
