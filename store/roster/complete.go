package roster

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
	"sync"
	"unicode"
)

// MaxCompletions is how many completions there are at most.
const MaxCompletions = 20

// Completion is what the word at the cursor may be meant to become.
type Completion struct {
	Text       string // what to write in its place, such as company:"acme looms"
	Note       string // what the field looks at, or how many people have the value
	Start, End int    // the word, as byte offsets
}

// Complete lists what the word of a query at the cursor, a byte offset, may
// become: the names of fields, and behind a field and its sign the companies,
// places as they are written, levels, states, kinds of signals and of news, maps, owners and locks that
// begin so, behind an @ the saved filters; of companies, places and owners those of
// most people first. It takes a look at everybody for these three.
func (s *Snapshot) Complete(text string, cursor int) []Completion {
	return s.completions(text, cursor, s.valueCompletions)
}

// Suggest is [Snapshot.Complete] for every key: it looks at nobody, and where that
// would list companies, places or owners it has one completion without a text,
// whose note says so.
func (s *Snapshot) Suggest(text string, cursor int) []Completion {
	return s.completions(text, cursor, func(f *filterField, at term) []Completion {
		if f.counted == "" {
			return s.valueCompletions(f, at)
		}
		note := f.counted + ", those of most people first"
		if at.value != "" {
			note = f.counted + " that begin so"
		}
		return []Completion{{Note: note, Start: at.start, End: at.end}}
	})
}

func (s *Snapshot) completions(text string, cursor int, values func(*filterField, term) []Completion) []Completion {
	cursor = min(max(cursor, 0), len(text))
	at := term{start: cursor, end: cursor}
	for t := range terms(text) {
		if t.start < cursor && cursor <= t.end {
			at = termAt(text[:cursor], t.start)
			at.end = t.end
		}
	}
	var all []Completion
	switch f := fieldNamed(at.name); {
	case at.saved():
		all = s.filters.completions(at)
	case at.op == "" && !at.quoted:
		all = fieldCompletions(at)
	case at.op != "" && f != nil:
		all = values(f, at)
	}
	return all[:min(len(all), MaxCompletions)]
}

func (t *term) completed(text, note string) Completion {
	if t.not {
		text = "-" + text
	}
	return Completion{Text: text, Note: note, Start: t.start, End: t.end}
}

func fieldCompletions(t term) (all []Completion) {
	for i := range fieldTable {
		f := &fieldTable[i]
		if begun := strings.ToLower(t.value); strings.HasPrefix(f.Name, begun) || begun != "" && strings.HasPrefix(f.also, begun) {
			usual := termAt(f.Example, 0)
			all = append(all, t.completed(f.Name+usual.op, f.What))
		}
	}
	return all
}

// value is what may stand behind a field.
type value struct{ text, note string }

func (s *Snapshot) valueCompletions(f *filterField, t term) (all []Completion) {
	values := s.values(f.Name, newNeedle(t.value, false))
	if f.Name == "news" {
		values = s.newsValues(t)
	}
	for _, v := range values {
		text := strings.ReplaceAll(v.text, `"`, "")
		if strings.ContainsFunc(text, unicode.IsSpace) {
			text = `"` + text + `"`
		}
		all = append(all, t.completed(f.Name+t.op+text, v.note))
	}
	return all
}

// values are what a field can be and begins as given.
func (s *Snapshot) values(name string, n needle) []value {
	switch name {
	case "company":
		return s.countedTexts(companyText, n, (*body).company)
	case "location":
		return s.countedTexts(locationText, n, (*body).location)
	case "level":
		return tableValues(rungNames(), n)
	case "owner":
		var all []value
		if n.begins("me") {
			all = []value{{"me", "you"}}
		}
		return append(all, s.counted(nil, func(b *body, slot int) string {
			if owner := b.owner(slot); owner != "" && n.begins(owner) {
				return owner
			}
			return ""
		})...)
	case "state":
		return tableValues(states[:], n)
	case "lock":
		return tableValues(locks[:], n)
	case "signal":
		return tableValues(kinds, n)
	case "map":
		var all []value
		for _, m := range s.maps {
			if n.in(m.folded) {
				all = append(all, value{m.name, people(len(m.people))})
			}
		}
		return all
	}
	return nil
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

func (n needle) begins(text string) bool {
	return strings.HasPrefix(string(fold(nil, nil, text)), n.text)
}

func tableValues[T ~string](table []T, n needle) (all []value) {
	for _, one := range table {
		if one != "" && n.begins(string(one)) {
			all = append(all, value{text: string(one)})
		}
	}
	return all
}

// countedTexts are the texts that begin so and that people have in a part of the
// search line.
func (s *Snapshot) countedTexts(part int, n needle, of func(b *body, slot int) string) []value {
	return s.counted(standing(n.text), func(b *body, slot int) string {
		if text, _ := field(b.line(slot), part); !n.in(text) {
			return ""
		}
		return of(b, slot)
	})
}

// counted are the texts that people whose lines have some rows have, of most
// people first.
func (s *Snapshot) counted(rows []row, of func(b *body, slot int) string) []value {
	counts := map[string]int{}
	var mu sync.Mutex
	fork(len(s.pages), func(pages iter.Seq[int]) {
		mine := map[string]int{}
		for n := range pages {
			if pg := s.pages[n]; pg != nil {
				for slot := range pg.traits.having(rows).all() {
					if text := of(pg.body, slot); text != "" {
						mine[text]++
					}
				}
			}
		}
		mu.Lock()
		defer mu.Unlock()
		for text, n := range mine {
			counts[text] += n
		}
	})
	best := newTop(MaxCompletions, func(a, b string) bool {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) < 0
	})
	for text := range counts {
		best.offer(text)
	}
	var all []value
	for _, text := range best.sorted() {
		all = append(all, value{strings.Clone(text), people(counts[text])})
	}
	return all
}

// Owners are those who are in touch with people, those with most people first.
func (s *Snapshot) Owners() (names []string) {
	for _, v := range s.counted(nil, (*body).owner) {
		names = append(names, v.text)
	}
	return names
}
