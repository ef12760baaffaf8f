package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// After a restore nobody who has opted out since the backup can be written to or
// taken in as if nothing had been.
func TestCarryLocks(t *testing.T) {
	path, backup := dbPath(t), filepath.Join(t.TempDir(), "backup.db")
	st := mustOpen(t, path)
	storetest.Fill(t, st, 10)
	lock(t, st, 8, model.OptedOut)
	must(st.Backup(backup))(t)
	lock(t, st, 3, model.OptedOut)
	lock(t, st, 4, model.DoNotContact)
	lock(t, st, 8, model.DoNotContact) // less than the backup has
	late := model.Person{Name: "Björn Ek", Contact: model.Contact{Emails: []string{"bjorn@loom.example"}}, Notes: "met at a fair"}
	late.Outreach.Lock = model.OptedOut
	edit(t, st, "ada", "added Björn Ek", func(tx *store.Tx) error { return tx.PutPerson(&late) })
	try(t, st.Close())

	kept, _, err := store.Restore(path, backup, storetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	st = storetest.OpenAt(t, path)
	held := must(st.CarryLocks(kept, "ada"))(t)
	want := "[p3 Person 000002: opted-out (as before) p4 Person 000003: do-not-contact (as before) p11 Björn Ek: opted-out (as before)]"
	if fmt.Sprint(held) != want {
		t.Errorf("held %v", held)
	}
	for id, as := range map[model.PersonID]model.Lock{3: model.OptedOut, 4: model.DoNotContact, 5: model.Unlocked, 8: model.OptedOut, 11: model.OptedOut} {
		if p := person(t, st, id); p.Outreach.Lock != as {
			t.Errorf("%s is %q, want %q", id, p.Outreach.Lock, as)
		}
	}
	if p := person(t, st, 11); p.Notes != "" {
		t.Errorf("of %s came more than who she is: %+v", p.ID, p)
	}
	if ids := read(t, st, func(tx *store.Tx) ([]model.PersonID, error) { return tx.PeopleByKey("e:bjorn@loom.example"), nil }); len(ids) != 1 {
		t.Errorf("by his address there is %v", ids)
	}
	all := journal(t, st)
	if last := all[len(all)-1]; last.Actor != "ada" || last.What != "locked 3 people, who were locked before the restore" {
		t.Errorf("the journal says %+v", last)
	}
	if again := must(st.CarryLocks(kept, "ada"))(t); len(again) > 0 || len(journal(t, st)) != len(all) {
		t.Errorf("the second time it holds %v", again)
	}
}

// The person who has that number in the backup can be somebody else.
func TestCarryLocksTakesNobodyElse(t *testing.T) {
	path, backup := dbPath(t), filepath.Join(t.TempDir(), "backup.db")
	other := mustOpen(t, dbPath(t))
	add(t, other, "ben", "Ana Reyes")
	must(other.Backup(backup))(t)
	try(t, other.Close())
	st := mustOpen(t, path)
	add(t, st, "ada", "Björn Ek")
	lock(t, st, 1, model.OptedOut)
	try(t, st.Close())
	kept, _, err := store.Restore(path, backup, storetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	st = storetest.OpenAt(t, path)
	must(st.CarryLocks(kept, "ada"))(t)
	if a, b := person(t, st, 1), person(t, st, 2); a.Outreach.Lock != model.Unlocked || b.Name != "Björn Ek" || b.Outreach.Lock != model.OptedOut {
		t.Errorf("locked are %+v and %+v", a, b)
	}
}
