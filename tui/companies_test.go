package tui_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// sized is a setup with a size such as 80x24.
func sized(size string, s setup) setup {
	if _, err := fmt.Sscanf(size, "%dx%d", &s.w, &s.h); err != nil {
		panic(err)
	}
	return s
}

// alike has grace bring people at companies of which two may be one: c1 with two
// people, and c2 with one.
func alike(b *bench) {
	b.t.Helper()
	var people []*model.Person
	for i, company := range []string{"Flux Systems", "株式会社FLUX", "Flux Systems", "The Open Group"} {
		people = append(people, &model.Person{
			Name: fmt.Sprintf("Person %c Example", 'A'+i), Positions: []model.Position{{Company: company, Title: "Engineer"}},
		})
	}
	im := b.store.Importer("grace", model.Import{Source: "team.csv", Dialect: "generic CSV"})
	if err := errors.Join(im.Write(b.t.Context(), people), im.Finish(model.Import{New: len(people)})); err != nil {
		b.t.Fatal(err)
	}
	b.Settle()
}

// company reads one; its name is "" when it is gone.
func (b *bench) company(id model.CompanyID) (c model.Company, people int) {
	b.t.Helper()
	b.view(func(tx *store.Tx) (err error) {
		if c, err = tx.Company(id); errors.Is(err, store.ErrNotFound) {
			err = nil
		}
		people = len(tx.PeopleAt(id))
		return err
	})
	return c, people
}

func TestTwoCompaniesBecomeOne(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("C")
		b.Contains("Companies · 0 ", "There is no company yet.")
		b.Lacks("may be one")
		b.press("tab")
		b.Contains("Companies · 0 pairs may be one", "No two companies are left that may be one")
		b.press("y")
		b.Contains("one company: no pair waits")
		b.press("C")
		b.Contains("companies: these are the companies")
		alike(b)
		b.Contains("Companies · 1 pair may be one", "Flux Systems (c1)", "株式会社FLUX (c2)", "% sure: ")
		b.press("y")
		b.Contains("株式会社FLUX is Flux Systems now: 1 person moved · u takes it back", "Companies · 0 pairs")
		if c, n := b.company(1); n != 3 || len(c.Aliases) != 1 || c.Aliases[0] != "株式会社FLUX" {
			t.Errorf("%d people at %+v", n, c)
		}
		b.press("u")
		b.Contains("took back: merged the company", "Companies · 1 pair")
		b.press("x y")
		b.Contains("Flux Systems is 株式会社FLUX now: 2 people moved")
		if c, n := b.company(2); n != 3 || c.Name != "株式会社FLUX" {
			t.Errorf("%d people at %+v", n, c)
		}
		if c, _ := b.company(1); c.Name != "" {
			t.Errorf("the other stays: %+v", c)
		}
	})
}

func TestTwoCompaniesStayTwo(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		alike(b)
		b.press("C tab d")
		b.Contains("Flux Systems and 株式会社FLUX stay two · u takes it back", "Companies · 0 pairs")
		b.press("esc C")
		b.Contains("Companies · 3 ", "The Open Group")
		b.press("u")
		b.Contains("Companies · 3 · 1 pair may be one", "The Open Group")
		b.press("tab")
		b.Contains("Companies · 1 pair may be one", "% sure: ")
	})
}

func TestAllCompanies(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		alike(b)
		b.press("C")
		b.Contains("Companies · 3 · 1 pair may be one", "company", "people", "signals", "Flux Systems", "The Open Group")
		b.press("y")
		b.Contains("one company: tab goes to the pairs")
		b.edit("layoffs at Flux", func(tx *store.Tx) error {
			return tx.PutSignal(&model.Signal{Company: 1, Kind: model.Layoffs, Date: model.Year(2026)})
		})
		if line := strings.Join(strings.Fields(b.Line(2)), " "); line != "│ ▌Flux Systems 2 1 │" {
			t.Errorf("two people and one signal, but %q", line)
		}
		b.press("tab")
		b.Contains("1 pair may be one")
	})
}

// The page opens on all companies, whether pairs wait or not, so that the keys after it
// mean the same each time.
func TestTheCompaniesOpenOnAll(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		alike(b)
		b.press("C enter")
		b.Contains("Flux Systems · 2 work there")
	})
}

// All companies are sorted by any column, found by name, and opened.
func TestSortAndOpenCompanies(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("C tab o")
		b.Contains("order: tab goes to all companies")
		b.press("tab")
		b.Contains("Companies · 35", "Quillon Ledger")
		b.press("o")
		b.Contains("Order by", "▌p   people", "▼ Once more: the other way round.")
		b.press("h")
		b.Contains("Companies · 35 · by hot people", "hot▼")
		b.press("j j j o c")
		b.Contains("company▲")
		if first := b.Line(2); !strings.Contains(first, "▌Aurelio Pagamenti") {
			t.Errorf("by name the first is %q", first)
		}
		b.press("o c")
		b.Contains("by company, the other way round", "company▼")
		if first := b.Line(2); !strings.Contains(first, "▌Zephyrline") {
			t.Errorf("the other way round the first is %q", first)
		}
		b.press("o r")
		b.Contains("by mean rank", "rank▲")
		b.press("/ =quillon enter")
		b.Contains("Quillon Ledger · 14 work there", "Ledger infrastructure")
		b.press("esc")
		b.Contains("▌Quillon Ledger")
	})
}

func TestACompany(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("C / =quillon enter")
		b.press("S =layoffs enter =press tab =a_tenth tab ctrl+u =2027-01-01 ctrl+s")
		b.Contains("Log layoffs at Quillon Ledger", `"2027-01-01" is still to come`, "percent of staff")
		b.press("ctrl+u =2026-02-27 tab tab =10 ctrl+s")
		b.Contains("logged layoffs at Quillon Ledger · u takes it back", "2026-02-27 · layoffs · a tenth · press")
		b.press("Z =a_client tab =in_6_months ctrl+s")
		b.Contains("locked Quillon Ledger", "do not contact until 2026-09-02 · a client · set by ada")
		b.press("Z y")
		b.Contains("unlocked Quillon Ledger")
		b.Lacks("do not contact")
		b.press("tab")
		b.Contains("3 came within a year", "came from")
		b.press("tab w")
		b.Contains("─ Quillon Ledger · 0 went within a year ─", "why: nobody is selected: tab goes to the other lists")
		b.press("tab enter")
		b.Contains("─ Zoya D. Gupta · 1 of 14 · Quillon Ledger ─")
		b.press("esc c")
		b.Contains("3 To Zoya D. Gupta")
	})
}

// The people of a company are narrowed, marked, copied and acted on as in every list.
func TestThePeopleOfACompany(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("C / =quillon enter / =title:manager")
		b.Contains("Quillon Ledger · 14 work there · 4 match ", " / title:manager", "Noémie Gauthier-Vidal")
		b.Lacks("Zara Norris-Edwards")
		b.press("enter y")
		b.Contains("copied Sergio Peña")
		b.press("esc ctrl+a y")
		b.Contains("marked", "copied ", " people")
		b.press("esc g space space d w")
		b.Contains("snoozed 2 people until 2026-03-09 · u takes it back")
		b.press("tab enter")
		b.Contains("2 of 3 · Quillon Ledger")
		b.press("esc tab tab esc")
		b.Contains("Companies")
	})
}

// The people of a company are ordered by a column: who works there by one, who has come
// and gone by another.
func TestOrderThePeopleOfACompany(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.press("C / =quillon enter o n")
		b.Contains("14 work there · by name", "name▲")
		rows := func() (names []string) {
			for y := 5; y < 8; y++ {
				names = append(names, strings.Fields(strings.Trim(b.Line(y), "│ ▌"))[0])
			}
			return names
		}
		if got := rows(); !slices.Equal(got, []string{"Amélie", "Ayşe", "Jasmine"}) {
			t.Errorf("by name they are %v", got)
		}
		b.press("tab")
		b.Lacks("by name", "▲")
		if got := rows(); !slices.Equal(got, []string{"Zoe", "Sergio", "Niccolò"}) {
			t.Errorf("who came last is first: %v", got)
		}
		b.press("o")
		b.Contains("Order by", "▌d   day            ▼ Once more: the other way round.")
		b.press("m")
		b.Contains("3 came within a year · by rank on a map", "map▲")
		if got := rows(); !slices.Equal(got, []string{"Sergio", "Niccolò", "Zoe"}) {
			t.Errorf("by rank on a map they are %v", got)
		}
		b.press("tab tab")
		b.Contains("14 work there · by name")
		b.press("/ =title:senior enter") // narrowed they stay in order, below the query
		if got := rows(); !slices.Equal(got[1:], []string{"Ayşe", "Niccolò"}) {
			t.Errorf("the narrowed are %v", got)
		}
	})
}

// The page of a company that becomes part of another says so.
func TestACompanyThatGoes(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		alike(b)
		b.press("C G enter")
		b.Contains("work there")
		if _, err := b.store.MergeCompanies(t.Context(), "ada", 1, 2); err != nil {
			t.Fatal(err)
		}
		if _, err := b.store.MergeCompanies(t.Context(), "ada", 1, 3); err != nil {
			t.Fatal(err)
		}
		b.Settle()
		b.Contains("The company is part of another now.")
		b.press("S")
		b.Contains("signal: the company is part of another now")
	})
}

// The sign at the head of the column by which people are ordered is of the looks that hold.
func TestTheOrderOfACompanyInOtherLooks(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		c := b.configured(`ascii = "never"`)
		b.press("C / =quillon enter o n")
		b.Contains("name▲")
		c.text = `ascii = "always"`
		b.press(": =reload enter")
		b.Contains("name^")
	})
}
