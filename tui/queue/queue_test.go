package queue_test

import (
	"context"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/queue"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// line is a queue over a store with three people, of whom nothing is due.
type line struct {
	*tuitest.Session
	host  *panetest.Host
	pane  *queue.Pane
	store *store.Store
	clock *tuitest.Clock
}

func at(t *testing.T, test func(t *testing.T, l *line)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		l := &line{clock: tuitest.NewClock(storetest.Now())}
		l.store = storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))
		storetest.Fill(t, l.store, 3)
		weights := scoring.Default()
		ros := roster.New(l.store, &weights, l.clock.Now)
		ctx, cancel := context.WithCancel(context.Background())
		ended := make(chan error, 1)
		go func() { ended <- ros.Run(ctx) }()
		t.Cleanup(func() {
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		})
		synctest.Wait()
		env := &pane.Env{Theme: theme.Dark(), User: "ada", Now: l.clock.Now, After: l.clock.After}
		l.pane = queue.New(env, queue.Deps{Store: l.store, Index: ros, Weights: &weights})
		l.host = panetest.New(l.pane)
		l.Session = tuitest.New(t, l.host, 80, 6)
		l.look()
		test(t, l)
	})
}

// look tells the pane that the index has moved on.
func (l *line) look() {
	synctest.Wait()
	if cmd := l.pane.Update(pane.Indexed{}); cmd != nil {
		l.Send(cmd())
	}
}

// outreach sets where people stand.
func (l *line) outreach(t *testing.T, of map[model.PersonID]model.Outreach) {
	t.Helper()
	_, err := l.store.Edit(store.By("ada", "outreach"), func(tx *store.Tx) error {
		for id, o := range of {
			p, err := tx.Person(id)
			if err != nil {
				return err
			}
			p.Outreach = o
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEmptyQueueSaysSo(t *testing.T) {
	at(t, func(t *testing.T, l *line) {
		l.Contains("Nothing is due and nobody is in a window.")
		if got := l.pane.Title(); got != "Queue · 0 open" {
			t.Errorf("the title is %q", got)
		}
		l.Keys("enter", "c", "w", "j", "G")
		if len(l.host.Asked) != 3 || len(l.host.Toasts()) != 3 || l.host.Toasts()[0] != "the queue is empty" {
			t.Errorf("asked %v", l.host.Asked)
		}
	})
}

func TestRepliesThenTouches(t *testing.T) {
	at(t, func(t *testing.T, l *line) {
		l.outreach(t, map[model.PersonID]model.Outreach{
			1: {State: model.Active, Step: 1, Owner: "ada", Next: model.Day(2026, 3, 1), LastTouch: storetest.Now().AddDate(0, 0, -5)},
			2: {State: model.Replied, Owner: "ada", LastTouch: storetest.Now().AddDate(0, 0, -2)},
			3: {State: model.Active, Step: 1, Owner: "ada", Next: model.Day(2026, 3, 1), Lock: model.DoNotContact},
		})
		l.look()
		if got, want := l.Line(1), "▌Person 000001"; got[:len(want)] != want {
			t.Errorf("the first person is %q", got)
		}
		l.Contains("replies waiting 1 ─", "last contact 2 days ago", "touches due 1 ─", " Person 000000   ", "Touch 2 of 4 due yesterday")
		l.Lacks("Person 000002") // locked people never appear
		if got := l.pane.Title(); got != "Queue · 2 open" {
			t.Errorf("the title is %q", got)
		}
		l.Keys("j", "c")
		if w, ok := l.host.Asked[len(l.host.Asked)-1].(pane.Write); !ok || w.ID != 1 {
			t.Errorf("asked %#v", l.host.Asked)
		}
	})
}

// What was done in this session is seen as soon as the index knows of it, whichever of
// the two is told first, though the queue has looked a moment ago.
func TestAnOwnActIsSeenAtOnce(t *testing.T) {
	for name, told := range map[string][]tea.Msg{
		"the act first":   {pane.Acted{}, pane.Indexed{}},
		"the index first": {pane.Indexed{}, pane.Acted{}},
	} {
		t.Run(name, func(t *testing.T) {
			at(t, func(t *testing.T, l *line) {
				first := l.pane.Update(pane.Indexed{})
				l.pane.Update(pane.Indexed{})
				l.Send(first()) // it rests now
				l.outreach(t, map[model.PersonID]model.Outreach{1: {State: model.Replied}})
				synctest.Wait()
				for _, msg := range told {
					if cmd := l.pane.Update(msg); cmd != nil {
						l.Send(cmd())
					}
				}
				l.Contains("Person 000000")
			})
		})
	}
}

// The index moves on all the time while it is being read: the queue looks at
// once, and then four times a second.
func TestLooksFourTimesASecond(t *testing.T) {
	at(t, func(t *testing.T, l *line) {
		first := l.pane.Update(pane.Indexed{}) // a read is under way
		l.outreach(t, map[model.PersonID]model.Outreach{2: {State: model.Replied}})
		for range 5 {
			if l.pane.Update(pane.Indexed{}) != nil {
				t.Fatal("two reads at once")
			}
		}
		l.Send(first())
		l.outreach(t, map[model.PersonID]model.Outreach{1: {State: model.Replied}})
		l.clock.Advance(249 * time.Millisecond)
		l.Lacks("Person 000000")
		l.clock.Advance(time.Millisecond)
		l.Contains("Person 000000", "Person 000001")
	})
}
