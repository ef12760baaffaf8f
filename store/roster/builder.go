package roster

import (
	"slices"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// builder makes bodies of pages, slot by slot: each is kept as it was, filled
// anew or left empty. Its buffers serve one body after the other.
type builder struct {
	now     time.Time
	entries *[pageSize]entry
	traits  *traits
	slot    int
	count   int
	text    []byte
	lines   []byte
	signals []signal
	news    []told
	came    []came
	extras  []extra
	rungs   memo[uint8]
	spots   memo[spot]
}

// memo keeps what was made of a text, as titles and places recur. It forgets
// everything where it has too many.
type memo[T any] map[string]T

func (m *memo[T]) of(text string, made func(string) T) T {
	const most = 1 << 13
	v, ok := (*m)[text]
	if ok {
		return v
	}
	if *m == nil || len(*m) == most {
		*m = make(memo[T])
	}
	v = made(text)
	(*m)[text] = v
	return v
}

// begin starts a body.
func (b *builder) begin() {
	b.entries, b.traits, b.slot, b.count = new([pageSize]entry), new(traits), 0, 0
	b.text, b.lines, b.signals, b.extras = b.text[:0], b.lines[:0], b.signals[:0], b.extras[:0]
	b.news, b.came = b.news[:0], b.came[:0]
}

// place sets the next slot's entry, whose parts begin where the last ones end.
func (b *builder) place(e entry) {
	e.text, e.signals = uint32(len(b.text)), uint32(len(b.signals))
	b.entries[b.slot] = e
	b.traits.line[b.slot] = uint32(len(b.lines))
	b.slot++
	if e.state != 0 {
		b.count++
	}
}

// empty leaves a slot without a person.
func (b *builder) empty() { b.place(entry{}) }

// keep takes a slot over from an older body.
func (b *builder) keep(old *body) {
	slot, from := b.slot, len(b.lines)
	b.place(old.entries[slot])
	b.text = append(b.text, old.texts(slot)...)
	b.lines = append(b.lines, old.line(slot)...)
	if old.entries[slot].state != 0 {
		b.traits.describe(slot, b.lines[from:])
	}
	b.signals = append(b.signals, old.signalsOf(slot)...)
	b.arrived(slot, old.cameWith(slot), old.newsOf(slot))
	if x := old.extra(slot); x != nil {
		b.extras = append(b.extras, *x)
	}
}

// arrived says of the last slot with which import somebody came in, and what has
// been told of her since.
func (b *builder) arrived(slot int, with importCode, news []told) {
	before := importCode(0)
	if n := len(b.came); n > 0 {
		before = b.came[n-1].with()
	}
	if with != before {
		b.came = append(b.came, came(slot)<<slotAt|came(with))
	}
	for _, n := range news {
		b.news = append(b.news, n.of(slot))
	}
}

// add fills a slot with a person, her own signals and her news.
func (b *builder) add(p *model.Person, signals []signal, news []told) {
	latest := p.Latest(b.now)
	o := &p.Outreach
	texts := [textCount]string{
		nameText: cut(p.Name), titleText: cut(latest.Title), companyText: cut(latest.Company),
		locationText: cut(p.Location), ownerText: cut(o.Owner),
	}
	at := b.spots.of(texts[locationText], spotOf)
	e := entry{
		rung: b.rungs.of(latest.Title, rungOf), country: at.country, remote: at.remote,
		facts: scoring.FactsUnder(at.law, p, b.now), next: o.Next, lockUntil: o.LockUntil,
		state: codeOf(states[:], o.Current()), lock: codeOf(locks[:], o.Lock), step: uint8(min(max(o.Step, 0), 255)),
	}
	if latest.Open(b.now) {
		e.company = latest.CompanyID
	}
	if !o.LastTouch.IsZero() {
		e.lastTouch = o.LastTouch.UnixNano()
	}
	for i, t := range texts {
		e.lengths[i] = uint8(len(t))
	}
	from := len(b.lines)
	b.place(e)
	for _, t := range texts {
		b.text = append(b.text, t...)
	}
	b.lines = appendLine(b.lines, &texts, p.Skills, p.Background.Tags)
	b.traits.describe(b.slot-1, b.lines[from:])
	b.signals = append(b.signals, signals...)
	b.arrived(b.slot-1, importCodeOf(p.Origin.Import), news)
	if x, ok := extraOf(o, b.slot-1); ok {
		b.extras = append(b.extras, x)
	}
}

// body ends the body begun.
func (b *builder) body() *body {
	return &body{
		entries: b.entries, traits: b.traits, count: b.count,
		text: string(b.text), lines: string(b.lines), signals: slices.Clone(b.signals),
		news: slices.Clone(b.news), came: slices.Clone(b.came), extras: slices.Clone(b.extras),
	}
}
