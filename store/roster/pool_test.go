package roster_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// pooled reads the pool of a store on the day of storetest.Now.
func pooled(tb testing.TB, st *store.Store, also ...model.PersonID) *roster.Pool {
	tb.Helper()
	w := scoring.Default()
	pool, err := roster.ReadPool(context.Background(), st, &w, "ada", storetest.Now(), also, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return pool
}

func listedNames(p *roster.Pool, list []scoring.Judged) (all []string) {
	for i := range list {
		all = append(all, p.Profiles[list[i].Person].Person.Name)
	}
	return all
}

// openMarket is two maps and a role that draws from the first.
func openMarket(t *testing.T) *store.Store {
	t.Helper()
	st := storetest.Open(t)
	best, second, locked, other, nowhere := at("Best", "A"), at("Second", "A"), at("Locked", "A"), at("Other", "A"), at("Nowhere", "A")
	best.Skills, second.Summary = []string{"Golang"}, "nothing"
	locked.Outreach.Lock = model.OptedOut
	add(t, st, second, best, locked, other, nowhere)
	_, err := st.Edit(store.By("ada", "began"), func(tx *store.Tx) error {
		entries := func(ids ...model.PersonID) (all []model.Entry) {
			for _, id := range ids {
				all = append(all, model.Entry{Person: id})
			}
			return all
		}
		one, two := model.Map{Name: "One", Entries: entries(1, 2, 3)}, model.Map{Name: "Two", Entries: entries(4, 1)}
		r := model.Role{Title: "Engineer", Must: []string{"Go"}, Maps: []model.MapID{1}, Opened: today(-10)}
		touches := []model.Touch{
			{Person: 1, At: storetest.Now().AddDate(0, 0, -11)},
			{Person: 2, At: storetest.Now().AddDate(0, 0, -9)},
			{Person: 2, At: storetest.Now(), Direction: model.Inbound},
			{Person: 1, At: storetest.Now(), Direction: model.Inbound, Auto: model.AutoReply},
		}
		for i := range touches {
			if err := tx.PutTouch(&touches[i]); err != nil {
				return err
			}
		}
		if err := tx.PutMap(&one); err != nil {
			return err
		}
		if err := tx.PutMap(&two); err != nil {
			return err
		}
		return tx.PutRole(&r)
	})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func TestShortlistOfAPool(t *testing.T) {
	pool := pooled(t, openMarket(t))
	r := &pool.Roles[0]
	list := pool.Shortlist(r)
	if got := fmt.Sprint(listedNames(pool, list.Listed), listedNames(pool, list.Apart), listedNames(pool, list.Off)); got != "[Best Second] [Locked] [Other]" {
		t.Errorf("listed, apart, off: %s", got)
	}
	if maps := list.Listed[1].Maps; len(maps) != 1 || maps[0] != (scoring.Ranked{Map: 1, Name: "One", Rank: 1}) {
		t.Errorf("places on the role's maps are %+v", maps)
	}
	if contacted, replied := pool.Reached(r, list.Listed, list.Apart); contacted != 1 || replied != 1 {
		t.Errorf("%d contacted, %d replied since it opened; want 1 and 1", contacted, replied)
	}
	if _, ok := pool.Judge(r, 5); ok {
		t.Error("somebody who is on no map is judged")
	}
	if j, ok := pool.Judge(r, 4); !ok || j.Off != "on none of the maps from which the role draws" {
		t.Errorf("she is off: %q", j.Off)
	}
	everyone := pooled(t, openMarket(t), 5)
	if got := listedNames(everyone, everyone.ShortlistOfEveryone(r).Listed); !slices.Contains(got, "Nowhere") || !slices.Contains(got, "Other") {
		t.Errorf("of everyone are listed %q", got)
	}
}

// Who is pinned is read, also when she is on no map; and a read that is given up ends.
func TestPoolReadsThePinned(t *testing.T) {
	st := openMarket(t)
	if _, err := st.EditRole(store.By("ada", "pinned"), 1, func(_ *store.Tx, r *model.Role) error { return r.List.PinAt(5) }); err != nil {
		t.Fatal(err)
	}
	pool := pooled(t, st)
	if got := listedNames(pool, pool.Shortlist(&pool.Roles[0]).Listed); !slices.Equal(got, []string{"Nowhere", "Best", "Second"}) {
		t.Errorf("listed are %q", got)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := scoring.Default()
	if _, err := roster.ReadPool(ctx, st, &w, "ada", storetest.Now(), nil, nil); err == nil {
		t.Error("a read that was given up ends well")
	}
}

// Of everyone those come first whose cards have what the role asks for.
func TestLikely(t *testing.T) {
	st := storetest.Open(t)
	skilled, half, none := at("Skilled", "A"), at("Half", "A"), at("None", "A")
	skilled.Skills, half.Skills, none.Skills = []string{"Postgres", "Golang"}, []string{"Go"}, []string{"Google Cloud"}
	none.Positions[0].Title = "Intern"
	add(t, st, none, half, skilled)
	s := openRoster(t, st).Snapshot()
	r := model.Role{Title: "Engineer", Must: []string{"Go", "PostgreSQL"}}
	if got := s.Likely(&r, 2, storetest.Now()); !slices.Equal(got, []model.PersonID{3, 2}) {
		t.Errorf("likely are %v", got)
	}
	if got := s.Likely(&r, 9, storetest.Now()); len(got) != 3 {
		t.Errorf("of three are likely %v", got)
	}
}

// BenchmarkReadPool reads 20 full maps and draws a list from them.
func BenchmarkReadPool(b *testing.B) {
	st := crowd(b, 2000)
	_ = st.View(func(tx *store.Tx) error { return nil })
	if _, err := st.Edit(store.By("tester", "maps"), func(tx *store.Tx) error {
		for n := range 20 {
			m := model.Map{Name: fmt.Sprint("Map ", n)}
			for i := range model.MapSize {
				m.Entries = append(m.Entries, model.Entry{Person: model.PersonID(n*model.MapSize + i + 1)})
			}
			if err := tx.PutMap(&m); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	r := benchRole()
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			pooled(b, st)
		}
	})
	pool := pooled(b, st)
	b.Run("draw", func(b *testing.B) {
		for b.Loop() {
			pool.Shortlist(&r)
		}
	})
}

// BenchmarkShortlistOfEveryone finds the likely among all, reads and judges them.
func BenchmarkShortlistOfEveryone(b *testing.B) {
	st := crowd(b, *most)
	s := openRoster(b, st).Snapshot()
	r, now := benchRole(), storetest.Now()
	for b.Loop() {
		now = now.Add(24 * time.Hour) // no score is known already
		ids := s.Likely(&r, roster.LikelyMost, now)
		pool := pooled(b, st, ids...)
		pool.ShortlistOfEveryone(&r)
	}
}

func benchRole() model.Role {
	return model.Role{
		Title: "Staff Engineer", Location: "Berlin or remote in Europe", Must: []string{"Go", "Kafka", "PostgreSQL"}, Nice: []string{"Rust"},
		Offers: []model.Motivator{model.Scope, model.Technology},
	}
}
