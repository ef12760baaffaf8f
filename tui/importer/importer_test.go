package importer_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/store/storetest"
	"talentmap/tui/action"
	"talentmap/tui/importer"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// host is a host with its clock.
type host struct {
	*panetest.Host
	Clock *tuitest.Clock
}

// at opens the importer in a folder with a few files.
func at(t *testing.T, test func(s *tuitest.Session, h *host, st *store.Store, dir string)) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		for name, text := range map[string]string{
			"people-berlin.csv": "name,company\nAda Example,Acme\n",
			"people-oslo.csv":   "name,company\nGrace Sample,Borealis\n",
			"böse\x1b[31m.csv":  "name,company\nLinus Muster,Acme\n",
			"sub/inner.csv":     "name,company\nMary Beispiel,Acme\n",
			"notes.txt":         "dear diary",
			"broken.csv":        "name,company\n\"Ada",

			home + "/Downloads/newest.csv":  "name,company\nNora Muster,Acme\n",
			home + "/Downloads/holiday.jpg": "not a list",
		} {
			path := name
			if !filepath.IsAbs(name) {
				path = filepath.Join(dir, name)
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		st := storetest.OpenAt(t, filepath.Join(dir, "talent.db"))
		clock := tuitest.NewClock(storetest.Now())
		env := &pane.Env{Theme: theme.Dark(), User: "ada", Now: clock.Now, After: clock.After}
		ctx, cancel := context.WithCancel(context.Background())
		t.Cleanup(cancel)
		env.Keys = action.NewKeymap(nil, nil)
		im := importer.New(ctx, env, st, importer.NewAnswers())
		env.Keys.Bind(im.Actions())
		h := &host{panetest.New(im), clock}
		test(tuitest.New(t, h, 84, 20), h, st, dir)
	})
}

// names are those of everyone in the store.
func names(t *testing.T, st *store.Store) string {
	t.Helper()
	var out []string
	err := st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if err != nil {
				return err
			}
			out = append(out, p.Name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, ", ")
}

func TestTabCompletes(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *host, st *store.Store, dir string) {
		s.Type(dir + "/peo")
		s.Keys("tab")
		s.Contains("people-", "people-berlin.csv", "people-oslo.csv", "2026-")
		s.Lacks("notes.txt")
		s.Type("o")
		s.Keys("tab", "enter")
		s.Contains("1  new person")
		s.Keys("y")
		if got := names(t, st); got != "Grace Sample" {
			t.Errorf("the store has %q", got)
		}
	})
}

func TestTabEntersAFolder(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *host, st *store.Store, dir string) {
		s.Type(dir + "/su")
		s.Keys("tab", "tab", "enter", "y")
		if got := names(t, st); got != "Mary Beispiel" {
			t.Errorf("the store has %q", got)
		}
	})
}

// A file's name can hold anything; on the screen it is harmless.
func TestAHostileNameIsCleaned(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *host, _ *store.Store, dir string) {
		s.Type(dir + "/bö")
		s.Keys("tab")
		s.Contains("böse") // Contains fails on a frame with controls in it
		s.Paste("\u202ecod\x1b[2J")
		s.Contains("cod")
	})
}

// It can be read all the same: the list knows its real name.
func TestAHostileNameIsRead(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *host, st *store.Store, dir string) {
		s.Type(dir + "/bö")
		s.Keys("tab", "enter", "y")
		if got := names(t, st); got != "Linus Muster" {
			t.Errorf("the store has %q", got)
		}
	})
}

// The list follows what is typed, once a moment has passed, and is walked.
func TestTheListIsWalked(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		s.Type(dir + "/")
		s.Lacks("people-oslo.csv")
		h.Clock.Advance(time.Second)
		s.Contains("people-berlin.csv", "people-oslo.csv", "sub/", "talent.db")
		s.Type("p")
		h.Clock.Advance(80 * time.Millisecond)
		s.Type("eo")
		h.Clock.Advance(80 * time.Millisecond)
		s.Contains("sub/") // the disk is left alone while one types
		h.Clock.Advance(80 * time.Millisecond)
		s.Lacks("sub/")
		s.Keys("down", "down", "down", "up", "down", "enter")
		s.Contains("people-oslo.csv: generic CSV")
		s.Keys("y")
		if got := names(t, st); got != "Grace Sample" {
			t.Errorf("the store has %q", got)
		}
	})
}

func TestAFolderIsEntered(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		s.Type(dir + "/s")
		h.Clock.Advance(time.Second)
		s.Keys("down", "enter")
		s.Contains("/sub/", "inner.csv")
		s.Keys("down", "enter", "y")
		if got := names(t, st); got != "Mary Beispiel" {
			t.Errorf("the store has %q", got)
		}
	})
}

// Before anything is typed the newest lists are offered, of those downloaded too.
func TestTheNewestAreOffered(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		s.Contains("The newest here and in ~/Downloads", "newest.csv")
		s.Lacks("holiday.jpg", "people-oslo.csv")
		s.Keys("down", "enter")
		s.Contains("newest.csv: generic CSV")
		s.Keys("y")
		if got := names(t, st); got != "Nora Muster" {
			t.Errorf("the store has %q", got)
		}
	})
}

// big writes a file of many people.
func big(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("name,company,email\n")
	for i := range 30_000 {
		fmt.Fprintf(&b, "Person %c%d Example,Acme %d,p%d@example.com\n", 'A'+i%26, i, i%50, i)
	}
	path := filepath.Join(dir, "big.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// underWay presses y and lets the import run on its own, until it tells for the second
// time how far it is, two seconds after the first. What it ends with comes through the channel.
func underWay(t *testing.T, h *host) (first pane.Progress, end <-chan tea.Msg) {
	t.Helper()
	yes, err := tuitest.Key("y")
	if err != nil {
		t.Fatal(err)
	}
	_, cmd := h.Update(yes)
	job := cmd().(pane.Job)
	out, told := make(chan tea.Msg, 1), make(chan pane.Done, 1)
	go func() {
		first := true
		out <- job.Run(func(d pane.Done) {
			if first {
				first = false
				h.Clock.Advance(2 * time.Second)
				return
			}
			select {
			case told <- d:
			default:
			}
		})
		close(told)
	}()
	return pane.Progress{Owner: job.Owner, Done: <-told, Took: 2 * time.Second}, out
}

func TestProgressTellsRateAndTimeLeft(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		s.Type(big(t, dir))
		s.Keys("enter")
		s.Contains("30000  new people")
		told, end := underWay(t, h)
		s.Lacks("%", "new people", "rows", "big.csv") // nothing flickers
		s.Send(told)
		s.Contains("rows, ", " a second, ", "s left", "%", "esc stops it, and takes back what has gone in")
		s.Send(<-end)
		if told := strings.Join(h.Toasts(), "; "); told != "imported 30000 new, 0 changed · {undo} takes it back" {
			t.Errorf("told %q", told)
		}
	})
}

// Some of the people are in by then, and none stays.
func TestAnImportIsStoppedHalfWay(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		s.Type(big(t, dir))
		s.Keys("enter")
		_, end := underWay(t, h)
		for someone := ""; someone == ""; {
			someone = names(t, st)
		}
		s.Keys("esc")
		s.Send(<-end)
		if got := names(t, st); got != "" {
			t.Errorf("the store has %.60q", got)
		}
		if told := strings.Join(h.Toasts(), "; "); told != "stopping the import …; the import was stopped, and what had gone in was taken back" {
			t.Errorf("told %q", told)
		}
	})
}

// An import that has ended before esc is not stopped any more: that it is in is
// told.
func TestEscAfterTheEndComesTooLate(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		s.Type(dir + "/people-oslo.csv")
		s.Keys("enter")
		_, end := underWay(t, h)
		result := <-end
		s.Keys("esc")
		s.Send(result)
		if got := names(t, st); got != "Grace Sample" {
			t.Errorf("the store has %q", got)
		}
		if told := strings.Join(h.Toasts(), "; "); told != "imported 1 new, 0 changed · {undo} takes it back" {
			t.Errorf("told %q", told)
		}
	})
}

func TestWhatIsNoListOfPeople(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *host, st *store.Store, dir string) {
		s.Type(dir + "/notes.txt")
		s.Keys("enter")
		s.Contains("not a list of people")
		s.Keys("x") // and one may go on typing
		s.Lacks("not a list of people")
		s.Contains("notes.txtx")
		if got := names(t, st); got != "" {
			t.Errorf("the store has %q", got)
		}
	})
}

func TestAFileThatIsGoneByThen(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		path := dir + "/people-oslo.csv"
		s.Type(path)
		s.Keys("enter")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		s.Keys("y")
		s.Contains("the import did not succeed: open")
		if got := names(t, st); got != "" {
			t.Errorf("the store has %q", got)
		}
		if len(h.Toasts()) != 0 {
			t.Errorf("told %q", h.Toasts())
		}
	})
}

func TestLeavingCancelsWhatIsUnderWay(t *testing.T) {
	at(t, func(s *tuitest.Session, h *host, st *store.Store, dir string) {
		s.Type(dir + "/people-oslo.csv")
		s.Keys("enter")
		yes, err := tuitest.Key("y")
		if err != nil {
			t.Fatal(err)
		}
		_, work := h.Update(yes) // not yet begun
		s.Keys("esc")
		s.Send(work())
		if got := names(t, st); got != "" {
			t.Errorf("the store has %q", got)
		}
		if told := strings.Join(h.Toasts(), "; "); !strings.Contains(told, "stopped, and what had gone in was taken back") {
			t.Errorf("told %q", told)
		}
	})
}
