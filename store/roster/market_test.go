package roster_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// worked is a stay at a company, made in the test's store.
func worked(company model.CompanyID, start, end model.Date) model.Position {
	return model.Position{Company: fmt.Sprintf("Company %d", company), CompanyID: company, Title: "Engineer", Start: start, End: end}
}

// market is three people at company 1 and one who has left it for company 2.
func market(t *testing.T) *store.Store {
	t.Helper()
	st := storetest.Open(t)
	_, err := st.Edit(store.By("ada", "began"), func(tx *store.Tx) error {
		a, b := model.Company{Name: "Company 1"}, model.Company{Name: "Company 2"}
		if err := errors.Join(tx.PutCompany(&a), tx.PutCompany(&b)); err != nil {
			return err
		}
		for _, p := range []model.Person{
			{Name: "Long", Positions: []model.Position{worked(1, model.YearMonth(2016, 3), 0)}},
			{Name: "Two years", Positions: []model.Position{worked(1, model.YearMonth(2024, 3), 0)}},
			{Name: "Came", Positions: []model.Position{worked(1, model.YearMonth(2025, 11), 0), worked(2, model.Year(2020), model.YearMonth(2025, 10))}},
			{Name: "Went", Positions: []model.Position{worked(2, model.YearMonth(2025, 7), 0), worked(1, model.Year(2019), model.YearMonth(2025, 6))}},
			{Name: "Long gone", Positions: []model.Position{worked(1, model.Year(2010), model.Year(2012))}},
		} {
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
		}
		m := model.Map{Name: "One", Entries: []model.Entry{{Person: 1}, {Person: 4}, {Person: 2}}}
		return errors.Join(tx.PutMap(&m),
			tx.PutSignal(&model.Signal{Company: 1, Kind: model.Layoffs, Date: today(-9)}),
			tx.PutSignal(&model.Signal{Person: 1, Kind: model.OpenToWork, Date: today(-1)}))
	})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func TestMarket(t *testing.T) {
	s := openRoster(t, market(t)).Snapshot()
	all := s.Market(storetest.Now())
	one, two := all[1], all[2]
	if len(all) != 2 || one.People != 3 || one.Hot != 1 || one.OnMaps != 2 || one.Rank != 2 || one.Joined != 1 || one.Tenure != 24 {
		t.Errorf("company 1 is %+v: want 3 people, 1 hot, 2 on maps with a mean rank of 2, 1 who came, 24 months", one)
	}
	if two.People != 1 || two.Joined != 1 || two.Tenure != 8 || two.Rank != 2 {
		t.Errorf("company 2 is %+v", two)
	}
	heads := s.Headcount(storetest.Now())
	if one := heads[1]; len(heads) != 2 || one.People != 3 || one.Hot != 0 || one.OnMaps != 2 || one.Rank != 2 || one.Joined != 1 || one.Tenure != 24 {
		t.Errorf("by its heads company 1 is %+v", one)
	}
}

func TestReadEmployer(t *testing.T) {
	st, w := market(t), scoring.Default()
	e, err := roster.ReadEmployer(context.Background(), st, &w, 1, storetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Staff) != 3 || e.Staff[0].Person.Name != "Long" || e.Former != 2 || len(e.Signals) != 1 || e.Tenure(storetest.Now()) != 24 {
		t.Errorf("staff %d, the first %s, %d former, %d signals, %d months", len(e.Staff), e.Staff[0].Person.Name, e.Former, len(e.Signals), e.Tenure(storetest.Now()))
	}
	in, out := roster.Move{Person: 3, Name: "Came", On: model.YearMonth(2025, 11), Title: "Engineer", Where: "Company 2"}, roster.Move{Person: 4, Name: "Went", On: model.YearMonth(2025, 6), Title: "Engineer", Where: "Company 2"}
	if len(e.In) != 1 || e.In[0] != in || len(e.Out) != 1 || e.Out[0] != out {
		t.Errorf("in %v, out %v; want %v and %v", e.In, e.Out, in, out)
	}
	if r := e.Ranks[2]; len(r) != 1 || r[0].Rank != 3 {
		t.Errorf("she ranks %v", r)
	}
	if _, err := roster.ReadEmployer(context.Background(), st, &w, 9, storetest.Now()); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of a company that is not there: %v", err)
	}
}

func BenchmarkMarket(b *testing.B) {
	s := openRoster(b, crowd(b, *most)).Snapshot()
	now := storetest.Now()
	b.Run("heads", func(b *testing.B) {
		for b.Loop() {
			s.Headcount(now)
		}
	})
	b.Run("scored", func(b *testing.B) {
		for b.Loop() {
			now = now.Add(24 * time.Hour) // no score is known already
			s.Market(now)
		}
	})
}
