package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// secrets are the texts of the person whom the tests erase: none may be left.
var secrets = []string{
	"Vilhelmina", "Wilma", "quillfeather", "vq@people.example", "linkedin.com/in/vq", "+49 555 0142",
	"person_id:Q77", "NOTE-of-hers", "SUMMARY-of-hers", "DRAFT-text", "DRAFT-early", "TOUCH-body", "TOUCH-subject",
	"SIGNAL-note", "PLACE-note", "BENCH-note", "FACT-found", "TIE-how", "LIST-why", "LIST-once",
}

// eraseStore opens a store at path whose erase key lies in a folder of its own.
func eraseStore(tb testing.TB, path string) *store.Store {
	tb.Helper()
	return must(openAt(path, store.Options{Clock: storetest.Now, EraseKey: eraseKeyOf(path)}))(tb)
}

func eraseKeyOf(path string) string {
	return filepath.Join(filepath.Dir(path), "config", "erase.key")
}

// vilhelmina is a person of whom every place of the store holds something.
func vilhelmina() model.Person {
	p := model.Person{
		Name: "Wilma Quillfeather", Notes: "NOTE-of-hers", Summary: "SUMMARY-of-hers", Origin: model.Origin{Source: "people.csv"},
		Positions: []model.Position{{Company: "Acme Looms", Title: "Engineer"}},
	}
	p.Contact = model.Contact{
		Emails: []string{"vq@people.example"}, Links: []string{"linkedin.com/in/vq"},
		Phones: []string{"+49 555 0142"}, ExternalIDs: []string{"person_id:Q77"},
	}
	p.Outreach.Research[0] = model.Finding{Looked: model.ItemFound, Fact: "FACT-found", Source: "a talk"}
	return p
}

// live makes her part of a store with Bo and a map, and returns their IDs. She
// was called Wilma once; her traces are also in what the journal keeps.
func live(tb testing.TB, st *store.Store) (her, bo model.PersonID, m model.MapID) {
	tb.Helper()
	p, b := vilhelmina(), model.Person{Name: "Bo Ek"}
	b.Contact.Emails = []string{"bo@people.example"}
	edit(tb, st, "ada", "added Wilma Quillfeather and Bo Ek", func(tx *store.Tx) error {
		return errors.Join(tx.PutPerson(&p), tx.PutPerson(&b))
	})
	p = rename(tb, st, "ada", p, "Vilhelmina Quillfeather")
	b.Background.Connections = []model.Connection{{Name: "Vilhelmina Quillfeather", How: "TIE-how", Person: p.ID}, {Name: "Cleo Moss"}}
	b.Notes = "met at a fair"
	edit(tb, st, "ben", "connected Bo Ek with Vilhelmina Quillfeather", func(tx *store.Tx) error { return tx.PutPerson(&b) })
	tm := model.Map{Name: "Looms", Entries: []model.Entry{{Person: p.ID, Note: "PLACE-note"}, {Person: b.ID}}}
	edit(tb, st, "ben", "put Vilhelmina Quillfeather on Looms", func(tx *store.Tx) error { return tx.PutMap(&tm) })
	edit(tb, st, "ben", "put someone on a bench", func(tx *store.Tx) error {
		return tx.PutMap(&model.Map{Name: "Mills", Bench: []model.Entry{{Person: b.ID}, {Person: p.ID, Note: "BENCH-note"}}})
	})
	role := model.Role{Title: "Weaver", List: model.Choices{
		Out: []model.Excluded{{Person: p.ID, Why: "LIST-once"}}, Drawn: []model.Entry{{Person: b.ID}, {Person: p.ID}},
	}}
	edit(tb, st, "ben", "opened Weaver", func(tx *store.Tx) error { return tx.PutRole(&role) })
	role.List.Out = []model.Excluded{{Person: p.ID, Why: "LIST-why", By: "ben"}}
	edit(tb, st, "ben", "took Vilhelmina Quillfeather off the shortlist of Weaver", func(tx *store.Tx) error { return tx.PutRole(&role) })
	edit(tb, st, "ada", "noticed", func(tx *store.Tx) error {
		return errors.Join(tx.PutSignal(&model.Signal{Person: p.ID, Kind: model.OpenToWork, Note: "SIGNAL-note"}),
			tx.PutTouch(&model.Touch{Person: p.ID, By: "ada", Subject: "TOUCH-subject", Body: "TOUCH-body", At: storetest.Now()}))
	})
	d := model.Draft{Person: p.ID, Body: "DRAFT-early"}
	must(st.SaveDraft("ada", &d))(tb)
	d.Body = "DRAFT-text"
	must(st.SaveDraft("ada", &d))(tb)
	tm.Entries = slices.Clone(tm.Entries[:1])
	edit(tb, st, "ada", "took Bo Ek off Looms", func(tx *store.Tx) error { return tx.PutMap(&tm) })
	return p.ID, b.ID, tm.ID
}

// found lists the secrets that stand in the files given.
func found(tb testing.TB, files ...string) (all []string) {
	tb.Helper()
	for _, f := range files {
		b := bytes.ToLower(must(os.ReadFile(f))(tb))
		for _, s := range secrets {
			if bytes.Contains(b, []byte(strings.ToLower(s))) {
				all = append(all, filepath.Base(f)+": "+s)
			}
		}
	}
	return all
}

// beside are all files in the folder of the database and in its erase key's.
func beside(tb testing.TB, path string) (files []string) {
	tb.Helper()
	for _, dir := range []string{filepath.Dir(path), filepath.Dir(eraseKeyOf(path))} {
		for _, e := range must(os.ReadDir(dir))(tb) {
			if !e.IsDir() {
				files = append(files, filepath.Join(dir, e.Name()))
			}
		}
	}
	return files
}

func TestEraseLeavesNoByte(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	defer st.Close()
	storetest.Fill(t, st, 300)
	her, bo, m := live(t, st)
	before := found(t, path)
	for _, s := range secrets {
		if s != "DRAFT-early" && !slices.Contains(before, "talent.db: "+s) { // its page may be in use again
			t.Errorf("%q is not in the file before: this test looks in the wrong place", s)
		}
	}
	done := must(st.Erase("cleo", her))(t)
	if done.Records != 4 || done.Others != 4 || len(done.Mentions) != 0 || len(done.Older) != 0 {
		t.Errorf("Erase = %+v, want 4 records, 4 others: two maps, a role, an acquaintance", done)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	must(st.Backup(backup))(t)
	if got := found(t, append(beside(t, path), backup)...); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
	if got := beside(t, path); len(got) != 4 {
		t.Errorf("the files are %q, want database, holder, tombstones and key", got)
	}
	for _, f := range []string{eraseKeyOf(path), path + ".erased", path} {
		if info := must(os.Stat(f))(t); info.Mode().Perm() != 0o600 {
			t.Errorf("mode of %s is %v", f, info.Mode())
		}
	}
	sound(t, st)
	others(t, st, her, bo, m)
}

// others looks at what is left of those whom she was connected with.
func others(t *testing.T, st *store.Store, her, bo model.PersonID, m model.MapID) {
	t.Helper()
	p := person(t, st, bo)
	if len(p.Background.Connections) != 1 || p.Background.Connections[0].Name != "Cleo Moss" || p.Notes != "met at a fair" {
		t.Errorf("Bo is left as %+v", p)
	}
	tm := read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(m) })
	if len(tm.Entries) != 0 || tm.Name != "Looms" {
		t.Errorf("the map is left as %+v", tm)
	}
	tm = read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(m + 1) })
	if len(tm.Bench) != 1 || tm.Bench[0].Person != bo {
		t.Errorf("the bench is left as %+v", tm)
	}
	all := journal(t, st)
	last := all[len(all)-1]
	if last.Actor != "cleo" || last.What != "erased a person" || !last.At.Equal(storetest.Now()) || !last.Kinds().Has(store.People) || !last.Kinds().Has(store.Maps) {
		t.Errorf("the journal says %+v", last)
	}
	var texts []string
	for _, c := range all {
		texts = append(texts, c.Actor+" "+c.What)
	}
	for _, want := range []string{"ada added someone erased and Bo Ek", "ben put someone erased on Looms", "ada took Bo Ek off Looms"} {
		if !slices.Contains(texts, want) {
			t.Errorf("the journal does not say %q", want)
		}
	}
	for name, put := range map[string]func(tx *store.Tx) error{
		"draft":  func(tx *store.Tx) error { return tx.PutDraft(&model.Draft{Person: her, Body: "Hello"}) },
		"touch":  func(tx *store.Tx) error { return tx.PutTouch(&model.Touch{Person: her}) },
		"signal": func(tx *store.Tx) error { return tx.PutSignal(&model.Signal{Person: her, Kind: model.OpenToWork}) },
	} {
		if _, err := st.Edit(store.By("ada", "late"), put); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a late %s: %v, want ErrNotFound", name, err)
		}
	}
}

func TestEraseCannotBeTakenBack(t *testing.T) {
	st := eraseStore(t, dbPath(t))
	defer st.Close()
	kept := add(t, st, "ada", "Bo Ek")
	p := vilhelmina()
	first := edit(t, st, "ada", "added her", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	must(st.Erase("cleo", p.ID))(t)
	rev := must(st.Rev())(t)
	for name, undo := range map[string]func() error{
		"the erasure by name": func() error { _, err := st.UndoChange("ada", rev); return err },
		"what made her":       func() error { _, err := st.UndoChange("ada", first); return err },
	} {
		if err := undo(); !errors.Is(err, store.ErrErased) {
			t.Errorf("%s: %v, want ErrErased", name, err)
		}
	}
	// It is passed over by whoever takes back her last change.
	if _, err := st.Undo("cleo"); !errors.Is(err, store.ErrNothingToUndo) {
		t.Errorf("Cleo's last change: %v, want ErrNothingToUndo", err)
	}
	// Ada's last change of which something is left is the one before.
	if u := must(st.Undo("ada"))(t); u.What != "added Bo Ek" {
		t.Errorf("took back %q of %s", u.What, kept.ID)
	}
	sound(t, st)
}

// An import goes back as a whole but for the person erased since.
func TestUndoOfAnImportWithSomeoneErased(t *testing.T) {
	st := eraseStore(t, dbPath(t))
	defer st.Close()
	storetest.Fill(t, st, 20)
	must(st.Erase("cleo", 7))(t)
	must(st.UndoImport("ada", 1))(t)
	if n := read(t, st, func(tx *store.Tx) (model.PersonID, error) { return tx.LastPerson(), nil }); n != 0 {
		t.Errorf("p%d is left", n)
	}
	must(st.Redo("ada"))(t)
	err := st.View(func(tx *store.Tx) error { _, err := tx.Person(7); return err })
	if p := person(t, st, 8); p.ID != 8 || !errors.Is(err, store.ErrNotFound) {
		t.Errorf("after a redo p8 is %+v, reading p7 gives %v", p, err)
	}
	sound(t, st)
}

func write(tb testing.TB, st *store.Store, all ...*model.Person) (erased int) {
	tb.Helper()
	im := st.Importer("ada", model.Import{Source: "again.csv"})
	if err := im.Write(context.Background(), all); err != nil {
		tb.Fatal(err)
	}
	return im.Erased()
}

func TestErasedIsNotImportedAgain(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	her, _, _ := live(t, st)
	must(st.Erase("cleo", her))(t)
	same := func(change func(p *model.Person)) *model.Person {
		p := vilhelmina()
		p.Name = "Vilhelmina Quillfeather"
		change(&p)
		return &p
	}
	refused := map[string]*model.Person{
		"the same row":         same(func(*model.Person) {}),
		"her e-mail alone":     {Name: "V. Q.", Contact: model.Contact{Emails: []string{"vq@people.example"}}},
		"her link alone":       {Name: "V. Q.", Contact: model.Contact{Links: []string{"linkedin.com/in/vq"}}},
		"her ID alone":         {Name: "V. Q.", Contact: model.Contact{ExternalIDs: []string{"person_id:Q77"}}},
		"name and employer":    same(func(p *model.Person) { p.Contact = model.Contact{} }),
		"name in another case": same(func(p *model.Person) { p.Contact, p.Name = model.Contact{}, "VILHELMINA quillfeather" }),
	}
	taken := map[string]*model.Person{
		"another":                   {Name: "Cleo Moss"},
		"a namesake of another key": same(func(p *model.Person) { p.Contact = model.Contact{Emails: []string{"other@people.example"}} }),
		"a namesake elsewhere":      same(func(p *model.Person) { p.Contact, p.Positions[0].Company = model.Contact{}, "Oak Mills" }),
	}
	for range 2 { // again after a reopening
		for name, p := range refused {
			if !st.Directory().Erased(p) {
				t.Errorf("%s: the directory does not know", name)
			}
			if n := write(t, st, p); n != 1 || p.ID != 0 {
				t.Errorf("%s: written as %s, %d left out", name, p.ID, n)
			}
		}
		try(t, st.Close())
		st = eraseStore(t, path)
	}
	defer st.Close()
	for name, p := range taken {
		if n := write(t, st, p); n != 0 || p.ID == 0 {
			t.Errorf("%s: left out", name)
		}
	}
	sound(t, st)
}

func TestRestoreErasesAgain(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	her, bo, m := live(t, st)
	// Two who look like her in part stay.
	husband := model.Person{Name: "Olof Quist", Contact: model.Contact{Emails: []string{"vq@people.example"}}}
	namesake := model.Person{Name: "Vilhelmina Quillfeather", Positions: []model.Position{{Company: "Oak Mills"}}}
	edit(t, st, "ada", "added two", func(tx *store.Tx) error { return errors.Join(tx.PutPerson(&husband), tx.PutPerson(&namesake)) })
	backup := filepath.Join(t.TempDir(), "old.db")
	must(st.Backup(backup))(t)
	must(st.Erase("cleo", her))(t)
	try(t, st.Close())
	if _, _, err := store.Restore(path, backup, storetest.Now()); err != nil {
		t.Fatal(err)
	}
	if len(found(t, path)) == 0 {
		t.Fatal("the old backup does not hold her: this test looks in the wrong place")
	}
	st = eraseStore(t, path)
	defer st.Close()
	err := st.View(func(tx *store.Tx) error { _, err := tx.Person(her); return err })
	if !errors.Is(err, store.ErrNotFound) {
		t.Errorf("she is back: %v", err)
	}
	for _, id := range []model.PersonID{bo, husband.ID, namesake.ID} {
		person(t, st, id)
	}
	if tm := read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(m) }); len(tm.Entries) != 0 {
		t.Errorf("the map holds %+v", tm.Entries)
	}
	for _, secret := range found(t, path) { // what the two who stay have in common with her
		if !strings.Contains("talent.db: Vilhelmina talent.db: quillfeather talent.db: vq@people.example", secret) {
			t.Errorf("left: %s", secret)
		}
	}
	sound(t, st)
}

// The tombstones travel with the database: where the file beside it is lost,
// it comes back from there.
func TestTombstonesAreInTheDatabaseToo(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	her, _, _ := live(t, st)
	must(st.Erase("cleo", her))(t)
	try(t, st.Close())
	want := content(path + ".erased")
	try(t, os.Remove(path+".erased"))
	st = eraseStore(t, path)
	p := vilhelmina()
	if got := content(path + ".erased"); string(got) != string(want) || !st.Directory().Erased(&p) {
		t.Errorf("the file is now %q, want %q", got, want)
	}
	try(t, st.Close())

	// Without the key nobody is taken in unseen, and nobody erased.
	try(t, os.Remove(eraseKeyOf(path)))
	st = eraseStore(t, path)
	defer st.Close()
	err := st.Importer("ada", model.Import{}).Write(context.Background(), []*model.Person{{Name: "Cleo Moss"}})
	_, eraseErr := st.Erase("ada", 2)
	for _, err := range []error{err, eraseErr} {
		if !errors.Is(err, store.ErrEraseKey) || !strings.Contains(fmt.Sprint(err), eraseKeyOf(path)) {
			t.Errorf("without the key: %v", err)
		}
	}
}

func TestEraseNamesWhatItCannotReach(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	her, bo, _ := live(t, st)
	b := person(t, st, bo)
	b.Notes = "knows Vilhelmina Quillfeather well"
	edit(t, st, "ada", "noted", func(tx *store.Tx) error { return tx.PutPerson(&b) })
	older := path + ".before-restore-20260101-090000"
	must(st.Backup(older))(t)
	done := must(st.Erase("cleo", her))(t)
	defer st.Close()
	if !slices.Equal(done.Mentions, []string{"p2"}) || !slices.Equal(done.Older, []string{older}) {
		t.Errorf("Erase = %+v, want that p2 mentions her and the older copy", done)
	}
}

func TestEraseRefuses(t *testing.T) {
	st := eraseStore(t, dbPath(t))
	defer st.Close()
	if _, err := st.Erase("ada", 9); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Erase of nobody = %v", err)
	}
	plain := storetest.Open(t)
	p := add(t, plain, "ada", "Bo Ek")
	if _, err := plain.Erase("ada", p.ID); err == nil || !strings.Contains(err.Error(), "no place is set for the key") {
		t.Errorf("Erase without a key = %v", err)
	}
	person(t, plain, p.ID)
	open := dbPath(t)
	try(t, os.MkdirAll(filepath.Dir(eraseKeyOf(open)), 0o700))
	try(t, os.WriteFile(eraseKeyOf(open), []byte(strings.Repeat("0f", 32)), 0o644))
	if _, err := store.Open(open, store.Options{EraseKey: eraseKeyOf(open)}); err == nil || !strings.Contains(err.Error(), "can be read by others") {
		t.Errorf("Open with a key that others can read = %v", err)
	}
}
