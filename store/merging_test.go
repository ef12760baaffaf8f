package store_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// twice is one person who came in twice, by two sources, with work on both
// records: p1 and p2 are Ann, p3 knows the second.
func twice(t *testing.T, st *store.Store) {
	t.Helper()
	people := []*model.Person{
		{Name: "Ann Lee", Contact: model.Contact{Emails: []string{"ann@example.com"}}, Positions: []model.Position{{Company: "Acme", Title: "CTO"}}},
		{Name: "Ann B. Lee", Contact: model.Contact{Links: []string{"linkedin.com/in/ann"}}, Positions: []model.Position{{Company: "Borealis"}}, Outreach: model.Outreach{Lock: model.OptedOut}},
		{Name: "Bo Day", Background: model.Background{Connections: []model.Connection{{Name: "Ann B. Lee", Person: 2}}}},
	}
	arrive(t, st, "people.csv", people...)
	edit(t, st, "ada", "worked on both", func(tx *store.Tx) error {
		var errs []error
		for id := model.PersonID(1); id <= 2; id++ {
			s := model.Signal{Person: id, Kind: model.OpenToWork, Date: model.Day(2026, 1, int(id))}
			touch := model.Touch{Person: id, Subject: "hello " + id.String()}
			d := model.Draft{Person: id, Subject: "subject " + id.String(), Body: "body " + id.String()}
			n := model.News{Person: id, Kind: model.Moved, To: id.String()}
			errs = append(errs, tx.PutSignal(&s), tx.PutTouch(&touch), tx.PutDraft(&d), tx.PutNews(&n))
		}
		both := model.Map{Name: "Both", Entries: []model.Entry{{Person: 3}, {Person: 2, Note: "two"}, {Person: 1, Note: "one"}}}
		one := model.Map{Name: "One", Entries: []model.Entry{{Person: 2, Note: "two"}, {Person: 3}}}
		spare := model.Map{Name: "Spare", Entries: []model.Entry{{Person: 3}}, Bench: []model.Entry{{Person: 2, Note: "two", Tier: model.TierA}, {Person: 1, Tier: model.TierB}}}
		r := model.Review{Incoming: model.Person{Name: "Ann Lee"}, Like: []model.PersonID{3, 2}}
		return errors.Join(append(errs, tx.PutMap(&both), tx.PutMap(&one), tx.PutMap(&spare), tx.PutReview(&r), tx.PutIdentity("a row", 2))...)
	})
}

// arrive imports people as the file of a source.
func arrive(t *testing.T, st *store.Store, file string, people ...*model.Person) *store.Importer {
	t.Helper()
	im := st.Importer("ada", model.Import{Source: file, Dialect: "generic CSV"})
	src := &model.Source{Name: file, Dialect: "generic CSV"}
	im.From(src, model.Day(2026, 2, 1))
	var chunk []store.Arrival
	for _, p := range people {
		said := model.StatementOf(0, p, model.Day(2026, 2, 1))
		chunk = append(chunk, store.Arrival{Person: p, Said: &said})
	}
	if err := im.Arrive(context.Background(), chunk); err != nil {
		t.Fatal(err)
	}
	if err := im.Finish(model.Import{New: len(people)}); err != nil {
		t.Fatal(err)
	}
	return im
}

func TestMergePeople(t *testing.T) {
	st := storetest.Open(t)
	twice(t, st)
	before := must(everything(st))(t)
	if _, err := st.MergePeople("ada", 1, 2); err != nil {
		t.Fatal(err)
	}
	p := person(t, st, 1)
	if p.Name != "Ann Lee" || len(p.Positions) != 2 || len(p.Contact.Links) != 1 || p.Outreach.Lock != model.OptedOut || !strings.Contains(p.Notes, "also known as Ann B. Lee") {
		t.Errorf("merged into %+v", p)
	}
	err := st.View(func(tx *store.Tx) error {
		if _, err := tx.Person(2); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("the other is still there: %v", err)
		}
		var subjects []string
		for touch, err := range tx.TouchesOf(1) {
			if err != nil {
				return err
			}
			subjects = append(subjects, touch.Subject)
		}
		if !slices.Equal(subjects, []string{"hello p1", "hello p2"}) {
			t.Errorf("touches %q", subjects)
		}
		signals, news := 0, 0
		for range tx.SignalsOf(1) {
			signals++
		}
		for range tx.NewsOf(1) {
			news++
		}
		if signals != 2 || news != 2 {
			t.Errorf("%d signals, %d news", signals, news)
		}
		d, err := tx.Draft(1)
		if err != nil || d.Subject != "subject p1" || d.Body != "body p1\n\nbody p2" {
			t.Errorf("the draft is %+v, %v", d, err)
		}
		both, _ := tx.Map(1)
		one, _ := tx.Map(2)
		if !reflect.DeepEqual(both.Entries, []model.Entry{{Person: 3}, {Person: 1, Note: "one; two"}}) || !reflect.DeepEqual(one.Entries, []model.Entry{{Person: 1, Note: "two"}, {Person: 3}}) {
			t.Errorf("maps %+v and %+v", both.Entries, one.Entries)
		}
		if spare, _ := tx.Map(3); !reflect.DeepEqual(spare.Bench, []model.Entry{{Person: 1, Note: "two", Tier: model.TierA}}) {
			t.Errorf("the bench is %+v", spare.Bench)
		}
		bo, _ := tx.Person(3)
		if bo.Background.Connections[0].Person != 1 {
			t.Errorf("Bo knows %+v", bo.Background.Connections)
		}
		r, _ := tx.Review(1)
		if !slices.Equal(r.Like, []model.PersonID{3, 1}) {
			t.Errorf("a row may mean %v", r.Like)
		}
		if id, ok := tx.Identity("a row"); !ok || id != 1 {
			t.Errorf("a row decided before means %s", id)
		}
		said, err := tx.StatementsOf(1)
		if err != nil || len(said) != 1 || said[0].Name != "Ann Lee" {
			t.Errorf("statements %+v, %v", said, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if after := must(everything(st))(t); cutJournal(after) != cutJournal(before) {
		t.Errorf("after the undo\n%s\nwant\n%s", after, before)
	}
}

// cutJournal leaves the journal out, in which an undo is a line more.
func cutJournal(all string) string {
	at := strings.Index(all, "{Rev:1 At:")
	return all[:at]
}

func TestMergeOfOneOrNobody(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, "ada", "Ann Lee")
	if _, err := st.MergePeople("ada", 1, 1); !errors.Is(err, store.ErrSame) {
		t.Errorf("with herself: %v", err)
	}
	for _, pair := range [][2]model.PersonID{{1, 9}, {9, 1}} {
		if _, err := st.MergePeople("ada", pair[0], pair[1]); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%v: %v", pair, err)
		}
	}
}

func TestSplitPerson(t *testing.T) {
	st := storetest.Open(t)
	arrive(t, st, "people.csv", &model.Person{
		Name: "Ann Lee", Contact: model.Contact{Emails: []string{"ann@example.com", "anna@example.com"}},
		Positions: []model.Position{{Company: "Acme", Title: "CTO"}, {Company: "Borealis", Title: "Clerk"}},
		Outreach:  model.Outreach{Lock: model.DoNotContact, LockUntil: model.Year(2027)},
	})
	before := must(everything(st))(t)
	p := person(t, st, 1)
	part := model.Person{Name: "Anna Leigh", Contact: model.Contact{Emails: []string{"anna@example.com"}}, Positions: []model.Position{p.Positions[1]}}
	id, err := st.SplitPerson("ada", 1, p.Rev, part)
	if err != nil {
		t.Fatal(err)
	}
	kept, gone := person(t, st, 1), person(t, st, id)
	if len(kept.Contact.Emails) != 1 || len(kept.Positions) != 1 || kept.Positions[0].Company != "Acme" {
		t.Errorf("left is %+v", kept)
	}
	if gone.Name != "Anna Leigh" || gone.Positions[0].Company != "Borealis" || gone.Outreach.Lock != model.DoNotContact || gone.Origin != kept.Origin {
		t.Errorf("split off is %+v", gone)
	}
	if _, err := st.SplitPerson("ada", 1, p.Rev, part); err == nil {
		t.Error("split from an old revision")
	}
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if after := must(everything(st))(t); cutJournal(after) != cutJournal(before) {
		t.Errorf("after the undo\n%s\nwant\n%s", after, before)
	}
	if _, err := st.SplitPerson("ada", 1, person(t, st, 1).Rev, model.Person{Name: "Nobody"}); !errors.Is(err, store.ErrNothingTaken) {
		t.Errorf("of nothing: %v", err)
	}
}

func TestDecidingARowThatWaits(t *testing.T) {
	for _, joined := range []bool{true, false} {
		st := storetest.Open(t)
		im := arrive(t, st, "people.csv", &model.Person{Name: "Ann Lee", Contact: model.Contact{Emails: []string{"ann@example.com"}}, Positions: []model.Position{{Company: "Acme"}}})
		row := model.Person{Name: "Ann Lee", Contact: model.Contact{Links: []string{"linkedin.com/in/ann"}}, Positions: []model.Position{{Company: "Acme", Title: "CTO"}}}
		again := st.Importer("ada", model.Import{Source: "second.csv"})
		rows := []*model.Review{{Line: 2, Incoming: row, Like: []model.PersonID{1}}}
		if err := again.Hold(t.Context(), rows); err != nil {
			t.Fatal(err)
		}
		if err := again.Hold(t.Context(), []*model.Review{{Line: 2, Incoming: row, Like: []model.PersonID{1}}}); err != nil {
			t.Fatal(err)
		}
		waiting := read(t, st, func(tx *store.Tx) (n int, err error) {
			for range tx.Reviews() {
				n++
			}
			return n, nil
		})
		if waiting != 1 {
			t.Fatalf("%d rows wait", waiting)
		}
		before := must(everything(st))(t)
		want := model.PersonID(1)
		var err error
		if joined {
			_, err = st.Join("ada", rows[0].ID, 1, nil)
		} else {
			want = 2
			_, err = st.KeepApart("ada", rows[0].ID)
		}
		if err != nil {
			t.Fatal(err)
		}
		p := person(t, st, want)
		if !slices.Contains(p.Contact.Links, "linkedin.com/in/ann") || p.Positions[0].CompanyID != 1 {
			t.Errorf("joined %v: %+v", joined, p)
		}
		if id, ok := im.Directory().Decided(func() string { return model.IdentityText(&row) }); !ok || id != want {
			t.Errorf("joined %v: the row means %s, %v", joined, id, ok)
		}
		if _, err := st.Join("ada", rows[0].ID, 1, nil); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("decided twice: %v", err)
		}
		if _, err := st.Undo("ada"); err != nil {
			t.Fatal(err)
		}
		if after := must(everything(st))(t); cutJournal(after) != cutJournal(before) {
			t.Errorf("after the undo\n%s\nwant\n%s", after, before)
		}
	}
}

// A row that waited while a newer file of its source came in tells nothing new.
func TestJoiningAnOldRow(t *testing.T) {
	st := storetest.Open(t)
	src := &model.Source{Name: "people", Dialect: "generic CSV"}
	file := func(day model.Date) *store.Importer {
		im := st.Importer("ada", model.Import{Source: "people.csv"})
		im.From(src, day)
		return im
	}
	ann := model.Person{Name: "Ann Lee", Contact: model.Contact{Emails: []string{"ann@example.com"}}, Positions: []model.Position{{Company: "Acme"}}}
	said := model.StatementOf(0, &ann, model.Day(2026, 1, 1))
	first := file(model.Day(2026, 1, 1))
	row := &model.Review{Like: []model.PersonID{1}, Incoming: model.Person{
		Name: "Ann Lee", Skills: []string{"Go"}, Positions: []model.Position{{Company: "Acme", Title: "Clerk"}, {Company: "Old", Start: model.Year(2010), End: model.Year(2012)}},
	}}
	if err := errors.Join(first.Arrive(t.Context(), []store.Arrival{{Person: &ann, Said: &said}}), first.Hold(t.Context(), []*model.Review{row})); err != nil {
		t.Fatal(err)
	}
	said.AsOf, said.Positions = model.Day(2026, 2, 1), []model.Position{{Company: "Borealis"}}
	if err := file(model.Day(2026, 2, 1)).Arrive(t.Context(), []store.Arrival{{Person: &ann, Same: true, Said: &said}}); err != nil {
		t.Fatal(err)
	}
	judge := func(p *model.Person, _ *model.Statement, _ *model.Person, _ model.Date) store.Arrival {
		t.Error("the old row was compared with what the source said later")
		return store.Arrival{Person: p}
	}
	if _, err := st.Join("ada", row.ID, 1, judge); err != nil {
		t.Fatal(err)
	}
	p := person(t, st, 1)
	if len(p.Positions) != 2 || p.Positions[1].Company != "Old" || !slices.Equal(p.Skills, []string{"Go"}) {
		t.Errorf("%+v", p)
	}
	now := read(t, st, func(tx *store.Tx) (model.Statement, error) { return tx.Statement(1, 1) })
	if now.AsOf != model.Day(2026, 2, 1) || now.Positions[0].Company != "Borealis" {
		t.Errorf("the source says %+v", now)
	}
}
