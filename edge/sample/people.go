package sample

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talentmap/model"
)

// notes are what a recruiter might have jotted down.
var notes = []string{
	"Came up after a panel; asks good questions, in no hurry.",
	"Would look at a smaller company, not at a longer commute.",
	"Has turned down two agencies this year; write only with something to read.",
	"Mentors in a returners' programme on Thursdays.",
	"Wants to stay hands-on; a pure people role is no step up.",
}

// tags are what people on a map are sorted by.
var tags = []string{"speaker", "maintainer", "mentor", "remote", "writes well", "would relocate"}

// people fills the segment with everyone, engineers first.
func (b *builder) people() {
	all, past := cultures(), crowdCompanies()
	taken := map[string]bool{}
	for i := range engineers + designers {
		tracks := engineering()
		if i >= engineers {
			tracks = design()
		}
		c := pick(b.r, all)
		n := c.name(b.r)
		for taken[n.latinGiven+n.latinFamily] {
			n = c.name(b.r)
		}
		taken[n.latinGiven+n.latinFamily] = true
		t := pick(b.r, tracks)
		b.person(n, &t, b.home(c), past)
	}
}

// home draws where someone lives: two of three in a city of the culture.
func (b *builder) home(c culture) string {
	if b.chance(3) {
		return pick(b.r, hubs)
	}
	return pick(b.r, c.home)
}

// person adds one person with a career, skills and contacts.
func (b *builder) person(n named, t *track, location string, past []string) {
	ladder, course := t.ladder(b.r), drawCourse(b.r)
	stints := career(b.r, ladder, course, 2+b.r.IntN(5), nil)
	if len(b.seg.People)%40 == 21 {
		between(stints)
	}
	p := model.Person{
		Name: n.full, Location: location, Skills: t.some(b.r, 4+b.r.IntN(4)),
		Positions: calendarOf(b.now).positions(stints, b.precision(course), b.employer(past)), Origin: origin(b.now),
	}
	s := subject{
		given: n.given, track: t, owns: pick(b.r, t.owns),
		level: slices.Index(ladder, stints[0].title), works: b.works(t),
	}
	job := &p.Positions[0]
	job.Summary, job.Location = upperFirst(s.owns)+".", location
	p.Headline = job.Title + " at " + job.Company
	if b.chance(2) {
		p.Headline = fmt.Sprintf("%s: %s and %s", job.Title, p.Skills[0], p.Skills[1])
		p.Summary = fmt.Sprintf("%s, now at %s. Cares about %s.", job.Title, job.Company, strings.Join(p.Skills[:3], ", "))
	}
	if b.chance(6) {
		p.Notes = pick(b.r, notes)
	}
	p.Contact = b.contact(n, job.Company, p.Location)
	p.Motivators = b.motivators()
	if b.chance(3) {
		p.Background.Tags = []string{pick(b.r, tags)}
	}
	b.seg.People = append(b.seg.People, p)
	b.subjects = append(b.subjects, s)
}

// between moves a career back, so that the last job ended three months ago.
func between(stints []stint) {
	for i := range stints {
		stints[i].start += 3
		stints[i].end += 3
	}
}

// precision draws how well a career's dates are known.
func (b *builder) precision(c course) precision {
	switch {
	case c == undated:
		return notAtAll
	case b.chance(10):
		return toTheYear
	}
	return toTheMonth
}

// employer draws employers, newest first: the current one is of the segment,
// and half of the earlier ones are. The first of the list are drawn more often,
// so that some companies hold more of the talent.
func (b *builder) employer(past []string) func() (string, model.CompanyID) {
	current := true
	return func() (string, model.CompanyID) {
		if !current && b.chance(2) {
			return pick(b.r, past), 0
		}
		current = false
		i := min(b.r.IntN(len(employers)), b.r.IntN(len(employers)))
		return employers[i].name, model.CompanyID(i + 1)
	}
}

// works draws what someone has published: nothing in four of ten cases.
func (b *builder) works(t *track) []work {
	if b.r.IntN(10) < 4 {
		return nil
	}
	at := b.r.IntN(len(t.works))
	out := []work{t.works[at]}
	if b.chance(3) {
		out = append(out, t.works[(at+1)%len(t.works)])
	}
	return out
}

// contact draws how someone is reached: a profile always, a work address for
// three of four, a private one or a telephone now and then. The telephone
// numbers are from the ranges kept for fiction.
func (b *builder) contact(n named, company, location string) model.Contact {
	slug := n.latinGiven + "-" + n.latinFamily
	c := model.Contact{Links: []string{"profiles.example/" + slug}}
	if !b.chance(4) {
		c.Emails = append(c.Emails, n.latinGiven+"."+n.latinFamily+"@"+domain(company))
	}
	if b.chance(4) {
		c.Emails = append(c.Emails, n.latinGiven+"@"+n.latinFamily+"-post.example")
	}
	if b.chance(3) {
		c.Links = append(c.Links, "code.example/"+n.latinGiven+n.latinFamily)
	}
	if !b.chance(8) {
		return c
	}
	if strings.HasSuffix(location, "United States") {
		c.Phones = []string{fmt.Sprintf("+1 202 555 01%02d", b.r.IntN(100))}
	} else {
		c.Phones = []string{fmt.Sprintf("+44 7700 900%03d", b.r.IntN(1000))}
	}
	return c
}

// motivators draws what would move someone: nothing known, one or two things.
func (b *builder) motivators() []model.Motivator {
	all := []model.Motivator{model.Scope, model.Compensation, model.Technology, model.CompanyStage}
	b.r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return slices.Clip(all[:b.r.IntN(3)])
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
