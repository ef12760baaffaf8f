package scoring

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"talentmap/model"
)

// Receptivity is a score with everything that it is made of.
type Receptivity struct {
	Score  int     // 0–100
	Sum    float64 // S: all points after decay and caps; below 0 it shows as 0
	Band   Band
	Points []Point // what moved the score most first; what counts nothing last
	Window Window
}

// Point is one line of the ledger. What a line adds is Points − Cut.
type Point struct {
	Label      string           // the kind, or "3+ years in role", "anniversary", "short stays", "new in the job"
	Signal     model.SignalID   // 0 for what is derived from the positions
	Kind       model.SignalKind // "" for the same
	Date       model.Date       // of the signal; the start that the line is derived from
	Source     string
	Evidence   string // the signal's note, or what was counted
	Weight     float64
	Confidence float64
	Decay      float64 // what is left of it today, 0–1
	Points     float64 // weight × confidence × decay
	Cut        float64 // taken off by the group's cap, from the weakest lines first
	Weak       bool    // the evidence for this kind is weak
	Why        string  // why it counts nothing; "" where it counts

	group group
}

// Ledger explains how receptive a person is on the day of now. The signals are
// her own and her company's; each has its line. Of the same kind about the same
// subject only the strongest after decay counts, the first of equals.
func (w *Weights) Ledger(f Facts, signals []model.Signal, now time.Time) Receptivity {
	today := model.DateOf(now)
	var t tally
	w.count(&t, f, signals, today)
	points := make([]Point, 0, len(signals)+4)
	for i := range signals {
		points = append(points, w.point(&t, i, &signals[i], f, dayNumber(today)))
	}
	points = append(points, w.derived(&t, f)...)
	slices.SortStableFunc(points, func(a, b Point) int {
		return cmp.Compare(math.Abs(b.Points), math.Abs(a.Points))
	})
	w.Caps.cut(points)
	sum := t.sum(w.Caps)
	score := w.Scale.score(sum)
	return Receptivity{
		Score: score, Sum: sum, Band: w.Scale.Band(score), Points: points,
		Window: t.window.window(dayNumber(today)),
	}
}

// point is the line of the i-th signal.
func (w *Weights) point(t *tally, i int, s *model.Signal, f Facts, day int) Point {
	m := w.measure(s, f, day)
	p := Point{
		Label: string(s.Kind), Signal: s.ID, Kind: s.Kind, Date: s.Date, Source: s.Source, Evidence: s.Note,
		Weight: m.weight, Confidence: m.confidence, Decay: m.decay, Points: m.points, Why: m.why,
	}
	if m.kind == unknownKind {
		return p
	}
	p.group = groupOf[m.kind]
	if m.points > 0 && t.best[slot(m.kind, s)].at != i+1 {
		p.Points, p.Why = 0, "another of this kind counts"
	}
	return p
}

// derived are the lines that come from the positions.
func (w *Weights) derived(t *tally, f Facts) []Point {
	var points []Point
	add := func(label string, date model.Date, weight float64, g group, evidence string) {
		points = append(points, Point{
			Label: label, Date: date, Source: "positions", Evidence: evidence,
			Weight: weight, Confidence: 1, Decay: 1, Points: weight, Weak: g == tenure, group: g,
		})
	}
	r := &t.role
	if r.long > 0 {
		add(w.Tenure.label(), f.Since, r.long, tenure,
			fmt.Sprintf("%d months in the role since %s; weak: measured job changes fall with tenure", r.months, f.Since))
	}
	if r.anniversary > 0 {
		add("anniversary", f.Since, r.anniversary, tenure,
			fmt.Sprintf("%s in the role on %s; weak", years(r.years), dateOf(r.anniversaryDay)))
	}
	if r.short > 0 {
		add("short stays", 0, r.short, tenure,
			fmt.Sprintf("%d months with earlier employers on average; weak", f.Earlier))
	}
	if t.isNew {
		add("new in the job", f.hired(), w.NewJob.Weight, newJob,
			fmt.Sprintf("with the employer since %s, less than %d days", f.hired(), w.NewJob.Days))
	}
	return points
}

// label names time in the role by the years from which it counts.
func (t *Tenure) label() string {
	if t.After%12 != 0 {
		return fmt.Sprintf("%d+ months in role", t.After)
	}
	return fmt.Sprintf("%d+ years in role", t.After/12)
}

func years(n int) string {
	if n == 1 {
		return "1 year"
	}
	return fmt.Sprintf("%d years", n)
}

// cut takes what is over a group's cap off its weakest points, which stand
// last.
func (c Caps) cut(points []Point) {
	room := [groupCount]float64{companyEvents: c.Company, ownActivity: c.Own, tenure: c.Tenure, pay: c.Pay}
	for i := range points {
		p := &points[i]
		if p.group == newJob {
			continue
		}
		p.Cut = max(p.Points-room[p.group], 0)
		room[p.group] -= p.Points - p.Cut
	}
}
