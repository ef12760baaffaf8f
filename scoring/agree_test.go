package scoring_test

import (
	"math"
	"slices"
	"testing"
	"unsafe"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/scoring"
)

func anyDate() *rapid.Generator[model.Date] {
	return rapid.Custom(func(t *rapid.T) model.Date {
		d := ago(rapid.IntRange(-400, 4000).Draw(t, "days ago"))
		return rapid.SampledFrom([]model.Date{d, d, d, d / 100 * 100, d / 10000 * 10000, 0, d + 4000}).Draw(t, "date")
	})
}

func anySignal() *rapid.Generator[model.Signal] {
	kinds := append(model.SignalKinds(), "", "horoscope")
	number := rapid.OneOf(rapid.Float64Range(-1, 40), rapid.SampledFrom([]float64{0, math.NaN(), math.Inf(1), math.Inf(-1), 1e300}))
	return rapid.Custom(func(t *rapid.T) model.Signal {
		s := model.Signal{
			ID:   model.SignalID(rapid.IntRange(1, 99).Draw(t, "id")),
			Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Date: anyDate().Draw(t, "date"),
			Confidence: number.Draw(t, "confidence"), Magnitude: number.Draw(t, "magnitude"),
			OwnManager: rapid.Bool().Draw(t, "own manager"),
		}
		if rapid.Bool().Draw(t, "of the company") {
			s.Company = 1
		}
		return s
	})
}

func anyFacts() *rapid.Generator[scoring.Facts] {
	return rapid.Custom(func(t *rapid.T) scoring.Facts {
		return scoring.Facts{
			Since: anyDate().Draw(t, "since"), Joined: anyDate().Draw(t, "joined"), Earlier: rapid.Int16().Draw(t, "earlier"),
		}
	})
}

func TestScoreAndLedgerAgree(t *testing.T) {
	w := scoring.Default()
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts().Draw(t, "facts")
		signals := rapid.SliceOfN(anySignal(), 0, 12).Draw(t, "signals")
		score, win := w.Score(f, signals, now)
		r := w.Ledger(f, signals, now)
		if score != r.Score || win != r.Window {
			t.Fatalf("Score says %d %+v, Ledger %d %+v", score, win, r.Score, r.Window)
		}
		if score < 0 || score > 100 {
			t.Fatalf("score %d", score)
		}
		sum := 0.0
		for _, p := range r.Points {
			sum += p.Points - p.Cut
			if p.Cut < 0 || p.Points > 0 && p.Cut > p.Points {
				t.Fatalf("cut %v of %v", p.Cut, p.Points)
			}
			if (p.Points == 0) != (p.Why != "") {
				t.Fatalf("points %v, why %q", p.Points, p.Why)
			}
		}
		if math.Abs(sum-r.Sum) > 1e-9 {
			t.Fatalf("the lines add up to %v, the sum is %v", sum, r.Sum)
		}
		slices.Reverse(signals)
		if again, _ := w.Score(f, signals, now); again != score {
			t.Fatalf("in another order the score is %d, was %d", again, score)
		}
	})
}

func TestSignalsThatAreNotKnownNeverRaise(t *testing.T) {
	w := scoring.Default()
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts().Draw(t, "facts")
		signals := rapid.SliceOfN(anySignal(), 0, 6).Draw(t, "signals")
		before, _ := w.Score(f, signals, now)
		bad := anySignal().Draw(t, "bad")
		switch rapid.IntRange(0, 2).Draw(t, "how") {
		case 0:
			bad.Date = 0
		case 1:
			bad.Date = ago(-rapid.IntRange(1, 1e5).Draw(t, "days ahead"))
		case 2:
			bad.Kind = "horoscope"
		}
		if after, _ := w.Score(f, append(signals, bad), now); after != before {
			t.Fatalf("%+v moves the score from %d to %d", bad, before, after)
		}
	})
}

func TestScoreAndNextForDoNotAllocate(t *testing.T) {
	w := scoring.Default()
	f := scoring.Facts{Since: model.Day(2022, 6, 15), Joined: model.Day(2020, 1, 1), Earlier: 12}
	signals := []model.Signal{{Kind: model.OpenToWork, Date: ago(1)}, {Kind: model.Layoffs, Company: 1, Date: ago(12), Magnitude: 3}}
	if n := testing.AllocsPerRun(100, func() { w.Score(f, signals, now) }); n != 0 {
		t.Errorf("Score allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { w.NextFor(model.Outreach{}, f, signals, now) }); n != 0 {
		t.Errorf("NextFor allocates %v times", n)
	}
	if size := unsafe.Sizeof(f); size > 40 {
		t.Errorf("Facts takes %d bytes, a million people are to fit", size)
	}
}
