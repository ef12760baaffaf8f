package history

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// listed is how many touched records are named; an import has many.
const listed = 1000

// touched is what one change has touched, by name.
type touched struct {
	pane.Owner
	row   row
	names []named
	err   error
}

// named is one record: what it is, and how people call it.
type named struct{ kind, name string }

func (p *Pane) readTouched() tea.Cmd {
	owner, st, r := p.Owner(0), p.deps.Store, *p.list.Current()
	return func() tea.Msg {
		out := touched{Owner: owner, row: r}
		out.err = st.View(func(tx *store.Tx) error { return out.read(tx) })
		return out
	}
}

// read names the records, newest change first, until there are enough.
func (t *touched) read(tx *store.Tx) error {
	for rev := t.row.newest; rev >= t.row.oldest && len(t.names) < listed; rev-- {
		c, err := tx.Change(rev)
		if err != nil {
			return err
		}
		if c.Import != t.row.imported || c.Quiet {
			continue // saved as it was typed, amid an import
		}
		for _, ref := range c.Refs[:min(len(c.Refs), listed-len(t.names))] {
			name, err := nameOf(tx, ref)
			if err != nil {
				return err
			}
			t.names = append(t.names, named{ref.Kind.String(), name})
		}
	}
	return nil
}

// nameOf is how people call what a change has touched.
func nameOf(tx *store.Tx, ref store.Ref) (name string, err error) {
	var id fmt.Stringer
	switch ref.Kind {
	case store.People, store.PersonSignals, store.Touches, store.Drafts, store.DraftVersions:
		p, e := tx.Person(model.PersonID(ref.ID))
		id, name, err = model.PersonID(ref.ID), p.Name, e
	case store.Companies, store.CompanySignals:
		c, e := tx.Company(model.CompanyID(ref.ID))
		id, name, err = model.CompanyID(ref.ID), c.Name, e
	case store.Maps:
		m, e := tx.Map(model.MapID(ref.ID))
		id, name, err = model.MapID(ref.ID), m.Name, e
	case store.Imports:
		i, e := tx.Import(model.ImportID(ref.ID))
		id, name, err = model.ImportID(ref.ID), i.Source, e
	case store.Templates:
		t, e := tx.Template(model.TemplateID(ref.ID))
		id, name, err = model.TemplateID(ref.ID), t.Name, e
	case store.Sequences:
		s, e := tx.Sequence(model.SequenceID(ref.ID))
		id, name, err = model.SequenceID(ref.ID), s.Name, e
	case store.Shelf:
		s, e := tx.ShelfItem(model.ShelfID(ref.ID))
		id, name, err = model.ShelfID(ref.ID), s.Title, e
	case store.Filters:
		f, e := tx.Filter(model.FilterID(ref.ID))
		if errors.Is(e, store.ErrNotFound) {
			return "not there now", nil
		}
		return "@" + f.Name, e
	default:
		return fmt.Sprint(ref.ID), nil
	}
	if errors.Is(err, store.ErrNotFound) {
		return id.String() + ", not there now", nil
	}
	return name + " (" + id.String() + ")", err
}

func (p *Pane) showTouched(msg touched) tea.Cmd {
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	env := p.Env
	return pane.Request(pane.Show{Overlay: overlay.NewReader(env, fmt.Sprintf("Change %d", msg.row.newest), func(w int) []string {
		s := &pane.Sheet{Env: env, W: w}
		msg.draw(s)
		return s.Lines
	})})
}

func (t *touched) draw(s *pane.Sheet) {
	s.Wrapped(theme.Strong, 0, t.row.what)
	s.Text(theme.Dim, t.row.who+", "+t.row.at.Format("2006-01-02 15:04"))
	if t.row.gone {
		s.Text(theme.Warm, "does not stand now")
	}
	s.Head(count(t.row.records))
	for _, n := range t.names {
		s.Cells(pane.Cell{Tok: theme.Dim, Text: n.kind, W: 12}, pane.Cell{Tok: theme.Text, Text: n.name})
	}
	if more := t.row.records - len(t.names); more > 0 {
		s.Text(theme.Dim, fmt.Sprintf("and %d more", more))
	}
}
