package model_test

import (
	"testing"

	"talentmap/model"
)

func TestLockHoldsThroughItsLastDay(t *testing.T) {
	for _, c := range []struct {
		until model.Date
		now   string
		want  bool
	}{
		{0, "2099-01-01", true},
		{model.Day(2024, 3, 12), "2024-03-12 23:59", true},
		{model.Day(2024, 3, 12), "2024-03-13", false},
		{model.YearMonth(2024, 2), "2024-02-29 12:00", true},
		{model.YearMonth(2024, 2), "2024-03-01", false},
		{model.Year(2024), "2024-12-31 12:00", true},
		{model.Year(2024), "2025-01-01", false},
	} {
		o := model.Outreach{Lock: model.OptedOut, LockUntil: c.until}
		if got := o.Locked(at(t, c.now)); got != c.want {
			t.Errorf("locked until %v, on %s: %v, want %v", c.until, c.now, got, c.want)
		}
	}
	if (model.Outreach{LockUntil: model.Year(2099)}).Locked(at(t, "2024-01-01")) {
		t.Error("an end without a lock locks")
	}
}
