package importer_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"talentmap/store"
	"talentmap/store/storetest"
	"talentmap/tui/importer"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// at opens the importer in a folder with a few files.
func at(t *testing.T, test func(s *tuitest.Session, h *panetest.Host, st *store.Store, dir string)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		for name, text := range map[string]string{
			"people-berlin.csv": "name,company\nAda Example,Acme\n",
			"people-oslo.csv":   "name,company\nGrace Sample,Borealis\n",
			"böse\x1b[31m.csv":  "name,company\nLinus Muster,Acme\n",
			"sub/inner.csv":     "name,company\nMary Beispiel,Acme\n",
			"notes.txt":         "dear diary",
			"broken.csv":        "name,company\n\"Ada",
		} {
			path := filepath.Join(dir, name)
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
		h := panetest.New(importer.New(ctx, env, st))
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
	at(t, func(s *tuitest.Session, _ *panetest.Host, st *store.Store, dir string) {
		s.Type(dir + "/peo")
		s.Keys("tab")
		s.Contains("people-", "people-berlin.csv   people-oslo.csv")
		s.Type("o")
		s.Keys("tab", "enter")
		s.Contains("1  new people")
		s.Keys("y")
		if got := names(t, st); got != "Grace Sample" {
			t.Errorf("the store has %q", got)
		}
	})
}

func TestTabEntersAFolder(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *panetest.Host, st *store.Store, dir string) {
		s.Type(dir + "/su")
		s.Keys("tab", "tab", "enter", "y")
		if got := names(t, st); got != "Mary Beispiel" {
			t.Errorf("the store has %q", got)
		}
	})
}

// A file's name can hold anything; on the screen it is harmless.
func TestAHostileNameIsCleaned(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *panetest.Host, _ *store.Store, dir string) {
		s.Type(dir + "/bö")
		s.Keys("tab")
		s.Contains("böse") // Contains fails on a frame with controls in it
		s.Keys("enter")
		s.Contains("no such file")
		s.Paste("\u202ecod\x1b[2J")
		s.Contains("cod")
	})
}

func TestWhatIsNoListOfPeople(t *testing.T) {
	at(t, func(s *tuitest.Session, _ *panetest.Host, st *store.Store, dir string) {
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
	at(t, func(s *tuitest.Session, h *panetest.Host, st *store.Store, dir string) {
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
	at(t, func(s *tuitest.Session, h *panetest.Host, st *store.Store, dir string) {
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
