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
	traits  *[pageSize]traits
	slot    int
	count   int
	text    []byte
	lines   []byte
	signals []signal
}

// begin starts a body.
func (b *builder) begin() {
	b.entries, b.traits, b.slot, b.count = new([pageSize]entry), new([pageSize]traits), 0, 0
	b.text, b.lines, b.signals = b.text[:0], b.lines[:0], b.signals[:0]
}

// place sets the next slot's entry, whose parts begin where the last ones end.
func (b *builder) place(e entry) {
	e.text, e.signals = uint32(len(b.text)), uint32(len(b.signals))
	b.entries[b.slot] = e
	b.traits[b.slot].line = uint32(len(b.lines))
	b.slot++
	if e.state != 0 {
		b.count++
	}
}

// empty leaves a slot without a person.
func (b *builder) empty() { b.place(entry{}) }

// keep takes a slot over from an older body.
func (b *builder) keep(old *body) {
	slot := b.slot
	b.traits[slot] = old.traits[slot]
	b.place(old.entries[slot])
	b.text = append(b.text, old.texts(slot)...)
	b.lines = append(b.lines, old.line(slot)...)
	b.signals = append(b.signals, old.signalsOf(slot)...)
}

// add fills a slot with a person and her own signals.
func (b *builder) add(p *model.Person, signals []signal) {
	latest := p.Latest(b.now)
	o := &p.Outreach
	texts := [textCount]string{
		nameText: cut(p.Name), titleText: cut(latest.Title), companyText: cut(latest.Company),
		locationText: cut(p.Location), ownerText: cut(o.Owner),
	}
	e := entry{
		facts: scoring.FactsOf(p, b.now), next: o.Next, lockUntil: o.LockUntil,
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
	b.traits[b.slot-1] = traitsOf(b.lines, from)
	b.signals = append(b.signals, signals...)
}

// body ends the body begun.
func (b *builder) body() *body {
	return &body{
		entries: b.entries, traits: b.traits, count: b.count,
		text: string(b.text), lines: string(b.lines), signals: slices.Clone(b.signals),
	}
}
