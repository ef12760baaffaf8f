package store_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/storetest"
)

// raw is every key and value of a database, as the engine has them.
func raw(tb testing.TB, path string) map[string]string {
	tb.Helper()
	eng := must(kv.OpenBolt(path, kv.BoltOptions{Wait: 1, ReadOnly: true}))(tb)
	all := map[string]string{}
	err := eng.View(func(r kv.Reader) error {
		for space := byte('a'); space <= 'z'; space++ {
			for k, v := range r.Ascend(kv.Prefix([]byte{space})) {
				all[string(k)] = string(v)
			}
		}
		return nil
	})
	if err := errors.Join(err, eng.Close()); err != nil {
		tb.Fatal(err)
	}
	return all
}

// asideLine is a line of the file of records that were set aside.
type asideLine struct {
	Record, Why string
	Key, Bytes  []byte
	Fields      map[string]any
}

func asideLines(tb testing.TB, path string) (all []asideLine) {
	tb.Helper()
	if path == "" {
		return nil
	}
	for lines := bufio.NewScanner(bytes.NewReader(content(path))); lines.Scan(); {
		var l asideLine
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			tb.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// spoilt is the path of a small closed database that spoil has been at, and
// what was in it before.
func spoilt(t *testing.T, spoil func(*testing.T, string)) (path string, before map[string]string) {
	t.Helper()
	st := damaged(t, func(t *testing.T, path string) {
		before = raw(t, path)
		spoil(t, path)
	})
	try(t, st.Close())
	return st.Path(), before
}

func TestRepair(t *testing.T) {
	lose := func(key string) func(*testing.T, string) {
		return func(t *testing.T, path string) { withEngine(t, path, key, nil) }
	}
	put := func(key, value string) func(*testing.T, string) {
		return func(t *testing.T, path string) { withEngine(t, path, key, []byte(value)) }
	}
	tests := []struct {
		name        string
		spoil       func(*testing.T, string)
		aside, lost string // the keys of records, "" for none
	}{
		{name: "a flipped bit in a record", spoil: flipValue(key("p", 5), 30), aside: key("p", 5)},
		{name: "a flipped bit in a draft", spoil: flipValue(key("d", 3), 30), aside: key("d", 3)},
		{name: "a flipped bit in a signal", spoil: flipValue(key("sp", 3, 1), 12), aside: key("sp", 3, 1)},
		{name: "a record cut short", spoil: put(key("c", 4), "\x01abc"), aside: key("c", 4)},
		{name: "an empty record", spoil: put(key("c", 4), ""), aside: key("c", 4)},
		{name: "a record under another's key", spoil: copyValue(key("p", 5), key("p", 6)), aside: key("p", 6)},
		{name: "a record under a key cut short", spoil: put("p\x00", "rubbish"), aside: "p\x00"},
		{name: "a person who is gone", spoil: lose(key("p", 5)), lost: key("p", 5)},
		{name: "a touch that is gone", spoil: lose(key("t", 3, 1)), lost: key("t", 3, 1)},
		{name: "an index entry that is gone", spoil: lose(key("ke:person000004@people.example\x00", 5))},
		{name: "an index entry too many", spoil: put(key("ke:x\x00", 5), "")},
		{name: "an index entry to nobody", spoil: put(key("nx\x00", 99), "")},
		{name: "an index entry cut short", spoil: put("nx", "")},
		{name: "a company's index entry that is gone", spoil: lose(key("wcompany 8\x00", 4))},
		{name: "an employer's index entry too many", spoil: put(key("e", 1, 9), "")},
		{name: "an entry too many of the drafts that wait", spoil: put(key("D", 1), "")},
		{name: "a sequence that is gone", spoil: lose("mseq:p")},
		{name: "a flipped bit in a sequence", spoil: flipValue("mseq:p", 6), aside: "mseq:p"},
		{name: "a free page that is lost", spoil: loseFreePage},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path, before := spoilt(t, tt.spoil)
			damagedFile, damagedRaw := content(path), raw(t, path)
			done := must(store.Repair(path, "ada", storetest.Now()))(t)
			if len(done.Before.Faults) == 0 || len(done.After.Faults) > 0 {
				t.Errorf("before: %v, after: %v", done.Before.Faults, done.After.Faults)
			}
			if !bytes.Equal(content(done.Kept), damagedFile) {
				t.Error("the file that is kept is not the damaged one")
			}
			wantAside(t, done, tt.aside, damagedRaw)
			if (tt.lost != "") != (len(done.Lost) == 1) {
				t.Errorf("lost: %v, want %q", done.Lost, tt.lost)
			}
			// Everything else is there, byte for byte.
			after := raw(t, path)
			for k, v := range before {
				switch k[0] {
				case 'k', 'n', 'e', 'w', 'm': // built anew; the check has looked at them
					continue
				}
				have, there := after[k]
				switch gone := k == tt.aside || k == tt.lost; {
				case gone && k[0] != 'p' && there:
					t.Errorf("%q is there", k)
				case !gone && have != v:
					t.Errorf("%q is another than before", k)
				}
			}
			worksOn(t, path)
		})
	}
}

// wantAside looks for the record with that key, and no other, in the file of
// records set aside.
func wantAside(t *testing.T, done store.Repaired, key string, was map[string]string) {
	t.Helper()
	lines := asideLines(t, done.Aside)
	if key == "" {
		if len(lines) > 0 || done.Aside != "" {
			t.Errorf("%d records set aside in %q", len(lines), done.Aside)
		}
		return
	}
	if len(lines) != 1 || string(lines[0].Key) != key || string(lines[0].Bytes) != was[key] || lines[0].Why == "" {
		t.Fatalf("set aside %+v, want %q", lines, key)
	}
	if info := must(os.Stat(done.Aside))(t); info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %o", info.Mode().Perm())
	}
}

// worksOn uses a repaired database.
func worksOn(t *testing.T, path string) {
	t.Helper()
	st := storetest.OpenAt(t, path)
	p := add(t, st, "ada", "Someone new")
	if p.ID != 21 {
		t.Errorf("the next person is %s, want p21", p.ID)
	}
	undo(t, st, "ada")
	must(st.Backup(filepath.Join(t.TempDir(), "backup.db")))(t)
}

// What can be read of a damaged person is in the file, so that somebody can
// look whether she had opted out.
func TestRepairShowsWhatCanBeRead(t *testing.T) {
	path, _ := spoilt(t, func(t *testing.T, path string) {
		v := valueOf(t, path, key("p", 5))
		i := bytes.Index(v, []byte("Berlin"))
		v[i] ^= 1 // Cerlin
		withEngine(t, path, key("p", 5), v)
	})
	done := must(store.Repair(path, "ada", storetest.Now()))(t)
	if done.Aside != path+".damaged-20260302-090000.jsonl" {
		t.Errorf("set aside in %q", done.Aside)
	}
	l := asideLines(t, done.Aside)[0]
	if l.Record != "p5" || !strings.Contains(l.Why, "wrong checksum") || l.Fields["Name"] != "Person 000004" || l.Fields["Location"] != "Cerlin, Germany" {
		t.Errorf("the file says %+v", l)
	}
}

// What a repair does is one change of the journal, which no undo takes back.
func TestRepairIsInTheJournal(t *testing.T) {
	path, _ := spoilt(t, flipValue(key("p", 5), 30))
	must(store.Repair(path, "ada", storetest.Now()))(t)
	st := storetest.OpenAt(t, path)
	all := journal(t, st)
	last := all[len(all)-1]
	if last.Actor != "ada" || last.What != "repaired the database: set 1 records aside, found 0 lost, locked 1 people" || len(last.Refs) != 1 || last.Refs[0].ID != 5 {
		t.Errorf("the journal says %+v", last)
	}
	if _, err := st.UndoChange("ada", last.Rev); err == nil {
		t.Error("the repair was taken back")
	}
}

// A damaged header is one that bbolt does not write to: what stands according
// to the other is taken over.
func TestRepairOfADamagedHeader(t *testing.T) {
	path, before := spoilt(t, func(*testing.T, string) {})
	for header := range 2 {
		b := content(path)
		b[header*os.Getpagesize()+40] ^= 1
		try(t, os.WriteFile(path, b, 0o600))
		done := must(store.Repair(path, "ada", storetest.Now()))(t)
		if len(done.Before.Faults) == 0 {
			t.Errorf("header %d: nothing was wrong", header)
		}
		for _, f := range done.After.Faults {
			t.Errorf("header %d: after: %s", header, f)
		}
		if after := raw(t, path); after[key("p", 5)] != before[key("p", 5)] {
			t.Error("p5 is another than before")
		}
	}
}

func TestRepairOfASoundDatabase(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	storetest.Fill(t, st, 20)
	if _, err := store.Repair(path, "ada", storetest.Now()); !errors.As(err, new(*store.HeldError)) {
		t.Errorf("Repair of an open one = %v, want HeldError", err)
	}
	try(t, st.Close())
	before := content(path)
	done := must(store.Repair(path, "ada", storetest.Now()))(t)
	if done.Kept != "" || !bytes.Equal(content(path), before) || len(names(t, filepath.Dir(path))) != 1 {
		t.Errorf("it was changed: %+v, %q", done, names(t, filepath.Dir(path)))
	}
}
