// Package stock is the page of what messages are made of: the templates, each with its
// text and its versions, and the shelf of things that are worth sharing. tab goes from
// one to the other.
//
//	p := stock.New(env, stock.Deps{Store: st})
//
// An edit of a template makes a new version; drafts and touches name theirs, and an
// earlier one can be brought back. Everything goes by undo.
package stock

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// Store is what the page reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	Edit(by store.Actor, fn func(*store.Tx) error) (model.Rev, error)
}

// Deps are what the page works with.
type Deps struct {
	Store Store
	// Ship puts the templates that come with the program in where there never were any;
	// nil: none do.
	Ship func() error
}

// watched are the kinds of change that can alter the page.
var watched = store.KindsOf(store.Templates, store.Sequences, store.Shelf)

// Pane is the page.
type Pane struct {
	pane.Page
	deps Deps

	texts   *pane.Table[model.TemplateID, model.Template]
	used    map[model.TemplateID]string // the sequences that use it
	shelf   *pane.Table[model.ShelfID, model.ShelfItem]
	onShelf bool // the shelf is shown, and not the templates
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the page; Load reads it.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{Page: pane.NewPage(env), deps: deps}
	p.texts = pane.NewTable(func(t *model.Template) model.TemplateID { return t.ID }, p.templateRow)
	p.shelf = pane.NewTable(func(s *model.ShelfItem) model.ShelfID { return s.ID }, p.shelfRow)
	p.Act(p.actions())
	return p
}

// Title is how much there is.
func (p *Pane) Title() string {
	switch {
	case !p.texts.Read():
		return "Templates and shelf"
	case p.onShelf:
		return fmt.Sprintf("Shelf · %d", p.shelf.Len())
	}
	return fmt.Sprintf("Templates · %d", p.texts.Len())
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	listW, listH := p.listSize()
	p.texts.SetSize(listW, listH)
	p.shelf.SetSize(listW, listH)
}

// besideW is from which width what is under the cursor stands beside the list.
const besideW = 96

func (p *Pane) listSize() (w, h int) {
	if p.beside() {
		return p.W * 2 / 5, p.H
	}
	return p.W, max(p.H*2/5, 1)
}

func (p *Pane) beside() bool { return p.W >= besideW && !p.Env.Aloud }

// Rows are the templates, or what is on the shelf.
func (p *Pane) Rows() pane.Rows {
	if p.onShelf {
		return p.shelf.Rows(0, "stock.edit")
	}
	return p.texts.Rows(0, "stock.edit")
}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case kept:
		return p.tell(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.texts.Redraw()
		p.shelf.Redraw()
	}
	return nil
}

// reading is the page as read at one moment.
type reading struct {
	templates []model.Template
	sequences []model.Sequence
	items     []model.ShelfItem
}

type loaded = pane.Loaded[reading]

// Load reads the page again.
func (p *Pane) Load() tea.Cmd {
	st, ship := p.deps.Store, p.deps.Ship
	return pane.Load(&p.Reading, func() (r reading, err error) {
		if ship != nil {
			if err := ship(); err != nil {
				return r, err
			}
		}
		err = st.View(func(tx *store.Tx) (err error) {
			if r.templates, err = pane.Collect(tx.Templates()); err != nil {
				return err
			}
			if r.sequences, err = pane.Collect(tx.Sequences()); err != nil {
				return err
			}
			r.items, err = pane.Collect(tx.Shelf())
			return err
		})
		return r, err
	})
}

func (p *Pane) show(r reading) {
	p.used = map[model.TemplateID]string{}
	for i := range r.sequences {
		s := &r.sequences[i]
		for k, st := range s.Steps {
			p.used[st.Template] = fmt.Sprintf("touch %d of %d of “%s”", k+1, len(s.Steps), s.Name)
		}
	}
	p.texts.Show(pointers(r.templates))
	p.shelf.Show(pointers(r.items))
}

func pointers[T any](list []T) []*T {
	all := make([]*T, len(list))
	for i := range list {
		all[i] = &list[i]
	}
	return all
}
