package model_test

import (
	"testing"
	"time"

	"talentmap/model"
)

// The days are counted by hand from Monday, 2 March 2026.
func TestParsePast(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"today": "2026-03-02", "yesterday": "2026-03-01", "Yesterday ": "2026-03-01", "3d": "2026-02-27", "3 days ago": "2026-02-27",
		"2w": "2026-02-16", "2 weeks ago": "2026-02-16", "1 month ago": "2026-02-02", "3m": "2025-12-02", "1y": "2025-03-02",
		"friday": "2026-02-27", "monday": "2026-03-02", "tuesday": "2026-02-24", "1 Feb": "2026-02-01", "1 march": "2026-03-01", "24 dec": "2025-12-24",
		"2026-02": "2026-02", "2025": "2025", "2026-02-03": "2026-02-03", "03.02.2026": "2026-02-03", "heute": "2026-03-02",
	} {
		got, err := model.ParsePast(text, now)
		if err != nil || got.String() != want {
			t.Errorf("%q is %s (%v), want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "soon", "2026-03-03", "2026-04", "2027", "tomorrow", "morgen", "32 Feb", "-3d"} {
		if got, err := model.ParsePast(text, now); err == nil {
			t.Errorf("%q is %s, want an error", text, got)
		}
	}
}
