package scoring_test

import (
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

func TestTenure(t *testing.T) {
	for _, c := range []struct {
		name string
		f    scoring.Facts
		want float64
	}{
		{"nothing known", scoring.Facts{}, 0},
		{"36 months, its anniversary", scoring.Facts{Since: model.Day(2023, 6, 15)}, 18 + 6},
		{"a day short of 36 months", scoring.Facts{Since: model.Day(2023, 6, 16)}, 6},
		{"41 months", scoring.Facts{Since: model.Day(2023, 1, 15)}, 18.5},
		{"46 months", scoring.Facts{Since: model.Day(2022, 8, 15)}, 19},
		{"106 months", scoring.Facts{Since: model.Day(2017, 8, 15)}, 25},
		{"20 years", scoring.Facts{Since: model.Day(2006, 6, 15)}, 25},
		{"1 year to the day", scoring.Facts{Since: model.Day(2025, 6, 15)}, 24},
		{"1 year, 30 days to come", scoring.Facts{Since: model.Day(2025, 7, 15)}, 24},
		{"1 year, 31 days to come", scoring.Facts{Since: model.Day(2025, 7, 16)}, 0},
		{"1 year, 30 days past", scoring.Facts{Since: model.Day(2025, 5, 16)}, 24},
		{"1 year, 31 days past", scoring.Facts{Since: model.Day(2025, 5, 15)}, 0},
		{"2 years", scoring.Facts{Since: model.Day(2024, 6, 15)}, 17},
		{"4 years", scoring.Facts{Since: model.Day(2022, 6, 15)}, 19.2 + 8},
		{"5 years: no more anniversaries", scoring.Facts{Since: model.Day(2021, 6, 15)}, 20.4},
		{"short stays before", scoring.Facts{Since: model.Day(2024, 1, 1), Earlier: 17}, 15},
		{"stays of 18 months", scoring.Facts{Since: model.Day(2024, 1, 1), Earlier: 18}, 0},
		{"all together, capped", scoring.Facts{Since: model.Day(2022, 6, 15), Earlier: 10}, 40},
		{"month only: from the 1st", scoring.Facts{Since: model.YearMonth(2023, 6)}, 18 + 6},
		{"year only: from its last day, no anniversary", scoring.Facts{Since: model.Year(2023)}, 0},
		{"year only, long enough", scoring.Facts{Since: model.Year(2022)}, 18.5}, // 41 months since 2022-12-31
		{"starts in the future", scoring.Facts{Since: ago(-400), Joined: ago(1000)}, 0},
	} {
		near(t, c.name, ledger(c.f).Sum, c.want)
	}
}

func TestNewInTheJob(t *testing.T) {
	open := model.Signal{Kind: model.OpenToWork, Date: ago(0)}
	for _, c := range []struct {
		name string
		f    scoring.Facts
		want float64
	}{
		{"first day", scoring.Facts{Since: ago(0), Joined: ago(0)}, 27},
		{"60th day", scoring.Facts{Since: ago(59), Joined: ago(59)}, 27},
		{"61st day", scoring.Facts{Since: ago(60), Joined: ago(60)}, 47},
		{"begins tomorrow", scoring.Facts{Since: ago(-1), Joined: ago(-1)}, 27},
		{"new title, old employer", scoring.Facts{Since: ago(5), Joined: ago(2000)}, 47},
		{"employer's start not known", scoring.Facts{Since: ago(5)}, 27},
	} {
		near(t, c.name, ledger(c.f, open).Sum, c.want)
	}
	r := ledger(scoring.Facts{Since: ago(5), Joined: ago(5)})
	if r.Score != 0 || r.Sum != -20 || len(r.Points) != 1 || r.Points[0].Label != "new in the job" {
		t.Errorf("new and nothing else: %+v, want score 0 and its line", r)
	}
}

func TestFactsOf(t *testing.T) {
	at := func(company, title string, start, end model.Date) model.Position {
		return model.Position{Company: company, Title: title, Start: start, End: end}
	}
	for _, c := range []struct {
		name string
		pos  []model.Position
		want scoring.Facts
	}{
		{"no positions", nil, scoring.Facts{}},
		{"promoted within the company", []model.Position{
			at("Acme", "Staff Engineer", model.Day(2024, 1, 1), 0),
			at("ACME", "Engineer", model.Day(2020, 1, 1), model.Day(2023, 12, 31)),
			at("Bolt", "Engineer", model.Day(2019, 1, 1), model.Day(2019, 12, 31)),
			at("Cog", "Engineer", model.Day(2017, 1, 1), model.Day(2018, 12, 31)),
		}, scoring.Facts{Since: model.Day(2024, 1, 1), Joined: model.Day(2020, 1, 1), Earlier: 18}}, // 12 and 24
		{"terms of one seat", []model.Position{
			at("House", "Representative", model.Day(2025, 1, 3), model.Day(2027, 1, 3)),
			at("House", "Representative", model.Day(2023, 1, 3), model.Day(2025, 1, 3)),
			at("House", "Representative", model.Day(2021, 1, 3), model.Day(2022, 12, 20)),
		}, scoring.Facts{Since: model.Day(2021, 1, 3), Joined: model.Day(2021, 1, 3)}},
		{"came back after years", []model.Position{
			at("Acme", "Engineer", model.Day(2024, 1, 1), 0),
			at("Bolt", "Engineer", model.Day(2022, 1, 1), model.Day(2023, 12, 31)),
			at("Acme", "Engineer", model.Day(2020, 1, 1), model.Day(2021, 12, 31)),
		}, scoring.Facts{Since: model.Day(2024, 1, 1), Joined: model.Day(2024, 1, 1), Earlier: 24}},
		{"older title never closed", []model.Position{
			at("Acme", "Manager", model.Day(2024, 1, 1), 0),
			at("Acme", "Engineer", model.Day(2020, 1, 1), 0),
		}, scoring.Facts{Since: model.Day(2024, 1, 1), Joined: model.Day(2020, 1, 1)}},
		{"years only: the longest stay they allow", []model.Position{
			at("Acme", "Engineer", model.Year(2022), 0),
			at("Bolt", "Engineer", model.Year(2020), model.Year(2021)),
		}, scoring.Facts{Since: model.Year(2022), Joined: model.Year(2022), Earlier: 24}},
		{"a start is missing", []model.Position{
			at("Acme", "Engineer", model.Day(2024, 1, 1), 0),
			at("Bolt", "Engineer", model.Day(2023, 1, 1), model.Day(2023, 3, 1)),
			at("Cog", "Engineer", 0, model.Day(2022, 1, 1)),
		}, scoring.Facts{Since: model.Day(2024, 1, 1), Joined: model.Day(2024, 1, 1)}},
		{"in no position", []model.Position{
			at("Bolt", "Engineer", model.YearMonth(2023, 1), model.YearMonth(2023, 3)),
		}, scoring.Facts{Earlier: 3}},
	} {
		p := model.Person{Positions: c.pos}
		if got := scoring.FactsOf(&p, now); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// The same moment is another day elsewhere: what counts is now's location.
func TestTheDayIsNowsOwn(t *testing.T) {
	w := scoring.Default()
	late := time.Date(2026, 6, 15, 23, 0, 0, 0, time.UTC)
	tomorrow := []model.Signal{{Kind: model.OpenToWork, Date: model.Day(2026, 6, 16)}}
	if score, _ := w.Score(scoring.Facts{}, tomorrow, late); score != 0 {
		t.Errorf("a signal of tomorrow scores %d", score)
	}
	east := time.FixedZone("east", 2*60*60)
	if score, _ := w.Score(scoring.Facts{}, tomorrow, late.In(east)); score != 54 {
		t.Errorf("two hours to the east, where it is today, it scores %d, want 54", score)
	}
}
