package scoring_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// now is noon on a Monday; today its date.
var now = time.Date(2026, time.June, 15, 12, 0, 0, 0, time.UTC)

func ago(days int) model.Date { return model.DateOf(now.AddDate(0, 0, -days)) }

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-6 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func ledger(f scoring.Facts, signals ...model.Signal) scoring.Receptivity {
	w := scoring.Default()
	return w.Ledger(f, signals, now)
}

func TestPointsOfEachKind(t *testing.T) {
	const root = 0.7071067811865476 // what is left after half a half-life
	for _, c := range []struct {
		name string
		s    model.Signal
		want float64
	}{
		{"open to work today", model.Signal{Kind: model.OpenToWork, Person: 1, Date: ago(0)}, 47},
		{"open to work, one half-life", model.Signal{Kind: model.OpenToWork, Person: 1, Date: ago(45)}, 23.5},
		{"open to work, hireable", model.Signal{Kind: model.OpenToWork, Person: 1, Date: ago(0), Confidence: 0.4}, 18.8},
		{"layoffs at 0.5%", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(0), Magnitude: 0.5}, 22},
		{"layoffs, one doubling", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(0), Magnitude: 1}, 27},
		{"layoffs, three doublings", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(0), Magnitude: 4}, 37},
		{"layoffs, one halving", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(0), Magnitude: 0.25}, 17},
		{"layoffs, everyone", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(0), Magnitude: 100}, 40},
		{"layoffs, size unknown", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(0)}, 25},
		{"layoffs, next to nobody", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(0), Magnitude: 0.001}, 0},
		{"layoffs, half a half-life", model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(45), Magnitude: 0.5}, 22 * root},
		{"reorg, one half-life", model.Signal{Kind: model.Reorg, Company: 1, Date: ago(90)}, 8},
		{"leadership, company", model.Signal{Kind: model.LeadershipChange, Company: 1, Date: ago(0)}, 16},
		{"leadership, own manager", model.Signal{Kind: model.LeadershipChange, Person: 1, OwnManager: true, Date: ago(90)}, 11},
		{"profile", model.Signal{Kind: model.ProfileUpdated, Person: 1, Date: ago(30)}, 12.5},
		{"posts", model.Signal{Kind: model.PostsMore, Person: 1, Date: ago(21)}, 10},
		{"press", model.Signal{Kind: model.BadPress, Company: 1, Date: ago(30)}, 3},
		{"ratings", model.Signal{Kind: model.RatingsFalling, Company: 1, Date: ago(120), Magnitude: 0.3}, 3},
		{"new duties", model.Signal{Kind: model.NewDuties, Person: 1, Date: ago(60)}, 8},
		{"passed over", model.Signal{Kind: model.PassedOver, Person: 1, Date: ago(180)}, 2},
		{"pay 10% below", model.Signal{Kind: model.PayBelowMarket, Company: 1, Date: ago(0), Magnitude: 10}, 6.75},
		{"pay 30% below is capped", model.Signal{Kind: model.PayBelowMarket, Company: 1, Date: ago(0), Magnitude: 30}, 8},
		{"pay, a year old", model.Signal{Kind: model.PayBelowMarket, Company: 1, Date: ago(365), Magnitude: 10}, 3.375},
		{"pay, confidence said twice", model.Signal{Kind: model.PayBelowMarket, Company: 1, Date: ago(0), Magnitude: 10, Confidence: 0.5}, 6.75},
		{"pay, less trusted", model.Signal{Kind: model.PayBelowMarket, Company: 1, Date: ago(0), Magnitude: 10, Confidence: 0.2}, 2.7},
	} {
		r := ledger(scoring.Facts{}, c.s)
		if len(r.Points) != 1 {
			t.Fatalf("%s: %d lines, want 1", c.name, len(r.Points))
		}
		near(t, c.name, r.Points[0].Points, c.want)
		near(t, c.name+": sum", r.Sum, c.want)
	}
}

func TestWhatIsNotKnownAddsNothing(t *testing.T) {
	joined := scoring.Facts{Since: ago(100), Joined: ago(100)}
	for _, c := range []struct {
		name string
		f    scoring.Facts
		s    model.Signal
		why  string
	}{
		{"no date", scoring.Facts{}, model.Signal{Kind: model.OpenToWork}, "unknown date"},
		{"tomorrow", scoring.Facts{}, model.Signal{Kind: model.Layoffs, Date: ago(-1)}, "dated in the future"},
		{"no such kind", scoring.Facts{}, model.Signal{Kind: "horoscope", Date: ago(1)}, "unknown kind"},
		{"no kind", scoring.Facts{}, model.Signal{Date: ago(1)}, "unknown kind"},
		{"negative confidence", scoring.Facts{}, model.Signal{Kind: model.OpenToWork, Date: ago(1), Confidence: -1}, "no weight"},
		{"no confidence", scoring.Facts{}, model.Signal{Kind: model.OpenToWork, Date: ago(1), Confidence: math.NaN()}, "no weight"},
		{"paid above market", scoring.Facts{}, model.Signal{Kind: model.PayBelowMarket, Date: ago(1), Magnitude: -10}, "no weight"},
		{"pay gap unknown", scoring.Facts{}, model.Signal{Kind: model.PayBelowMarket, Date: ago(1)}, "no weight"},
		{"profile, 60 d after joining", joined, model.Signal{Kind: model.ProfileUpdated, Date: ago(40)}, "explained by a new job"},
		{"layoffs, on the day of joining", joined, model.Signal{Kind: model.Layoffs, Company: 1, Date: ago(100)}, "before she came"},
		{"leadership, long before joining", joined, model.Signal{Kind: model.LeadershipChange, Company: 1, Date: ago(300)}, "before she came"},
		{"profile, 60 d before joining", joined, model.Signal{Kind: model.ProfileUpdated, Date: ago(160)}, "explained by a new job"},
	} {
		r := ledger(c.f, c.s)
		if r.Score != 0 || r.Window.Known() || len(r.Points) != 1 || r.Points[0].Points != 0 || r.Points[0].Why != c.why {
			t.Errorf("%s: score %d, window %v, points %+v; want nothing, because %q", c.name, r.Score, r.Window, r.Points, c.why)
		}
	}
	if r := ledger(joined, model.Signal{Kind: model.ProfileUpdated, Date: ago(39)}); r.Score == 0 {
		t.Error("a profile updated 61 days after joining counts nothing")
	}
	// More than certain is certain; more than everyone is the cap.
	r := ledger(scoring.Facts{}, model.Signal{Kind: model.OpenToWork, Date: ago(0), Confidence: 7})
	near(t, "confidence of 7", r.Sum, 47)
	r = ledger(scoring.Facts{}, model.Signal{Kind: model.Layoffs, Date: ago(0), Magnitude: math.Inf(1)})
	near(t, "infinite layoffs", r.Sum, 40)
	r = ledger(scoring.Facts{}, model.Signal{Kind: model.Layoffs, Date: ago(0), Magnitude: math.NaN()})
	near(t, "layoffs of no number", r.Sum, 25)
}

func TestSignalKnownToTheMonthHasFadedMost(t *testing.T) {
	// May 2026 counts from 1 May, 45 days before: one half-life.
	r := ledger(scoring.Facts{}, model.Signal{Kind: model.OpenToWork, Date: model.YearMonth(2026, time.May)})
	near(t, "sum", r.Sum, 23.5)
}

func TestOfOneKindTheStrongestCounts(t *testing.T) {
	r := ledger(scoring.Facts{},
		model.Signal{ID: 1, Kind: model.Layoffs, Company: 7, Date: ago(90), Magnitude: 4},  // 18.5
		model.Signal{ID: 2, Kind: model.Layoffs, Company: 7, Date: ago(0), Magnitude: 0.5}, // 22
		model.Signal{ID: 3, Kind: model.Layoffs, Company: 7, Date: ago(0), Magnitude: 0.5}, // the same again
		model.Signal{ID: 4, Kind: model.Layoffs, Person: 3, Date: ago(0), Magnitude: 0.25}, // 17, her own team
	)
	near(t, "sum", r.Sum, 39)
	for _, p := range r.Points {
		counts := p.Signal == 2 || p.Signal == 4
		if (p.Points > 0) != counts || (p.Why == "") != counts {
			t.Errorf("signal %v: points %v, why %q", p.Signal, p.Points, p.Why)
		}
	}
}

func TestCapsCutTheWeakest(t *testing.T) {
	r := ledger(scoring.Facts{},
		model.Signal{Kind: model.PostsMore, Date: ago(0)},
		model.Signal{Kind: model.OpenToWork, Date: ago(0)},
		model.Signal{Kind: model.ProfileUpdated, Date: ago(0)},
		model.Signal{Kind: model.LeadershipChange, OwnManager: true, Date: ago(0)},
		model.Signal{Kind: model.Layoffs, Company: 1, Magnitude: 100, Date: ago(0)},
	)
	// Own activity 47 + 25 + 20 = 92 under 70; company events 40 + 22 = 62 under 45.
	near(t, "sum", r.Sum, 115)
	if r.Score != 85 { // 100·(1 − e^(−115/60)) = 85.3
		t.Errorf("score %d, want 85", r.Score)
	}
	want := []struct {
		kind        model.SignalKind
		points, cut float64
	}{
		{model.OpenToWork, 47, 0},
		{model.Layoffs, 40, 0},
		{model.ProfileUpdated, 25, 2},
		{model.LeadershipChange, 22, 17},
		{model.PostsMore, 20, 20},
	}
	for i, p := range r.Points {
		if p.Kind != want[i].kind || p.Points != want[i].points || p.Cut != want[i].cut {
			t.Errorf("line %d: %s %v cut %v, want %+v", i, p.Kind, p.Points, p.Cut, want[i])
		}
	}
}

func TestWhatConcernsThePersonIsCappedTogether(t *testing.T) {
	r := ledger(scoring.Facts{},
		model.Signal{Kind: model.OpenToWork, Date: ago(0)},
		model.Signal{Kind: model.NewDuties, Date: ago(0)},
		model.Signal{Kind: model.PassedOver, Date: ago(0)},
	)
	near(t, "47 + 16 + 8", r.Sum, 70)
}

func TestPayIsCappedAsAGroup(t *testing.T) {
	w := scoring.Default()
	w.Signals.PayBelow.Confidence = 1
	r := w.Ledger(scoring.Facts{}, []model.Signal{
		{Kind: model.PayBelowMarket, Person: 1, Magnitude: 10, Date: ago(0)},  // 13.5
		{Kind: model.PayBelowMarket, Company: 1, Magnitude: 10, Date: ago(0)}, // 13.5
	}, now)
	near(t, "sum", r.Sum, 16)
}

func TestBands(t *testing.T) {
	for _, c := range []struct {
		confidence float64 // of an open-to-work signal today
		score      int
		band       scoring.Band
		word       string
	}{
		{0.55, 35, scoring.Warm, "warm"}, // S = 25.85: 35.0
		{0.53, 34, scoring.Cool, "cool"}, // S = 24.91: 34.0
		{1, 54, scoring.Warm, "warm"},    // S = 47: 54.3
	} {
		r := ledger(scoring.Facts{}, model.Signal{Kind: model.OpenToWork, Confidence: c.confidence, Date: ago(0)})
		if r.Score != c.score || r.Band != c.band || r.Band.String() != c.word {
			t.Errorf("confidence %v: %d %v, want %d %s", c.confidence, r.Score, r.Band, c.score, c.word)
		}
	}
	scale := scoring.Default().Scale
	if scale.Band(60) != scoring.Hot || scale.Band(59) != scoring.Warm || scoring.Hot.String() != "hot" {
		t.Error("hot does not begin at 60")
	}
}

func TestALineSaysWhereItComesFrom(t *testing.T) {
	r := ledger(scoring.Facts{Since: ago(1500)}, model.Signal{
		ID: 9, Kind: model.Reorg, Company: 2, Date: ago(90), Source: "press", Note: "two divisions merged",
	})
	for _, p := range r.Points {
		switch p.Label {
		case "reorg":
			if p.Signal != 9 || p.Source != "press" || p.Evidence != "two divisions merged" || p.Weight != 16 ||
				p.Confidence != 1 || p.Decay != 0.5 || p.Date != ago(90) || p.Weak {
				t.Errorf("reorg: %+v", p)
			}
		case "3+ years in role":
			if !p.Weak || p.Source != "positions" || !strings.Contains(p.Evidence, "49 months") {
				t.Errorf("tenure: %+v", p)
			}
		default:
			t.Errorf("unexpected line %q", p.Label)
		}
	}
}
