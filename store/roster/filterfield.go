package roster

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"talentmap/model"
)

// Field is a field of the query language, for help.
type Field struct {
	Name    string
	What    string // what it looks at
	Example string
}

// Fields lists the fields in the order in which help shows them.
func Fields() []Field {
	all := make([]Field, len(fieldTable))
	for i := range fieldTable {
		all[i] = fieldTable[i].Field
	}
	return all
}

// filterField is a field with what a query needs of it.
type filterField struct {
	Field
	also    string // another name
	ops     string // each between spaces; "": a flag, which takes no value
	part    int    // of the search line; texts only
	counted string // what the values are that people have and completion counts; "" for none
	make    func(f *filterField, t term, by asked) (made, string)
}

// made is what a word of a query comes to.
type made struct {
	test   test
	text   string // which a search line must have for it; "" for none
	marked []mark
}

const (
	textOps   = " : = "
	numberOps = " < > <= >= = : "
)

// fieldTable has the fields of the language.
var fieldTable = []filterField{
	{Field: Field{"name", "the name", "name:jose"}, ops: textOps, part: nameText, make: textTest},
	{Field: Field{"company", "the employer now, else the last", `company:"acme looms"`}, ops: textOps, part: companyText, counted: "companies", make: textTest},
	{Field: Field{"title", "the title there", "title:staff"}, ops: textOps, part: titleText, make: textTest},
	{Field: Field{"location", "the place, and what it is a part of", "location:germany"}, also: "place", ops: textOps, part: locationText, counted: "places", make: locationTest},
	{Field: Field{"level", "the rung of the title, intern to chief", "level>=staff"}, ops: numberOps, make: levelTest},
	{Field: Field{"skill", "a skill", "skill=go"}, also: "skills", ops: textOps, part: skillPart, make: textTest},
	{Field: Field{"tag", "a tag", "tag:alumni"}, also: "tags", ops: textOps, part: tagPart, make: textTest},
	{Field: Field{"state", "the outreach state", "state:nurture"}, ops: textOps, make: stateTest},
	{Field: Field{"owner", "the recruiter in touch; me is you", "owner:me"}, ops: textOps, counted: "recruiters", make: ownerTest},
	{Field: Field{"map", "on a talent map, by its name or ID", "map:berlin"}, ops: textOps, make: mapTest},
	{Field: Field{"signal", "any signal of this kind, on her or her company", "signal:layoffs"}, ops: textOps, make: signalTest},
	{Field: Field{"news", "what files told of her: moved, gone, new …; since the last import, a day or i7", "news:moved>=last"}, ops: numberOps, make: newsTest},
	{Field: Field{"receptivity", "the score today, 0 to 100", "receptivity>60"}, ops: numberOps, make: receptivityTest},
	{Field: Field{"since", "in the present role since", "since<2022"}, ops: numberOps, make: sinceTest},
	{Field: Field{"next", "the day on which something is due", "next<=today"}, also: "due", ops: numberOps, make: nextTest},
	{Field: Field{"lock", "the lock, also one that has ended", "lock:opted-out"}, ops: textOps, make: lockTest},
	{Field: Field{"contacted", "has had a touch", "contacted"}, make: contactedTest},
	{Field: Field{"locked", "a lock holds today", "locked"}, make: lockedTest},
}

func fieldNamed(name string) *filterField {
	for i := range fieldTable {
		if f := &fieldTable[i]; f.Name == name || f.also == name && name != "" {
			return f
		}
	}
	return nil
}

func fieldNames() []string {
	names := make([]string, len(fieldTable))
	for i := range fieldTable {
		names[i] = fieldTable[i].Name
	}
	return names
}

// onEntry is a test that looks at nothing but the entry.
func onEntry(holds func(e *entry) bool) made {
	return made{test: func(*Snapshot) check {
		return func(pg *page, _, slot int) bool { return holds(&pg.entries[slot]) }
	}}
}

// textTest looks for a text in a part of the search line.
func textTest(f *filterField, t term, _ asked) (made, string) {
	n := newNeedle(t.value, t.op == "=")
	if n.text == "" {
		return made{}, fmt.Sprintf("%s wants a word with letters, such as %s", f.Name, f.Example)
	}
	part := f.part
	m := made{text: n.text}
	m.test = func(*Snapshot) check {
		return func(pg *page, _, slot int) bool {
			text, _ := field(pg.line(slot), part)
			return n.in(text)
		}
	}
	if part < fields {
		m.marked = []mark{{part, n}}
	}
	return m, ""
}

// ownerTest knows an owner by all of the name.
func ownerTest(_ *filterField, t term, by asked) (made, string) {
	name := t.value
	if strings.EqualFold(name, "me") {
		if name = by.me; name == "" {
			return made{}, "owner:me needs to know who you are: write owner:NAME"
		}
	}
	return made{test: func(*Snapshot) check {
		return func(pg *page, _, slot int) bool {
			return pg.entries[slot].lengths[ownerText] > 0 && strings.EqualFold(pg.owner(slot), name)
		}
	}}, ""
}

func stateTest(f *filterField, t term, _ asked) (made, string) {
	set, reason := chosen(f, t, states[:])
	return onEntry(func(e *entry) bool { return set&(1<<(e.state-1)) != 0 }), reason
}

func lockTest(f *filterField, t term, _ asked) (made, string) {
	set, reason := chosen(f, t, locks[:])
	return onEntry(func(e *entry) bool { return set&(1<<(e.lock-1)) != 0 }), reason
}

func signalTest(f *filterField, t term, _ asked) (made, string) {
	set, reason := chosen(f, t, kinds)
	has := func(signals []signal) bool {
		return slices.ContainsFunc(signals, func(s signal) bool { return set&(1<<s.kind) != 0 })
	}
	return made{test: func(s *Snapshot) check {
		return func(pg *page, _, slot int) bool {
			return has(pg.signalsOf(slot)) || has(s.companies.at(pg.entries[slot].company))
		}
	}}, reason
}

// chosen are the words of a table that begin as the value does, or with = the
// one that it spells, a bit each. Case and punctuation do not count.
func chosen[T ~string](f *filterField, t term, table []T) (set uint32, reason string) {
	n := newNeedle(t.value, t.op == "=")
	var names []string
	for i, one := range table {
		if one == "" {
			continue
		}
		names = append(names, string(one))
		folded := string(fold(nil, nil, string(one)))
		if n.text != "" && strings.HasPrefix(folded, n.text) && (!n.whole || folded == n.text) {
			set |= 1 << i
		}
	}
	if set == 0 {
		return 0, fmt.Sprintf("there is no %s %q: it is one of %s", f.Name, t.value, strings.Join(names, ", "))
	}
	return set, ""
}

// mapTest knows a map by its ID or by a text at the beginning of a word of its
// name.
func mapTest(f *filterField, t term, _ asked) (made, string) {
	id, err := model.ParseMapID(t.value)
	n := newNeedle(t.value, t.op == "=")
	if err != nil && n.text == "" {
		return made{}, fmt.Sprintf("%s wants a name or an ID, such as %s or map:m1", f.Name, f.Example)
	}
	return made{test: func(s *Snapshot) check {
		on := make([]uint64, s.end()/64+1) // a bit a person
		for _, m := range s.maps {
			if m.id != id && (err == nil || !n.in(m.folded)) {
				continue
			}
			for _, p := range m.people {
				if p < s.end() {
					on[p/64] |= 1 << (p % 64)
				}
			}
		}
		return func(_ *page, n, slot int) bool {
			p := idAt(n, slot)
			return on[p/64]&(1<<(p%64)) != 0
		}
	}}, ""
}

func receptivityTest(f *filterField, t term, by asked) (made, string) {
	want, err := strconv.Atoi(t.value)
	if err != nil {
		return made{}, fmt.Sprintf("%q is no number from 0 to 100: write %s", t.value, f.Example)
	}
	day := dayOf(by.now)
	return made{test: func(s *Snapshot) check {
		return func(pg *page, _, slot int) bool { return compared(int(s.scoresOf(pg, day)[slot]), t.op, want) }
	}}, ""
}

func sinceTest(f *filterField, t term, by asked) (made, string) {
	return dateTest(f, t, by, func(e *entry) model.Date { return e.facts.Since })
}

func nextTest(f *filterField, t term, by asked) (made, string) {
	return dateTest(f, t, by, func(e *entry) model.Date { return e.next })
}

// dateTest compares a date, which holds only where it does for all the days that
// both can mean; one that is not known compares to nothing.
func dateTest(f *filterField, t term, by asked, of func(*entry) model.Date) (made, string) {
	d, ok := dateOf(t.value, by.now)
	if !ok {
		return made{}, fmt.Sprintf("%q is no date: write %s, or a day like 2024-03-12, 2024-03, today", t.value, f.Example)
	}
	want := spanOf(d)
	return onEntry(func(e *entry) bool {
		have := of(e)
		return have.Known() && spanOf(have).compared(t.op, want)
	}), ""
}

// dateOf reads a day, of any precision.
func dateOf(text string, now time.Time) (d model.Date, ok bool) {
	switch strings.ToLower(text) {
	case "today", "now":
		return model.DateOf(now), true
	}
	d, err := model.ParseDate(text)
	return d, err == nil && d.Known()
}

func contactedTest(*filterField, term, asked) (made, string) {
	return onEntry(func(e *entry) bool { return e.lastTouch != 0 }), ""
}

func lockedTest(_ *filterField, _ term, by asked) (made, string) {
	return onEntry(func(e *entry) bool {
		o := model.Outreach{Lock: locks[e.lock-1], LockUntil: e.lockUntil}
		return o.Locked(by.now)
	}), ""
}
