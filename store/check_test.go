package store_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// key is the key of a record with one number, as it lies in the engine.
func key(space string, ids ...uint64) string {
	k := []byte(space)
	for _, id := range ids {
		k = binary.BigEndian.AppendUint64(k, id)
	}
	return string(k)
}

// damaged makes a small database, closes it, lets spoil at it, and returns it
// opened again.
func damaged(t *testing.T, spoil func(t *testing.T, path string)) *store.Store {
	t.Helper()
	path := ramPath(t)
	st := mustOpen(t, path)
	storetest.Fill(t, st, 20)
	edit(t, st, "ada", "logged", func(tx *store.Tx) error { return tx.PutSignal(&model.Signal{Person: 3, Kind: model.OpenToWork}) })
	must(st.SaveDraft("ada", &model.Draft{Person: 3, Body: "Hello"}))(t)
	edit(t, st, "ada", "touched", func(tx *store.Tx) error { return tx.PutTouch(&model.Touch{Person: 3, By: "ada"}) })
	sound(t, st)
	try(t, st.Close())
	spoil(t, path)
	st = mustOpen(t, path)
	t.Cleanup(func() { st.Close() })
	return st
}

func TestCheckFinds(t *testing.T) {
	lose := func(key string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			valueOf(t, path, key) // it is there
			withEngine(t, path, key, nil)
		}
	}
	put := func(key, value string) func(*testing.T, string) {
		return func(t *testing.T, path string) { withEngine(t, path, key, []byte(value)) }
	}
	index := key("ke:person000004@people.example\x00", 5)
	tests := []struct {
		name  string
		spoil func(*testing.T, string)
		fault string // how the fault must read
	}{
		{"a flipped bit in a record", flipValue(key("p", 5), 30), "p5: damaged record: p5 has a wrong checksum"},
		{"a flipped bit in a draft", flipValue(key("d", 3), 30), "d3: damaged record"},
		{"a flipped bit in the journal", flipValue(key("j", 2), 12), "journal revision 2: damaged record"},
		{"a flipped bit in what was before", flipValue(key("u", 2), 12), "journal revision 2: damaged record: u2"},
		{"a flipped bit in a sequence", flipValue("mseq:p", 6), `"mseq:p": damaged record`},
		{"a record cut short", put(key("c", 4), "\x01abc"), "c4: damaged record: c4 is cut short"},
		{"an empty record", put(key("c", 4), ""), "c4 is cut short"},
		{"a record of another form", put(key("c", 4), "\x02abcdefgh"), "c4 has form 2, this program reads 1"},
		{"a record under another's key", copyValue(key("p", 5), key("p", 6)), "p6 has a wrong checksum"},
		{"a person who is gone", lose(key("p", 5)), "p5: is missing: revision 1 wrote it"},
		{"a signal that is gone", lose(key("sp", 3, 1)), "s1 of p3: is missing: revision 3 wrote it"},
		{"a touch that is gone", lose(key("t", 3, 1)), "t1 of p3: is missing: revision 5 wrote it"},
		{"a draft that is gone", lose(key("d", 3)), "d3: is missing: revision 4 wrote it"},
		{"a sequence that is gone", lose("mseq:p"), "the last number given is 0, but there is 20"},
		{"an index entry that is gone", lose(index), "p5: is missing from the index k"},
		{"an index entry too many", put(key("ke:x\x00", 5), ""), "leads to p5, which does not lead back"},
		{"an index entry to nobody", put(key("nx\x00", 99), ""), "leads to p99, which is not there"},
		{"an index entry cut short", put("nx", ""), "leads to p0, which is not there"},
		{"a company's index entry that is gone", lose(key("wcompany 8\x00", 4)), "c4: is missing from the index w"},
		{"an employer's index entry too many", put(key("e", 1, 9), ""), "does not lead back"},
		{"a gap in the journal", lose(key("j", 2)), "journal revision 3: does not follow revision 1"},
		{"the journal's end gone", lose(key("j", 5)), "images of revision 5: have no journal entry"},
		{"a free page that is lost", loseFreePage, ": unreachable unfreed"},
		{"images gone", lose(key("u", 2)), "journal revision 2: what stood before revision 2: not found"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			st := damaged(t, tt.spoil)
			var all []string
			for _, f := range must(st.Check())(t).Faults {
				all = append(all, f.String())
			}
			if got := strings.Join(all, "\n"); !strings.Contains(got, tt.fault) {
				t.Errorf("Check says %q, want %q among it", got, tt.fault)
			}
			try(t, st.Close())
			if _, err := store.Verify(st.Path()); err == nil || !strings.Contains(err.Error(), "faults, the first: ") {
				t.Errorf("Verify = %v, want the faults", err)
			}
		})
	}
}

// An older state of a record that comes back is sound in itself; only the
// journal knows that it is not the one.
func TestCheckFindsAnOlderState(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	p := add(t, st, "ada", "Björn Ek")
	try(t, st.Close())
	old := valueOf(t, path, key("p", 1))
	st = mustOpen(t, path)
	p.Headline = "Engineer"
	rename(t, st, "ada", p, "Björn Ek")
	try(t, st.Close())
	withEngine(t, path, key("p", 1), old)
	st = mustOpen(t, path)
	defer st.Close()
	faults := must(st.Check())(t).Faults
	if len(faults) != 1 || faults[0].String() != "p1: is of revision 1, the journal says 2" {
		t.Errorf("Check says %q", faults)
	}
}

// A damaged record is an error where it is read, and the rest can be read on.
func TestDamagedRecordIsNeverShown(t *testing.T) {
	st := damaged(t, flipValue(key("p", 1), 30))
	seen, bad := 0, 0
	_ = st.View(func(tx *store.Tx) error {
		if p, err := tx.Person(1); !isDamaged(err) {
			t.Errorf("Person = %+v, %v; want ErrDamaged", p, err)
		}
		for _, err := range tx.People(0) {
			seen++
			if isDamaged(err) {
				bad++
			}
		}
		return nil
	})
	if seen != 20 || bad != 1 {
		t.Errorf("of %d people %d were damaged, want 1 of 20", seen, bad)
	}
	if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&model.Person{ID: 1, Rev: 1}) }); !isDamaged(err) {
		t.Errorf("a write over it = %v, want ErrDamaged", err)
	}
	if _, err := st.Undo("tester"); !isDamaged(err) {
		t.Errorf("an undo of it = %v, want ErrDamaged", err)
	}
	add(t, st, "ada", "Someone else")
}

// A damaged sequence gives no number rather than one that was given before.
func TestDamagedSequenceGivesNoNumber(t *testing.T) {
	st := damaged(t, flipValue("mseq:p", 6))
	p := model.Person{Name: "Björn Ek"}
	if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&p) }); !isDamaged(err) {
		t.Errorf("Edit = %v, want ErrDamaged", err)
	}
}

func TestWatchGoesOnOverADamagedJournal(t *testing.T) {
	st := damaged(t, flipValue(key("j", 2), 12))
	w := st.Watch()
	rev := must(st.SaveDraft("ada", &model.Draft{Person: 9}))(t)
	if got := await(t, w, rev); !got.Has(store.Drafts) {
		t.Errorf("told %b", got)
	}
}

func TestCheckCounts(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 100)
	c := must(st.Check())(t)
	// 100 people, 107 companies, 1 import; each person an address, a name and
	// two employers, each company a name and its stem.
	if c.Records != 208 || c.IndexEntries != 614 || c.Changes != 2 {
		t.Errorf("checked %d records, %d index entries, %d changes; want 208, 614, 2", c.Records, c.IndexEntries, c.Changes)
	}
}

// A check of a store that is being written to reports nothing that is not so.
func TestCheckWhileOthersWrite(t *testing.T) {
	st := storetest.OpenAt(t, ramPath(t))
	storetest.Fill(t, st, 100)
	checked := make(chan struct{})
	go func() {
		defer close(checked)
		for range 10 {
			sound(t, st)
		}
	}()
	for i := 0; ; i++ {
		select {
		case <-checked:
			return
		default:
			add(t, st, "ben", fmt.Sprint("Person ", i))
		}
	}
}
