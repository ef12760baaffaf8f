package roster

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// newsTest looks for what files have told of her: a kind, and behind it since when
// it has been told, by a day, an import, or the last one. Without a kind it is
// anything. Whoever came in with a file is news as well: new.
//
// The day is the one on which the file came in: of what it tells it is often not
// known when it happened.
func newsTest(f *filterField, t term, by asked) (made, string) {
	kind, op, bound := cutBound(t)
	if _, ok := boundOf(kind, by.now); ok && op == "" {
		kind, op, bound = "", "=", kind // news:last
	}
	set, reason := uint32(1)<<len(newsKinds)-1, ""
	if kind != "" || op == "" {
		set, reason = chosen(f, term{op: t.op, value: kind}, newsKinds)
	}
	since, ok := boundOf(bound, by.now)
	switch {
	case reason != "":
		return made{}, reason
	case op != "" && !ok:
		return made{}, fmt.Sprintf("%q is no day and no import: write %s for the last import, or a day like 2024-03-12, 2024-03, or an import's ID like i7", bound, f.Example)
	}
	asNew := set&(1<<slices.Index(newsKinds, scoring.NewInSource)) != 0
	return made{test: func(s *Snapshot) check {
		told := s.arrivals.since(op, since)
		return func(pg *page, _, slot int) bool {
			for _, n := range pg.newsOf(slot) {
				if set&(1<<n.kind()) != 0 && told(n.by()) {
					return true
				}
			}
			with := importCode(0)
			if asNew {
				with = pg.cameWith(slot)
			}
			return with != 0 && told(with)
		}
	}}, ""
}

// cutBound parts moved>=last into its kind and what bounds it.
func cutBound(t term) (kind, op, bound string) {
	if t.op != ":" && t.op != "=" {
		return "", t.op, t.value
	}
	i := strings.IndexAny(t.value, "<>=")
	if i < 0 || t.quoted {
		return t.value, "", ""
	}
	op = opOf(t.value[i:])
	return t.value[:i], op, t.value[i+len(op):]
}

// bound is an import, the last of them, or a day.
type bound struct {
	with importCode
	last bool
	day  span
}

const lastImport = "last"

func boundOf(text string, now time.Time) (b bound, ok bool) {
	if strings.EqualFold(text, lastImport) {
		return bound{last: true}, true
	}
	if id, err := model.ParseImportID(text); err == nil {
		return bound{with: importCodeOf(id)}, true
	}
	d, ok := dateOf(text, now)
	return bound{day: spanOf(d)}, ok
}

// since says of imports whether they hold to a bound; without one all do.
func (a *arrivals) since(op string, b bound) func(importCode) bool {
	switch {
	case op == "":
		return func(importCode) bool { return true }
	case b.last && a.last == 0:
		return func(importCode) bool { return false }
	case b.last:
		b.with = a.last
	}
	if b.with != 0 {
		return func(by importCode) bool { return by != 0 && compared(by, op, b.with) }
	}
	return func(by importCode) bool {
		one, ok := a.with(by)
		return ok && spanOf(one.day).compared(op, b.day)
	}
}

// newsValues are what may stand behind news:, a kind and then what bounds it.
func (s *Snapshot) newsValues(t term) (all []value) {
	kind, op, begun := cutBound(t)
	if op != "" {
		return s.bounds(kind+boundSign(t, op), begun)
	}
	n := newNeedle(kind, false)
	for _, k := range newsKinds {
		if n.begins(string(k)) {
			all = append(all, value{text: strings.ReplaceAll(string(k), " ", "-")})
		}
	}
	switch len(all) {
	case 0:
		return s.bounds("", kind)
	case 1:
		return append(all, s.bounds(all[0].text+">=", "")...)
	}
	return all
}

// boundSign is the sign of a bound as a value has it: news>=last has it as its own.
func boundSign(t term, op string) string {
	if t.op == op {
		return ""
	}
	return op
}

// bounds are the last import and the newest that begin as given, behind a text.
func (s *Snapshot) bounds(behind, begun string) (all []value) {
	a := &s.arrivals
	one, ok := a.with(a.last)
	if ok && strings.HasPrefix(lastImport, strings.ToLower(begun)) {
		all = append(all, value{behind + lastImport, "the last import: " + one.note()})
	}
	for i := len(a.all) - 1; i >= 0 && len(all) < MaxCompletions; i-- {
		if id := a.all[i].name(); strings.HasPrefix(id, strings.ToLower(begun)) {
			all = append(all, value{behind + id, a.all[i].note()})
		}
	}
	return all
}

func (a *arrival) name() string { return model.ImportID(a.id).String() }

func (a *arrival) note() string { return fmt.Sprintf("%s, %s", a.file, a.day) }
