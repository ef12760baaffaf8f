package scoring

import (
	"math"

	"talentmap/model"
)

// A judgement goes over the facts and the signals once and fills a tally. Both
// Score and Ledger read their numbers from it, so that they cannot disagree.

// tally is the accumulation behind a score. Of the signals of one kind that
// concern the same subject — the person, or her company — only the strongest
// after decay counts.
type tally struct {
	best   [2 * kindCount]strongest
	role   roleTime
	isNew  bool // within the first days of a job
	sums   [groupCount]float64
	window contact
}

// strongest is what counts of one kind and subject.
type strongest struct {
	points float64
	at     int // index of the signal + 1; 0: none
}

// slot is the place in a tally for a kind and the signal's subject.
func slot(kind int, s *model.Signal) int {
	if s.OfCompany() {
		return 2*kind + 1
	}
	return 2 * kind
}

// count fills an empty tally.
func (w *Weights) count(t *tally, f Facts, signals []model.Signal, today model.Date) {
	day := dayNumber(today)
	for i := range signals {
		s := &signals[i]
		m := w.measure(s, f, day)
		if m.points <= 0 {
			continue
		}
		if b := &t.best[slot(m.kind, s)]; m.points > b.points {
			*b = strongest{m.points, i + 1}
		}
		if m.row.Closes > 0 {
			at := dayNumber(s.Date)
			t.window.offer(contact{kind: s.Kind, event: at, opens: at + m.row.Opens, closes: at + m.row.Closes}, day)
		}
	}
	for i, b := range t.best {
		t.sums[groupOf[i/2]] += b.points
	}
	t.role = w.Tenure.measure(f, today)
	t.sums[tenure] = t.role.long + t.role.anniversary + t.role.short
	if t.role.anniversary > 0 {
		at := t.role.anniversaryDay
		t.window.offer(contact{event: at, opens: at - w.Tenure.Around, closes: at + w.Tenure.Around}, day)
	}
	if hired := f.hired(); hired.Known() && day-dayNumber(hired) < w.NewJob.Days {
		t.isNew = true
		t.sums[newJob] = w.NewJob.Weight
	}
}

// sum is S: the groups, each under its cap.
func (t *tally) sum(c Caps) float64 {
	return min(t.sums[companyEvents], c.Company) + min(t.sums[ownActivity], c.Own) +
		min(t.sums[tenure], c.Tenure) + min(t.sums[pay], c.Pay) + t.sums[newJob]
}

// score turns a sum into what is shown, 0–100.
func (s Scale) score(sum float64) int {
	if sum <= 0 {
		return 0
	}
	return int(math.Round(100 * (1 - math.Exp(-sum/s.Divisor))))
}

// measured is what one signal is worth on one day: weight × confidence × decay.
type measured struct {
	kind                              int
	row                               *Row
	weight, confidence, decay, points float64
	why                               string // why it is worth nothing
}

// measure weighs a signal. What cannot be relied on — an unknown kind or date, a
// date to come, a confidence that is none — is worth nothing.
func (w *Weights) measure(s *model.Signal, f Facts, today int) measured {
	row, kind := w.row(s)
	m := measured{kind: kind, row: row}
	if kind == unknownKind {
		m.why = "unknown kind"
		return m
	}
	age := today - dayNumber(s.Date)
	switch {
	case !s.Date.Known():
		m.why = "unknown date"
		return m
	case age < 0:
		m.why = "dated in the future"
		return m
	case s.OfCompany() && f.hired().Known() && dayNumber(s.Date) <= dayNumber(f.hired()):
		m.why = "before she came"
		return m
	case kind == profileUpdated && w.NewJob.near(s.Date, f):
		m.why = "explained by a new job"
		return m
	}
	m.weight = w.weight(kind, row, s.Magnitude)
	m.confidence = confidence(s.Confidence, row.Confidence)
	m.decay = 1
	if row.HalfLife > 0 {
		m.decay = math.Exp2(-float64(age) / row.HalfLife)
	}
	m.points = m.weight * m.confidence * m.decay
	if !(m.points > 0) {
		m.points, m.why = 0, "no weight"
	}
	return m
}

// confidence is the signal's own, 0 read as 1, and never more than its kind is
// trusted; 0 for what is no confidence at all.
func confidence(own, kind float64) float64 {
	switch {
	case own == 0:
		return kind
	case own > 0:
		return min(own, kind)
	}
	return 0
}

// near reports whether a date lies within the first days of a job, or as many
// days before it.
func (n NewJob) near(d model.Date, f Facts) bool {
	hired := f.hired()
	if !hired.Known() {
		return false
	}
	days := dayNumber(d) - dayNumber(hired)
	return -n.Days <= days && days <= n.Days
}
