// Package sending is the page that is looked at before a message leaves: to whom it
// goes, through what and when, the text as it goes, what the critique and the gate say
// of it. From here it is approved for a time, logged as sent, copied, or written as a
// file for a mail program.
//
//	p := sending.New(ctx, env, sending.Deps{Store: st, Weights: &w}, id)
//
// It shows what is saved, and reads that anew when anything of it changes; nothing can
// be done meanwhile. What blocks can be passed over with a reason that is typed, which
// is kept with the touch; a closed gate can not.
package sending

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the page reads, and what sends.
type Store interface {
	View(fn func(*store.Tx) error) error
	Gate(tx *store.Tx, id model.PersonID, channel model.Channel, by string, now time.Time) (model.Answer, error)
	SaveDraft(actor string, d *model.Draft) (model.Rev, error)
	LogSent(actor string, d model.Draft) (model.Touch, error)
	Schedule(actor string, d *model.Draft, at time.Time) (sendAt time.Time, err error)
	NameMessage(actor string, person model.PersonID, fresh string) (id string, err error)
	Resolve(actor string, person model.PersonID, left bool) (model.Touch, error)
}

// Deps are what the page works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
	// Against is what the message is compared with, and Compared is closed once that is
	// there; nil: it is compared with nothing.
	Against  func() critique.Against
	Compared <-chan struct{}
	Sender   func() model.Sender // who writes; nil: it is not known
	// Random names messages that are written as files; nil: none are, as where the
	// program runs for somebody elsewhere.
	Random io.Reader
	Folder *string // where files go, as it was said last in the session; nil: nowhere yet
}

// Pane is the page.
type Pane struct {
	pane.Page
	ctx  context.Context
	deps Deps
	id   model.PersonID

	read *reading // nil until read
	at   int      // the finding that one looks at, -1: none
	when time.Time
	busy string // what is being done; "" for nothing
	body *widget.Editor
	top  int // the first line of the finding that is looked at, of what is said of the message
	lead int // the lines of what stands before it
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Scroller   = (*Pane)(nil)
)

// New makes the page of the message to a person; Load reads it.
func New(ctx context.Context, env *pane.Env, deps Deps, id model.PersonID) *Pane {
	p := &Pane{ctx: ctx, Page: pane.NewPage(env), deps: deps, id: id, at: -1, body: widget.NewEditor()}
	p.Act(p.actions())
	return p
}

// Title is to whom the message goes.
func (p *Pane) Title() string {
	if p.read == nil {
		return "Before it leaves"
	}
	return "Before it leaves · " + p.read.name()
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) { p.Resize(w, h) }

// Scroll moves the text.
func (p *Pane) Scroll(rows int) { p.body.Scroll(rows) }

// LetGo leaves the text where it is.
func (p *Pane) LetGo() {}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case done:
		return p.tell(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.mark()
	}
	return nil
}

// reading is the message as it was read at one moment.
type reading struct {
	profile *roster.Profile
	gate    model.Answer
	report  critique.Report // the gravest first
	sender  model.Sender
	shares  string // the title of what goes with it
	days    model.Days
	at      time.Time
}

func (r *reading) name() string { return r.profile.Person.Name }

func (r *reading) draft() *model.Draft { return &r.profile.Draft }
