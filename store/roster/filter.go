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
	loose   bool // letters may be scattered
	words   []word
	letters letters // which a search line must have
	pairs   pairs   // likewise, beside those of the words
	tests   []test
	marked  []mark
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

// asked is who asks, and when.
type asked struct {
	me  string
	now time.Time
}

// ParseQuery reads a query. me is who asks, for owner:me; now is the moment for
// what depends on the day. The error is a [*QueryError] for the first word that
// cannot be understood.
func ParseQuery(text string, me string, now time.Time) (Query, error) {
	var q Query
	by := asked{me, now}
	for t := range terms(text) {
		reason := q.add(t, by)
		if reason != "" {
			return Query{}, &QueryError{Start: t.start, End: t.end, Reason: reason}
		}
	}
	return q, nil
}

// add takes the next word in. The reason says why it cannot be; "" when it is.
func (q *Query) add(t term, by asked) (reason string) {
	if t.name == "" && t.op == "" {
		return q.addText(t)
	}
	f := fieldNamed(t.name)
	switch {
	case f == nil:
		return fmt.Sprintf("there is no field %q: the fields are %s; quotes make it a word", t.name, strings.Join(fieldNames(), ", "))
	case t.op == "" && f.ops != "":
		return q.addText(t) // a word that is spelled like a field
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

// need has every search line found have a text.
func (q *Query) need(text string) {
	more := pairsOf(text)
	q.letters |= lettersOf(text)
	q.pairs = pairs{q.pairs[0] | more[0], q.pairs[1] | more[1]}
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
func (q *Query) addText(t term) (reason string) {
	n := newNeedle(t.value, t.closed)
	if n.text == "" {
		return ""
	}
	if t.not || t.quoted {
		q.addTest(func(*Snapshot) check {
			return func(pg *page, _, slot int) bool { return n.in(pg.line(slot)) }
		}, t.not)
	}
	if t.not {
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
