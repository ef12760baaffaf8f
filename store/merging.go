package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// ErrSame is a merge of a record with itself.
var ErrSame = errors.New("these are one record already")

// MergePeople makes one record of two that are of the same person, in one change
// that undo takes back: what hangs on other hangs on keep from then on, places
// on maps and connections lead to it, and other is gone. Rows that meant it mean
// keep. Of two locks the stricter stands; see [model.Absorb].
func (s *Store) MergePeople(actor string, keep, other model.PersonID) (rev model.Rev, err error) {
	if keep == other {
		return 0, fmt.Errorf("%s and %s: %w", keep, other, ErrSame)
	}
	var ties []Tie // found before: it takes a look at everyone
	err = s.View(func(tx *Tx) error {
		p, err := tx.Person(other)
		if err == nil {
			ties, err = tx.tiesTo(other, []string{p.Name})
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	return s.edit(func(tx *Tx) (Actor, error) {
		m := merging{tx: tx}
		if m.keep, err = tx.Person(keep); err != nil {
			return Actor{}, err
		}
		if m.other, err = tx.Person(other); err != nil {
			return Actor{}, err
		}
		by := By(actor, fmt.Sprintf("merged %s (%s) into %s", m.other.Name, other, m.keep.Name))
		return by, m.run(ties)
	})
}

// merging is a merge of two people at work.
type merging struct {
	tx          *Tx
	keep, other model.Person
}

func (m *merging) run(ties []Tie) error {
	text := model.IdentityText(&m.other)
	model.Absorb(&m.keep, &m.other)
	m.keep.Background.Connections = slices.DeleteFunc(m.keep.Background.Connections, func(c model.Connection) bool {
		return c.Person == m.keep.ID || c.Person == m.other.ID // nobody introduces herself
	})
	for _, step := range []func() error{
		m.hangOver, m.draft, func() error { return m.tx.cancelPending(m.keep.ID) }, m.statements, m.places,
		func() error { return m.ties(ties) },
		func() error { return remove(m.tx, people, personKey(m.other.ID)) },
		func() error { return m.tx.PutPerson(&m.keep) },
		func() error { return m.decisions(text) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// hangOver moves signals, touches and news, with their numbers, so that they
// stay in the order in which they came.
func (m *merging) hangOver() error {
	to := m.keep.ID
	return errors.Join(
		rehang(m.tx, signals, m.tx.SignalsOf(m.other.ID), func(s *model.Signal) { s.Person = to }),
		rehang(m.tx, touches, m.tx.TouchesOf(m.other.ID), func(t *model.Touch) { t.Person = to }),
		rehang(m.tx, draftVersions, m.tx.VersionsOf(m.other.ID), func(v *model.DraftVersion) { v.Person = to }),
		rehang(m.tx, news, m.tx.NewsOf(m.other.ID), func(n *model.News) { n.Person = to }),
	)
}

// draft keeps the text of both drafts. What was approved to go out to one of them
// is approved no longer.
func (m *merging) draft() error {
	theirs, err := m.tx.Draft(m.other.ID)
	switch {
	case errors.Is(err, ErrNotFound):
		return nil
	case err != nil:
		return err
	}
	if theirs.OnItsWay() {
		return onItsWay(&theirs)
	}
	mine, err := m.tx.Draft(m.keep.ID)
	switch {
	case err == nil && mine.OnItsWay():
		return onItsWay(&mine)
	case errors.Is(err, ErrNotFound):
		mine, theirs.Rev = theirs, 0
		mine.Person, mine.Rev = m.keep.ID, 0
	case err != nil:
		return err
	default:
		if mine.Subject == "" {
			mine.Subject = theirs.Subject
		}
		if theirs.Body != "" && theirs.Body != mine.Body {
			mine.Body += "\n\n" + theirs.Body
		}
	}
	return errors.Join(m.tx.RemoveDraft(m.other.ID), m.tx.PutDraft(&mine))
}

// statements are of one person now; of two by one source the newer counts.
func (m *merging) statements() error {
	theirs, err := m.tx.StatementsOf(m.other.ID)
	if err != nil {
		return err
	}
	for _, st := range theirs {
		if err := remove(m.tx, statements, statementKey(st.Source, m.other.ID)); err != nil {
			return err
		}
		mine, err := m.tx.Statement(st.Source, m.keep.ID)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		if err == nil && mine.AsOf >= st.AsOf {
			continue
		}
		st.Person, st.Rev = m.keep.ID, mine.Rev
		if err := m.tx.PutStatement(&st); err != nil {
			return err
		}
	}
	return nil
}

// places gives her the better of two places on each map, and both notes.
func (m *merging) places() error {
	list, err := collect(m.tx.Maps())
	if err != nil {
		return err
	}
	for i := range list {
		if !list[i].Unite(m.keep.ID, m.other.ID) {
			continue
		}
		if err := m.tx.PutMap(&list[i]); err != nil {
			return err
		}
	}
	return m.shortlists()
}

// shortlists have one decision about her where there were two.
func (m *merging) shortlists() error {
	list, err := collect(m.tx.Roles())
	if err != nil {
		return err
	}
	for i := range list {
		if !list[i].List.Unite(m.keep.ID, m.other.ID) {
			continue
		}
		if err := m.tx.PutRole(&list[i]); err != nil {
			return err
		}
	}
	return nil
}

// ties leads the connections of others to her.
func (m *merging) ties(ties []Tie) error {
	for _, t := range ties {
		if t.Of == m.keep.ID || t.Of == m.other.ID || t.Connection.Person != m.other.ID {
			continue
		}
		p, err := m.tx.Person(t.Of)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		p.Background.Connections = slices.Clone(p.Background.Connections)
		for i := range p.Background.Connections {
			if c := &p.Background.Connections[i]; c.Person == m.other.ID {
				c.Person = m.keep.ID
			}
		}
		if err := m.tx.PutPerson(&p); err != nil {
			return err
		}
	}
	return nil
}

// decisions that led to other lead to keep, also those that are still open; and
// a row that reads like other means keep.
func (m *merging) decisions(text string) error {
	made, err := collect(scan(m.tx, identities, []byte{spaceIdentity}))
	if err != nil {
		return err
	}
	for i := range made {
		if made[i].Person == m.other.ID {
			made[i].Person = m.keep.ID
			if err := put(m.tx, identities, &made[i]); err != nil {
				return err
			}
		}
	}
	open, err := collect(m.tx.Reviews())
	if err != nil {
		return err
	}
	for i := range open {
		at := slices.Index(open[i].Like, m.other.ID)
		if at < 0 {
			continue
		}
		open[i].Like = slices.Clone(open[i].Like)
		open[i].Like[at] = m.keep.ID
		if err := m.tx.PutReview(&open[i]); err != nil {
			return err
		}
	}
	return m.tx.PutIdentity(text, m.keep.ID)
}
