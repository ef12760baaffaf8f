package store_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// traces gives her so much in so many places that an erasure takes several
// transactions.
func traces(t *testing.T, st *store.Store) (her model.PersonID) {
	t.Helper()
	her, _, _ = live(t, st)
	for i := range 130 {
		edit(t, st, "ben", fmt.Sprint("logged for Vilhelmina Quillfeather ", i), func(tx *store.Tx) error {
			m := model.Map{Name: fmt.Sprint("Map ", i), Entries: []model.Entry{{Person: her, Note: "PLACE-note"}}}
			p := model.Person{Name: fmt.Sprint("Friend ", i)}
			p.Background.Connections = []model.Connection{{Name: "Vilhelmina Quillfeather", How: "TIE-how", Person: her}}
			return errors.Join(tx.PutMap(&m), tx.PutPerson(&p),
				tx.PutSignal(&model.Signal{Person: her, Kind: model.OpenToWork, Note: "SIGNAL-note"}),
				tx.PutTouch(&model.Touch{Person: her, By: "ben", Body: "TOUCH-body"}))
		})
		if i%10 == 0 {
			m := read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(model.MapID(i + 2)) })
			m.Name += " again"
			edit(t, st, "ben", "renamed a map", func(tx *store.Tx) error { return tx.PutMap(&m) })
		}
	}
	return her
}

// holding are the secrets that stand in the place.
func (m *mortal) holding(t *testing.T) (all []string) {
	t.Helper()
	return secretsIn(t, &m.place)
}

func secretsIn(t *testing.T, place *kvtest.Memory) (all []string) {
	t.Helper()
	var b strings.Builder
	eng := must(place.Open())(t)
	try(t, eng.Backup(&b))
	for _, s := range secrets {
		if strings.Contains(strings.ToLower(b.String()), strings.ToLower(s)) {
			all = append(all, s)
		}
	}
	return all
}

// An erasure that dies at any commit has either not begun, and then nobody has
// heard of it, or is done after the next start.
func TestEraseThatBreaksOff(t *testing.T) {
	var her model.PersonID
	deaths := eachDeath(t,
		func(m *mortal) { her = traces(t, m.st) },
		func(st *store.Store) error { _, err := st.Erase("cleo", her); return err },
		func(m *mortal, died bool) {
			again := vilhelmina()
			erased := m.st.Directory().Erased(&again)
			err := m.st.View(func(tx *store.Tx) error { _, err := tx.Person(her); return err })
			if !erased {
				if err != nil || !died || len(must(m.st.Undo("ada"))(t).What) == 0 {
					t.Errorf("she is not erased: %v", err)
				}
				return
			}
			if got := m.holding(t); !isNotFound(err) || len(got) > 0 {
				t.Errorf("she is erased, but reading her gives %v, and %q are left", err, got)
			}
			loud := slices.DeleteFunc(journal(t, m.st), func(c store.Change) bool { return !c.Erases || c.Quiet })
			if len(loud) != 1 || loud[0].What != "erased a person" || loud[0].Actor != "cleo" {
				t.Errorf("the journal tells of %+v, want one erasure", loud)
			}
		})
	if deaths < 8 {
		t.Errorf("it died %d times: the erasure was not in many transactions", deaths)
	}
}

// Within one process an erasure that broke off goes on when it is asked for once
// more.
func TestEraseOnceMore(t *testing.T) {
	m := newMortal(t)
	her := traces(t, m.st)
	m.dieAt(3, false)
	_, err := m.st.Erase("cleo", her)
	if !errors.Is(err, errDied) || !strings.Contains(err.Error(), fmt.Sprintf("erase %s again, or it is done at the next start", her)) {
		t.Errorf("Erase = %v, want what to do", err)
	}
	m.place.Commit = nil
	must(m.st.Erase("cleo", her))(t)
	if got := m.holding(t); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
	sound(t, m.st)
}

// An erasure whose first transaction fails has not happened: no tombstone is
// left to erase her at the next start, nor to keep her from an import.
func TestEraseThatNeverBegan(t *testing.T) {
	m := newMortal(t)
	her, _, _ := live(t, m.st)
	m.dieAt(1, false)
	if _, err := m.st.Erase("cleo", her); !errors.Is(err, errDied) {
		t.Fatalf("Erase = %v", err)
	}
	m.reopen(t)
	p := person(t, m.st, her)
	if again := vilhelmina(); m.st.Directory().Erased(&again) || content(m.path+".erased") != nil {
		t.Error("a tombstone is left of an erasure that failed")
	}
	must(m.st.Erase("cleo", p.ID))(t)
}

// A commit that failed at its very end may not be durable: the erasure is not
// called done, binds all the same, and goes on at the next start.
func TestEraseWhoseBeginningIsUnknown(t *testing.T) {
	m := newMortal(t)
	her := traces(t, m.st)
	first := true
	m.place.Commit = func(int) (bool, error) {
		defer func() { first = false }()
		if first {
			return true, store.ErrUnknown
		}
		return true, nil
	}
	if _, err := m.st.Erase("cleo", her); !errors.Is(err, store.ErrUnknown) {
		t.Errorf("Erase = %v, want that it is unknown", err)
	}
	if again := vilhelmina(); !m.st.Directory().Erased(&again) {
		t.Error("she could come in again meanwhile")
	}
	m.reopen(t)
	if got := m.holding(t); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
	sound(t, m.st)
}

// Where the file beside the database can't be written the erasure is binding all
// the same, and Erase says what is missing.
func TestEraseWithoutTheFileBeside(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	defer func() { st.Close() }()
	her, _, _ := live(t, st)
	try(t, os.Mkdir(path+".erased", 0o700))
	_, err := st.Erase("cleo", her)
	if err == nil || !strings.Contains(err.Error(), "p1 is erased, but the file beside the database does not say so until the next start") {
		t.Errorf("Erase = %v, want what is missing", err)
	}
	again := vilhelmina()
	if n := write(t, st, &again); n != 1 {
		t.Errorf("she came in again as %s", again.ID)
	}
	try(t, errors.Join(st.Close(), os.Remove(path+".erased")))
	st = eraseStore(t, path)
	if len(content(path+".erased")) == 0 {
		t.Error("the file beside the database does not say so after the next start")
	}
}

// between is an engine that lets others write before an Update.
type between struct {
	kv.Engine
	before func()
}

func (b *between) Update(fn func(kv.Writer) error) error {
	if b.before != nil {
		b.before()
	}
	return b.Engine.Update(fn)
}

// Whoever writes of her between the transactions of an erasure leaves nothing.
func TestWriteBetweenTheStepsOfAnErasure(t *testing.T) {
	for n, more := 2, true; more; n++ {
		var place kvtest.Memory
		eng := &between{Engine: must(place.Open())(t)}
		path := dbPath(t)
		st := must(store.OpenEngine(eng, path, store.Options{Clock: storetest.Now, EraseKey: eraseKeyOf(path)}))(t)
		her := traces(t, st)
		at, late := 0, false
		eng.before = func() {
			if at++; at != n {
				return
			}
			late = true
			edit(t, st, "ben", "made a late map", func(tx *store.Tx) error {
				p := model.Person{Name: "Late friend"}
				p.Background.Connections = []model.Connection{{Name: "Vilhelmina Quillfeather", How: "TIE-how"}}
				m := model.Map{Name: "Late", Entries: []model.Entry{{Person: her, Note: "PLACE-note"}}}
				return errors.Join(tx.PutPerson(&p), tx.PutMap(&m))
			})
		}
		must(st.Erase("cleo", her))(t)
		if more = late && at >= n+2; more { // the last Update only takes a mark away
			if got := secretsIn(t, &place); len(got) > 0 {
				t.Errorf("before Update %d: left %q", n, got)
			}
		}
		try(t, st.Close())
		if !more && n < 6 {
			t.Errorf("the erasure took %d Updates: there was hardly anything between", n)
		}
	}
}
