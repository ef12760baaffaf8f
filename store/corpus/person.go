package corpus

import (
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/scoring/critique"
)

// term is a [critique.Term] in 32 bits: of a million different ones some hundred
// share theirs with another.
type term uint32

func termOf(t critique.Term) term { return term(t ^ t>>32) }

// name is a [critique.Name] with what it is the name of. All 64 bits count: somebody
// who is taken for another blocks a message.
type name uint64

// What a name is of.
const (
	ofPerson  = 0
	ofGiven   = 0x9E3779B97F4A7C15
	ofCompany = 0xC2B2AE3D27D4EB4F
)

func called(n critique.Name) name  { return name(n) ^ ofPerson }
func given(n critique.Name) name   { return name(n) ^ ofGiven }
func employs(n critique.Name) name { return name(n) ^ ofCompany }

// adds is what a person adds to the counts. Each thing stands once.
type adds struct {
	terms []term
	names []name
}

// teller finds out what people add. Its buffers serve one after the other.
type teller struct {
	now   time.Time
	terms []critique.Term
	adds  adds
	texts critique.TermCache
}

// of is what a person adds; valid until the next call.
func (t *teller) of(p *model.Person) adds {
	a := adds{t.adds.terms[:0], t.adds.names[:0]}
	t.terms = t.texts.Terms(t.terms[:0], p)
	for _, one := range t.terms {
		a.terms = append(a.terms, termOf(one))
	}
	slices.Sort(a.terms)
	a.terms = slices.Compact(a.terms)
	add := func(n name) {
		if !slices.Contains(a.names, n) {
			a.names = append(a.names, n)
		}
	}
	if words := strings.Fields(p.Name); len(words) > 0 {
		add(called(critique.NameOf(p.Name)))
		add(given(critique.NameOf(words[0])))
	}
	for _, pos := range p.Positions {
		if pos.Company != "" && pos.Open(t.now) {
			add(employs(critique.NameOf(model.CompanyKey(pos.Company))))
		}
	}
	t.adds = a
	return a
}
