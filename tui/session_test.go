package tui_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"testing/synctest"

	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
	"talentmap/tui"
	"talentmap/tui/config"
	"talentmap/tui/tuitest"
)

// bench is ada's session at the workbench, over a store of its own. Its clock
// stands on Monday, 2 March 2026, 09:00.
type bench struct {
	*tuitest.Session
	t     *testing.T
	store *store.Store
	gate  *storetest.Gate // before the store
	clock *tuitest.Clock
	root  *tui.Root

	config tui.Config
}

// setup is what differs between sessions.
type setup struct {
	w, h         int  // 0: 120 × 40
	empty        bool // without the sample
	plain, ascii bool
	light        bool
	aloud        bool                // for a screen reader
	keys         map[string][]string // rebound, by ID
	tour         tui.Tour
	damage       string // a bit is flipped wherever this stands in the sample's file
}

// settings are the defaults, with the keys of the setup.
func (c setup) settings() *config.Settings {
	s := config.Defaults()
	s.Keys = c.keys
	s.Sender = model.Sender{Name: "Ada Byron", Company: "Tidewater Talent", Address: "4 Quay Row, Dublin 2"}
	return &s
}

// at runs a test inside a bubble of its own, where the watches of the store
// and the index can wait, with a session in it.
func at(t *testing.T, c setup, test func(b *bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(open(t, c)) })
}

func open(t *testing.T, c setup) *bench {
	t.Helper()
	b := &bench{t: t, clock: tuitest.NewClock(storetest.Now()), gate: &storetest.Gate{Pass: notFromTheLoop(t)}}
	path := filepath.Join(t.TempDir(), "talent.db")
	if c.damage != "" {
		b.damaged(path, c.damage)
	}
	b.store = storetest.OpenBehind(t, path, b.gate)
	if c.damage != "" {
		t.Cleanup(func() { _ = b.store.Close() }) // it is not to be found whole
	}
	if !c.empty && c.damage == "" {
		if _, err := sample.Load(t.Context(), b.store, "ada", b.clock.Now()); err != nil {
			t.Fatal(err)
		}
	}
	w := scoring.Default()
	ros := roster.New(b.store, &w, b.clock.Now)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- ros.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	synctest.Wait() // the index has been read
	b.config = tui.Config{
		Store: b.store, Roster: ros, Weights: &w, User: "ada", Now: b.clock.Now, After: b.clock.After,
		Context: ctx, Tour: c.tour, Settings: c.settings(), Terminal: tui.Terminal{NoColour: c.plain, ASCII: c.ascii, ScreenReader: c.aloud},
	}
	b.root = tui.New(b.config)
	t.Cleanup(b.shutdown)
	var opts []tuitest.Option
	if c.light {
		opts = append(opts, tuitest.Light())
	}
	if c.w == 0 {
		c.w, c.h = 120, 40
	}
	b.Session = tuitest.New(t, b.root, c.w, c.h, opts...)
	return b
}

// damaged loads the sample into a file and flips bits of it.
func (b *bench) damaged(path, text string) {
	b.t.Helper()
	st, err := store.Open(path, store.Options{Clock: b.clock.Now})
	if err != nil {
		b.t.Fatal(err)
	}
	_, err = sample.Load(b.t.Context(), st, "ada", b.clock.Now())
	if err := errors.Join(err, st.Close(), storetest.Flip(path, text)); err != nil {
		b.t.Fatal(err)
	}
}

// shutdown is what follows the end of a session.
func (b *bench) shutdown() {
	b.t.Helper()
	if err := b.root.Shutdown(); err != nil {
		b.t.Error(err)
	}
}

// reopen begins another session of ada's on the same store, in 120 × 40.
func (b *bench) reopen() {
	b.t.Helper()
	b.shutdown()
	b.root = tui.New(b.config)
	b.Session = tuitest.New(b.t, b.root, 120, 40)
}

// view reads the store.
func (b *bench) view(fn func(*store.Tx) error) {
	b.t.Helper()
	if err := b.store.View(fn); err != nil {
		b.t.Fatal(err)
	}
}

// edit changes the store as somebody else would: grace, at another desk.
func (b *bench) edit(what string, fn func(*store.Tx) error) {
	b.t.Helper()
	if _, err := b.store.Edit(store.By("grace", what), fn); err != nil {
		b.t.Fatal(err)
	}
	b.Settle()
}

// maps are the talent maps in order of age.
func (b *bench) maps() []model.Map {
	b.t.Helper()
	var out []model.Map
	b.view(func(tx *store.Tx) error {
		for m, err := range tx.Maps() {
			if err != nil {
				return err
			}
			out = append(out, m)
		}
		return nil
	})
	return out
}
