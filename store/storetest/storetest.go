// Package storetest opens stores for tests.
//
//	st := storetest.Open(t)
//	storetest.Fill(t, st, 1000)
//
// Every store is checked in full when its test ends: a fault fails the test.
//
// With [EngineVar] set to "memory" Open opens on [kvtest.Memory], the narrowest
// engine there may be:
//
//	TALENTMAP_TEST_ENGINE=memory go test ./store ./edge/...
package storetest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv/kvtest"
)

// Now is the moment at which the clock of a test's store stands.
func Now() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// EngineVar names the environment variable of the engine that Open uses: "" for
// bbolt, "memory".
const EngineVar = "TALENTMAP_TEST_ENGINE"

// Open makes an empty store that is checked and closed when the test ends.
func Open(tb testing.TB) *store.Store {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "talent.db")
	if os.Getenv(EngineVar) == "memory" {
		return OpenIn(tb, &kvtest.Memory{}, path)
	}
	return OpenAt(tb, path)
}

// OpenIn opens the store of a place in memory as Open does; path is what the
// store is called.
func OpenIn(tb testing.TB, place *kvtest.Memory, path string) *store.Store {
	tb.Helper()
	eng, err := place.Open()
	if err != nil {
		tb.Fatal(err)
	}
	st, err := store.OpenEngine(eng, path, store.Options{Clock: Now})
	if err != nil {
		tb.Fatal(err)
	}
	return checked(tb, st)
}

// OpenAt opens the store at path as Open does.
func OpenAt(tb testing.TB, path string) *store.Store {
	tb.Helper()
	st, err := store.Open(path, store.Options{Clock: Now})
	if err != nil {
		tb.Fatal(err)
	}
	return checked(tb, st)
}

// checked has a store checked in full, and closed, when the test ends.
func checked(tb testing.TB, st *store.Store) *store.Store {
	tb.Helper()
	tb.Cleanup(func() {
		if _, err := st.Rev(); err != nil { // the test closed it itself
			return
		}
		done, err := st.Check()
		if err != nil {
			tb.Errorf("check: %v", err)
		}
		for _, f := range done.Faults {
			tb.Errorf("check: %s", f)
		}
		if err := st.Close(); err != nil {
			tb.Errorf("close: %v", err)
		}
	})
	return st
}

// Person is the i-th of the plain people that Fill makes.
func Person(i int) model.Person {
	p := model.Person{
		Name:     fmt.Sprintf("Person %06d", i),
		Location: "Berlin, Germany",
		Skills:   []string{"Go", "Kubernetes", "PostgreSQL"},
		Positions: []model.Position{
			{Company: fmt.Sprintf("Company %d", i%1000), Title: "Staff Engineer", Start: model.YearMonth(2021, 3)},
			{Company: fmt.Sprintf("Company %d", (i+7)%1000), Title: "Engineer", Start: model.YearMonth(2017, 1), End: model.YearMonth(2021, 2)},
		},
	}
	p.Contact.Emails = []string{fmt.Sprintf("person%06d@people.example", i)}
	p.Contact.Links = []string{fmt.Sprintf("profiles.example/person%06d", i)}
	return p
}

// Fill imports n plain people in one import.
func Fill(tb testing.TB, st *store.Store, n int) {
	tb.Helper()
	im := st.Importer("tester", model.Import{Source: "fill"})
	const chunk = 5000
	for at := 0; at < n; at += chunk {
		people := make([]*model.Person, 0, chunk)
		for i := at; i < min(at+chunk, n); i++ {
			p := Person(i)
			people = append(people, &p)
		}
		if err := im.Write(tb.Context(), people); err != nil {
			tb.Fatal(err)
		}
	}
	if err := im.Finish(model.Import{New: n}); err != nil {
		tb.Fatal(err)
	}
}
