package talent_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/x/ansi"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/storetest"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/talent"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
	"talentmap/tui/widget"
)

// slow is a store that waits when told to.
type slow struct {
	*store.Store
	hold chan struct{} // non-nil: reads and changes wait for it
}

func (s *slow) View(fn func(*store.Tx) error) error {
	s.wait()
	return s.Store.View(fn)
}

func (s *slow) Edit(by store.Actor, fn func(*store.Tx) error) (model.Rev, error) {
	s.wait()
	return s.Store.Edit(by, fn)
}

func (s *slow) wait() {
	if s.hold != nil {
		<-s.hold
	}
}

// finder knows people by what their names contain, and does not know "?".
type finder struct{ *slow }

func (finder) FindMany(talent.Adding) pane.Overlay { panic("nobody is added here") }

// Hot knows nobody who is.
func (finder) Hot([]model.PersonID) int { return 0 }

// Complete makes a name of a capital.
func (finder) Complete(text string, cursor int, _ bool) []widget.Completion {
	if cursor > 0 && text[cursor-1] == 'J' {
		return []widget.Completion{{Text: "Jo", Note: "a name", Start: cursor - 1, End: cursor}}
	}
	return nil
}

func (f finder) Narrow(query string, ids []model.PersonID) (kept []model.PersonID, err error) {
	if strings.Contains(query, "?") {
		return nil, errors.New("there is no ?")
	}
	err = f.Store.View(func(tx *store.Tx) error {
		for _, id := range ids {
			p, err := tx.Person(id)
			if err != nil {
				return err
			}
			if strings.Contains(strings.ToLower(p.Name), query) {
				kept = append(kept, id)
			}
		}
		return nil
	})
	return kept, err
}

// wall is a talent map of five people, Person 000000 to 000004.
type wall struct {
	*tuitest.Session
	host  *panetest.Host
	pane  *talent.Pane
	store *slow
}

func at(t *testing.T, w, h int, test func(t *testing.T, b *wall)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		b := &wall{store: &slow{Store: storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))}}
		storetest.Fill(t, b.store.Store, 5)
		b.edit(t, func(tx *store.Tx) error {
			m := model.Map{Name: "Five"}
			for id := range model.PersonID(5) {
				if err := m.Add(id + 1); err != nil {
					return err
				}
			}
			return tx.PutMap(&m)
		})
		clock, weights := tuitest.NewClock(storetest.Now()), scoring.Default()
		env := &pane.Env{Theme: theme.Dark(), User: "ada", Now: clock.Now, After: clock.After}
		b.pane = talent.New(env, talent.Deps{Store: b.store, Weights: &weights, Finder: finder{b.store}})
		b.host = panetest.New(b.pane)
		b.Session = tuitest.New(t, b.host, w, h)
		b.Send(b.pane.Load()())
		test(t, b)
	})
}

func (b *wall) edit(t *testing.T, fn func(*store.Tx) error) {
	t.Helper()
	if _, err := b.store.Edit(store.By("ada", "set up"), fn); err != nil {
		t.Fatal(err)
	}
}

// shown are the last digits of the names on the screen, from the top.
func (b *wall) shown() string {
	var out strings.Builder
	for line := range strings.SplitSeq(b.Frame(), "\n") {
		if _, rest, ok := strings.Cut(line, "Person 00000"); ok {
			out.WriteString(rest[:1])
		}
	}
	return out.String()
}

// stored are the same of the map in the store.
func (b *wall) stored(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	err := b.store.Store.View(func(tx *store.Tx) error {
		m, err := tx.Map(1)
		for _, e := range m.Entries {
			fmt.Fprint(&out, uint64(e.Person-1))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRanksShowAtOnceOverASlowStore(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.store.hold = make(chan struct{})
		b.Keys("J", "J")
		if got := b.shown(); got != "12034" {
			t.Fatalf("the screen shows %s", got)
		}
		b.Keys("j", "space", "/")
		b.Type("person")
		b.Contains("/ person")
		if got := b.stored(t); got != "01234" {
			t.Fatalf("the store has %s before it may", got)
		}
		close(b.store.hold)
		b.Settle()
		if got := b.stored(t); got != "12034" {
			t.Errorf("the store has %s", got)
		}
	})
}

// Of two reads the later one counts, whichever comes back last.
func TestAnOldReadIsDropped(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		old := b.pane.Load()()
		b.edit(t, func(tx *store.Tx) error {
			m, err := tx.Map(1)
			if err != nil {
				return err
			}
			m.Name = "Renamed"
			return tx.PutMap(&m)
		})
		b.Send(b.pane.Load()())
		b.Send(old)
		if got := b.pane.Title(); got != "Renamed · 5 of 100" {
			t.Errorf("the title is %q", got)
		}
	})
}

func TestAReadFromBeforeARankIsDropped(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		old := b.pane.Load()()
		b.store.hold = make(chan struct{})
		b.Keys("J")
		b.Send(old)
		if got := b.shown(); got != "10234" {
			t.Errorf("the screen fell back to %s", got)
		}
		close(b.store.hold)
	})
}

func TestMarksStayOnTheirMap(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.edit(t, func(tx *store.Tx) error {
			return tx.PutMap(&model.Map{Name: "Others", Entries: []model.Entry{{Person: 2}, {Person: 1}}})
		})
		b.Keys("space")
		if got := b.pane.Title(); got != "Five · 5 of 100 · 1 marked" {
			t.Fatalf("the title is %q", got)
		}
		b.Send(b.pane.Open(2)())
		if got := b.pane.Title(); got != "Others · 2 of 100" {
			t.Errorf("the title is %q", got)
		}
	})
}

func TestOnlyWhatConcernsTheMapIsReadAgain(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		for kind, want := range map[store.Kind]bool{store.Maps: true, store.People: true, store.PersonSignals: true, store.Touches: true, store.Imports: false, store.Roles: false} {
			cmd := b.pane.Update(pane.Changed{Notice: store.Notice{Rev: 9, Kinds: store.KindsOf(kind)}})
			if (cmd != nil) != want {
				t.Errorf("a change of %v reads again: %v, want %v", kind, cmd != nil, want)
			}
		}
	})
}

func TestFilterNarrowsByQueries(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.Keys("/")
		b.Type("000003")
		if got := b.shown(); got != "3" {
			t.Errorf("shown %q", got)
		}
		b.Type("?") // not understood: what was stays, and it says so
		b.Contains("/ 000003?", "there is no ?")
		if got := b.shown(); got != "3" {
			t.Errorf("shown %q", got)
		}
		b.Keys("backspace", "backspace", "enter")
		b.Contains("/ 00000")
		if got := b.shown(); got != "01234" {
			t.Errorf("shown %q", got)
		}
		b.Keys("esc")
		b.Lacks("/ 00000")
	})
}

func TestRequests(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.Keys("j", "enter", "c", "w")
		want := []string{"pane.OpenPerson", "pane.Write", "pane.Why"}
		var got []string
		for _, msg := range b.host.Asked {
			got = append(got, fmt.Sprintf("%T", msg))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("asked %v, want %v", got, want)
		}
		if r := b.host.Asked[0].(pane.OpenPerson); r.ID != 2 {
			t.Errorf("asked for person %d, the cursor is on 2", r.ID)
		}
	})
}

func TestColumnsFillEveryWidth(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		for w := 30; w <= 240; w++ {
			b.Resize(w, 9)
			for i, line := range strings.Split(b.pane.View(), "\n") {
				if n := ansi.StringWidth(line); n != w {
					t.Fatalf("at %d columns row %d has %d cells", w, i, n)
				}
			}
		}
	})
}
