package store_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// patience ends a test that waits for a notice that never comes.
const patience = 30 * time.Second

// await takes notices until the revision is told; it returns all kinds seen.
func await(t *testing.T, w *store.Watcher, rev model.Rev) store.KindSet {
	t.Helper()
	var kinds store.KindSet
	var last model.Rev
	deadline := time.After(patience)
	for last < rev {
		select {
		case <-w.C():
		case <-deadline:
			t.Fatalf("told of revision %d, want %d", last, rev)
		}
		n := w.Take()
		if n.Rev != 0 && n.Rev < last {
			t.Errorf("revision %d was told after %d", n.Rev, last)
		}
		last = max(last, n.Rev)
		kinds |= n.Kinds
	}
	return kinds
}

func TestWatchMerges(t *testing.T) {
	st := storetest.Open(t)
	w, all := st.Watch(), st.Watch()
	defer w.Stop()
	p := add(t, st, "ada", "Björn Ek")
	must(st.SaveDraft("ada", &model.Draft{Person: p.ID, Body: "x"}))(t)
	edit(t, st, "ada", "map", func(tx *store.Tx) error { return tx.PutMap(&model.Map{Name: "Platform"}) })
	// The second watcher is told of the last: then the first has all three waiting.
	await(t, all, 3)
	if got, want := w.Take(), (store.Notice{Rev: 3, Kinds: store.KindsOf(store.People, store.Drafts, store.Maps)}); got != want {
		t.Errorf("the notice is %+v, want %+v", got, want)
	}
	if got := w.Take(); got != (store.Notice{}) {
		t.Errorf("a second Take gives %+v", got)
	}
}

func TestWatchTellsTheKinds(t *testing.T) {
	st := storetest.Open(t)
	w := st.Watch()
	p := add(t, st, "ada", "Björn Ek")
	if got := await(t, w, p.Rev); got != store.KindsOf(store.People) {
		t.Errorf("a new person was told as %b", got)
	}
	tests := []struct {
		kind store.Kind
		fn   func(tx *store.Tx) error
	}{
		{store.Companies, func(tx *store.Tx) error { return tx.PutCompany(&model.Company{Name: "Acme"}) }},
		{store.PersonSignals, func(tx *store.Tx) error { return tx.PutSignal(&model.Signal{Person: p.ID}) }},
		{store.CompanySignals, func(tx *store.Tx) error { return tx.PutSignal(&model.Signal{Company: 1}) }},
		{store.Touches, func(tx *store.Tx) error { return tx.PutTouch(&model.Touch{Person: p.ID}) }},
		{store.Drafts, func(tx *store.Tx) error { return tx.PutDraft(&model.Draft{Person: p.ID}) }},
		{store.Maps, func(tx *store.Tx) error { return tx.PutMap(&model.Map{}) }},
		{store.Roles, func(tx *store.Tx) error { return tx.PutRole(&model.Role{}) }},
		{store.Imports, func(tx *store.Tx) error { return tx.PutImport(&model.Import{}) }},
	}
	for _, tt := range tests {
		rev := edit(t, st, "ada", "x", tt.fn)
		if got := await(t, w, rev); got != store.KindsOf(tt.kind) {
			t.Errorf("a change of %q was told as %b", tt.kind, got)
		}
	}
}

// Writers never wait for a watcher that takes nothing, and a slow one that
// comes back still learns of the last revision.
func TestWatchNeverMissesTheLast(t *testing.T) {
	st := storetest.Open(t)
	idle, slow := st.Watch(), st.Watch()
	const writers, each = 4, 25
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			for j := range each {
				p := model.Person{Name: fmt.Sprint(i, j)}
				if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&p) }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	await(t, slow, writers*each)
	wg.Wait()
	await(t, idle, writers*each)
}

// A notice comes after the change can be read, never before.
func TestWatchTellsWhatCanBeRead(t *testing.T) {
	st := storetest.Open(t)
	w := st.Watch()
	go func() {
		for i := range 50 {
			p := model.Person{Name: fmt.Sprint(i)}
			if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&p) }); err != nil {
				t.Error(err)
			}
		}
	}()
	for told := model.Rev(0); told < 50; {
		await(t, w, told+1)
		rev := must(st.Rev())(t)
		told = max(told+1, w.Take().Rev)
		if rev < told {
			t.Fatalf("revision %d was told, %d can be read", told, rev)
		}
		if rev == 50 {
			break
		}
	}
}

func TestWatchEnds(t *testing.T) {
	st := mustOpen(t, dbPath(t))
	stopped, open := st.Watch(), st.Watch()
	stopped.Stop()
	stopped.Stop()
	if _, more := <-stopped.C(); more {
		t.Error("a stopped watch has a notice")
	}
	add(t, st, "ada", "x")
	try(t, st.Close())
	for range open.C() { // ends with the store
	}
	open.Stop()
	if _, more := <-st.Watch().C(); more {
		t.Error("a watch of a closed store has a notice")
	}
}
