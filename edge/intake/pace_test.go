package intake_test

import (
	"testing"
	"time"

	"talentmap/edge/intake"
)

// The first look goes twice as fast as the import here; what is left is told by the
// pace of the reading that is under way.
func TestPace(t *testing.T) {
	begun := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	p := intake.NewPace(begun)
	for _, c := range []struct {
		done  intake.Done
		after time.Duration
		share float64
		want  string
	}{
		{intake.Done{}, 0, 0, "0 rows"},
		{intake.Done{Rows: 4000, Bytes: 1000, Total: 8000, Looking: true}, time.Second, 0.125, "first look: 4,000 rows, 4,000 a second, 7s left"},
		{intake.Done{Rows: 16000, Bytes: 4000, Total: 8000, Looking: true}, 4 * time.Second, 0.5, "first look: 16,000 rows, 4,000 a second, 4s left"},
		{intake.Done{Rows: 2000, Bytes: 4500, Total: 8000}, 5 * time.Second, 0.5625, "2,000 rows, 2,000 a second, 7s left"},
		{intake.Done{Rows: 16000, Bytes: 8000, Total: 8000}, 12 * time.Second, 1, "16,000 rows, 2,000 a second, 0s left"},
	} {
		p.Tell(c.done, begun.Add(c.after))
		if p.String() != c.want || p.Share() != c.share {
			t.Errorf("after %s: %q, %v; want %q, %v", c.after, p.String(), p.Share(), c.want, c.share)
		}
	}
}
