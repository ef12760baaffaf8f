package tui_test

import (
	"errors"
	"fmt"
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
		b.press("C d")
		b.Contains("Flux Systems and 株式会社FLUX stay two · u takes it back", "Companies · 0 pairs")
		b.press("esc C")
		b.Contains("Companies · 0 pairs")
		b.press("u")
		b.Contains("Companies · 1 pair")
	})
}

func TestAllCompanies(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		alike(b)
		b.press("C tab")
		b.Contains("Companies · 3", "company", "people", "signals", "Flux Systems", "The Open Group")
		b.press("y")
		b.Contains("one company: tab goes to the pairs")
		b.edit("layoffs at Flux", func(tx *store.Tx) error {
			return tx.PutSignal(&model.Signal{Company: 1, Kind: model.Layoffs, Date: model.Year(2026)})
		})
		if line := b.Line(2); !strings.Contains(line, "Flux Systems") || !strings.HasSuffix(strings.TrimRight(line, " │"), " 2       1") {
			t.Errorf("two people and one signal, but %q", line)
		}
		b.press("tab")
		b.Contains("1 pair may be one")
	})
}
