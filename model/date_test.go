package model_test

import (
	"slices"
	"testing"
	"time"

	"talentmap/model"
)

// at is a moment in UTC, written 2024-03-12 or 2024-03-12 15:04.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	for _, layout := range []string{time.DateOnly, "2006-01-02 15:04"} {
		if when, err := time.Parse(layout, s); err == nil {
			return when
		}
	}
	t.Fatalf("%q is no moment", s)
	return time.Time{}
}

func TestDateStringTimeLast(t *testing.T) {
	for _, c := range []struct {
		date        model.Date
		text        string
		first, last string
	}{
		{model.Year(2024), "2024", "2024-01-01", "2024-12-31"},
		{model.YearMonth(2024, time.February), "2024-02", "2024-02-01", "2024-02-29"},
		{model.YearMonth(2023, time.December), "2023-12", "2023-12-01", "2023-12-31"},
		{model.Day(2024, time.March, 12), "2024-03-12", "2024-03-12", "2024-03-12"},
	} {
		if got := c.date.String(); got != c.text {
			t.Errorf("String = %q, want %q", got, c.text)
		}
		if got := c.date.Time(); !got.Equal(at(t, c.first)) {
			t.Errorf("%v.Time = %v, want %s", c.date, got, c.first)
		}
		if got := c.date.Last(); !got.Equal(at(t, c.last)) {
			t.Errorf("%v.Last = %v, want %s", c.date, got, c.last)
		}
	}
	var none model.Date
	if none.Known() || none.String() != "" || !none.Time().IsZero() || !none.Last().IsZero() {
		t.Error("the zero Date is not unknown in every way")
	}
}

func TestDateOfAndParts(t *testing.T) {
	zone := time.FixedZone("UTC+9", 9*3600)
	d := model.DateOf(time.Date(2024, 3, 12, 1, 0, 0, 0, zone)) // still the 11th in UTC
	if y, m, day := d.Parts(); y != 2024 || m != time.March || day != 12 {
		t.Errorf("Parts = %d %d %d, want 2024 3 12", y, m, day)
	}
}

func TestDatesSortAsNumbers(t *testing.T) {
	want := []model.Date{0, model.Year(2023), model.Year(2024), model.YearMonth(2024, 1), model.Day(2024, 1, 1), model.Day(2024, 1, 2)}
	got := slices.Sorted(slices.Values([]model.Date{want[4], want[2], want[5], want[0], want[3], want[1]}))
	if !slices.Equal(got, want) {
		t.Errorf("sorted %v, want %v", got, want)
	}
}

func TestMonthsUntil(t *testing.T) {
	for _, c := range []struct {
		from model.Date
		to   string
		want int
	}{
		{model.Day(2021, 3, 15), "2024-03-15", 36},
		{model.Day(2021, 3, 15), "2024-03-14", 35},
		{model.YearMonth(2021, 3), "2024-03-01", 36},
		{model.Year(2021), "2024-01-01", 36},
		{model.Day(2024, 1, 31), "2024-02-29", 0},
		{model.Day(2024, 1, 31), "2024-03-31", 2},
		{model.Day(2024, 5, 1), "2024-03-01", 0},
		{0, "2024-03-01", 0},
	} {
		if got := c.from.MonthsUntil(at(t, c.to)); got != c.want {
			t.Errorf("%v.MonthsUntil(%s) = %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestCommon(t *testing.T) {
	for _, c := range []struct{ a, b, want model.Date }{
		{model.Day(2025, 3, 1), model.Day(2025, 3, 1), model.Day(2025, 3, 1)},
		{model.Day(2025, 3, 1), model.Day(2025, 3, 30), model.YearMonth(2025, 3)},
		{model.Day(2025, 3, 1), model.YearMonth(2025, 3), model.YearMonth(2025, 3)},
		{model.Day(2025, 3, 1), model.Day(2025, 9, 1), model.Year(2025)},
		{model.Year(2025), model.Day(2025, 9, 1), model.Year(2025)},
		{model.Day(2024, 12, 31), model.Day(2025, 1, 1), 0},
		{0, model.Day(2025, 1, 1), 0},
	} {
		if got := model.Common(c.a, c.b); got != c.want {
			t.Errorf("%s and %s have %s in common, want %s", c.a, c.b, got, c.want)
		}
	}
}
