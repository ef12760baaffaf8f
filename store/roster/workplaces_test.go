package roster_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store/roster"
)

// worker is a profile of somebody whose positions come the newest first.
func worker(id model.PersonID, score int, positions ...model.Position) *roster.Profile {
	p := &roster.Profile{Person: model.Person{ID: id, Positions: positions}}
	p.Receptivity = scoring.Receptivity{Score: score, Band: scoring.Default().Scale.Band(score)}
	if len(positions) > 0 && !positions[0].End.Known() {
		p.Latest, p.Employed = positions[0], true
	}
	return p
}

func TestWorkplaces(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	at := func(company string, start, end model.Date) model.Position {
		return model.Position{Company: company, Start: start, End: end}
	}
	people := []*roster.Profile{
		worker(1, 70, at("Acme, Inc.", model.YearMonth(2025, 6), 0), at("Oak Mills", model.Year(2019), model.YearMonth(2025, 5))), // came from Oak within the year
		worker(2, 10, at("Oak Mills", model.YearMonth(2020, 3), 0)),
		nil,
		worker(4, 40, at("ACME GmbH", model.YearMonth(2024, 3), 0), at("ACME GmbH", model.YearMonth(2022, 3), model.YearMonth(2024, 2))), // four years at one company
		worker(5, 0, at("Acme", model.YearMonth(2020, 1), model.YearMonth(2025, 12))),                                                    // left, and is nowhere
		worker(6, 61, at("Acme", 0, 0)), // since when is not known
	}
	people[3].Signals = []model.Signal{{ID: 7, Kind: model.Layoffs, Company: 3}, {ID: 8, Kind: model.OpenToWork, Person: 4}}
	people[3].Receptivity.Points = []scoring.Point{{Signal: 7, Kind: model.Layoffs}, {Signal: 8, Kind: model.OpenToWork}}
	want := []string{
		`"Acme, Inc." [p1 p4 p6] rank 3.7, 28 months, 2 hot, mean 57, [layoffs], 1 in, 1 out`,
		`"Oak Mills" [p2] rank 2.0, 72 months, 0 hot, mean 10, [], 0 in, 1 out`,
		`"" [p5] rank 5.0, -1 months, 0 hot, mean 0, [], 0 in, 0 out`,
	}
	var got []string
	for _, w := range roster.Workplaces(people, now) {
		got = append(got, fmt.Sprintf("%q %v rank %.1f, %d months, %d hot, mean %.0f, %v, %d in, %d out", w.Name, w.People, w.MeanRank, w.Tenure, w.Hot, w.Mean, w.Signals, w.In, w.Out))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
