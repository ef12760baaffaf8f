package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui"
	"talentmap/tui/tuitest"
)

// A session that sits open for hours holds no moment of the database: while
// others save, pages are used again and the file stays as long as what is in it.
// One read that outlives its call would keep every page since then, eight or more
// a save: some 200 MB here.
func TestOpenSessionsDoNotMakeTheFileGrow(t *testing.T) {
	const saves, rounds, most = 1500, 5, 4 << 20
	synctest.Test(t, func(t *testing.T) {
		st, session := workbenchOn(t, filepath.Join(t.TempDir(), "talent.db"))
		watch := st.Watch()
		defer watch.Stop()
		pages := [][]string{{"f", "a"}, {"esc"}, {"enter"}, {"esc"}, {"tab", "j"}}
		before := int64(0)
		for round := range rounds {
			session.Keys(pages[round%len(pages)]...)
			for i := range saves / rounds {
				d := model.Draft{Person: model.PersonID(1 + i%100), Body: fmt.Sprint("Hello ", round, i)}
				if have, err := draft(st, d.Person); err == nil {
					d.Rev = have.Rev
				}
				if _, err := st.SaveDraft("ben", &d); err != nil {
					t.Fatal(err)
				}
			}
			synctest.Wait()
			session.Settle()
			if round == 0 {
				before = length(t, st.Path())
			}
		}
		if grown := length(t, st.Path()) - before; grown > most {
			t.Errorf("the file has grown by %d bytes, want at most %d", grown, most)
		}
	})
}

// workbenchOn is a session on the sample, with the live index running.
func workbenchOn(t *testing.T, path string) (*store.Store, *tuitest.Session) {
	t.Helper()
	st, err := store.Open(path, store.Options{Clock: testNow})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sample.Load(t.Context(), st, "ada", testNow()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	w := scoring.Default()
	clock := tuitest.NewClock(testNow())
	ros, ended := roster.New(st, &w, clock.Now), make(chan error, 1)
	go func() { ended <- ros.Run(ctx) }()
	root := tui.New(tui.Config{Store: st, Roster: ros, Weights: &w, User: "ada", Now: clock.Now, After: clock.After, Context: ctx})
	t.Cleanup(func() {
		err := root.Shutdown()
		cancel()
		if runErr := <-ended; err == nil {
			err = runErr
		}
		if closeErr := st.Close(); err == nil {
			err = closeErr
		}
		if err != nil {
			t.Error(err)
		}
	})
	synctest.Wait() // the index has been read
	return st, tuitest.New(t, root, 120, 40)
}

func draft(st *store.Store, id model.PersonID) (d model.Draft, err error) {
	err = st.View(func(tx *store.Tx) (err error) {
		d, err = tx.Draft(id)
		return err
	})
	return d, err
}

func length(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
