package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// sourced makes Wilma of two records that files brought, one under each of her
// names, with work on both and rows that wait; her present number is 1.
func sourced(tb testing.TB, st *store.Store) (her, bo model.PersonID) {
	tb.Helper()
	p, q := vilhelmina(), model.Person{Name: "Vilhelmina Q.", Contact: model.Contact{Links: []string{"linkedin.com/in/vq"}}}
	p.Contact.Links = nil
	b := model.Person{Name: "Bo Ek"}
	tell(tb, st, &p, &q, &b)
	edit(tb, st, "ada", "worked", func(tx *store.Tx) error {
		tm := model.Map{Name: "Looms", Entries: []model.Entry{{Person: q.ID, Note: "PLACE-note"}, {Person: b.ID}}}
		return errors.Join(tx.PutMap(&tm),
			tx.PutTouch(&model.Touch{Person: q.ID, Subject: "TOUCH-subject", Body: "TOUCH-body"}),
			tx.PutSignal(&model.Signal{Person: q.ID, Kind: model.OpenToWork, Note: "SIGNAL-note"}),
			tx.PutDraft(&model.Draft{Person: q.ID, Body: "DRAFT-text"}),
			tx.PutIdentity(model.IdentityText(&p), p.ID),
			tx.PutReview(&model.Review{Incoming: model.Person{Name: "W. Quillfeather", Contact: p.Contact}, Like: []model.PersonID{b.ID}}),
			tx.PutReview(&model.Review{Incoming: model.Person{Name: "Quillfeather"}, Like: []model.PersonID{b.ID, p.ID}}))
	})
	return p.ID, b.ID
}

// tell imports people as a source that has news of each.
func tell(tb testing.TB, st *store.Store, people ...*model.Person) {
	tb.Helper()
	im := st.Importer("ada", model.Import{Source: "people.csv"})
	im.From(&model.Source{Name: "people"}, model.Day(2026, 2, 1))
	var chunk []store.Arrival
	for _, p := range people {
		said := model.StatementOf(0, p, model.Day(2026, 2, 1))
		chunk = append(chunk, store.Arrival{Person: p, Said: &said, News: []model.News{{Kind: model.Moved, Evidence: "NEWS-of " + p.Name}}})
	}
	if err := errors.Join(im.Arrive(tb.Context(), chunk), im.Finish(model.Import{New: len(people)})); err != nil {
		tb.Fatal(err)
	}
}

// Nothing is left of somebody of whom files told, whose rows wait, and who was two.
func TestEraseMergedLeavesNoByte(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, st *store.Store){
		"merged": func(t *testing.T, st *store.Store) { must(st.MergePeople("ada", 1, 2))(t) },
		"merged, taken back, merged": func(t *testing.T, st *store.Store) {
			must(st.MergePeople("ada", 1, 2))(t)
			undo(t, st, "ada")
			redo(t, st, "ada")
		},
		"merged the other way": func(t *testing.T, st *store.Store) { must(st.MergePeople("ada", 2, 1))(t) },
	} {
		t.Run(name, func(t *testing.T) {
			path := dbPath(t)
			st := eraseStore(t, path)
			defer st.Close()
			her, bo := sourced(t, st)
			change(t, st)
			if name == "merged the other way" {
				her = 2
			}
			d := read(t, st, func(tx *store.Tx) (store.Dossier, error) { return tx.Dossier(her) })
			if len(d.Said) != 1 || len(d.News) != 2 || len(d.Touches) != 1 || len(d.Signals) != 1 || len(d.Places) != 1 || d.Draft.Rev == 0 || len(d.Reviews) == 0 {
				t.Errorf("the dossier is %+v", d)
			}
			before := found(t, path)
			for _, s := range []string{"quillfeather", "vq@people.example", "linkedin.com/in/vq", "TOUCH-body", "DRAFT-text"} {
				if !slices.Contains(before, "talent.db: "+s) {
					t.Errorf("%q is not in the file before: this test looks in the wrong place", s)
				}
			}
			done := must(st.Erase("cleo", her))(t)
			if got := found(t, beside(t, path)...); len(got) > 0 || len(done.Mentions) > 0 {
				t.Errorf("left: %q, %+v", got, done)
			}
			person(t, st, bo)
			sound(t, st)
		})
	}
}

// Where she was merged by mistake, and that was taken back, she goes and the other stays.
func TestEraseUnmergedLeavesNoByte(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	defer st.Close()
	her, bo := sourced(t, st)
	must(st.MergePeople("ada", her, 2))(t)
	must(st.MergePeople("ada", bo, her))(t)
	undo(t, st, "ada")
	must(st.Erase("cleo", her))(t)
	if got := found(t, beside(t, path)...); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
	if p := person(t, st, bo); p.Name != "Bo Ek" || p.Notes != "" {
		t.Errorf("Bo is left as %+v", p)
	}
	if _, err := st.Redo("ada"); !errors.Is(err, store.ErrNothingToRedo) {
		t.Errorf("the merge with someone erased again: %v", err)
	}
	sound(t, st)
}

// A row of hers was joined with another of the same source, which was taken back:
// what the source was then taken to say of the other goes too.
func TestEraseUnjoinedLeavesNoByte(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	defer st.Close()
	bo := model.Person{Name: "Bo Ek"}
	tell(t, st, &bo)
	im := st.Importer("ada", model.Import{Source: "later.csv"})
	src := read(t, st, func(tx *store.Tx) (model.Source, error) { return tx.Source(1) })
	im.From(&src, model.Day(2026, 2, 2))
	row := model.Review{Incoming: model.Person{Name: "Wilma Quillfeather", Contact: model.Contact{Emails: []string{"vq@people.example"}}}, Like: []model.PersonID{bo.ID}}
	try(t, errors.Join(im.Hold(t.Context(), []*model.Review{&row}), im.Finish(model.Import{})))
	must(st.Join("ada", row.ID, bo.ID, nil))(t)
	undo(t, st, "ada")
	her := must(st.KeepApart("ada", row.ID))(t)
	must(st.Erase("cleo", her.ID))(t)
	if got := found(t, beside(t, path)...); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
	if p := person(t, st, bo.ID); p.Name != "Bo Ek" || len(p.Contact.Emails) > 0 {
		t.Errorf("Bo is left as %+v", p)
	}
	sound(t, st)
}

// Of somebody split off nothing is left in what the journal keeps of the record
// that she was part of.
func TestEraseSplitLeavesNoByte(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	defer st.Close()
	both := model.Person{Name: "Bo Ek", Contact: model.Contact{
		Emails: []string{"bo@people.example", "vq@people.example"}, Links: []string{"linkedin.com/in/vq"},
		Phones: []string{"+49 555 0142"}, ExternalIDs: []string{"person_id:Q77"},
	}}
	edit(t, st, "ada", "added", func(tx *store.Tx) error { return tx.PutPerson(&both) })
	part := model.Person{Name: "Wilma Quillfeather", Contact: both.Contact}
	part.Contact.Emails = part.Contact.Emails[1:]
	her := must(st.SplitPerson("ada", both.ID, both.Rev, part))(t)
	must(st.Erase("cleo", her))(t)
	if got := found(t, beside(t, path)...); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
	if p := person(t, st, both.ID); !slices.Equal(p.Contact.Emails, []string{"bo@people.example"}) {
		t.Errorf("Bo is left as %+v", p)
	}
	sound(t, st)
}

// An older backup holds both of her records: neither comes back.
func TestRestoreErasesBothRecordsOfOne(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	her, _ := sourced(t, st)
	backup := filepath.Join(t.TempDir(), "old.db")
	must(st.Backup(backup))(t)
	must(st.MergePeople("ada", her, 2))(t)
	must(st.Erase("cleo", her))(t)
	try(t, st.Close())
	if _, _, err := store.Restore(path, backup, storetest.Now()); err != nil {
		t.Fatal(err)
	}
	st = eraseStore(t, path)
	defer st.Close()
	if people, _, _ := count(t, st); people != 1 {
		t.Errorf("%d people, want Bo alone", people)
	}
	if got := found(t, path); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
	sound(t, st)
}

// A part that was split off and put back is hers: also what was written to it, which
// the journal keeps to bring the part back.
func TestErasePartPutBackLeavesNoByte(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	defer st.Close()
	p := model.Person{Name: "Vilhelmina Quill", Contact: model.Contact{Emails: []string{"vq@people.example", "part@people.example"}}}
	tell(t, st, &p)
	part := model.Person{Name: "Wanda Part", Contact: model.Contact{Emails: []string{"part@people.example"}}}
	made := must(st.SplitPerson("ada", p.ID, person(t, st, p.ID).Rev, part))(t)
	must(st.KeepVersion("ada", &model.Draft{Person: made, Body: "Once, part@people.example"}, model.WhenLeft))(t)
	undo(t, st, "ada")
	if got := person(t, st, p.ID).Contact.Emails; len(got) != 2 {
		t.Fatalf("the split was not taken back: %v", got)
	}
	if file := must(os.ReadFile(path))(t); !bytes.Contains(file, []byte("Once, part@people.example")) {
		t.Error("the version is not in the file before: this test looks in the wrong place")
	}
	must(st.Erase("cleo", p.ID))(t)
	if file := must(os.ReadFile(path))(t); bytes.Contains(file, []byte("part@people.example")) {
		t.Error("her address is still in the file")
	}
}
