package pane

import (
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/tui/widget"
)

// Sifter finds people by a query. It is asked within Update and must be quick.
type Sifter interface {
	// Narrow are those of some people whom a query finds. The error says what of it
	// can't be understood.
	Narrow(query string, ids []model.PersonID) ([]model.PersonID, error)
	// Complete lists what the word of a query may become, see [widget.Complete].
	Complete(query string, cursor int, all bool) []widget.Completion
}

// Sifting narrows people who have been read by a query, while one types.
//
//	s := pane.NewSifting(env, "shortlist.complete", finder, p.refill)
//	s.Sift(all)
//	ids := s.Kept(all)
type Sifting struct {
	*Narrowing
	finder Sifter
	kept   map[model.PersonID]bool // nil: everyone
}

// NewSifting makes a line that is not there yet. refill is what follows when its text
// has changed: it sifts again. finder may be nil where nothing is typed.
func NewSifting(env *Env, completes string, finder Sifter, refill func()) *Sifting {
	s := &Sifting{finder: finder}
	s.Narrowing = NewNarrowing(env, completes, s.complete, Just(refill))
	return s
}

func (s *Sifting) complete(text string, cursor int, all bool) []widget.Completion {
	if s.finder == nil { // for the docs
		return nil
	}
	return s.finder.Complete(text, cursor, all)
}

// Sift finds whom of some people the query keeps. Of a text that can't be understood
// the last that could stays.
func (s *Sifting) Sift(ids []model.PersonID) {
	s.Wrong(nil)
	if strings.TrimSpace(s.Text()) == "" {
		s.kept = nil
		return
	}
	kept, err := s.finder.Narrow(s.Text(), ids)
	if err != nil {
		s.Wrong(err)
		return
	}
	s.kept = make(map[model.PersonID]bool, len(kept))
	for _, id := range kept {
		s.kept[id] = true
	}
}

// Keeps reports whether the query keeps somebody.
func (s *Sifting) Keeps(id model.PersonID) bool { return s.kept == nil || s.kept[id] }

// Kept are those of a list whom the query keeps, in its order.
func (s *Sifting) Kept(ids []model.PersonID) []model.PersonID {
	if s.kept == nil {
		return ids
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id model.PersonID) bool { return !s.kept[id] })
}
