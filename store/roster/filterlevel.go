package roster

import (
	"fmt"
	"strings"

	"talentmap/scoring"
)

// rung is one step of the ladder of titles, as people speak of it. Specialists and
// managers stand side by side: staff and lead are one rung.
type rung struct {
	from  int // the lowest that [scoring.Level] gives a title on it
	names []string
}

// rungs are the ladder, rising. A title that names no level is mid; one between
// two rungs, such as Senior Staff Engineer or Deputy Director, is on the lower.
var rungs = [...]rung{
	{10, []string{"intern"}},
	{20, []string{"junior"}},
	{30, []string{"mid"}},
	{40, []string{"senior"}},
	{50, []string{"staff", "lead"}},
	{60, []string{"principal", "manager"}},
	{70, []string{"head"}},
	{80, []string{"director"}},
	{90, []string{"vp"}},
	{100, []string{"chief"}},
}

// rungOf is the rung of a title, from 1; 0 where it says nothing of level.
func rungOf(title string) uint8 {
	level := scoring.Level(title)
	n := uint8(0)
	for i := range rungs {
		if level >= rungs[i].from {
			n = uint8(i + 1)
		}
	}
	return n
}

// rungNames are the names of all rungs, rising.
func rungNames() (names []string) {
	for i := range rungs {
		names = append(names, rungs[i].names...)
	}
	return names
}

// rungNamed finds a rung by its name, by the beginning of names of no other, or
// by what is said for it in a title, such as Sr., CTO and Direktor.
func rungNamed(value string) (n uint8, ok bool) {
	folded := newNeedle(value, false)
	found := uint8(0)
	for _, name := range rungNames() {
		if !folded.begins(name) {
			continue
		}
		if at := rungOf(name); found == 0 || found == at {
			found = at
			continue
		}
		return 0, false
	}
	const mid = 30 // also of any other word
	if found == 0 && scoring.Level(value) != mid {
		found = rungOf(value)
	}
	return found, found != 0
}

// levelTest compares rungs; a title that says nothing of level compares to
// nothing.
func levelTest(f *filterField, t term, _ asked) (made, string) {
	want, ok := rungNamed(t.value)
	if !ok {
		return made{}, fmt.Sprintf("there is no %s %q: it is one of %s", f.Name, t.value, strings.Join(rungNames(), ", "))
	}
	return onEntry(func(e *entry) bool { return e.rung != 0 && compared(e.rung, t.op, want) }), ""
}
