package tui_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"talentmap/edge/sample"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
	"talentmap/tui"
	"talentmap/tui/tuitest"
)

// erasable is a session on a store that has a key to erase by.
func erasable(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, clock: tuitest.NewClock(storetest.Now())}
	dir := t.TempDir()
	st, err := store.Open(filepath.Join(dir, "talent.db"), store.Options{Clock: storetest.Now, EraseKey: filepath.Join(dir, "key", "erase.key")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	b.store = st
	if _, err := sample.Load(t.Context(), st, "ada", b.clock.Now()); err != nil {
		t.Fatal(err)
	}
	w := scoring.Default()
	b.config = tui.Config{Store: st, Roster: roster.New(st, &w, b.clock.Now), Weights: &w, User: "ada", Now: b.clock.Now, After: b.clock.After}
	b.root = tui.New(b.config)
	t.Cleanup(b.shutdown)
	b.Session = tuitest.New(t, b.root, 120, 40)
	return b
}

func TestErasingFromThePage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := erasable(t)
		first := b.ranked()[0]
		name := b.name(first)
		words := strings.Fields(name)
		family := words[len(words)-1]
		b.press("enter X")
		b.Contains("Erase "+name+" ("+first.String()+") for good", "y yes")
		b.press("n")
		b.Lacks("for good")
		b.press("X y")
		b.Contains("Erase "+name, "the record, ", "journal entr", "she is not imported again", "Type "+family+", or erase")
		b.press("=no enter")
		b.Contains("nothing was erased: type " + family)
		b.press("ctrl+u")
		b.Type(strings.ToUpper(family))
		b.press("enter")
		b.Contains("Erased, but", "the free text of others still names her, look at it: p", "erased ", " of others")
		b.press("esc")
		b.Lacks(name)
		if err := b.store.View(func(tx *store.Tx) error { _, err := tx.Person(first); return err }); err == nil {
			t.Error("she is still there")
		}
		b.press("H")
		b.Contains("erased a person")
	})
}

// Without a key nobody can be erased: it is said, and she stays.
func TestErasingThatFailsSaysWhy(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer + "X y =erase enter")
		b.Contains("Erase "+b.her().Name, "erase")
		b.Lacks("erasing:")
		b.press("esc")
		b.her()
	})
}
