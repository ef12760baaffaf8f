package intake_test

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// companyFile imports a text into a store, and checks that looking told the
// same.
func companyFile(t *testing.T, st *store.Store, text string, want counts) model.ImportID {
	t.Helper()
	src := file(t, text)
	look, err := intake.Look(t.Context(), st, src, opts)
	if err != nil {
		t.Fatal(err)
	}
	id, done, err := intake.Into(t.Context(), st, "ada", src, opts)
	if err != nil {
		t.Fatal(err)
	}
	if countsOf(look) != want || countsOf(done) != want {
		t.Errorf("looked %+v, did %+v, want %+v; %v", countsOf(look), countsOf(done), want, done.Problems)
	}
	return id
}

func newStore(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Open(filepath.Join(t.TempDir(), "t.db"), store.Options{Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

// brief is a signal in short.
type brief struct {
	company   string
	date      model.Date
	magnitude float64
	source    string
	note      string
}

func signalsIn(t *testing.T, st *store.Store) (all []brief) {
	t.Helper()
	err := st.View(func(tx *store.Tx) error {
		for s, err := range tx.Signals() {
			if err != nil {
				return err
			}
			c, err := tx.Company(s.Company)
			if err != nil {
				return err
			}
			if s.Kind != model.Layoffs || s.Origin.Source != "people.csv" || s.Origin.Import == 0 {
				t.Errorf("%s: kind %q, origin %+v", c.Name, s.Kind, s.Origin)
			}
			all = append(all, brief{c.Name, s.Date, s.Magnitude, s.Source, s.Note})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestLayoffsLists(t *testing.T) {
	st := newStore(t)
	const first = "Company,Location HQ,# Laid Off,Date,%,Industry,Source,Stage,$ Raised (mm),Country,Date Added\n" +
		"Acme,Berlin,\"1,600\",3/6/2023,5%,Data,http://x,Series B,210,Germany,3/7/2023\n" +
		"Initech,Austin,Unknown,3/7/2023,,Retail,http://x,Unknown,,United States,3/7/2023\n" +
		"ACME Inc.,Dublin,9,3/6/2023,,Data,http://x,Series B,210,Ireland,3/7/2023\n" +
		"Nodate,Rome,5,,,Data,http://x,Seed,,Italy,3/7/2023\n" +
		"Odd,Rome,lots,3/8/2023,300%,Data,http://x,Seed,,Italy,3/7/2023\n"
	companyFile(t, st, first, counts{rows: 5, new: 3, repeated: 1, bad: 1, problems: 3})
	want := []brief{
		{"Acme", model.Day(2023, 3, 6), 5, "layoffs list", "1600 jobs, 5% of staff, Berlin"},
		{"Initech", model.Day(2023, 3, 7), 0, "layoffs list", "Austin"},
		{"Odd", model.Day(2023, 3, 8), 0, "layoffs list", "Rome"},
	}
	if got := signalsIn(t, st); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	companyFile(t, st, first, counts{rows: 5, same: 3, repeated: 1, bad: 1, problems: 3})
	// The other spelling, with a figure corrected and one that is no longer told.
	id := companyFile(t, st, "company,location,industry,total_laid_off,percentage_laid_off,date,stage,country,funds_raised_millions\n"+
		"Initech,Austin,Retail,100,0.08,2023-03-07,Unknown,United States,6\nAcme,Berlin,Data,,NULL,2023-03-06,Series B,Germany,6\n",
		counts{rows: 2, changed: 2})
	want[0].note, want[1].magnitude, want[1].note = "Berlin", 8, "100 jobs, 8% of staff, Austin"
	if got := signalsIn(t, st); !reflect.DeepEqual(got, want) {
		t.Errorf("corrected: got %+v", got)
	}
	if _, err := st.UndoImport("ada", id); err != nil {
		t.Fatal(err)
	}
	want[0].note, want[1].magnitude, want[1].note = "1600 jobs, 5% of staff, Berlin", 0, "Austin"
	if got := signalsIn(t, st); !reflect.DeepEqual(got, want) {
		t.Errorf("undone: got %+v", got)
	}
}

const warnHeader = "hash_id,postal_code,company,location,notice_date,effective_date,jobs,is_temporary,is_closure,is_amendment\n"

func TestWARNNotices(t *testing.T) {
	st := newStore(t)
	_, err := st.Edit(store.By("ada", "test"), func(tx *store.Tx) error {
		return tx.PutCompany(&model.Company{Name: "Acme", Staff: 2000})
	})
	if err != nil {
		t.Fatal(err)
	}
	const text = warnHeader + "b2,CA,\"Acme, Inc.\",Fremont,2024-03-20,2024-05-01,150,False,True,True\n" +
		"a1,CA,ACME,Fremont,2024-03-01,2024-05-01,120,False,True,False\n" +
		"c3,CA,ACME,Fresno,2024-03-01,,10,True,False,False\n" +
		"d4,NY,Initech,Albany,,2024-06-01,70,False,False,False\n"
	companyFile(t, st, text, counts{rows: 4, new: 3, repeated: 1})
	want := []brief{
		{"Acme", model.Day(2024, 3, 1), 7.5, "WARN notice b2 amends a1: Fremont, CA", "150 jobs, closure, from 2024-05-01"},
		{"Acme", model.Day(2024, 3, 1), 0.5, "WARN notice c3: Fresno, CA", "10 jobs, temporary"},
		{"Initech", model.Day(2024, 6, 1), 0, "WARN notice d4: Albany, NY", "70 jobs, from 2024-06-01"},
	}
	if got := signalsIn(t, st); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	companyFile(t, st, text, counts{rows: 4, same: 3, repeated: 1})
	// An older file knows only what has been corrected since.
	companyFile(t, st, warnHeader+"a1,CA,ACME,Fremont,2024-03-01,2024-05-01,120,False,True,False\n", counts{rows: 1, same: 1})
	// A newer one has only the amendment.
	companyFile(t, st, warnHeader+"e5,CA,ACME,Fresno,2024-04-01,,40,True,False,True\n", counts{rows: 1, changed: 1})
	want[1] = brief{"Acme", model.Day(2024, 3, 1), 2, "WARN notice e5 amends c3: Fresno, CA", "40 jobs, temporary"}
	if got := signalsIn(t, st); !reflect.DeepEqual(got, want) {
		t.Errorf("amended: got %+v", got)
	}
	// A further notice of the same site is one of its own.
	companyFile(t, st, warnHeader+"f6,CA,ACME,Fresno,2024-07-01,,30,False,False,False\n", counts{rows: 1, new: 1})
	// Two of one site and day are two when their IDs say so.
	const two = warnHeader + "g7,CA,ACME,Fresno,2024-09-01,,30,False,False,False\nh8,CA,ACME,Fresno,2024-09-01,,20,False,False,False\n"
	companyFile(t, st, two, counts{rows: 2, new: 2})
	companyFile(t, st, two, counts{rows: 2, same: 2})
}

// Without IDs a notice is known by company, site and day.
func TestWARNNoticesWithoutIDs(t *testing.T) {
	st := newStore(t)
	const header = "company,location,notice_date,effective_date,jobs,is_amendment\n"
	const text = header + "Acme,Fremont,3/1/2024,,120,False\nAcme,Fremont,3/1/2024,,150,True\nAcme,Fresno,3/1/2024,,10,False\n"
	companyFile(t, st, text, counts{rows: 3, new: 2, repeated: 1})
	companyFile(t, st, text, counts{rows: 3, same: 2, repeated: 1})
	want := []brief{
		{"Acme", model.Day(2024, 3, 1), 0, "WARN notice amended: Fremont", "150 jobs"},
		{"Acme", model.Day(2024, 3, 1), 0, "WARN notice: Fresno", "10 jobs"},
	}
	if got := signalsIn(t, st); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	companyFile(t, st, header+"Acme,Fremont,3/1/2024,,120,False\n", counts{rows: 1, same: 1}) // corrected since
}

// Amendments come in any order, and twice: there is one signal a notice, and it tells
// what the newest amendment says, of fewer people too.
func TestAmendmentsInAnyOrder(t *testing.T) {
	const notice, first, second = "a1,CA,ACME,Fremont,2024-03-01,,120,False,True,False\n", "b2,CA,ACME,Fremont,2024-03-20,,150,False,True,True\n", "c3,CA,ACME,Fremont,2024-04-02,,90,False,True,True\n"
	const bare = "company,location,notice_date,effective_date,jobs,is_amendment\n"
	for name, c := range map[string]struct{ ids, none string }{
		"as they were given": {notice + first + second, "N 1 2"}, "the notice last": {first + second + notice, "1 2 N"},
		"from the last": {second + first + notice, "2 1 N"}, "in between": {first + notice + second, "1 N 2"},
		"each twice": {first + first + notice + second + second + notice, "1 1 N 2 2 N"},
	} {
		st := storetest.OpenIn(t, &kvtest.Memory{}, "notices")
		for row := range strings.Lines(c.ids) {
			companyFileAnyhow(t, st, warnHeader+row)
		}
		got := signalsIn(t, st)
		if len(got) != 1 || got[0].date != model.Day(2024, 3, 1) || !strings.HasPrefix(got[0].source, "WARN notice c3 amends ") || got[0].note != "90 jobs, closure" {
			t.Errorf("%s: got %+v", name, got)
		}
		companyFile(t, st, warnHeader+notice+first+second, counts{rows: 3, same: 1, repeated: 2})

		st = storetest.OpenIn(t, &kvtest.Memory{}, "notices")
		for _, row := range strings.Fields(c.none) {
			companyFileAnyhow(t, st, bare+map[string]string{"N": "Acme,Fremont,3/1/2024,,120,False\n", "1": "Acme,Fremont,3/20/2024,,150,True\n", "2": "Acme,Fremont,4/2/2024,,90,True\n"}[row])
		}
		if got = signalsIn(t, st); len(got) != 1 || got[0].date != model.Day(2024, 3, 1) || got[0].source != "WARN notice amended: Fremont" || got[0].note != "90 jobs" {
			t.Errorf("%s, without IDs: got %+v", name, got)
		}
	}
}

// companyFileAnyhow imports a text whatever comes of it.
func companyFileAnyhow(t *testing.T, st *store.Store, text string) {
	t.Helper()
	if _, _, err := intake.Into(t.Context(), st, "ada", file(t, text), opts); err != nil {
		t.Fatal(err)
	}
}

// The public lists come in as they are, once: 2,346 events of 2,361 rows and one
// without a date; the list of nine months later has 3,254, of which
// 911 are new and 9 tell other figures or places.
func TestRealLayoffs(t *testing.T) {
	st := newStore(t)
	const first, second = "layoffs/layoffs_2023-03-06.csv", "layoffs/layoffs_2023-12-25.csv"
	for i, c := range []struct {
		file string
		want counts
	}{
		{first, counts{rows: 2361, new: 2346, repeated: 14, bad: 1, problems: 1}},
		{first, counts{rows: 2361, same: 2346, repeated: 14, bad: 1, problems: 1}},
		{second, counts{rows: 3269, new: 911, changed: 9, same: 2334, repeated: 15}},
		{second, counts{rows: 3269, same: 3254, repeated: 15}},
	} {
		_, done, err := intake.Into(t.Context(), st, "ada", formattest.Public(t, c.file), opts)
		if err != nil || countsOf(done) != c.want {
			t.Errorf("import %d: %+v, want %+v, %v; %v", i+1, countsOf(done), c.want, err, done.Problems)
		}
	}
}

func TestCompaniesStopAndRefuse(t *testing.T) {
	st := newStore(t)
	src := file(t, warnHeader+strings.Repeat("a1,CA,ACME,Fremont,2024-03-01,2024-05-01,120,False,True,False\n", 10))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := intake.Into(ctx, st, "ada", src, opts); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got := signalsIn(t, st); len(got) != 0 {
		t.Errorf("written all the same: %+v", got)
	}
	if _, err := intake.Preview(t.Context(), src, newMemory(), opts); !errors.Is(err, format.ErrNotPeople) {
		t.Error(err)
	}
	for range file(t, "name,company\nAnn,Acme\n").Events() {
		t.Error("a person happened to a company")
	}
}
