package store_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"talentmap/store"
)

// ledger is what a store is compared with: the facts that stand, and every
// change with the facts before and after it. It knows nothing of records,
// keys or revisions.
type ledger struct {
	now     map[string]fact
	entries []entry
	given   map[string]int // how often each number was written first
}

// fact is one value with the entry that wrote it, from 1: two facts are the same
// only if they are of the same writing.
type fact struct {
	text  string
	entry int
}

type entry struct {
	who           string
	quiet, undone bool
	undoes, again int             // the entry that this one takes, or brings, back, from 1
	before, after map[string]fact // of the facts changed; absent: was or is not there
	keys          []string
}

func newLedger() *ledger { return &ledger{now: map[string]fact{}, given: map[string]int{}} }

// change notes one change; an empty text is a removal.
func (l *ledger) change(who string, quiet bool, wrote map[string]string) {
	e := entry{who: who, quiet: quiet, before: map[string]fact{}, after: map[string]fact{}}
	for k, text := range wrote {
		e.keys = append(e.keys, k)
		if old, ok := l.now[k]; ok {
			e.before[k] = old
		} else if text != "" && !strings.HasPrefix(k, "d") {
			l.given[k]++
		}
		delete(l.now, k)
		if text != "" {
			l.now[k] = fact{text, len(l.entries) + 1}
			e.after[k] = l.now[k]
		}
	}
	l.entries = append(l.entries, e)
}

// isNew reports whether a number was given for the first time.
func (l *ledger) isNew(kind string, id uint64) bool { return l.given[fmt.Sprint(kind, id)] == 1 }

func (l *ledger) facts() map[string]string {
	out := map[string]string{}
	for k, f := range l.now {
		out[k] = f.text
	}
	return out
}

// ids are the numbers of the records of a kind that stand, ascending.
func (l *ledger) ids(kind string) (out []uint64) {
	for k := range l.now {
		var id uint64
		if n, _ := fmt.Sscanf(k, kind+"%d", &id); n == 1 {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// undo takes back who's last change that stands, or says why not.
func (l *ledger) undo(who string) error {
	for i, e := range slices.Backward(l.entries) {
		if e.who == who && !e.quiet && !e.undone && e.undoes == 0 && e.again == 0 {
			return l.undoChange(who, i+1)
		}
	}
	return store.ErrNothingToUndo
}

// undoChange takes back the n-th change, or says why not.
func (l *ledger) undoChange(who string, n int) error {
	if again := l.entries[n-1].again; again != 0 {
		n = again
	}
	e := l.entries[n-1]
	if e.quiet || e.undone || e.undoes != 0 {
		return store.ErrNothingToUndo
	}
	for _, k := range e.keys {
		if l.now[k] != e.after[k] || l.hangsOn(k, who, e) {
			return store.ErrChangedSince
		}
	}
	keys := slices.Clone(e.keys)
	for _, k := range e.keys {
		_, was := e.before[k]
		if draft := "d" + k[1:]; k[0] == 'p' && !was && l.now[draft] != (fact{}) {
			keys = append(keys, draft)
		}
	}
	if !l.put(entry{who: who, undoes: n, keys: keys}, e.before) {
		return store.ErrChangedSince
	}
	l.entries[n-1].undone = true
	return nil
}

// redo brings back what who has taken back last, or says why not.
func (l *ledger) redo(who string) error {
	for i, e := range slices.Backward(l.entries) {
		switch {
		case e.who != who || e.quiet || e.again != 0:
		case e.undoes == 0:
			return store.ErrNothingToRedo
		case !e.undone:
			for _, k := range e.keys {
				if l.now[k] != e.after[k] {
					return store.ErrChangedSince
				}
			}
			if l.cameAgain(e, i+1) || !l.put(entry{who: who, again: e.undoes, keys: e.keys}, e.before) {
				return store.ErrChangedSince
			}
			l.entries[i].undone, l.entries[e.undoes-1].undone = true, false
			return nil
		}
	}
	return store.ErrNothingToRedo
}

// cameAgain reports whether someone whom the n-th entry took away would come
// back to one who was given the same address since.
func (l *ledger) cameAgain(e entry, n int) bool {
	for k, was := range e.before {
		if _, there := e.after[k]; k[0] != 'p' || there {
			continue
		}
		_, mail, _ := strings.Cut(was.text, "[")
		for other, f := range l.now {
			if other[0] == 'p' && mail != "]" && l.givenSince(other, f, mail, n) {
				return true
			}
		}
	}
	return false
}

// givenSince reports whether someone came to an address after the n-th entry. Whoever had
// it by then, and was changed besides, did not.
func (l *ledger) givenSince(k string, f fact, mail string, n int) bool {
	for f.entry > n {
		_, has, _ := strings.Cut(f.text, "[")
		if has != mail {
			return false
		}
		before, there := l.entries[f.entry-1].before[k]
		if _, had, _ := strings.Cut(before.text, "["); !there || had != mail {
			return true
		}
		f = before
	}
	return false
}

// put makes the entry's facts what they were, unless one of them would speak of
// someone who is not there.
func (l *ledger) put(e entry, were map[string]fact) bool {
	now := maps.Clone(l.now)
	e.before, e.after = map[string]fact{}, map[string]fact{}
	for _, k := range e.keys {
		if f, ok := l.now[k]; ok {
			e.before[k] = f
		}
		delete(now, k)
		if f, ok := were[k]; ok {
			now[k], e.after[k] = f, f
		}
	}
	for k, f := range e.after {
		for _, id := range peopleIn(k, f.text) {
			if _, there := now["p"+id]; !there {
				return false
			}
		}
	}
	l.now = now
	l.entries = append(l.entries, e)
	return true
}

var personIn = regexp.MustCompile(`\{Person:p(\d+) `)

// peopleIn are the people of whom a fact speaks.
func peopleIn(k, text string) (ids []string) {
	switch k[0] {
	case 's':
		_, id, _ := strings.Cut(k, " of ")
		ids = append(ids, id)
	case 'd':
		ids = append(ids, k[1:])
	case 'm':
		for _, found := range personIn.FindAllStringSubmatch(text, -1) {
			ids = append(ids, found[1])
		}
	}
	return ids
}

// hangsOn reports whether someone would be removed who has a signal, a place on
// a map, or a draft by somebody else.
func (l *ledger) hangsOn(k, who string, e entry) bool {
	id, isPerson := strings.CutPrefix(k, "p")
	if _, was := e.before[k]; !isPerson || was {
		return false
	}
	for other, f := range l.now {
		switch {
		case f == e.after[other] && f != fact{}:
		case other[0] == 's' && strings.HasSuffix(other, " of "+id),
			other[0] == 'm' && strings.Contains(f.text, fmt.Sprintf("{Person:p%s ", id)),
			other == "d"+id && !strings.HasPrefix(f.text, who):
			return true
		}
	}
	return false
}
