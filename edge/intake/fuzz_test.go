package intake_test

import (
	"bytes"
	"context"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

func FuzzCompanies(f *testing.F) {
	f.Add([]byte("company,location,industry,total_laid_off,percentage_laid_off,date,stage,country\nA,B,C,\"1,000\",5%,3/6/2023,D,E\n,,,NaN,1e9,2020,,\n"))
	f.Add([]byte(warnHeader + "a1,CA,A,B,2024-03-01,2024-05-01,120,False,True,False\nb2,CA,A,B,2024-03-02,,1e300,1,1,True\n"))
	f.Fuzz(checkTwice)
}

// FuzzPeople imports any bytes as people twice: what the preview tells must be
// what then happens, every row must be counted once, and the second time must
// change nothing.
func FuzzPeople(f *testing.F) {
	f.Add([]byte("name,email,linkedin,company,title,skills,id\nAnn Lee,ann@example.com,,Acme,CTO,Go,1\nAnn Lee,,ann-lee,Acme,,,1\nTom Roe,ann@example.com,ann-lee,,,,\n\"\n"))
	f.Add([]byte(`[{"name":"Ann","company":"Acme","emails":["a@b.example"]},{"name":"Ann","company":"ACME Inc."},5]`))
	f.Add([]byte("BEGIN:VCARD\nFN:Ann\nEMAIL:a@b.example\nEND:VCARD\nBEGIN:VCARD\nFN:安\nEMAIL:a@b.example\nEND:VCARD\n"))
	for _, folder := range []string{"congress", "cncf", "vcard", "jsonresume"} {
		for _, data := range formattest.Seeds(f, folder, 6<<10) {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := newMemory()
		for round := range 2 {
			src, err := format.Read(bytes.NewReader(data), "fuzz", format.Limits{Row: 4096, Cell: 1024, Columns: 32, Rows: 200})
			if err != nil || src.OfCompanies() {
				return
			}
			o := opts
			o.Chunk = 3
			pre, err := intake.Preview(t.Context(), src, m, o)
			if err != nil {
				return // a broken end stops both alike
			}
			sum, err := intake.Apply(t.Context(), src, m, m, o)
			if err != nil || countsOf(pre) != countsOf(sum) {
				t.Fatalf("round %d: told %+v, did %+v, %v", round+1, countsOf(pre), countsOf(sum), err)
			}
			if all := sum.New + sum.Changed + sum.Same + sum.Repeated + sum.Review + sum.Erased + sum.Bad; all != sum.Rows {
				t.Fatalf("round %d: %d rows, %d counted: %+v", round+1, sum.Rows, all, countsOf(sum))
			}
			if round == 1 && sum.New+sum.Changed+len(sum.News) > 0 {
				t.Fatalf("importing twice: %+v, %v", countsOf(sum), sum.News)
			}
		}
	})
}

// checkTwice imports any bytes as a list of events twice: telling them twice must
// be telling them once, and what is told must be clean.
func checkTwice(t *testing.T, data []byte) {
	known := &companiesInMemory{}
	for round := range 2 {
		src, err := format.Read(bytes.NewReader(data), "fuzz", format.Limits{Row: 4096, Cell: 1024, Columns: 32, Rows: 200})
		if err != nil || !src.OfCompanies() {
			return
		}
		sum, err := intake.ApplyCompanies(t.Context(), src, known, known, intake.Options{Chunk: 1})
		if err != nil {
			return // a broken end stops both rounds alike
		}
		if round == 1 && sum.New+sum.Changed > 0 {
			t.Fatalf("importing twice: %d new, %d changed", sum.New, sum.Changed)
		}
	}
	for i := range known.signals {
		for _, text := range []string{known.signals[i].Source, known.signals[i].Note} {
			if model.CleanLine(text) != text {
				t.Fatalf("not clean: %q", text)
			}
		}
	}
}

// companiesInMemory is a store of companies, of unknown staff.
type companiesInMemory struct {
	names   []string
	signals []model.Signal
}

func (c *companiesInMemory) Company(name string) (model.Company, error) {
	for i, n := range c.names {
		if n == model.CompanyKey(name) {
			return model.Company{ID: model.CompanyID(i + 1), Name: name}, nil
		}
	}
	return model.Company{}, nil
}

func (c *companiesInMemory) SignalsAt(id model.CompanyID) (list []model.Signal, err error) {
	for _, s := range c.signals {
		if s.Company == id {
			list = append(list, s)
		}
	}
	return list, nil
}

func (c *companiesInMemory) WriteSignals(_ context.Context, chunk []intake.CompanySignal) error {
	for _, s := range chunk {
		known, err := c.Company(s.Company.Name)
		if err != nil {
			return err
		}
		if known.ID == 0 {
			c.names = append(c.names, model.CompanyKey(s.Company.Name))
			known.ID = model.CompanyID(len(c.names))
		}
		if s.Signal.Company = known.ID; s.Signal.ID == 0 {
			s.Signal.ID = model.SignalID(len(c.signals) + 1)
			c.signals = append(c.signals, s.Signal)
		} else {
			c.signals[s.Signal.ID-1] = s.Signal
		}
	}
	return nil
}
