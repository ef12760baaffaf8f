package store_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"talentmap/store"
	"talentmap/store/storetest"
)

// A person who is back though the journal says that she was removed, and an
// older state of one, are not shown as true.
func TestRepairOfOlderStates(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	p := add(t, st, "ada", "Björn Ek")
	add(t, st, "ada", "Ana Reyes")
	try(t, st.Close())
	first, second := valueOf(t, path, key("p", 1)), valueOf(t, path, key("p", 2))
	st = mustOpen(t, path)
	undo(t, st, "ada")
	p.Headline = "Engineer"
	rename(t, st, "ada", p, "Björn Ekberg")
	try(t, st.Close())
	withEngine(t, path, key("p", 1), first)
	withEngine(t, path, key("p", 2), second)
	done := must(store.Repair(path, "ada", storetest.Now()))(t)
	if got := fmt.Sprint(done.SetAside); got != "[p1: is of revision 1, the journal says 4 p2: is of revision 2, the journal says that it was removed]" {
		t.Errorf("set aside %s", got)
	}
	// Björn stands again by the name in the index; Ana, who was removed, does not.
	if len(done.After.Faults) > 0 || done.After.Records != 1 || fmt.Sprint(done.Held) != "[p1 bjorn ekberg: do-not-contact (nothing tells whether she had opted out)]" {
		t.Errorf("after: %+v, held: %v", done.After, done.Held)
	}
	storetest.OpenAt(t, path)
}

// What is lost of the journal is not filled in, but known from the repair on: it
// is no fault any more, a backup of it is sound, and what stands is checked
// against the journal again. A new gap is a fault, also one beside the old.
func TestRepairOfADamagedJournal(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(*testing.T, string)
		lost  string
		more  string // the fault when revision 3 is lost as well
	}{
		"a damaged change": {flipValue(key("j", 2), 12), "revision 2", "journal revision 4: does not follow revision 1"},
		"a damaged image":  {flipValue(key("u", 2), 12), "revision 2", "journal revision 4: does not follow revision 2"},
		"the last change":  {flipValue(key("j", 5), 12), "revision 5", "journal revision 4: does not follow revision 2"},
		"a change that is lost": {
			func(t *testing.T, path string) { withEngine(t, path, key("j", 2), nil) },
			"revision 2", "journal revision 4: does not follow revision 1",
		},
		"an image that is lost": {
			func(t *testing.T, path string) { withEngine(t, path, key("u", 2), nil) },
			"revision 2", "journal revision 4: does not follow revision 2",
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := spoilt(t, func(t *testing.T, path string) {
				tt.spoil(t, path)
				flipValue(key("p", 5), 30)(t, path)
			})
			done := must(store.Repair(path, "ada", storetest.Now()))(t)
			if len(done.After.Faults) > 0 || fmt.Sprint(done.Revisions) != "["+tt.lost+"]" {
				t.Errorf("after: %v, lost %v", done.After.Faults, done.Revisions)
			}
			if got := fmt.Sprint(done.After.Lost); got != "["+tt.lost+", after 2026-03-02 09:00, lost: known since the repair of 2026-03-02 09:00]" {
				t.Errorf("the check says %s", got)
			}
			st := storetest.OpenAt(t, path)
			if rev := must(st.Rev())(t); rev != 6 {
				t.Errorf("the repair is revision %d, want 6", rev)
			}
			if p := add(t, st, "ada", "Someone new"); p.ID != 21 {
				t.Errorf("the next person is %s", p.ID)
			}
			must(st.Backup(filepath.Join(t.TempDir(), "backup.db")))(t)
			try(t, st.Close())

			withEngine(t, path, key("j", 3), nil)
			wantFault(t, path, tt.more)
		})
	}
}

// wantFault looks for one fault among those of a database.
func wantFault(t *testing.T, path, fault string) {
	t.Helper()
	st := mustOpen(t, path)
	defer st.Close()
	all := must(st.Check())(t).Faults
	for _, f := range all {
		if f.String() == fault {
			return
		}
	}
	t.Errorf("Check says %v, want %q", all, fault)
}

// After the repair the journal is one to check against again: a record that is
// lost then, or goes back to an older state, is found.
func TestRepairedJournalFindsNewDamage(t *testing.T) {
	path, _ := spoilt(t, flipValue(key("j", 2), 12))
	must(store.Repair(path, "ada", storetest.Now()))(t)
	withEngine(t, path, key("p", 7), nil)
	wantFault(t, path, "p7: is missing: revision 1 wrote it")
}

// A second repair leaves what the first one said, and adds to it.
func TestRepairTwice(t *testing.T) {
	path, _ := spoilt(t, flipValue(key("j", 2), 12))
	must(store.Repair(path, "ada", storetest.Now()))(t)
	withEngine(t, path, key("j", 4), nil)
	done := must(store.Repair(path, "ben", storetest.Now().Add(48*time.Hour)))(t)
	if len(done.After.Faults) > 0 || fmt.Sprint(done.Revisions) != "[revision 4]" {
		t.Errorf("after: %v, lost %v", done.After.Faults, done.Revisions)
	}
	want := "[revision 2, after 2026-03-02 09:00, lost: known since the repair of 2026-03-02 09:00" +
		" revision 4, after 2026-03-02 09:00, lost: known since the repair of 2026-03-04 09:00]"
	if got := fmt.Sprint(done.After.Lost); got != want {
		t.Errorf("the check says %s", got)
	}
}

// A person whose removal is in a lost revision stays removed.
func TestRepairBringsNobodyBack(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	add(t, st, "ada", "Björn Ek")
	undo(t, st, "ada")
	add(t, st, "ada", "Ana Reyes")
	try(t, st.Close())
	withEngine(t, path, key("j", 2), nil)
	withEngine(t, path, key("u", 2), nil)
	done := must(store.Repair(path, "ada", storetest.Now()))(t)
	if len(done.Held) > 0 || done.After.Records != 1 || len(done.After.Faults) > 0 {
		t.Errorf("held %v, after %+v", done.Held, done.After)
	}
	if got := fmt.Sprint(done.Lost); got != "[p1: is missing: revision 1 wrote it, a lost one may have removed it]" {
		t.Errorf("lost %s", got)
	}
}
