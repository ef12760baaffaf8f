package intake

import (
	"testing"
	"time"

	"talentmap/model"
)

func TestAsOfAndStem(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	written := time.Date(2026, 2, 1, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		asOf model.Date
		stem string
	}{
		{"legislators_2024-12-20.csv", model.Day(2024, 12, 20), "legislators"},
		{"legislators_2025-02-01.csv", model.Day(2025, 2, 1), "legislators"},
		{"people_2024-06-17.json", model.Day(2024, 6, 17), "people"},
		{"Connections.csv", model.DateOf(written), "connections"},
		{"Connections (1).csv", model.DateOf(written), "connections"},
		{"Basic_LinkedInDataExport_01-15-2026.zip", model.Day(2026, 1, 15), "basic_linkedindataexport"},
		{"20250625-export.csv.gz", model.Day(2025, 6, 25), "export"},
		{"crm 2025-06 final.csv", model.YearMonth(2025, 6), "crm"},
		{"candidates_2099-01-01.csv", model.DateOf(written), "candidates"},
		{"2025-02-30.csv", model.DateOf(written), ""},
		{"report12025.csv", model.DateOf(written), "report12025"},
	} {
		if got := asOf(c.name, written, now); got != c.asOf {
			t.Errorf("%s is of %s, want %s", c.name, got, c.asOf)
		}
		if got := stem(c.name); got != c.stem {
			t.Errorf("the stem of %s is %q, want %q", c.name, got, c.stem)
		}
	}
	if got := asOf("people.csv", time.Time{}, now); got != model.DateOf(now) {
		t.Errorf("a stream is of %s", got)
	}
}
