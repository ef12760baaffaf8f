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
	"talentmap/tui/widget"
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

	read      bool
	templates map[model.TemplateID]*model.Template
	used      map[model.TemplateID]string // the sequences that use it
	items     map[model.ShelfID]*model.ShelfItem
	texts     *widget.List[model.TemplateID]
	shelf     *widget.List[model.ShelfID]
	onShelf   bool // the shelf is shown, and not the templates
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
	p.texts, p.shelf = widget.NewList(p.templateRow), widget.NewList(p.shelfRow)
	p.Act(p.actions())
	return p
}

// Title is how much there is.
func (p *Pane) Title() string {
	switch {
	case !p.read:
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
	switch {
	case p.onShelf && p.shelf.Len() > 0:
		return pane.Rows{List: p.shelf, Open: "stock.edit"}
	case !p.onShelf && p.texts.Len() > 0:
		return pane.Rows{List: p.texts, Open: "stock.edit"}
	}
	return pane.Rows{}
}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
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

// template is the one under the cursor, nil for none.
func (p *Pane) template() *model.Template {
	id, ok := p.texts.Cursor()
	if !ok {
		return nil
	}
	return p.templates[id]
}

// item is the thing under the cursor, nil for none.
func (p *Pane) item() *model.ShelfItem {
	id, ok := p.shelf.Cursor()
	if !ok {
		return nil
	}
	return p.items[id]
}

type loaded struct {
	pane.Owner
	templates []model.Template
	sequences []model.Sequence
	items     []model.ShelfItem
	err       error
}

// Load reads the page again. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	msg, st, ship := loaded{Owner: p.Owner(gen)}, p.deps.Store, p.deps.Ship
	return func() tea.Msg {
		if ship != nil {
			if msg.err = ship(); msg.err != nil {
				return msg
			}
		}
		msg.err = st.View(func(tx *store.Tx) (err error) {
			if msg.templates, err = pane.Collect(tx.Templates()); err != nil {
				return err
			}
			if msg.sequences, err = pane.Collect(tx.Sequences()); err != nil {
				return err
			}
			msg.items, err = pane.Collect(tx.Shelf())
			return err
		})
		return msg
	}
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if !p.Reading.End(msg.Gen) {
		return nil
	}
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	p.read = true
	p.templates, p.items, p.used = map[model.TemplateID]*model.Template{}, map[model.ShelfID]*model.ShelfItem{}, map[model.TemplateID]string{}
	texts, shelf := make([]model.TemplateID, len(msg.templates)), make([]model.ShelfID, len(msg.items))
	for i := range msg.templates {
		t := &msg.templates[i]
		texts[i], p.templates[t.ID] = t.ID, t
	}
	for i := range msg.items {
		s := &msg.items[i]
		shelf[i], p.items[s.ID] = s.ID, s
	}
	for i := range msg.sequences {
		s := &msg.sequences[i]
		for k, st := range s.Steps {
			p.used[st.Template] = fmt.Sprintf("touch %d of %d of “%s”", k+1, len(s.Steps), s.Name)
		}
	}
	p.texts.SetIDs(texts)
	p.shelf.SetIDs(shelf)
	if p.Reading.Wanted() {
		return p.Load()
	}
	return nil
}
