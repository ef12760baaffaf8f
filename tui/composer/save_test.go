package composer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/tui/pane"
)

func TestASlowStoreDoesNotHoldUpTheKeys(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.store.hold = make(chan struct{})
		d.Type("twenty keys are here")
		d.Type(" and more") // the save of the twenty is still under way
		d.Contains("twenty keys are here and more")
		if got := d.saved(t); got != "" {
			t.Fatalf("saved %q although the store holds", got)
		}
		if !d.pane.Unsaved() {
			t.Error("nothing is unsaved, it says")
		}
		close(d.store.hold)
		d.Settle()
		if got := d.saved(t); got != "twenty keys are here" {
			t.Errorf("the first save has %q", got)
		}
		d.clock.Advance(600 * time.Millisecond)
		if got := d.saved(t); got != "twenty keys are here and more" || d.pane.Unsaved() {
			t.Errorf("the second save has %q, unsaved %v", got, d.pane.Unsaved())
		}
	})
}

func TestAFailingSaveKeepsTheTextAndTriesAgain(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.store.err = errors.New("no space left on the disk")
		d.Type("my words")
		d.clock.Advance(time.Second)
		d.Contains("my words", "not saved: no space left on the disk")
		if toasts := d.host.Toasts(); len(toasts) != 1 || toasts[0] != "the draft is not saved: no space left on the disk" {
			t.Errorf("told %q", toasts)
		}
		d.Type(", all of them")
		d.store.err = nil
		d.clock.Advance(5 * time.Second)
		d.Contains("my words, all of them", "saved 09:00")
		d.Lacks("not saved")
		if got := d.saved(t); got != "my words, all of them" {
			t.Errorf("the store has %q", got)
		}
	})
}

func TestADraftTakenAwayMeanwhileKeepsWhatIsTyped(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.Type("first")
		d.clock.Advance(time.Second)
		if _, err := d.store.Edit(store.By("grace", "threw it away"), func(tx *store.Tx) error { return tx.RemoveDraft(d.id) }); err != nil {
			t.Fatal(err)
		}
		d.Type(", second")
		d.clock.Advance(time.Second)
		if got := d.saved(t); got != "first, second" || d.pane.Unsaved() {
			t.Errorf("the store has %q, unsaved %v", got, d.pane.Unsaved())
		}
		if told := strings.Join(d.host.Toasts(), "; "); !strings.Contains(told, "what you typed is kept") {
			t.Errorf("told %q", told)
		}
	})
}

func TestAnothersTextDoesNotMoveTheCursor(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.Type("one three")
		d.clock.Advance(time.Second)
		theirs := d.profile(t).Draft
		theirs.Body = "something else"
		if _, err := d.store.Store.SaveDraft("grace", &theirs); err != nil {
			t.Fatal(err)
		}
		d.Keys("left", "left", "left", "left", "left")
		d.Type("two ")
		d.clock.Advance(time.Second)
		d.Type("and ")
		d.clock.Advance(time.Second)
		if got := d.saved(t); !strings.HasPrefix(got, "one two and three\n\n--- as grace wrote it at 09:00 ---\n") || !strings.Contains(got, "something else") {
			t.Errorf("the store has %q", got)
		}
	})
}

// A session that ends while a save is under way saves the rest itself, and does
// not take its own save for somebody else's.
func TestSaveNowAfterASaveOfOurOwn(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.store.hold = make(chan struct{})
		d.Type("twenty keys are here, some more")
		close(d.store.hold)
		synctest.Wait() // saved, and the loop that would hear of it has ended
		if err := d.pane.SaveNow(); err != nil {
			t.Fatal(err)
		}
		if got := d.saved(t); got != "twenty keys are here, some more" {
			t.Errorf("the store has %q", got)
		}
	})
}

// A session that ends over a text that somebody else, or the same user elsewhere,
// has saved meanwhile keeps both.
func TestSaveNowKeepsBothTexts(t *testing.T) {
	for _, who := range []string{"grace", "ada"} {
		at(t, 80, 24, func(t *testing.T, d *desk) {
			d.write()
			d.Type("my words")
			d.clock.Advance(time.Second)
			theirs := d.profile(t).Draft
			theirs.Body = "their words"
			if _, err := d.store.Store.SaveDraft(who, &theirs); err != nil {
				t.Fatal(err)
			}
			d.Type(" and more")
			if err := d.pane.SaveNow(); err != nil {
				t.Fatal(err)
			}
			if got, want := d.saved(t), "my words and more\n\n--- as "+who+" wrote it at 09:00 ---\ntheir words\n"; got != want {
				t.Errorf("%s: the store has %q, want %q", who, got, want)
			}
		})
	}
}

// What is typed to one person survives the opening of another.
func TestTypingWhileAnotherIsOpened(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.id = 2
		open := d.pane.Write(pane.Write{ID: d.id}) // is being read
		d.Type("last words")                       // to the first
		d.Send(open())
		d.clock.Advance(10 * time.Second)
		d.id = 1
		if got := d.saved(t); got != "last words" {
			t.Errorf("saved %q to the first", got)
		}
	})
}

// What is looked at before it leaves is what is saved: the page opens when everything
// typed is.
func TestThePageBeforeItLeavesWaitsForTheSave(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		opened := func() bool {
			return slices.ContainsFunc(d.host.Asked, func(msg tea.Msg) bool { return msg == pane.Leave{ID: d.id} })
		}
		d.write()
		d.store.hold = make(chan struct{})
		d.Type("twenty keys are here, and three")
		d.Keys("ctrl+x")
		if opened() {
			t.Fatal("it is open before the text is saved")
		}
		close(d.store.hold)
		d.Settle()
		if got := d.saved(t); got != "twenty keys are here, and three" || !opened() {
			t.Errorf("saved %q, open %v", got, opened())
		}
	})
}

// Where the save fails the page stays closed, and the text is kept.
func TestThePageBeforeItLeavesNeedsASave(t *testing.T) {
	at(t, 80, 24, func(t *testing.T, d *desk) {
		d.write()
		d.Type("my words")
		d.store.err = errors.New("no space left on the disk")
		d.Keys("ctrl+x")
		d.Contains("my words", "not saved")
		for _, msg := range d.host.Asked {
			if _, is := msg.(pane.Leave); is {
				t.Error("it is open")
			}
		}
	})
}
