package scoring_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// congress reads the real terms of office, by person.
func congress(t *testing.T) map[string]*model.Person {
	t.Helper()
	file, err := os.Open("../../shared/data/congress/congress_terms.csv")
	if os.IsNotExist(err) {
		t.Skip("the folder of real data is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	date := func(s string) model.Date {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return model.DateOf(d)
	}
	people := make(map[string]*model.Person)
	for _, r := range rows[1:] { // person_id, full_name, …, organisation, title, state, seat, party, start_date, end_date
		p := people[r[0]]
		if p == nil {
			p = &model.Person{Name: r[1]}
			people[r[0]] = p
		}
		p.Positions = append(p.Positions, model.Position{
			Company: r[5], Title: r[6], Location: r[7], Start: date(r[10]), End: date(r[11]),
		})
	}
	for _, p := range people {
		p.SortPositions()
	}
	return people
}

// In real careers only someone who held a lower office is growing, only someone
// who held a higher one declining, and nobody out of office is either.
func TestTrajectoriesOfCongress(t *testing.T) {
	day := time.Date(2025, 2, 1, 12, 0, 0, 0, time.UTC)
	count := map[scoring.Trend]int{}
	for id, p := range congress(t) {
		trend, why := scoring.Trajectory(p.Positions, scoring.Peers{}, day)
		count[trend]++
		cur, in := p.Current(day)
		offices := map[string]bool{}
		for _, q := range p.Positions {
			offices[q.Title] = true
		}
		switch {
		case !in && (trend != scoring.TrendUnknown || !strings.Contains(why, "not in a position since")):
			t.Errorf("%s is out of office: %v (%s)", id, trend, why)
		case len(offices) == 1 && (trend == scoring.Growing || trend == scoring.Declining):
			t.Errorf("%s held one office: %v (%s)", id, trend, why)
		case in && len(offices) == 1 && p.Since(day) < 20180000 && trend != scoring.Plateaued:
			t.Errorf("%s holds one seat since %v: %v (%s)", id, p.Since(day), trend, why)
		case in && trend == scoring.Growing && cur.Title == "Representative":
			t.Errorf("%s grew into the lowest office: %s", id, why)
		}
	}
	for _, trend := range []scoring.Trend{scoring.Growing, scoring.Plateaued, scoring.TrendUnknown} {
		if count[trend] == 0 {
			t.Errorf("nobody is %v: %v", trend, count)
		}
	}
	t.Log(count)
}
