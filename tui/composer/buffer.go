package composer

import (
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// buffer is one draft as it is typed.
//
//	typed ─▶ dirty ─(600 ms or 20 keys)─▶ saving ─▶ saved
//	            ▲                            │ typed meanwhile
//	            └────────────────────────────┘
type buffer struct {
	draft   model.Draft // as it stands in the editor; Rev as last saved
	began   model.Draft // as the last save began to save it
	name    string      // the person's, who may no longer be the one shown
	typed   bool        // typed in since one came here
	dirty   bool        // typed since the last save began
	keys    int         // unsaved keys
	saving  bool
	offered string // the subject of an answer, before anything is typed; "": none
	review  bool   // look at it before it leaves, when everything is saved
	armed   bool   // a timer is on its way
	failed  string
	at      time.Time // of the last save
}

func newBuffer(d model.Draft, name string) *buffer {
	if d.Channel == "" {
		d.Channel = model.Email
	}
	return &buffer{draft: d, name: name, at: d.At}
}

func (b *buffer) busy() bool { return b.dirty || b.saving }

// saveDue is the timer of a buffer.
type saveDue struct {
	pane.Owner
	person model.PersonID
}

// saved is a finished save.
type saved struct {
	pane.Owner
	draft model.Draft
	err   error
}

// typed gives a key or a paste to the subject or the body.
func (p *Pane) typed(msg tea.Msg) tea.Cmd {
	b := p.buffer()
	if b == nil {
		return nil
	}
	switch p.typing {
	case inSubject:
		if k, ok := msg.(tea.KeyPressMsg); ok && (k.String() == "enter" || k.String() == "down") {
			return p.otherField()
		}
		changed, _ := p.subject.Update(msg)
		if pane.NoRoom(msg, changed) {
			return pane.Request(pane.Toast{Text: pane.TooLong, Bad: true})
		}
		if s := model.CleanLine(p.subject.Text()); s != b.draft.Subject {
			b.draft.Subject = s
			return p.touched(b)
		}
	case inBody:
		p.fill(msg)
		changed, _ := p.body.Update(msg)
		switch {
		case changed:
			return p.touched(b)
		case pane.NoRoom(msg, changed):
			return pane.Request(pane.Toast{Text: pane.TooLong, Bad: true})
		}
	}
	return nil
}

// touched notes a key, and sees that it will be saved and that the critique reads it.
func (p *Pane) touched(b *buffer) tea.Cmd {
	b.dirty, b.typed = true, true
	b.keys++
	b.draft.SendAt = time.Time{} // another text was approved
	read := p.criticize()
	if b.keys >= saveKeys {
		return tea.Batch(read, p.save(b))
	}
	return tea.Batch(read, p.arm(b, saveAfter))
}

func (p *Pane) arm(b *buffer, after time.Duration) tea.Cmd {
	if b.armed {
		return nil
	}
	b.armed = true
	due := saveDue{Owner: pane.Owner{ID: p.id}, person: b.draft.Person}
	return p.env.After(after, func(time.Time) tea.Msg { return due })
}

func (p *Pane) saveIfDirty(id model.PersonID) tea.Cmd {
	b := p.buffers[id]
	if b == nil {
		return nil
	}
	b.armed = false
	if !b.dirty {
		return nil
	}
	return p.save(b)
}

// save begins to save a buffer, unless a save of it is under way: then the end
// of that one begins the next.
func (p *Pane) save(b *buffer) tea.Cmd {
	if b.saving {
		return nil
	}
	p.collect(b)
	b.saving, b.dirty, b.keys = true, false, 0
	b.began = b.draft
	d, st, user, owner := b.draft, p.deps.Store, p.env.User, pane.Owner{ID: p.id}
	return func() tea.Msg {
		_, err := st.SaveDraft(user, &d)
		return saved{Owner: owner, draft: d, err: err}
	}
}

// collect takes the body out of the editor, once a save and not at every key.
func (p *Pane) collect(b *buffer) {
	if b == p.buffer() {
		b.draft.Body = model.CleanText(p.body.Text())
	}
}

// settle takes note of a finished save. One that failed keeps the text and is
// tried again.
func (p *Pane) settle(msg saved) tea.Cmd {
	b := p.buffers[msg.draft.Person]
	if b == nil {
		return nil
	}
	b.saving = false
	var conflict *store.ConflictError
	switch {
	case errors.As(msg.err, &conflict) && p.ours(conflict, &msg.draft):
		msg.draft.Rev, msg.err = conflict.Theirs.(model.Draft).Rev, nil // saved before, without a word
	case errors.As(msg.err, &conflict):
		return p.keepBoth(b, conflict)
	case errors.Is(msg.err, store.ErrNotFound) && msg.draft.Rev != 0:
		return p.keepOurs(b)
	case msg.err != nil:
		b.failed, b.dirty, b.review = msg.err.Error(), true, false
		return tea.Batch(pane.Request(pane.Fail(fmt.Errorf("the draft is not saved: %w", msg.err))), p.arm(b, 5*time.Second))
	}
	b.failed, b.at, b.draft.Rev = "", msg.draft.At, msg.draft.Rev
	switch {
	case b.review && !b.dirty:
		b.review = false
		return pane.Request(pane.Leave{ID: b.draft.Person})
	case b.review:
		return p.save(b)
	case b.keys >= saveKeys:
		return p.save(b)
	case b.dirty:
		return p.arm(b, saveAfter)
	}
	return nil
}

// ours reports whether what stands there is what was to be saved: a save of
// which nobody could tell whether it had succeeded.
func (p *Pane) ours(c *store.ConflictError, d *model.Draft) bool {
	theirs, ok := c.Theirs.(model.Draft)
	return ok && theirs.By == p.env.User && theirs.Subject == d.Subject && theirs.Body == d.Body && theirs.Channel == d.Channel
}

// keepBoth puts the other's text under ours: nothing typed by either is lost.
func (p *Pane) keepBoth(b *buffer, c *store.ConflictError) tea.Cmd {
	theirs, ok := c.Theirs.(model.Draft)
	if !ok {
		return nil
	}
	b.draft.Rev, b.review = theirs.Rev, false
	p.collect(b)
	b.draft.Body = both(&b.draft, &theirs)
	if b == p.buffer() {
		at := p.body.Offset()
		p.body.SetText(b.draft.Body)
		p.body.MoveTo(at) // theirs stands below
	}
	b.dirty = true
	return tea.Batch(
		p.criticize(),
		pane.Request(pane.Toast{Text: theirs.By + " wrote to this person at the same time: both texts are here, keep what is right", Bad: true}),
		p.save(b))
}

// keepOurs saves anew what is typed here after somebody has thrown the draft
// away, or sent it.
func (p *Pane) keepOurs(b *buffer) tea.Cmd {
	b.draft.Rev, b.review = 0, false
	return tea.Batch(
		pane.Request(pane.Toast{Text: "the draft to " + b.name + " was sent or thrown away meanwhile: what you typed is kept", Bad: true}),
		p.save(b))
}

// Unsaved reports whether anything typed is not on disk yet.
func (p *Pane) Unsaved() bool {
	for _, b := range p.buffers {
		if b.busy() {
			return true
		}
	}
	return false
}

// Flush begins to save everything typed.
func (p *Pane) Flush() tea.Cmd {
	var cmds []tea.Cmd
	for _, b := range p.buffers {
		if b.dirty {
			cmds = append(cmds, p.save(b))
		}
	}
	return tea.Batch(cmds...)
}

// SaveNow saves what is unsaved and waits for it: for a session that ends
// without its event loop.
func (p *Pane) SaveNow() error {
	var errs []error
	for _, b := range p.buffers {
		if b.busy() {
			p.collect(b)
			errs = append(errs, p.saveAtLast(b))
		}
	}
	return errors.Join(errs...)
}

// saveTries is how often a save begins again at what stands there by now.
const saveTries = 5

// saveAtLast saves one buffer. Nobody is there any more to choose between two texts,
// so that somebody else's goes under ours, as in keepBoth.
func (p *Pane) saveAtLast(b *buffer) (err error) {
	d := b.draft
	for range saveTries {
		_, err = p.deps.Store.SaveDraft(p.env.User, &d)
		var conflict *store.ConflictError
		switch {
		case errors.As(err, &conflict) && p.ours(conflict, &d):
			return nil // it was saved, without a word
		case errors.As(err, &conflict):
			theirs, ok := conflict.Theirs.(model.Draft)
			if !ok {
				return err
			}
			if !p.ours(conflict, &b.began) { // else our own save was under way when the loop ended
				d.Body = both(&d, &theirs)
			}
			d.Rev = theirs.Rev
		case errors.Is(err, store.ErrNotFound) && d.Rev != 0:
			d.Rev = 0
		case !errors.Is(err, store.ErrUnknown):
			return err
		}
	}
	return err
}

// both is our text with somebody else's under it.
func both(ours, theirs *model.Draft) string {
	return ours.Body + fmt.Sprintf("\n\n--- as %s wrote it at %s ---\n%s\n", theirs.By, theirs.At.Format("15:04"), strings.TrimSpace(theirs.Subject+"\n\n"+theirs.Body))
}

func countWords(s string) int { return len(strings.Fields(s)) }

// dropClean forgets the buffers of which everything is on disk.
func (p *Pane) dropClean() {
	for id, b := range p.buffers {
		if !b.busy() {
			delete(p.buffers, id)
		}
	}
}
