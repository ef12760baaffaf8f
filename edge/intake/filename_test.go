package intake_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
)

// What a file's name tells: the day of the file, else that is when it was written,
// and the source, which is the name without what changes from one to the next.
func TestDayAndSourceByTheName(t *testing.T) {
	written := time.Date(2026, 2, 1, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		asOf   model.Date
		source string
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
		{"2025-02-30.csv", model.DateOf(written), "2025-02-30.csv"},
		{"report12025.csv", model.DateOf(written), "report12025"},
	} {
		path := formattest.File(t, c.name, "name,company\nAnn Lee,Acme\n")
		if err := os.Chtimes(path, written, written); err != nil {
			t.Fatal(err)
		}
		src, err := format.Open(path, format.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		defer src.Close()
		pre, err := intake.Preview(t.Context(), src, newMemory(), opts)
		if err != nil || pre.AsOf != c.asOf || pre.Source != c.source {
			t.Errorf("%s is of %s and of the source %q, want %s and %q; %v", c.name, pre.AsOf, pre.Source, c.asOf, c.source, err)
		}
	}
	src, err := format.Read(strings.NewReader("name,company\nAnn Lee,Acme\n"), "people.csv", format.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	if pre, err := intake.Preview(t.Context(), src, newMemory(), opts); err != nil || pre.AsOf != model.DateOf(now) {
		t.Errorf("a stream is of %s, %v", pre.AsOf, err)
	}
}
