package scoring_test

import (
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

func TestWindows(t *testing.T) {
	for _, c := range []struct {
		kind          model.SignalKind
		opens, closes int // days after the signal
	}{
		{model.OpenToWork, 0, 7},
		{model.Layoffs, 3, 60},
		{model.Reorg, 3, 60},
		{model.LeadershipChange, 7, 90},
		{model.ProfileUpdated, 1, 21},
		{model.PostsMore, 1, 21},
		{model.NewDuties, 14, 120},
	} {
		for days := range c.closes + 3 {
			win := ledger(scoring.Facts{}, model.Signal{Kind: c.kind, Date: ago(days)}).Window
			if open := c.opens <= days && days <= c.closes; win.Open != open {
				t.Fatalf("%s, day %d: open is %v, want %v", c.kind, days, win.Open, open)
			}
			if days > c.closes {
				if win.Known() || win.Label() != "" {
					t.Fatalf("%s, day %d: %+v, want none", c.kind, days, win)
				}
				continue
			}
			want := scoring.Window{
				Kind: c.kind, Event: ago(days), Opens: ago(days - c.opens), Closes: ago(days - c.closes),
				Open: days >= c.opens, DaysLeft: c.closes - days,
			}
			if win != want || win.Label() != string(c.kind) {
				t.Fatalf("%s, day %d: %+v, want %+v", c.kind, days, win, want)
			}
		}
	}
	for _, kind := range []model.SignalKind{model.BadPress, model.RatingsFalling, model.PassedOver, model.PayBelowMarket} {
		if win := ledger(scoring.Facts{}, model.Signal{Kind: kind, Date: ago(5), Magnitude: 1}).Window; win.Known() {
			t.Errorf("%s opens %+v, want none", kind, win)
		}
	}
}

func TestAnniversaryWindow(t *testing.T) {
	win := ledger(scoring.Facts{Since: model.Day(2023, 6, 20)}).Window
	want := scoring.Window{
		Event: model.Day(2026, 6, 20), Opens: model.Day(2026, 5, 21), Closes: model.Day(2026, 7, 20), Open: true, DaysLeft: 35,
	}
	if win != want || win.Label() != "anniversary" {
		t.Errorf("%+v (%s), want %+v", win, win.Label(), want)
	}
	if win := ledger(scoring.Facts{Since: model.Day(2020, 6, 20)}).Window; win.Known() {
		t.Errorf("tenure alone opens %+v, want none", win)
	}
}

func TestLeapDayHasItsAnniversaryOnTheFirstOfMarch(t *testing.T) {
	w := scoring.Default()
	_, win := w.Score(scoring.Facts{Since: model.Day(2024, 2, 29)}, nil, model.Day(2025, 3, 5).Time())
	if win.Event != model.Day(2025, 3, 1) {
		t.Errorf("event %v, want 2025-03-01", win.Event)
	}
}

func TestTheOpenWindowThatClosesLastIsShown(t *testing.T) {
	open := model.Signal{Kind: model.OpenToWork, Date: ago(1)}        // open, closes in 6 days
	lay := model.Signal{Kind: model.Layoffs, Date: ago(12)}           // open, closes in 48 days
	fresh := model.Signal{Kind: model.LeadershipChange, Date: ago(2)} // opens in 5 days, closes in 88
	later := model.Signal{Kind: model.NewDuties, Date: ago(0)}        // opens in 14 days
	for _, c := range []struct {
		name    string
		signals []model.Signal
		kind    model.SignalKind
		left    int
	}{
		{"the later of two open", []model.Signal{open, lay, fresh}, model.Layoffs, 48},
		{"in any order", []model.Signal{fresh, lay, open}, model.Layoffs, 48},
		{"open before one to come", []model.Signal{later, open}, model.OpenToWork, 6},
		{"none open: the next to open", []model.Signal{later, fresh}, model.LeadershipChange, 88},
	} {
		win := ledger(scoring.Facts{}, c.signals...).Window
		if win.Kind != c.kind || win.DaysLeft != c.left {
			t.Errorf("%s: %s with %d days left, want %s with %d", c.name, win.Kind, win.DaysLeft, c.kind, c.left)
		}
	}
}

// What is said of a window agrees with the day.
func TestWindowInWords(t *testing.T) {
	w := scoring.Window{Kind: model.Layoffs, Opens: model.Day(2026, 3, 1), Closes: model.Day(2026, 4, 28)}
	open := w
	open.Open, open.DaysLeft = true, 57
	last := open
	last.DaysLeft = 1
	for _, c := range []struct {
		w    scoring.Window
		want string
	}{
		{scoring.Window{}, ""},
		{w, "contact window (layoffs): opens 2026-03-01, closes 2026-04-28"},
		{open, "contact window (layoffs): open, 57 days left, closes 2026-04-28"},
		{last, "contact window (layoffs): open, 1 day left, closes 2026-04-28"},
	} {
		if got := c.w.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
