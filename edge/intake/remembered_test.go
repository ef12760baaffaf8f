package intake_test

import (
	"reflect"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

const foreign = "Wer;Wo;Erreichbar;;Wo\nAda Example;Acme;ada@example.com;x;y\nBob Day;Acme;bob@example.com;x;z\n"

// What was said of the columns of one file is how the next one of these headers
// is read, under another name and in another order.
func TestAMappingIsRemembered(t *testing.T) {
	st := storetest.Open(t)
	path := formattest.File(t, "liste.csv", foreign)
	if _, err := intake.OpenRemembered(st, format.File(path, format.Limits{}), format.As{}); err == nil {
		t.Fatal("nothing was said, and it was read")
	}
	takeIn(t, st, path, format.Mapping{{Header: "Wer", Field: "name"}, {Header: "Erreichbar", Field: "e-mail"}}, 0)

	src, err := intake.OpenRemembered(st, format.File(formattest.File(t, "andere.csv", "erreichbar;wer;wo;;WO\neva@example.com;Eva Weber;Acme;;\n"), format.Limits{}), format.As{})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	if want := (format.Mapping{{Header: "Erreichbar", Field: "e-mail", Confidence: 1}, {Header: "Wer", Field: "name", Confidence: 1}}); !reflect.DeepEqual(src.Mapping(), want) {
		t.Errorf("remembered %+v", src.Mapping())
	}
	for rec, bad := range src.Records() {
		if bad != nil || rec.Person.Name != "Eva Weber" || !reflect.DeepEqual(rec.Person.Contact.Emails, []string{"eva@example.com"}) {
			t.Errorf("%+v %v", rec.Person, bad)
		}
	}
	// Said otherwise, that holds from then on.
	takeIn(t, st, path, format.Mapping{{Header: "Wer", Field: "name"}, {Header: "Wo", Field: "company"}, {Header: "Erreichbar", Field: "e-mail"}}, 0)
	again, err := intake.OpenRemembered(st, format.File(path, format.Limits{}), format.As{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if len(again.Mapping()) != 3 || again.Mapping()[2] != (format.Mapped{Header: "Wo", Field: "company", Confidence: 1}) {
		t.Errorf("remembered %+v", again.Mapping())
	}
	sources := 0
	if err := st.View(func(tx *store.Tx) error {
		for range tx.Sources() {
			sources++
		}
		return nil
	}); err != nil || sources != 1 {
		t.Errorf("%d sources, %v", sources, err)
	}
	// Another header set is another file.
	if _, err := intake.OpenRemembered(st, format.File(formattest.File(t, "c.csv", "Wer;Wo\nAda;Acme\n"), format.Limits{}), format.As{}); err == nil {
		t.Error("a mapping of other headers was used")
	}
}

// takeIn imports a file as its columns were said, its new people onto a map.
func takeIn(t *testing.T, st *store.Store, path string, as format.Mapping, onto model.MapID) intake.Outcome {
	t.Helper()
	src, err := intake.OpenRemembered(st, format.File(path, format.Limits{}), format.As{Mapping: as})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	opt := opts
	opt.Onto = onto
	_, sum, err := intake.Into(t.Context(), st, "ada", src, opt)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// New people go to the end of the map, until it has its hundred; those who are
// known stay where they are. One undo takes it all back.
func TestNewPeopleGoOntoAMap(t *testing.T) {
	st := storetest.Open(t)
	takeIn(t, st, formattest.File(t, "a.csv", "name,email\nAda Example,ada@example.com\n"), nil, 0)
	m := model.Map{Name: "Ledgers"}
	for i := range model.MapSize - 2 {
		m.Entries = append(m.Entries, model.Entry{Person: model.PersonID(1000 + i)})
	}
	if _, err := st.Edit(store.By("ada", "a map"), func(tx *store.Tx) error { return tx.PutMap(&m) }); err != nil {
		t.Fatal(err)
	}
	sum := takeIn(t, st, formattest.File(t, "b.csv", "name,email,title\nAda Example,ada@example.com,Clerk\nBo Day,bo@example.com,\nCy Fox,cy@example.com,\nDi Roe,di@example.com,\n"), nil, m.ID)
	if sum.New != 3 || sum.Placed != 2 || sum.Unplaced != 1 {
		t.Errorf("%d new, %d placed, %d not", sum.New, sum.Placed, sum.Unplaced)
	}
	entries := func() []model.Entry {
		var got model.Map
		if err := st.View(func(tx *store.Tx) (err error) {
			got, err = tx.Map(m.ID)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return got.Entries
	}
	if got := entries(); len(got) != model.MapSize || got[98].Person != 2 || got[99].Person != 3 {
		t.Errorf("the map has %d, the last %v", len(got), got[98:])
	}
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if got := entries(); len(got) != model.MapSize-2 {
		t.Errorf("after the undo the map has %d", len(got))
	}
}
