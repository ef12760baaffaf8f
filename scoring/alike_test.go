package scoring_test

import (
	"slices"
	"testing"

	"talentmap/scoring"
)

func TestAlike(t *testing.T) {
	both, a, b := scoring.Alike([]string{"Go", "Kafka", "Cafés", " "}, []string{"kafka", "cafes", "Rust"})
	if !slices.Equal(both, []string{"Kafka", "Cafés"}) || !slices.Equal(a, []string{"Go"}) || !slices.Equal(b, []string{"Rust"}) {
		t.Errorf("both %q, the one %q, the other %q", both, a, b)
	}
}
