package sample

import (
	"iter"
	"math/rand/v2"
	"strconv"
	"time"

	"talentmap/model"
)

// crowdMonth is the month as of which a crowd is described. It is fixed, so
// that a crowd is the same on every day.
var crowdMonth = calendar{2026, time.June}

// Crowd yields n people, the same for the same seed: a larger crowd begins with
// the smaller one. They carry what an import would bring — name, one e-mail
// address and one link that nobody else has, location, skills, two to five
// positions — and nothing that a team finds out later. IDs are zero.
//
// A crowd has far fewer names than people, as a large database does: of a
// million, about twenty share each name.
func Crowd(seed uint64, n int) iter.Seq[model.Person] {
	return func(yield func(model.Person) bool) {
		f := newCrowdFactory(seed)
		for i := range n {
			p, _ := f.person(i)
			if !yield(p) {
				return
			}
		}
	}
}

// crowdFactory makes the people of a crowd one after another.
type crowdFactory struct {
	r         *rand.Rand
	cultures  []culture
	tracks    []track
	employers []string
	domains   []string
	stints    []stint
	buf       []byte
}

func newCrowdFactory(seed uint64) *crowdFactory {
	f := &crowdFactory{
		r: rand.New(rand.NewPCG(seed, 1)), cultures: cultures(),
		tracks: append(engineering(), design()...), employers: crowdCompanies(),
	}
	for _, e := range f.employers {
		f.domains = append(f.domains, domain(e))
	}
	return f
}

// person makes the i-th person of the crowd. i makes the address and the link
// her own.
func (f *crowdFactory) person(i int) (model.Person, named) {
	c := &f.cultures[f.r.IntN(len(f.cultures))]
	n := c.name(f.r)
	t := &f.tracks[f.r.IntN(len(f.tracks))]
	p := model.Person{Name: n.full, Location: pick(f.r, c.home)}
	if f.r.IntN(4) == 0 {
		p.Location = pick(f.r, hubs)
	}
	first := -1
	f.stints = career(f.r, t.ladder(f.r), drawDated(f.r), 2+f.r.IntN(4), f.stints[:0])
	p.Positions = crowdMonth.positions(f.stints, toTheMonth, func() (string, model.CompanyID) {
		e := f.r.IntN(len(f.employers))
		if first < 0 {
			first = e
		}
		return f.employers[e], 0
	})
	p.Headline = p.Positions[0].Title
	p.Skills = t.some(f.r, 3+f.r.IntN(4))
	p.Contact.Emails = []string{f.text(n.latinGiven, ".", n.latinFamily, i, "@", f.domains[first])}
	p.Contact.Links = []string{f.text("profiles.example/", n.latinGiven, "-"+n.latinFamily, i, "", "")}
	return p, n
}

// drawDated draws a course whose dates are known.
func drawDated(r *rand.Rand) course {
	if c := drawCourse(r); c != undated {
		return c
	}
	return plateaued
}

// text joins the parts of an address around a number.
func (f *crowdFactory) text(a, b, c string, i int, d, e string) string {
	f.buf = append(append(append(f.buf[:0], a...), b...), c...)
	f.buf = strconv.AppendInt(append(f.buf, '-'), int64(i), 10)
	return string(append(append(f.buf, d...), e...))
}

// ladder draws the ladder of a maker, or in one of three cases of a lead.
func (t *track) ladder(r *rand.Rand) []string {
	if r.IntN(3) == 0 {
		return t.lead
	}
	return t.maker
}

// some draws n different skills of the track, n at most as many as it has.
func (t *track) some(r *rand.Rand, n int) []string {
	out := make([]string, 0, n)
	step, at := 1+r.IntN(2), r.IntN(len(t.skills))
	if len(t.skills)%2 == 0 {
		step = 1
	}
	for range min(n, len(t.skills)) {
		out = append(out, t.skills[at%len(t.skills)])
		at += step
	}
	return out
}
