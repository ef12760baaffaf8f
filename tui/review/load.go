package review

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// window is how many rows are read.
const window = 500

// rows are those that wait as read at one moment.
type rows struct {
	all  []*row
	more int // beyond the window
}

// row is one that waits, with the people it may mean.
type row struct {
	model.Review
	file string
	like []model.Person
}

type loaded = pane.Loaded[*rows]

// Load reads the rows again.
func (p *Pane) Load() tea.Cmd {
	st := p.deps.Store
	return pane.Load(&p.Reading, func() (*rows, error) { return read(st) })
}

func (p *Pane) show(r *rows) {
	before, _ := p.list.Cursor()
	p.more = r.more
	p.list.Show(r.all)
	for id, away := range p.gone {
		switch there := p.list.Of(id) != nil; {
		case !there:
			p.gone[id] = true
		case away: // taken back: the next key must not decide about another
			delete(p.gone, id)
			p.list.Select(id)
		}
	}
	p.SetSize(p.W, p.H)
	if now, _ := p.list.Cursor(); now != before {
		p.with = 0
	}
}

func read(st Store) (*rows, error) {
	out := &rows{}
	err := st.View(func(tx *store.Tx) error {
		for r, err := range tx.Reviews() {
			if err != nil {
				return err
			}
			if len(out.all) == window {
				out.more++
				continue
			}
			read, err := readRow(tx, r)
			if err != nil {
				return err
			}
			out.all = append(out.all, read)
		}
		return nil
	})
	return out, err
}

func readRow(tx *store.Tx, r model.Review) (*row, error) {
	out := &row{Review: r}
	switch imp, err := tx.Import(r.Import); {
	case err == nil:
		out.file = imp.Source
	case !errors.Is(err, store.ErrNotFound):
		return nil, err
	}
	var err error
	like, err := tx.MayMean(&r)
	out.like = like
	return out, err
}
