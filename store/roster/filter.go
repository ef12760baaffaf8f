package roster

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"talentmap/model"
)

// Query is what is looked for: words as [Snapshot.Search] takes them and tests
// of fields, all of which must hold. The zero Query, and one of a text without
// any letters, finds nobody. A Query never changes and may be used again, on
// any snapshot, until the day of its now is over.
type Query struct {
	loose  bool // letters may be scattered
	words  []word
	needed []row // which a search line must have, beside those of the words
	tests  []test
	marked []mark
	open   *QueryError // a quote that is never closed
}

// Empty reports whether nothing is looked for, so that nobody is found.
func (q Query) Empty() bool { return len(q.words) == 0 && len(q.tests) == 0 }

// QueryError is a word of a query that cannot be understood.
type QueryError struct {
	Start, End int    // the word, as byte offsets in the text
	Reason     string // what is wrong and what would be right
}

func (e *QueryError) Error() string { return e.Reason }

// test is one thing that must hold. It is made for one snapshot at a time.
type test func(s *Snapshot) check

// check says whether it holds for the person in a slot of the n-th page.
type check func(pg *page, n, slot int) bool

// mark is a text looked for in a field that is shown.
type mark struct {
	field  int
	needle needle
}

// Unclosed is the word whose quote is never closed: it goes to the end of the
// text, which is as it must be while one types, and else perhaps a mistake. The
// error is a [*QueryError]; nil where there is none.
func (q Query) Unclosed() error {
	if q.open == nil {
		return nil
	}
	return q.open
}

// asked is who asks, when, and what is behind it.
type asked struct {
	me     string
	now    time.Time
	saved  Filters
	chain  []string // the saved filters that the word is part of
	strict bool     // plain words are tests, too
}

// ParseQuery reads a query without saved filters. me is who asks, for owner:me;
// now is the moment for what depends on the day. The error is a [*QueryError] for
// the first word that cannot be understood.
func ParseQuery(text string, me string, now time.Time) (Query, error) {
	return Filters(nil).Parse(text, me, now)
}

func parse(text string, by asked) (Query, error) {
	var q Query
	for t := range terms(text) {
		reason := q.add(t, by)
		bad := &QueryError{Start: t.start, End: t.end, Reason: reason}
		if t.quoted && !t.closed {
			bad.Reason = `the quote is not closed: write " behind the last word that belongs to it`
			q.open = bad
		}
		if reason != "" {
			return Query{}, bad
		}
	}
	return q, nil
}

// add takes the next word in. The reason says why it cannot be; "" when it is.
func (q *Query) add(t term, by asked) (reason string) {
	switch {
	case t.saved():
		return q.addSaved(t, by)
	case t.name == "" && t.op == "":
		return q.addText(t, by)
	}
	f := fieldNamed(t.name)
	switch {
	case f == nil:
		return fmt.Sprintf("there is no field %q: %sthe fields are %s; quotes make it a word", t.name, meant(t.name), strings.Join(fieldNames(), ", "))
	case t.op == "" && f.ops != "":
		return q.addText(t, by) // a word that is spelled like a field
	case t.op != "" && f.ops == "":
		return fmt.Sprintf("%s takes no value: write %s or -%s", f.Name, f.Name, f.Name)
	case t.op != "" && !strings.Contains(f.ops, " "+t.op+" "):
		return fmt.Sprintf("%s goes with %s, such as %s", f.Name, strings.TrimSpace(f.ops), f.Example)
	case t.op != "" && t.value == "":
		return fmt.Sprintf("%s wants a value, such as %s", f.Name, f.Example)
	}
	made, reason := f.make(f, t, by)
	if reason != "" {
		return reason
	}
	if !t.not {
		q.need(made.text)
		q.marked = append(q.marked, made.marked...)
	}
	q.addTest(made.test, t.not)
	return ""
}

// alike is how many letters a word has to begin with as a field does to be meant for it.
const alike = 3

// meant says which field a word may be meant for: the one that begins like it the longest.
// "" where none does.
func meant(word string) string {
	best, most := "", alike-1
	for _, name := range fieldNames() {
		n := 0
		for n < min(len(word), len(name)) && word[n] == name[n] {
			n++
		}
		if n > most {
			best, most = name, n
		}
	}
	if best == "" {
		return ""
	}
	return "it may be " + best + "; "
}

// need has every search line found have a text.
func (q *Query) need(text string) {
	q.needed = unique(append(q.needed, standing(text)...))
}

func (q *Query) addTest(t test, not bool) {
	if not {
		positive := t
		t = func(s *Snapshot) check {
			holds := positive(s)
			return func(pg *page, n, slot int) bool { return !holds(pg, n, slot) }
		}
	}
	q.tests = append(q.tests, t)
}

// addText takes in a word without a field. One that is quoted must be there as
// it stands.
func (q *Query) addText(t term, by asked) (reason string) {
	n := newNeedle(t.value, t.closed)
	if n.text == "" {
		return ""
	}
	if t.not || t.quoted || by.strict {
		q.addTest(func(*Snapshot) check {
			return func(pg *page, _, slot int) bool { return n.in(pg.line(slot)) }
		}, t.not)
	}
	if t.not || by.strict {
		return ""
	}
	if t.quoted {
		q.need(n.text)
	}
	q.addWords(t.value, maxWords+1)
	if len(q.words) > maxWords {
		return fmt.Sprintf("at most %d words beside the fields", maxWords)
	}
	return ""
}

// on makes the tests for a snapshot.
func (q *Query) on(s *Snapshot) []check {
	checks := make([]check, len(q.tests))
	for i, t := range q.tests {
		checks[i] = t(s)
	}
	return checks
}

// needle is a text to be found at the beginning of a word of a search line, as
// [fold] leaves it.
type needle struct {
	text  string
	whole bool // up to the end of a word
}

func newNeedle(value string, whole bool) needle {
	return needle{string(fold(nil, nil, value)), whole}
}

func (n needle) in(text string) bool { return n.index(text) >= 0 }

// index is where in a text the needle stands; -1 if nowhere.
func (n needle) index(text string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], n.text)
		if i < 0 {
			return -1
		}
		end := from + i + len(n.text)
		if !n.whole || end == len(text) || text[end] <= ' ' {
			return from + i
		}
		from += i + 1
	}
}

// span is all the days that a date can mean, as full dates.
type span struct{ first, last model.Date }

func spanOf(d model.Date) span {
	const lastMonth, lastDay = 1200, 31
	y, m, day := d.Parts()
	s := span{d, d}
	if m == 0 {
		s.first, s.last = model.Year(y)+100, model.Year(y)+lastMonth
	}
	if day == 0 {
		s.first, s.last = s.first+1, s.last+lastDay
	}
	return s
}

// compared reports whether a ∘ b surely holds, whatever days the dates mean.
func (a span) compared(op string, b span) bool {
	switch op {
	case "<":
		return a.last < b.first
	case ">":
		return a.first > b.last
	case "<=":
		return a.last <= b.last
	case ">=":
		return a.first >= b.first
	}
	return a.first >= b.first && a.last <= b.last
}

func compared[T cmp.Ordered](a T, op string, b T) bool {
	switch op {
	case "<":
		return a < b
	case ">":
		return a > b
	case "<=":
		return a <= b
	case ">=":
		return a >= b
	}
	return a == b
}
