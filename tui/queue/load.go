package queue

import (
	"errors"
	"math"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// shown is how many rows of the queue are read in full; the rest is a number, and
// as many more are read where the cursor comes near the last.
const shown = 200

// lines are the first of the queue as read at one moment.
type lines struct {
	ids      []model.PersonID
	rows     map[model.PersonID]*line
	counts   roster.Counts // of each class, in what the queue is narrowed to
	putOff   int           // how many are snoozed or skipped, where nobody waits
	done, of int           // how far the index has been read
	complete bool
	next     next
	due      messages
}

// next is what falls due next, where nothing is due now.
type next struct {
	day model.Date
	who string
}

// line is one person with all her reasons.
type line struct {
	profile *roster.Profile
	next    scoring.Next
	reasons []scoring.Reason
	message *model.Draft // that is due to be sent; nil: none
}

type loaded struct {
	pane.Owner
	lines *lines
	err   error
}

// asked is what is to be read.
type asked struct {
	view  view
	class uint8 // a class + 1; 0: all
	query string
	user  string
	limit int
	now   time.Time

	order  pane.Ordered[*waiting]
	marked []model.PersonID // to be read wherever they stand in that order
}

// Load ranks the queue again.
func (p *Pane) Load() tea.Cmd {
	p.gen++
	p.busy, p.resting, p.again = true, false, false
	owner, deps, want := pane.Owner{ID: p.id, Gen: p.gen}, p.deps, p.asked()
	return func() tea.Msg {
		l, err := read(deps, want)
		return loaded{Owner: owner, lines: l, err: err}
	}
}

// asked is what is to be read now.
func (p *Pane) asked() asked {
	return asked{view: p.view, class: p.class, query: p.understood, user: p.env.User, limit: p.limit, now: p.env.Now(), order: p.order.Now(), marked: p.list.Marked()}
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if msg.Gen != p.gen {
		return nil
	}
	p.busy = false
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	p.lines = msg.lines
	was, _ := p.list.Cursor()
	p.showColumns()
	p.fill()
	if p.afresh && p.lines.rows[was] == nil {
		p.list.Home()
	}
	p.afresh = false
	p.layOut()
	due := p.awaitDue(p.lines.due.next)
	switch {
	case !p.again && p.lines.complete:
		return due
	case p.own && p.lines.complete:
		p.own = false
		return tea.Batch(due, p.Load())
	}
	// While the index is being read it moves on all the time: four times a
	// second is enough to see.
	p.resting = true
	owner := msg.Owner
	return tea.Batch(due, p.env.After(250*time.Millisecond, func(time.Time) tea.Msg { return rested{owner} }))
}

// rested is the time to look at the index once more.
type rested struct{ pane.Owner }

// moved is what follows when the index has moved on: another look, unless one
// is under way or has just been. That everything has been read is told at once.
func (p *Pane) moved() tea.Cmd {
	if p.resting && !p.lines.complete {
		_, _, complete := p.deps.Index.Snapshot().Loaded()
		p.resting = !complete
	}
	if p.resting && p.own && p.lines.complete {
		p.own, p.resting = false, false
	}
	if p.busy || p.resting {
		p.again = true
		return nil
	}
	return p.Load()
}

// hurry has what was done in this session seen as soon as the index knows of it: what
// others do may wait for the next look.
func (p *Pane) hurry() tea.Cmd {
	p.own = true
	if p.resting && p.again && p.lines.complete {
		p.own = false
		return p.Load()
	}
	return nil
}

// more reads more rows where the cursor has come near the last.
func (p *Pane) more() tea.Cmd {
	if p.busy || p.lines == nil || len(p.lines.ids) < p.limit || p.list.Index() < p.list.Len()-shown/4 {
		return nil
	}
	p.limit += shown
	return p.Load()
}

func read(deps Deps, want asked) (*lines, error) {
	snap := deps.Index.Snapshot()
	l := &lines{rows: map[model.PersonID]*line{}}
	l.done, l.of, l.complete = snap.Loaded()
	rows, err := l.ranked(snap, want)
	if err != nil {
		return nil, err
	}
	err = deps.Store.View(func(tx *store.Tx) error {
		if err := l.withMessages(tx, deps, snap, want); err != nil {
			return err
		}
		return l.read(tx, deps, rows, want)
	})
	l.inKinds()
	return l, err
}

// everybody is all to whom the queue is narrowed, in its order. There may be as many as
// there are people: they are read a part at a time, and of each no more is kept than what
// orders them.
func everybody(deps Deps, want asked) ([]model.PersonID, error) {
	want.limit = math.MaxInt
	snap, l := deps.Index.Snapshot(), &lines{rows: map[model.PersonID]*line{}}
	rows, err := l.ranked(snap, want)
	if err == nil {
		err = deps.Store.View(func(tx *store.Tx) error { return l.withMessages(tx, deps, snap, want) })
	}
	for part := range slices.Chunk(rows, shown) {
		if err != nil {
			return nil, err
		}
		err = deps.Store.View(func(tx *store.Tx) error { return l.read(tx, deps, part, want) })
		for _, r := range part {
			if one := l.rows[r.Card.ID]; one != nil {
				l.rows[r.Card.ID] = &line{next: one.next}
			}
		}
	}
	l.inKinds()
	return l.ids, err
}

// read reads people in full, but those who are there already.
func (l *lines) read(tx *store.Tx, deps Deps, rows []roster.Row, want asked) error {
	for _, r := range rows {
		if l.rows[r.Card.ID] != nil {
			continue
		}
		prof, err := roster.ReadProfile(tx, deps.Weights, r.Card.ID, want.now)
		damaged, err := store.Damaged(err)
		switch {
		case damaged, errors.Is(err, store.ErrNotFound):
		case err != nil:
			return err
		default:
			l.add(prof, want)
		}
	}
	return nil
}

// inKinds puts those of each kind together; within one they stay as they are.
func (l *lines) inKinds() {
	slices.SortStableFunc(l.ids, func(a, b model.PersonID) int { return int(l.rows[a].next.Class) - int(l.rows[b].next.Class) })
}

// add adds somebody, unless the index was a moment behind and she is not there any
// more: what is said is true now.
func (l *lines) add(prof *roster.Profile, want asked) {
	one := &line{profile: prof, next: prof.Next}
	if want.view == putOff {
		if !prof.Hidden {
			return
		}
		one.next = prof.WouldBe
	} else if !prof.Due {
		return
	}
	one.reasons = one.next.Reasons(prof.Latest.Company, want.now)
	l.ids = append(l.ids, prof.Person.ID)
	l.rows[prof.Person.ID] = one
}

// parse reads the query, as the view narrows it.
func (want *asked) parse(snap *roster.Snapshot) (roster.Query, error) {
	query := want.query
	if want.view == mine {
		query = "owner:me " + query
	}
	return snap.Filters().Parse(query, want.user, want.now)
}

// ranked are those who are to be shown, in their order.
func (l *lines) ranked(snap *roster.Snapshot, want asked) (rows []roster.Row, err error) {
	to := roster.Narrow{Class: want.class}
	if to.Query, err = want.parse(snap); err != nil {
		return nil, err
	}
	if want.view == putOff {
		rows, l.counts = snap.PutOff(want.now, to)
		return want.arrange(rows, len(rows)), nil
	}
	rows, l.counts = snap.Waiting(want.now, to, want.rows())
	rows = want.arrange(rows, want.limit)
	if len(rows) == 0 && l.complete {
		l.putOff = len(snap.Deferred(want.now))
		if day, who, ok := snap.NextDue(want.now); ok {
			l.next = next{day, who.Name}
		}
	}
	return rows, nil
}
