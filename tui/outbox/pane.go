// Package outbox is the page of the messages that wait to leave: those of which nobody
// knows whether they left first, then by their time; behind them those that have been
// begun, so that none is forgotten.
//
//	p := outbox.New(env, outbox.Deps{Store: st})
//
// The program sends nothing by itself: at its time a message waits for who sends it and
// says so. An approval can be taken back from here.
package outbox

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// Store is what the page reads, and what takes an approval back.
type Store interface {
	View(fn func(*store.Tx) error) error
	Schedule(actor string, d *model.Draft, at time.Time) (sendAt time.Time, err error)
}

// Deps are what the page works with.
type Deps struct{ Store Store }

// watched are the kinds of change that can alter the page.
var watched = store.KindsOf(store.Drafts, store.People)

// row is a message that waits, or has been begun.
type row struct {
	model.Draft
	name string
	at   time.Time // when it goes out, where she lives
}

// Pane is the page.
type Pane struct {
	pane.Page
	deps Deps

	list  *pane.Table[model.PersonID, row]
	begun int // of the rows: those that are not approved
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the page; Load reads what waits.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{Page: pane.NewPage(env), deps: deps}
	p.list = pane.NewTable(func(r *row) model.PersonID { return r.Person }, p.row)
	p.Act(p.actions())
	return p
}

// Title is how many messages wait, and how many have been begun.
func (p *Pane) Title() string {
	if !p.list.Read() {
		return "Outbox"
	}
	waiting := p.list.Len() - p.begun
	title := fmt.Sprintf("Outbox · %d messages", waiting)
	if waiting == 1 {
		title = "Outbox · 1 message"
	}
	if p.begun > 0 {
		title += fmt.Sprintf(" · %d begun", p.begun)
	}
	return title
}

// SetSize sets the inner size. One row is the heading, the last ones show the text.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.list.SetSize(w, max(h-1-p.detailHeight(), 1))
}

// Rows are the messages.
func (p *Pane) Rows() pane.Rows { return p.list.Rows(1, "outbox.look") }

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.list.Redraw()
	}
	return nil
}

// show shows what was read.
func (p *Pane) show(rows []*row) {
	p.begun = 0
	for _, r := range rows {
		if r.OutState() == model.Drafting {
			p.begun++
		}
	}
	p.list.Show(rows)
}

func (p *Pane) actions() []action.Action {
	to := func(request func(model.PersonID) tea.Msg) func() tea.Cmd {
		return func() tea.Cmd { return pane.Request(request(p.list.Current().Person)) }
	}
	return append([]action.Action{
		{ID: "outbox.look", Group: "outbox", Short: "look", Long: "Look at the message as it goes, with what the critique and the gate say; log it as sent, or set another time.", Keys: []string{"enter", "S"}, Footer: true, Why: p.nothing, Run: to(func(id model.PersonID) tea.Msg { return pane.Leave{ID: id} })},
		{ID: "outbox.back", Group: "outbox", Short: "take back", Long: "Take the approval back: the message is a draft again.", Keys: []string{"x"}, Footer: true, Why: p.notApproved, Run: p.takeBack},
		{ID: "outbox.write", Group: "outbox", Short: "write", Long: "Go to the text and write on; typing takes the approval back.", Keys: []string{"c", "e"}, Footer: true, Why: p.notQueued, Run: to(func(id model.PersonID) tea.Msg { return pane.Write{ID: id} })},
		{ID: "outbox.open", Group: "outbox", Short: "person", Long: "Open the person's page.", Keys: []string{"o", "l", "right"}, Why: p.nothing, Run: to(func(id model.PersonID) tea.Msg { return pane.OpenPerson{ID: id} })},
		pane.Back("outbox", "Close the page.", pane.ClosePage),
	}, pane.Moves("outbox", p.list)...)
}

func (p *Pane) nothing() string {
	switch {
	case !p.list.Read():
		return "the outbox is being read"
	case p.list.Current() == nil:
		return "nothing waits to leave"
	}
	return ""
}

func (p *Pane) notQueued() string {
	if why := p.nothing(); why != "" {
		return why
	}
	if p.list.Current().OnItsWay() {
		return "it was handed over already: {outbox.look} says what is known of it"
	}
	return ""
}

func (p *Pane) notApproved() string {
	if why := p.notQueued(); why != "" {
		return why
	}
	if p.list.Current().OutState() == model.Drafting {
		return "it is not approved: {outbox.write} writes on"
	}
	return ""
}

// takeBack makes a draft of the message again.
func (p *Pane) takeBack() tea.Cmd {
	d, name, st, user := p.list.Current().Draft, p.list.Current().name, p.deps.Store, p.Env.User
	return func() tea.Msg {
		if _, err := st.Schedule(user, &d, time.Time{}); err != nil {
			return pane.Fail(err)
		}
		return pane.Toast{Text: "the message to " + name + " is a draft again", Next: pane.TakesBack}
	}
}
