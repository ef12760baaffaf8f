package companies_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
	"talentmap/tui/companies"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/theme"
)

// market brings two hundred companies with three people each, and two pairs that may be
// one, of companies with fewer.
func market(t *testing.T) *store.Store {
	t.Helper()
	st := storetest.Open(t)
	var people []*model.Person
	join := func(company string, n int) {
		for range n {
			people = append(people, &model.Person{
				Name: fmt.Sprintf("Person %d Example", len(people)), Positions: []model.Position{{Company: company, Title: "Engineer"}},
			})
		}
	}
	for i := range 200 {
		join(fmt.Sprintf("Nr %d Works", i), 3)
	}
	join("Flux Systems", 2)
	join("株式会社FLUX", 1)
	join("Onyx Systems", 2)
	join("株式会社ONYX", 1)
	im := st.Importer("grace", model.Import{Source: "team.csv", Dialect: "generic CSV"})
	if err := errors.Join(im.Write(t.Context(), people), im.Finish(model.Import{New: len(people)})); err != nil {
		t.Fatal(err)
	}
	return st
}

// index is the people of a store, as they stand.
func index(t *testing.T, st *store.Store) *roster.Roster {
	t.Helper()
	weights := scoring.Default()
	ros := roster.New(st, &weights, storetest.Now)
	moved, stop := ros.Changed()
	defer stop()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- ros.Run(ctx) }()
	<-moved
	cancel()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	return ros
}

// brought is what a read of the page has brought; nil for none.
func brought(cmd tea.Cmd) tea.Msg {
	if cmd == nil {
		return nil
	}
	return cmd().(pane.Job).Run(func(pane.Done) {})
}

// pairs are the rows of pairs in the view, with single blanks.
func pairs(p *companies.Pane) (rows []string) {
	for line := range strings.Lines(ansi.Strip(p.View())) {
		if row := strings.Join(strings.Fields(strings.Trim(line, " ▌\n")), " "); strings.Contains(row, "% ") && !strings.Contains(row, "sure") {
			rows = append(rows, row)
		}
	}
	return rows
}

// The pairs may be found before everybody's employer has been read: how many people
// are at a company stands there as soon as it is known, and nothing that is not so before.
func TestHowManyAreAtSmallCompaniesComesLater(t *testing.T) {
	st := market(t)
	env := &pane.Env{Theme: theme.Dark(), User: "ada", Now: storetest.Now, Keys: panetest.Keys()}
	p := companies.New(t.Context(), env, companies.Deps{Store: st, Index: index(t, st)})
	p.SetSize(90, 30)
	for _, a := range p.Actions() {
		if a.ID == "companies.turn" { // to the pairs
			a.Run()
		}
	}
	reads := p.Load()().(tea.BatchMsg)
	all := p.Update(brought(reads[0]))
	p.Update(brought(reads[1]))
	check := func(when string, want ...string) {
		t.Helper()
		if got := pairs(p); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s the pairs are\n%s\nnot\n%s", when, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	check("at first", "80% Onyx Systems 株式会社ONYX", "60% Flux Systems 株式会社FLUX")
	p.Update(brought(all))
	check("in the end", "80% Onyx Systems 2 株式会社ONYX 1", "60% Flux Systems 2 株式会社FLUX 1")
}
