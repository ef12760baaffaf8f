package store_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

func TestOneEditIsOneJournalEntry(t *testing.T) {
	st := storetest.Open(t)
	p, c, m := model.Person{Name: "Björn Ek"}, model.Company{Name: "Acme"}, model.Map{Name: "Platform Berlin"}
	rev := edit(t, st, "ada", "added Björn to Platform Berlin", func(tx *store.Tx) error {
		if err := errors.Join(tx.PutPerson(&p), tx.PutCompany(&c)); err != nil {
			return err
		}
		s, more := model.Signal{Person: p.ID, Kind: model.OpenToWork}, model.Signal{Person: p.ID, Kind: model.NewDuties}
		at := model.Signal{Company: c.ID, Kind: model.Layoffs}
		if err := errors.Join(m.Add(p.ID), tx.PutMap(&m), tx.PutSignal(&s), tx.PutSignal(&more), tx.PutSignal(&at)); err != nil {
			return err
		}
		p.Headline = "Engineer" // written twice, told once
		return tx.PutPerson(&p)
	})
	want := []store.Change{{
		Rev: 1, At: storetest.Now(), Actor: "ada", What: "added Björn to Platform Berlin",
		Refs: []store.Ref{
			{Kind: store.People, ID: 1},
			{Kind: store.Companies, ID: 1},
			{Kind: store.Maps, ID: 1},
			{Kind: store.PersonSignals, ID: 1},
			{Kind: store.CompanySignals, ID: 1},
		},
	}}
	if got := journal(t, st); rev != 1 || !reflect.DeepEqual(got, want) {
		t.Errorf("revision %d, journal\n %+v, want\n %+v", rev, got, want)
	}
	if p.ID != 1 || p.Rev != 1 || m.ID != 1 || m.Rev != 1 {
		t.Errorf("the values were given ID %d rev %d, ID %d rev %d", p.ID, p.Rev, m.ID, m.Rev)
	}
	if got := person(t, st, 1); !reflect.DeepEqual(got, p) {
		t.Errorf("read %+v, want %+v", got, p)
	}
}

func TestFailedEditLeavesNothing(t *testing.T) {
	st := storetest.Open(t)
	old := add(t, st, "ada", "Björn Ek")
	fresh, changed := model.Person{Name: "New"}, old
	changed.Name = "Changed"
	refusal := errors.New("no")
	_, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error {
		return errors.Join(tx.PutPerson(&fresh), tx.PutPerson(&changed), refusal)
	})
	if !errors.Is(err, refusal) {
		t.Errorf("Edit = %v, want the refusal", err)
	}
	if fresh.ID != 0 || fresh.Rev != 0 || changed.Rev != old.Rev {
		t.Errorf("the values keep what was not saved: ID %d rev %d, rev %d", fresh.ID, fresh.Rev, changed.Rev)
	}
	if got := person(t, st, old.ID); got.Name != "Björn Ek" {
		t.Errorf("stored is %q", got.Name)
	}
	if rev := must(st.Rev())(t); rev != 1 {
		t.Errorf("revision %d, want 1", rev)
	}
	rename(t, st, "ada", changed, "Changed")
	if again := add(t, st, "ada", "New"); again.ID != 2 {
		t.Errorf("the next person is %s, want p2", again.ID)
	}
}

func TestEditOfNothingWritesNothing(t *testing.T) {
	st := storetest.Open(t)
	rev := edit(t, st, "ada", "looked", func(tx *store.Tx) error {
		for range tx.People(0) {
			t.Error("someone in an empty store")
		}
		return nil
	})
	if rev != 0 || len(journal(t, st)) != 0 {
		t.Errorf("revision %d, journal of %d", rev, len(journal(t, st)))
	}
}

func TestViewTakesNoWrites(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	err := st.View(func(tx *store.Tx) error {
		fresh := model.Person{Name: "x"}
		for _, err := range []error{tx.PutPerson(&p), tx.PutPerson(&fresh), tx.RemoveDraft(p.ID)} {
			if !errors.Is(err, store.ErrReadOnly) {
				t.Errorf("a write in a View = %v, want ErrReadOnly", err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNotFound(t *testing.T) {
	st := storetest.Open(t)
	_ = st.View(func(tx *store.Tx) error {
		_, pErr := tx.Person(7)
		_, cErr := tx.Company(7)
		_, dErr := tx.Draft(7)
		_, mErr := tx.Map(7)
		_, jErr := tx.Change(7)
		for _, err := range []error{pErr, cErr, dErr, mErr, jErr} {
			if !errors.Is(err, store.ErrNotFound) {
				t.Errorf("%v, want ErrNotFound", err)
			}
		}
		return nil
	})
	ghost := model.Person{ID: 7, Name: "x"}
	if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&ghost) }); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a put under a number that was never given = %v, want ErrNotFound", err)
	}
}

func TestSignalConcernsOne(t *testing.T) {
	st := storetest.Open(t)
	for _, s := range []model.Signal{{Kind: model.Layoffs}, {Kind: model.Layoffs, Person: 1, Company: 1}} {
		if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutSignal(&s) }); err == nil {
			t.Errorf("a signal on person %d and company %d was taken", s.Person, s.Company)
		}
	}
}

// What is read is what was written: times to the nanosecond and in their zone,
// text to the byte.
func TestValuesComeBackExact(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	at := time.Date(2026, 3, 2, 9, 30, 15, 123456789, time.FixedZone("", 5*3600+1800))
	p := model.Person{
		Name: "Zoë \xff Ümit", Skills: []string{"Go", ""}, Notes: "a\x00b\nc",
		Contact:    model.Contact{Emails: []string{"zoe@people.example"}, ExternalIDs: []string{"person_id:A1"}},
		Positions:  []model.Position{{Company: "Acme", Title: "Lead", Start: model.YearMonth(2020, 2), End: model.Year(2023)}},
		Background: model.Background{Custom: map[string]string{"b": "2", "a": "1"}, Tags: []string{"x"}},
		Motivators: []model.Motivator{model.Scope},
		Origin:     model.Origin{Source: "entered by ada", At: at},
	}
	p.Outreach.LastTouch = at
	p.Outreach.Research[2] = model.Finding{Looked: model.ItemFound, Fact: "talk", Date: model.Day(2025, 1, 31)}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	touch := model.Touch{Person: p.ID, At: at, Direction: model.Inbound, Body: "hello"}
	sig := model.Signal{Person: p.ID, Kind: model.ProfileUpdated, Confidence: 0.4, Magnitude: 1.0 / 3}
	role := model.Role{Title: "Head", Maps: []model.MapID{1}, Offers: []model.Motivator{model.Technology}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error {
		return errors.Join(tx.PutTouch(&touch), tx.PutSignal(&sig), tx.PutRole(&role))
	})
	try(t, st.Close())
	st = storetest.OpenAt(t, path)
	if got := person(t, st, p.ID); !sameValue(got, p) {
		t.Errorf("person\n %+v, want\n %+v", got, p)
	}
	_ = st.View(func(tx *store.Tx) error {
		for got, err := range tx.TouchesOf(p.ID) {
			if err != nil || !sameValue(got, touch) {
				t.Errorf("touch %+v, want %+v (%v)", got, touch, err)
			}
		}
		for got, err := range tx.SignalsOf(p.ID) {
			if err != nil || !sameValue(got, sig) {
				t.Errorf("signal %+v, want %+v (%v)", got, sig, err)
			}
		}
		for got, err := range tx.Roles() {
			if err != nil || !sameValue(got, role) {
				t.Errorf("role %+v, want %+v (%v)", got, role, err)
			}
		}
		return nil
	})
}

// sameValue compares by what a value says: two times of the same moment and
// offset may be told apart by their Location's address.
func sameValue(a, b any) bool { return show(a) == show(b) && show(a) != "" }

func TestScansAreInOrder(t *testing.T) {
	st := storetest.Open(t)
	for _, name := range []string{"C", "A", "B"} {
		add(t, st, "ada", name)
	}
	var got []string
	_ = st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(2) {
			if err != nil {
				return err
			}
			got = append(got, p.Name)
		}
		return nil
	})
	if want := []string{"A", "B"}; !slices.Equal(got, want) {
		t.Errorf("people from p2 on: %q, want %q", got, want)
	}
	var changes []string
	_ = st.View(func(tx *store.Tx) error {
		for c := range tx.Changes() {
			changes = append(changes, c.What)
		}
		return nil
	})
	if want := []string{"added B", "added A", "added C"}; !slices.Equal(changes, want) {
		t.Errorf("newest first: %q, want %q", changes, want)
	}
}

// idle is an engine that says of a change that nothing is known of it, and never began it.
type idle struct {
	kv.Engine
	on bool
}

func (e *idle) Update(fn func(kv.Writer) error) error {
	if e.on {
		return kv.ErrUnknown
	}
	return e.Engine.Update(fn)
}

// An engine may never come to run a change: the goroutine that was carrying out several
// has ended in another's.
func TestAnEditThatNeverRan(t *testing.T) {
	var place kvtest.Memory
	eng := &idle{Engine: must(place.Open())(t)}
	path := dbPath(t)
	st := must(store.OpenEngine(eng, path, store.Options{Clock: storetest.Now, EraseKey: eraseKeyOf(path)}))(t)
	defer st.Close()
	eng.on = true
	if rev, err := st.Edit(store.By("ada", "x"), func(*store.Tx) error { return nil }); rev != 0 || !errors.Is(err, store.ErrUnknown) {
		t.Errorf("Edit = %d, %v", rev, err)
	}
}
