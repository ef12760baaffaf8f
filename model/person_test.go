package model_test

import (
	"encoding/csv"
	"os"
	"testing"

	"talentmap/model"
)

// job is a position from dates as people write them.
func job(t testing.TB, company, title, start, end string) model.Position {
	t.Helper()
	return model.Position{Company: company, Title: title, Start: date(t, start), End: date(t, end)}
}

func date(t testing.TB, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func with(jobs ...model.Position) *model.Person {
	p := &model.Person{Name: "Ada Example", Positions: jobs}
	p.SortPositions()
	return p
}

func TestSortPositionsNewestFirst(t *testing.T) {
	p := with(
		job(t, "Undated", "Engineer", "", ""),
		job(t, "Old", "Engineer", "2015", "2018"),
		job(t, "Ended", "Advisor", "2020-01", "2021"),
		job(t, "Open", "Engineer", "2020-01", ""),
		job(t, "New", "Engineer", "2022-05", "2023"),
	)
	for i, want := range []string{"New", "Open", "Ended", "Old", "Undated"} {
		if got := p.Positions[i].Company; got != want {
			t.Errorf("position %d is %s, want %s", i, got, want)
		}
	}
}

func TestCurrentAndLatest(t *testing.T) {
	now := at(t, "2024-03-12")
	for _, c := range []struct {
		name            string
		jobs            []model.Position
		current, latest string // companies; "" for none
	}{
		{"no positions", nil, "", ""},
		{"no end", []model.Position{job(t, "Acme", "Engineer", "2020", "")}, "Acme", "Acme"},
		{"end in the future", []model.Position{job(t, "Senate", "Senator", "2019-01", "2025-01")}, "Senate", "Senate"},
		{"newest of two", []model.Position{job(t, "Acme", "Engineer", "2020", ""), job(t, "Board", "Advisor", "2022", "")}, "Board", "Board"},
		{"not begun", []model.Position{job(t, "Acme", "Engineer", "2020", ""), job(t, "Next", "Lead", "2024-04", "")}, "Acme", "Acme"},
		{"all ended", []model.Position{job(t, "Short", "Advisor", "2021", "2022"), job(t, "Long", "Engineer", "2018", "2023")}, "", "Long"},
		{"ended, next not begun", []model.Position{job(t, "Acme", "Engineer", "2020", "2024-01"), job(t, "Next", "Lead", "2024-04", "2026")}, "", "Acme"},
		{"only not begun", []model.Position{job(t, "Next", "Lead", "2024-04", "")}, "", "Next"},
		{"ended yesterday", []model.Position{job(t, "Acme", "Engineer", "2020", "2024-03-11")}, "", "Acme"},
		{"undated", []model.Position{job(t, "Acme", "Engineer", "", "")}, "Acme", "Acme"},
	} {
		p := with(c.jobs...)
		cur, ok := p.Current(now)
		if cur.Company != c.current || ok != (c.current != "") {
			t.Errorf("%s: Current = %q, %v; want %q", c.name, cur.Company, ok, c.current)
		}
		if got := p.Latest(now).Company; got != c.latest {
			t.Errorf("%s: Latest = %q, want %q", c.name, got, c.latest)
		}
	}
}

func TestSince(t *testing.T) {
	for _, c := range []struct {
		name string
		jobs []model.Position
		want string
	}{
		{"one position", []model.Position{job(t, "Acme", "Engineer", "2020-05", "")}, "2020-05"},
		{"none held", []model.Position{job(t, "Acme", "Engineer", "2020-05", "2021")}, ""},
		{"unknown start", []model.Position{job(t, "Acme", "Engineer", "", "")}, ""},
		{"terms of one seat, three months between", []model.Position{
			job(t, "House", "Representative", "2019-01-03", "2020-10-09"),
			job(t, "House", "Representative", "2021-01-05", "2022-10-12"),
			job(t, "House", "Representative", "2023-01-03", "2025-01-03"),
		}, "2019-01-03"},
		{"a term missed", []model.Position{
			job(t, "House", "Representative", "2019-01-03", "2021-01-03"),
			job(t, "House", "Representative", "2023-01-03", "2025-01-03"),
		}, "2023-01-03"},
		{"spelled otherwise", []model.Position{
			job(t, "ACME", "Staff engineer", "2019", "2021-12"),
			job(t, "Acme", "Staff Engineer", "2022-01", ""),
		}, "2019"},
		{"new title", []model.Position{
			job(t, "Acme", "Engineer", "2019", "2022-01"),
			job(t, "Acme", "Staff Engineer", "2022-01", ""),
		}, "2022-01"},
		{"new company", []model.Position{
			job(t, "Acme", "Engineer", "2019", "2022-01"),
			job(t, "Globex", "Engineer", "2022-01", ""),
		}, "2022-01"},
		{"another title in the pause", []model.Position{
			job(t, "Acme", "Engineer", "2019", "2022-01"),
			job(t, "Acme", "Manager", "2022-01", "2022-04"),
			job(t, "Acme", "Engineer", "2022-04", ""),
		}, "2022-04"},
		{"a second job meanwhile", []model.Position{
			job(t, "House", "Representative", "2021-01-03", "2023-01-03"),
			job(t, "Board", "Advisor", "2020", "2022"),
			job(t, "House", "Representative", "2023-01-03", ""),
		}, "2021-01-03"},
	} {
		if got := with(c.jobs...).Since(at(t, "2024-03-12")); got != date(t, c.want) {
			t.Errorf("%s: Since = %v, want %s", c.name, got, c.want)
		}
	}
}

// The rosters of the US Congress six weeks apart say who was renewed and who
// moved: a renewal goes on with the stretch before it, a move begins a new one.
func TestSinceAgainstCongress(t *testing.T) {
	const folder = "../../shared/data/congress/"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("no ../shared/data/congress beside the repository")
	}
	people := map[string]*model.Person{}
	for _, r := range rows(t, folder+"congress_terms.csv") {
		p := people[r["person_id"]]
		if p == nil {
			p = &model.Person{Name: r["full_name"]}
			people[r["person_id"]] = p
		}
		p.Positions = append(p.Positions, job(t, r["organisation"], r["title"], r["start_date"], r["end_date"]))
	}
	now, seen := at(t, "2025-02-01"), 0
	for _, r := range rows(t, folder+"truth_2024-12-20_to_2025-02-01.csv") {
		p := people[r["bioguide"]]
		if p == nil || r["change"] == "left" {
			continue
		}
		seen++
		p.SortPositions()
		since, start := p.Since(now), date(t, r["start"])
		renewed := r["change"] == "new term, same seat"
		if renewed && since >= start || !renewed && since != start {
			t.Errorf("%s, %s on %s: in the seat since %v", p.Name, r["change"], start, since)
		}
	}
	if seen < 400 {
		t.Errorf("compared %d people, want at least 400", seen)
	}
}

// rows reads a CSV file by the names in its header.
func rows(t *testing.T, file string) []map[string]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, rec := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = rec[i]
		}
		out = append(out, row)
	}
	return out
}
