package queue

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// messages are what was approved and whose time has come, or of which nobody knows
// whether it left: due touches, whatever else is due.
type messages struct {
	of   map[model.PersonID]model.Draft
	ids  []model.PersonID // in the order of the outbox
	next time.Time        // when the next one falls due; zero: none waits
}

func readMessages(tx *store.Tx, now time.Time) (m messages, err error) {
	waiting, err := tx.Outbox()
	m.of = map[model.PersonID]model.Draft{}
	for _, d := range waiting {
		if d.OutState() == model.Queued && d.SendAt.After(now) {
			if m.next.IsZero() {
				m.next = d.SendAt
			}
			continue
		}
		m.ids, m.of[d.Person] = append(m.ids, d.Person), d
	}
	return m, err
}

// withMessages begins with those whose message is due, of whom the queue is narrowed to:
// so they come first among the touches.
func (l *lines) withMessages(tx *store.Tx, deps Deps, snap *roster.Snapshot, want asked) error {
	m, err := readMessages(tx, want.now)
	if err != nil {
		return err
	}
	l.due = m
	if want.view == putOff || want.class != 0 && want.class != uint8(scoring.TouchDue)+1 || len(m.ids) == 0 {
		return nil
	}
	q, err := want.parse(snap)
	if err != nil {
		return err
	}
	meant := map[model.PersonID]bool{}
	for _, id := range snap.Among(q, m.ids) {
		meant[id] = true
	}
	for _, id := range m.ids {
		if !meant[id] {
			continue
		}
		prof, err := roster.ReadProfile(tx, deps.Weights, id, want.now)
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		one := &line{profile: prof, next: prof.Next, reasons: prof.Reasons(want.now)}
		l.promise(one, m.of[id], want.now)
		l.rows[id], l.ids = one, append(l.ids, id)
	}
	return nil
}

// promise has a message be the first of somebody's reasons, and counts her among the
// touches.
func (l *lines) promise(one *line, d model.Draft, now time.Time) {
	if one.profile.Due {
		l.counts[one.next.Class]--
	}
	l.counts[scoring.TouchDue]++
	one.message, one.next.Class = &d, scoring.TouchDue
	text, brief := "Nobody knows whether the message to her left", "whether the message left is not known"
	switch d.OutState() {
	case model.Queued:
		at := pane.WhereSheLives(&one.profile.Person, d.SendAt)
		when := at.Format("Mon 2 Jan 15:04")
		if model.DateOf(at) == model.DateOf(now.In(at.Location())) {
			when = "today " + at.Format("15:04")
		}
		brief = "approved for " + when
		text = "The message to her was approved for " + when + ", where she lives: it is time"
	case model.Sending:
		text, brief = "The message to her is being sent", "being sent"
	}
	r := scoring.Reason{Class: scoring.TouchDue, Text: text, Brief: brief, Since: model.DateOf(d.SendAt)}
	one.reasons = append([]scoring.Reason{r}, one.reasons...)
}

// outbox is what the outbox has now.
type outbox struct {
	pane.Owner
	due messages
	err error
}

// lookAtOutbox reads the outbox alone: a draft is saved often, and the queue changes by
// it seldom.
func (p *Pane) lookAtOutbox() tea.Cmd {
	if p.lines == nil {
		return nil
	}
	owner, st, now := pane.Owner{ID: p.id, Gen: p.gen}, p.deps.Store, p.env.Now()
	return func() tea.Msg {
		out := outbox{Owner: owner}
		out.err = st.View(func(tx *store.Tx) (err error) {
			out.due, err = readMessages(tx, now)
			return err
		})
		return out
	}
}

// turnedDue reads the queue again where other messages are due than are shown.
func (p *Pane) turnedDue(msg outbox) tea.Cmd {
	switch {
	case msg.err != nil || p.lines == nil:
		return nil
	case p.lines.due.same(&msg.due):
		return p.awaitDue(msg.due.next)
	}
	return p.moved()
}

func (m *messages) same(other *messages) bool {
	if len(m.of) != len(other.of) {
		return false
	}
	for id, d := range m.of {
		if o, ok := other.of[id]; !ok || o.OutState() != d.OutState() || !o.SendAt.Equal(d.SendAt) {
			return false
		}
	}
	return true
}

// fallsDue is the moment for which a message was approved.
type fallsDue struct{ pane.Owner }

// awaitDue looks at the outbox again when the next message falls due. One timer is on its
// way at most for a moment.
func (p *Pane) awaitDue(next time.Time) tea.Cmd {
	if next.IsZero() || next.Equal(p.awaited) {
		return nil
	}
	p.awaited = next
	owner := pane.Owner{ID: p.id}
	return p.env.After(next.Sub(p.env.Now()), func(time.Time) tea.Msg { return fallsDue{owner} })
}

// unwritten is why the message of somebody can't be looked at before it leaves.
func (p *Pane) unwritten() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if p.current().profile.Draft.Empty() {
		return "nothing is written to her yet: {queue.write} begins"
	}
	return ""
}
