package roster_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// openRoster runs a roster over st until the test ends and waits until it has loaded.
func openRoster(tb testing.TB, st *store.Store) *roster.Roster {
	tb.Helper()
	w := scoring.Default()
	r := roster.New(st, &w, storetest.Now)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	changed, stop := r.Changed()
	go func() { ended <- r.Run(ctx) }()
	tb.Cleanup(func() {
		cancel()
		stop()
		if err := <-ended; err != nil {
			tb.Errorf("Run: %v", err)
		}
	})
	await(tb, changed, func() bool {
		_, _, complete := r.Snapshot().Loaded()
		return complete
	})
	return r
}

// await looks again at every nudge until what is wanted holds.
func await(tb testing.TB, changed <-chan struct{}, holds func() bool) {
	tb.Helper()
	late := time.After(time.Minute)
	for !holds() {
		select {
		case <-changed:
		case <-late:
			tb.Fatal("the roster did not get there in a minute")
		}
	}
}

// reach waits until the roster has reached a revision.
func reach(tb testing.TB, r *roster.Roster, rev model.Rev) *roster.Snapshot {
	tb.Helper()
	changed, stop := r.Changed()
	defer stop()
	await(tb, changed, func() bool { return r.Snapshot().Rev() >= rev })
	return r.Snapshot()
}

// edit makes a change and waits until the roster has it.
func edit(tb testing.TB, st *store.Store, r *roster.Roster, fn func(*store.Tx) error) *roster.Snapshot {
	tb.Helper()
	rev, err := st.Edit(store.By("ada", "test"), fn)
	if err != nil {
		tb.Fatal(err)
	}
	return reach(tb, r, rev)
}

// add stores new people in one change, each employer as a company of its name.
func add(tb testing.TB, st *store.Store, people ...model.Person) {
	tb.Helper()
	companies := map[string]model.CompanyID{}
	_, err := st.Edit(store.By("tester", "added"), func(tx *store.Tx) error {
		for i := range people {
			for j := range people[i].Positions {
				pos := &people[i].Positions[j]
				if companies[pos.Company] == 0 {
					c := model.Company{Name: pos.Company}
					if err := tx.PutCompany(&c); err != nil {
						return err
					}
					companies[pos.Company] = c.ID
				}
				pos.CompanyID = companies[pos.Company]
			}
			if err := tx.PutPerson(&people[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// settled is the roster's snapshot once it has everything that st has.
func settled(tb testing.TB, st *store.Store, r *roster.Roster) *roster.Snapshot {
	tb.Helper()
	rev, err := st.Rev()
	if err != nil {
		tb.Fatal(err)
	}
	return reach(tb, r, rev)
}

func undo(tb testing.TB, st *store.Store) {
	tb.Helper()
	if _, err := st.Undo("tester"); err != nil {
		tb.Fatal(err)
	}
}

func names(s *roster.Snapshot) []string {
	var all []string
	for c := range s.Cards() {
		all = append(all, c.Name)
	}
	return all
}

func TestNewBeginsEmpty(t *testing.T) {
	w := scoring.Default()
	s := roster.New(storetest.Open(t), &w, storetest.Now).Snapshot()
	if _, _, complete := s.Loaded(); complete || s.Len() != 0 || s.Rev() != 0 {
		t.Errorf("before Run: complete %v, %d people, revision %d; want none of it", complete, s.Len(), s.Rev())
	}
	if _, ok := s.Card(1); ok {
		t.Error("there is a card before Run")
	}
	if rows, total := s.Queue(storetest.Now(), 10); len(rows) != 0 || total != 0 {
		t.Errorf("a queue of %d before Run", total)
	}
}

func TestLoadsEveryone(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 3000)
	s := openRoster(t, st).Snapshot()
	if done, total, _ := s.Loaded(); s.Len() != 3000 || done != 3000 || total != 3000 {
		t.Errorf("%d people, %d of %d read; want 3000 each time", s.Len(), done, total)
	}
	if rev, _ := st.Rev(); s.Rev() != rev {
		t.Errorf("revision %d, the store has %d", s.Rev(), rev)
	}
	c, ok := s.Card(2950)
	want := storetest.Person(2949)
	if !ok || c.ID != 2950 || c.Name != want.Name || c.Title != "Staff Engineer" || c.Company != "Company 949" || c.Location != "Berlin, Germany" {
		t.Errorf("card 2950 is %+v", c)
	}
	if c.State != model.Mapped || c.Lock != model.Unlocked || c.Facts.Since != model.YearMonth(2021, 3) || c.CompanyID == 0 {
		t.Errorf("card 2950 is %+v", c)
	}
	if _, ok := s.Card(3001); ok {
		t.Error("there is a card 3001")
	}
}

func TestCardHasTheOutreach(t *testing.T) {
	st := storetest.Open(t)
	p := storetest.Person(0)
	p.Outreach = model.Outreach{
		State: model.Active, Step: 2, Next: model.Day(2026, 3, 9), Owner: "björn",
		LastTouch: time.Date(2026, 3, 1, 8, 30, 0, 0, time.UTC),
		Lock:      model.DoNotContact, LockUntil: model.Day(2026, 12, 31),
	}
	add(t, st, p)
	c, _ := openRoster(t, st).Snapshot().Card(1)
	got, want := c.Outreach(), p.Outreach
	if !got.LastTouch.Equal(want.LastTouch) {
		t.Errorf("last touch %v, want %v", got.LastTouch, want.LastTouch)
	}
	got.LastTouch = want.LastTouch
	if got != want {
		t.Errorf("outreach %+v, want %+v", got, want)
	}
}

func TestLeaverKeepsHerLastTitleWithoutACompanyToFollow(t *testing.T) {
	st := storetest.Open(t)
	p := model.Person{Name: "Ada", Positions: []model.Position{
		{Company: "Acme", Title: "CTO", Start: model.Year(2018), End: model.YearMonth(2025, 6)},
	}}
	add(t, st, p)
	c, _ := openRoster(t, st).Snapshot().Card(1)
	if c.Title != "CTO" || c.Company != "Acme" || c.CompanyID != 0 {
		t.Errorf("card is %+v", c)
	}
}

func TestFollowsAnEdit(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 600)
	r := openRoster(t, st)
	before := r.Snapshot()
	after := edit(t, st, r, func(tx *store.Tx) error {
		p, err := tx.Person(300)
		p.Name = "Zoë Renamed"
		return errors.Join(err, tx.PutPerson(&p))
	})
	if c, _ := after.Card(300); c.Name != "Zoë Renamed" {
		t.Errorf("after the edit she is %q", c.Name)
	}
	if found := after.Search("zoe", 5); len(found) != 1 || found[0].Card.ID != 300 {
		t.Errorf("search after the edit: %+v", found)
	}
	if c, _ := before.Card(300); c.Name != "Person 000299" {
		t.Errorf("the snapshot from before says %q", c.Name)
	}
	if c, _ := after.Card(301); c.Name != "Person 000300" {
		t.Errorf("her neighbour is %q", c.Name)
	}
}

func TestFollowsAnImportAndItsUndo(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 10)
	r := openRoster(t, st)
	storetest.Fill(t, st, 1500)
	s := settled(t, st, r)
	if s.Len() != 1510 {
		t.Fatalf("%d people after the import, want 1510", s.Len())
	}
	undo(t, st)
	if s = settled(t, st, r); s.Len() != 10 {
		t.Fatalf("%d people after the undo, want 10", s.Len())
	}
	if _, ok := s.Card(11); ok {
		t.Error("a card of the import is still there")
	}
	if found := s.Search("person 001499", 5); len(found) != 0 {
		t.Errorf("search still finds %+v", found)
	}
	if got := len(names(s)); got != 10 {
		t.Errorf("Cards yields %d, want 10", got)
	}
}

func TestGapsAreLoadedPast(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 2500)
	undo(t, st)
	add(t, st, model.Person{Name: "Late One"})
	s := openRoster(t, st).Snapshot()
	if c, ok := s.Card(2501); s.Len() != 1 || !ok || c.Name != "Late One" {
		t.Errorf("%d people, card 2501 is %+v", s.Len(), c)
	}
}

// A damaged person, or signal, is left out and counted; the others are there.
func TestDamagedRecordsAreLeftOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talent.db")
	st, err := store.Open(path, store.Options{Clock: storetest.Now})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Fill(t, st, 3)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	spoil(t, path, []byte("p\x00\x00\x00\x00\x00\x00\x00\x02"))
	if st, err = store.Open(path, store.Options{Clock: storetest.Now}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	s := openRoster(t, st).Snapshot()
	if _, ok := s.Card(2); ok || s.Len() != 2 || s.Damaged() != 1 {
		t.Errorf("%d people, %d records damaged, card 2 is there: %v", s.Len(), s.Damaged(), ok)
	}
}

// So are damaged signals, of people and of companies, and maps.
func TestDamagedSignalsAndMapsAreLeftOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talent.db")
	open := func() *store.Store {
		st, err := store.Open(path, store.Options{Clock: storetest.Now})
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	st := open()
	add(t, st, at("Ada", "Acme"), at("Bo", "Acme"))
	_, err := st.Edit(store.By("ada", "signals"), func(tx *store.Tx) error {
		m := model.Map{Name: "Platform", Entries: []model.Entry{{Person: 1}}}
		return errors.Join(
			signal(tx, model.Signal{Kind: model.OpenToWork, Person: 1, Date: today(-1)}),
			signal(tx, model.Signal{Kind: model.OpenToWork, Person: 2, Date: today(-1)}),
			signal(tx, model.Signal{Kind: model.Layoffs, Company: 1, Date: today(-10), Magnitude: 8}),
			tx.PutMap(&m),
		)
	})
	if err = errors.Join(err, st.Close()); err != nil {
		t.Fatal(err)
	}
	spoil(t, path, []byte("sp\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x01"))
	spoil(t, path, []byte("sc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x03"))
	spoil(t, path, []byte("a\x00\x00\x00\x00\x00\x00\x00\x01"))
	st = open()
	t.Cleanup(func() { _ = st.Close() })
	s := openRoster(t, st).Snapshot()
	if s.Len() != 2 || s.Damaged() != 3 {
		t.Errorf("%d people, %d records damaged; want 2 and 3", s.Len(), s.Damaged())
	}
	for text, want := range map[string]string{"signal:open": "Bo", "signal:layoffs": "", "map:platform": ""} {
		if got := who(t, s, text); got != want {
			t.Errorf("%s finds %q, want %q", text, got, want)
		}
	}
}

// spoil flips a bit in the record of a key.
func spoil(t *testing.T, path string, key []byte) {
	t.Helper()
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	err = eng.Update(func(w kv.Writer) error {
		rec := bytes.Clone(w.Get(key))
		rec[len(rec)-1] ^= 1
		return w.Put(key, rec)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRunEndsWithTheStore(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 10)
	w := scoring.Default()
	r := roster.New(st, &w, storetest.Now)
	changed, stop := r.Changed()
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- r.Run(context.Background()) }()
	await(t, changed, func() bool { return r.Snapshot().Rev() > 0 })
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
}

func TestChangedIsClosedByStop(t *testing.T) {
	w := scoring.Default()
	changed, stop := roster.New(storetest.Open(t), &w, storetest.Now).Changed()
	stop()
	stop()
	if _, open := <-changed; open {
		t.Error("the channel is still open")
	}
}
