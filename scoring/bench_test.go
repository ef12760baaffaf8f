package scoring_test

import (
	"math/rand/v2"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

// crowd is made-up people with three signals each, the same on every run.
type crowd struct {
	outreach []model.Outreach
	facts    []scoring.Facts
	signals  [][]model.Signal
}

func generate(n int) crowd {
	r := rand.New(rand.NewPCG(1, 2))
	states := []model.State{model.Mapped, model.Researched, model.Active, model.Nurture, model.Nurture, model.Later, model.Replied}
	kinds := model.SignalKinds()
	var c crowd
	for range n {
		o := model.Outreach{State: states[r.IntN(len(states))], Step: r.IntN(4), Next: ago(r.IntN(200) - 190)}
		if r.IntN(2) == 0 {
			o.LastTouch = now.AddDate(0, 0, -r.IntN(300))
		}
		since := ago(r.IntN(3000))
		c.outreach = append(c.outreach, o)
		c.facts = append(c.facts, scoring.Facts{Since: since, Joined: since, Earlier: int16(r.IntN(60))})
		signals := make([]model.Signal, 3)
		for i := range signals {
			signals[i] = model.Signal{Kind: kinds[r.IntN(len(kinds))], Date: ago(r.IntN(365)), Magnitude: 10 * r.Float64()}
		}
		c.signals = append(c.signals, signals)
	}
	return c
}

const people = 100_000

func BenchmarkNextFor(b *testing.B) {
	c, w := generate(people), scoring.Default()
	for _, with := range []struct {
		name    string
		signals bool
	}{{"without signals", false}, {"three signals", true}} {
		b.Run(with.name, func(b *testing.B) {
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				var signals []model.Signal
				if with.signals {
					signals = c.signals[i]
				}
				w.NextFor(c.outreach[i], c.facts[i], signals, now)
				i = (i + 1) % people
			}
		})
	}
}

func BenchmarkScore(b *testing.B) {
	c, w := generate(people), scoring.Default()
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		w.Score(c.facts[i], c.signals[i], now)
		i = (i + 1) % people
	}
}

func BenchmarkLedger(b *testing.B) {
	c, w := generate(people), scoring.Default()
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		w.Ledger(c.facts[i], c.signals[i], now)
		i = (i + 1) % people
	}
}

func BenchmarkTrajectory(b *testing.B) {
	p := engineer()
	b.ReportAllocs()
	for b.Loop() {
		scoring.Trajectory(p.Positions, scoring.Peers{}, now)
	}
}

func BenchmarkFactsOf(b *testing.B) {
	p := engineer()
	b.ReportAllocs()
	for b.Loop() {
		scoring.FactsOf(p, now)
	}
}

func BenchmarkFit(b *testing.B) {
	p := engineer()
	target := scoring.TargetOf(&model.Map{
		Function: "Platform engineering", Domain: "payments", Geography: "Zurich or Berlin", Skills: []string{"Go", "Kafka", "Rust"},
	})
	b.ReportAllocs()
	for b.Loop() {
		scoring.Fit(p, target, now)
	}
}
