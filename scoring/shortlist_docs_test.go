package scoring_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"talentmap/scoring"
)

// The docs say the numbers of the table as they are.
func TestDocsOfAShortlist(t *testing.T) {
	doc, err := os.ReadFile("../docs/shortlists.md")
	if err != nil {
		t.Fatal(err)
	}
	s := scoring.Default().Shortlisting
	for part, worth := range map[string]float64{
		"must-haves": s.Must, "nice-to-haves": s.Nice, "function": s.Function, "level": s.Level, "place": s.Place,
		"motivators": s.Motivators, "trajectory": s.Trajectory, "receptivity": s.Receptivity, "path": s.Path,
	} {
		if row := fmt.Sprintf("| %s | %g |", part, worth); !strings.Contains(string(doc), row) {
			t.Errorf("the docs have no row %q", row)
		}
	}
	for _, says := range []string{
		fmt.Sprintf("one below: %g of it, %g where she is growing; one above: %g", s.OneBelow, s.Rising, s.OneAbove),
		fmt.Sprintf("elsewhere in the country %g", s.SameLand), fmt.Sprintf("within %g all", s.ZoneHours), fmt.Sprintf("and %g more while", s.OpenWindow),
		fmt.Sprintf("lists %d skills or more", s.Lists), fmt.Sprintf("up to %d points", s.OneLevel), fmt.Sprintf("more than %d points", s.FarLevel),
		fmt.Sprintf("a score below %d", s.Least), fmt.Sprintf("the %d that a list holds", s.Size),
	} {
		if !strings.Contains(string(doc), says) {
			t.Errorf("the docs do not say %q", says)
		}
	}
	if s.Unknown != 0.5 || s.Missing != 0.5 {
		t.Error("the docs say half of what is not known, and of the must-haves")
	}
}
