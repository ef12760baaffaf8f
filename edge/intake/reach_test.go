package intake_test

import (
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// Layoffs reach everyone at the company, however the list spells it, and once.
func TestLayoffsReachThoseWhoAreThere(t *testing.T) {
	st := storetest.Open(t)
	in := func(name, text string) intake.Outcome {
		t.Helper()
		src, err := format.Read(strings.NewReader(text), name, format.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		defer src.Close()
		_, sum, err := intake.Into(t.Context(), st, "ada", src, opts)
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	in("people.csv", "name,company,email\nAnn Lee,Cisco Systems Inc.,ann@example.com\nBo Day,Cloud,bo@example.com\n")
	list := "Company,Location HQ,Industry,Laid_Off_Count,Date,Percentage\nCisco,SF,Hardware,4000,2026-01-15,0.05\nCloud Software Group,Miami,Software,900,2026-01-10,0.1\n"
	if sum := in("layoffs.csv", list); sum.New != 2 {
		t.Fatalf("%+v", sum)
	}
	if sum := in("layoffs.csv", list); sum.New+sum.Changed != 0 {
		t.Errorf("again: %+v", sum)
	}
	err := st.View(func(tx *store.Tx) error {
		for id, want := range map[model.PersonID]int{1: 1, 2: 0} {
			p, err := tx.Person(id)
			if err != nil {
				return err
			}
			n := 0
			for s, err := range tx.SignalsAt(p.Positions[0].CompanyID) {
				if err != nil || s.Kind != model.Layoffs || s.Magnitude != 5 {
					t.Errorf("%s: %+v, %v", p.Name, s, err)
				}
				n++
			}
			if n != want {
				t.Errorf("%d layoffs reach %s, want %d", n, p.Name, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
