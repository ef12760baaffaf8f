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

// shown is how many rows of the queue are read in full; the rest is a number.
const shown = 200

// lines are the first of the queue as read at one moment.
type lines struct {
	ids      []model.PersonID
	rows     map[model.PersonID]*line
	total    int
	done, of int // how far the index has been read
	complete bool
}

// line is one person with all her reasons.
type line struct {
	profile *roster.Profile
	reasons []scoring.Reason
}

type loaded struct {
	pane.Owner
	lines *lines
	err   error
}

// Load ranks the queue again.
func (p *Pane) Load() tea.Cmd {
	p.gen++
	p.busy, p.resting, p.again = true, false, false
	owner := pane.Owner{ID: p.id, Gen: p.gen}
	deps, now := p.deps, p.env.Now()
	return func() tea.Msg {
		l, err := read(deps, now)
		return loaded{Owner: owner, lines: l, err: err}
	}
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
	p.list.SetIDs(p.lines.ids)
	if !p.again && p.lines.complete {
		return nil
	}
	// While the index is being read it moves on all the time: four times a
	// second is enough to see.
	p.resting = true
	owner := msg.Owner
	return p.env.After(250*time.Millisecond, func(time.Time) tea.Msg { return rested{owner} })
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
	if p.busy || p.resting {
		p.again = true
		return nil
	}
	return p.Load()
}

func read(deps Deps, now time.Time) (*lines, error) {
	snap := deps.Index.Snapshot()
	rows, total := snap.Queue(now, shown)
	l := &lines{rows: make(map[model.PersonID]*line, len(rows)), total: total}
	l.done, l.of, l.complete = snap.Loaded()
	err := deps.Store.View(func(tx *store.Tx) error {
		for _, r := range rows {
			prof, err := roster.ReadProfile(tx, deps.Weights, r.Card.ID, now)
			if errors.Is(err, store.ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			// The index may be a moment behind what was read: say what is true now.
			reasons := prof.Reasons(now)
			if len(reasons) == 0 {
				continue
			}
			l.ids = append(l.ids, r.Card.ID)
			l.rows[r.Card.ID] = &line{profile: prof, reasons: reasons}
		}
		return nil
	})
	return l, err
}
