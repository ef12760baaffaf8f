// Package stock is the page of what messages are made of: the templates, each with its
// text and its versions, the shelf of things that are worth sharing, and the sequences
// with who is in them. tab goes from one to the next.
//
//	p := stock.New(ctx, env, stock.Deps{Store: st})
//
// An edit of a template or a sequence makes a new version; drafts and touches name
// theirs, and an earlier one of a template can be brought back. Everything goes by undo.
//
// Who is in a sequence is found by reading everybody: a command does that where the
// sequences are shown, once more after each change of a person.
package stock

import (
	"context"
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
	InSequences(ctx context.Context) ([]store.InSequence, error)
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
	ctx  context.Context
	deps Deps

	texts *pane.Table[model.TemplateID, model.Template]
	used  map[model.TemplateID]string // the sequences that use it
	shelf *pane.Table[model.ShelfID, model.ShelfItem]
	plans *pane.Table[model.SequenceID, model.Sequence]
	shown shown

	people   *crowd // who is in the sequences; nil until read
	counting pane.Reading
}

// shown is which of the lists is shown.
type shown int

const (
	theTemplates shown = iota
	theShelf
	theSequences
	lists = iota
)

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the page; Load reads it. ctx ends a read that is under way.
func New(ctx context.Context, env *pane.Env, deps Deps) *Pane {
	p := &Pane{Page: pane.NewPage(env), ctx: ctx, deps: deps}
	p.counting = p.Another()
	p.texts = pane.NewTable(func(t *model.Template) model.TemplateID { return t.ID }, p.templateRow)
	p.shelf = pane.NewTable(func(s *model.ShelfItem) model.ShelfID { return s.ID }, p.shelfRow)
	p.plans = pane.NewTable(func(s *model.Sequence) model.SequenceID { return s.ID }, p.sequenceRow)
	p.Act(p.actions())
	return p
}

// Title is how much there is.
func (p *Pane) Title() string {
	switch {
	case !p.texts.Read():
		return "Templates and shelf"
	case p.shown == theShelf:
		return fmt.Sprintf("Shelf · %d", p.shelf.Len())
	case p.shown == theSequences:
		return fmt.Sprintf("Sequences · %d", p.plans.Len())
	}
	return fmt.Sprintf("Templates · %d", p.texts.Len())
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	listW, listH := p.listSize()
	p.texts.SetSize(listW, listH)
	p.shelf.SetSize(listW, listH)
	p.plans.SetSize(listW, listH)
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

// Rows are those of the list that is shown.
func (p *Pane) Rows() pane.Rows {
	switch p.shown {
	case theShelf:
		return p.shelf.Rows(0, "stock.open")
	case theSequences:
		return p.plans.Rows(0, "stock.open")
	}
	return p.texts.Rows(0, "stock.open")
}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case counted:
		return msg.Show(&p.counting, p.showPeople, p.count)
	case kept:
		return p.tell(msg)
	case pane.Changed:
		return p.follow(msg.Kinds)
	case pane.Themed:
		p.redraw()
	}
	return nil
}

// follow reads again what has changed.
func (p *Pane) follow(kinds store.KindSet) tea.Cmd {
	var cmds []tea.Cmd
	if kinds&watched != 0 {
		cmds = append(cmds, p.Load())
	}
	if kinds&store.KindsOf(store.People) != 0 && p.shown == theSequences {
		cmds = append(cmds, p.count())
	}
	return tea.Batch(cmds...)
}

func (p *Pane) redraw() {
	p.texts.Redraw()
	p.shelf.Redraw()
	p.plans.Redraw()
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
	p.plans.Show(pointers(r.sequences))
}

func pointers[T any](list []T) []*T {
	all := make([]*T, len(list))
	for i := range list {
		all[i] = &list[i]
	}
	return all
}
