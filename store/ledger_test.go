package store_test

import (
	"fmt"
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
	version int
}

// fact is one value with the number of its writing: two facts are the same only
// if they are of the same writing.
type fact struct {
	text    string
	version int
}

type entry struct {
	who           string
	quiet, undone bool
	undo          bool
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
			l.version++
			l.now[k] = fact{text, l.version}
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
	at := -1
	for i, e := range l.entries {
		if e.who == who && !e.quiet && !e.undone && !e.undo {
			at = i
		}
	}
	if at < 0 {
		return store.ErrNothingToUndo
	}
	e := &l.entries[at]
	for _, k := range e.keys {
		if l.now[k] != e.after[k] || l.hangsOn(k, e) {
			return store.ErrChangedSince
		}
	}
	back := entry{who: who, undo: true}
	for _, k := range e.keys {
		delete(l.now, k)
		if old, ok := e.before[k]; ok {
			l.now[k] = old
		} else if id, isPerson := strings.CutPrefix(k, "p"); isPerson {
			delete(l.now, "d"+id)
		}
	}
	e.undone = true
	l.entries = append(l.entries, back)
	return nil
}

// hangsOn reports whether someone would be removed who has a signal, a place on
// a map, or a draft by somebody else.
func (l *ledger) hangsOn(k string, e *entry) bool {
	id, isPerson := strings.CutPrefix(k, "p")
	if _, was := e.before[k]; !isPerson || was {
		return false
	}
	for other, f := range l.now {
		switch {
		case f == e.after[other] && f != fact{}:
		case other[0] == 's' && strings.HasSuffix(other, " of "+id),
			other[0] == 'm' && strings.Contains(f.text, fmt.Sprintf("{Person:p%s ", id)),
			other == "d"+id && !strings.HasPrefix(f.text, e.who):
			return true
		}
	}
	return false
}
