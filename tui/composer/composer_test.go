package composer_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
	"talentmap/tui/composer"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// faulty is a store whose saves wait, or fail, when told to.
type faulty struct {
	*store.Store
	hold chan struct{} // non-nil: a save waits for it
	err  error
}

func (f *faulty) SaveDraft(actor string, d *model.Draft) (model.Rev, error) {
	if f.hold != nil {
		<-f.hold
	}
	if f.err != nil {
		return 0, f.err
	}
	return f.Store.SaveDraft(actor, d)
}

// desk is a composer with one person in its store.
type desk struct {
	*tuitest.Session
	host  *panetest.Host
	pane  *composer.Pane
	store *faulty
	clock *tuitest.Clock
	id    model.PersonID

	against *slow
	editor  func(path string, done func(error) tea.Msg) tea.Cmd
}

func at(t *testing.T, w, h int, test func(t *testing.T, d *desk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		d := &desk{clock: tuitest.NewClock(storetest.Now()), against: &slow{}}
		d.store = &faulty{Store: storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))}
		storetest.Fill(t, d.store.Store, 2)
		d.id = 1
		weights := scoring.Default()
		env := &pane.Env{Theme: theme.Dark(), User: "ada", Now: d.clock.Now, After: d.clock.After}
		d.pane = composer.New(env, composer.Deps{Store: d.store, Weights: &weights, Against: func() critique.Against { return d.against }, Editor: func(path string, done func(error) tea.Msg) tea.Cmd { return d.editor(path, done) }})
		d.host = panetest.New(d.pane)
		d.Session = tuitest.New(t, d.host, w, h)
		test(t, d)
	})
}

// write opens the message to the person and goes to the text.
func (d *desk) write() {
	d.Send(d.pane.Write(pane.Write{ID: d.id})())
	d.Keys("tab")
}

// saved is the text in the store.
func (d *desk) saved(t *testing.T) string {
	t.Helper()
	var draft model.Draft
	err := d.store.View(func(tx *store.Tx) (err error) {
		draft, err = tx.Draft(d.id)
		return err
	})
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		t.Fatal(err)
	}
	return draft.Body
}

func TestNobody(t *testing.T) {
	at(t, 60, 12, func(t *testing.T, d *desk) {
		d.Contains("Nobody is selected.")
		d.Keys("e", "S", "y", "x", "v")
		for _, why := range d.host.Toasts() {
			if !strings.Contains(why, "nobody is selected") {
				t.Errorf("told %q", why)
			}
		}
		if len(d.host.Toasts()) != 5 {
			t.Errorf("told %q", d.host.Toasts())
		}
	})
}

func TestALongMessageIsReadFromItsBeginning(t *testing.T) {
	at(t, 60, 20, func(t *testing.T, d *desk) {
		long := model.Draft{Person: d.id, Channel: model.Message, Body: "the beginning" + strings.Repeat("\nline", 40) + "\nthe end"}
		if _, err := d.store.Store.SaveDraft("ada", &long); err != nil {
			t.Fatal(err)
		}
		d.pane.Follow(d.profile(t))
		d.Contains("the beginning")
		d.Keys("e") // to write is to go on at the end
		d.Contains("the end")
		d.Type("!")
		d.Contains("the end!")
	})
}

func (d *desk) profile(t *testing.T) (prof *roster.Profile) {
	t.Helper()
	weights := scoring.Default()
	err := d.store.View(func(tx *store.Tx) (err error) {
		prof, err = roster.ReadProfile(tx, &weights, d.id, d.clock.Now())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return prof
}

func TestSubjectThenText(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.Send(d.pane.Write(pane.Write{ID: d.id})())
		d.Type("about time\nfor the text")
		d.Contains("subject about time", "for the text")
		d.Keys("shift+tab")
		if x, y, ok := d.Cursor(); !ok || x != len("subject about time") || y != 1 {
			t.Errorf("the cursor is at %d,%d shown %v", x, y, ok)
		}
		d.Keys("esc")
		if _, _, ok := d.Cursor(); ok {
			t.Error("the cursor stays although nothing is typed")
		}
	})
}

func TestFitsEverySize(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.Type("some words to be wrapped where there is little room")
		for w := 30; w <= 180; w += 7 {
			for h := 2; h <= 40; h += 3 {
				d.Resize(w, h)
				d.Frame()
			}
		}
		d.Resize(80, 24)
		d.Contains("some words to be wrapped where there is little room")
	})
}
