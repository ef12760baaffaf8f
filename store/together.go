package store

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
)

// mostRefused is how many of those who stand in the way are named.
const mostRefused = 3

// RefusedError is an act on several people that some of them do not allow. Nothing
// was changed for anybody.
type RefusedError struct {
	Of   int     // people who were meant
	Errs []error // one for each who does not allow it; each names her
}

func (e *RefusedError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "nothing was changed for any of %d people: ", e.Of)
	for i, err := range e.Errs {
		switch {
		case i == mostRefused:
			fmt.Fprintf(&b, "; and %d more", len(e.Errs)-i)
			return b.String()
		case i > 0:
			b.WriteString("; ")
		}
		b.WriteString(err.Error())
	}
	return b.String()
}

// Unwrap are the refusals.
func (e *RefusedError) Unwrap() []error { return e.Errs }

// Together has the same done to several people as one change: to all or to none,
// and one undo takes it back. do calls one act of the store with the Act that it is
// given.
//
//	all, err := st.Together("ada", people, func(who store.Act) (store.Acted, error) {
//		return st.Snooze(who, until)
//	})
//
// The acted are in the order of the people, each of whom counts once. Where some do
// not allow it the error is a [RefusedError] that tells of all of them; of one person
// alone it is what the act itself says.
func (s *Store) Together(actor string, people []model.PersonID, do func(Act) (Acted, error)) (all []Acted, err error) {
	people = once(people)
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		t := &together{tx: tx}
		all = all[:0]
		var refused []error
		for _, id := range people {
			done, err := do(Act{By: actor, Person: id, in: t})
			if err != nil {
				refused = append(refused, err)
			}
			all = append(all, done)
		}
		switch {
		case len(refused) == 0:
			return By(actor, t.says()), nil
		case len(people) == 1:
			return Actor{}, refused[0]
		}
		return Actor{}, &RefusedError{Of: len(people), Errs: refused}
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// once are the people without those who are named again.
func once(people []model.PersonID) (out []model.PersonID) {
	for _, id := range people {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// together is several acts in one transaction.
type together struct {
	tx          *Tx
	what, clock []string
	names       []string // of whom each what tells
}

func (t *together) act(s *Store, who Act, fn func(*act) (string, error)) (Acted, error) {
	a, err := s.actIn(t.tx, who, fn)
	if err != nil {
		return Acted{}, err
	}
	if a.done.Changed {
		t.what, t.names = append(t.what, a.what), append(t.names, a.p.Name)
	}
	for _, c := range a.clock {
		t.clock = append(t.clock, a.p.Name+" "+c)
	}
	return a.done, nil
}

// says is what the journal says of all of them: the same words once, with how many
// people in place of a name.
func (t *together) says() string {
	if len(t.what) == 0 {
		return ""
	}
	if same, ok := t.inOne(); ok && len(t.what) > 1 {
		return same + beforeBy(shortened(t.clock))
	}
	return strings.Join(shortened(t.what), "; ") + beforeBy(shortened(t.clock))
}

// inOne says it of all people where it is the same of each but for her name.
func (t *together) inOne() (string, bool) {
	of := func(i int) string {
		return strings.Replace(t.what[i], t.names[i], fmt.Sprintf("%d people", len(t.what)), 1)
	}
	for i := range t.what {
		if of(i) != of(0) {
			return "", false
		}
	}
	return of(0), true
}

// shortened is a few of some texts, and how many more there are.
func shortened(all []string) []string {
	if len(all) <= mostRefused {
		return all
	}
	return append(slices.Clone(all[:mostRefused]), fmt.Sprintf("and %d more", len(all)-mostRefused))
}
