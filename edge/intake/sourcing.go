package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"talentmap/model"
)

// A file is the newest of a source when enough of its people are those whom the
// source has told of before. Only then does what it says differently mean that
// something has changed, and somebody missing that she is gone. sameSource is the
// share of the smaller of both, file and source, from which on they are one.
const sameSource = 0.5

// sourcing is what planning knows of where a file comes from.
type sourcing struct {
	source  model.Source              // ID 0: a new one, until its first people are written
	before  model.Date                // the day that its file before told of
	asOf    model.Date                // the day that this one tells of
	missing map[string]model.PersonID // by name, see expect
	rows    map[int32]*union          // of those known who have several rows in this file, by index in the matcher
}

// older reports whether a newer file of the source has come in before: this one
// is no news.
func (sg *sourcing) older() bool { return sg.asOf < sg.before }

// says is what the source now says of someone; nil when it has said something
// newer.
func (sg *sourcing) says(in *model.Person) *model.Statement {
	if sg.older() {
		return nil
	}
	st := model.StatementOf(sg.source.ID, in, sg.asOf)
	return &st
}

// introduces is what the source says of someone new. One whom only an older file
// has is gone by the newest.
func (sg *sourcing) introduces(in *model.Person) *model.Statement {
	st := model.StatementOf(sg.source.ID, in, sg.asOf)
	if sg.older() {
		st.Gone = sg.before
	}
	return &st
}

// choose takes the source that shares most people with the file, or the one of
// the name asked for.
func (sg *sourcing) choose(candidates []model.Source, known Known, l *firstLook, name string) {
	best, most := -1, 0.0
	for i := range candidates {
		c := &candidates[i]
		if name != "" {
			if strings.EqualFold(c.Name, name) {
				best = i
			}
			continue
		}
		share := overlap(known, c.ID, l)
		if share > most || share == most && best >= 0 && strings.EqualFold(c.Name, sg.source.Name) {
			best, most = i, share
		}
	}
	if best < 0 || name == "" && most < sameSource {
		return
	}
	said := sg.source.Columns
	if sg.source = candidates[best]; said != nil {
		sg.source.Columns = said
	}
	sg.before = sg.source.AsOf
}

// overlap is the share of the people of file or source, whichever has fewer, who
// are in both: those whom rows mean, and those of whom rows say the very same.
func overlap(known Known, src model.SourceID, l *firstLook) float64 {
	m, left := l.matcher, maps.Clone(l.keyless)
	stated, both, inFile := 0, 0, 0
	for st, err := range known.Stated(src) {
		if err != nil || st.Gone.Known() {
			continue
		}
		stated++
		if at, ok := m.byID[st.Person]; ok && m.met[at].claimed {
			both++
			continue
		}
		said := st.Said()
		text := wording(&said)
		row := left[text]
		if row.all == 0 {
			continue
		}
		both++
		if row.all--; row.strangers > 0 {
			row.strangers, inFile = row.strangers-1, inFile+1
		}
		left[text] = row
	}
	for i := range m.met {
		if m.met[i].claimed {
			inFile++
		}
	}
	if least := min(stated, inFile); least > 0 {
		return float64(both) / float64(least)
	}
	return 0
}

// expect finds whom the source told of before and no row means so far, and who is
// the only one of the name, there as here: a row of that name may be hers, with
// other keys or at another employer.
func (sg *sourcing) expect(known Known, m *matcher, rows map[string]int) error {
	sg.missing = map[string]model.PersonID{}
	stated := map[string]int{}
	for st, err := range known.Stated(sg.source.ID) {
		if err != nil {
			return fmt.Errorf("what %s said before: %w", sg.source.Name, err)
		}
		if st.Gone.Known() {
			continue
		}
		name := fullName(st.Name)
		stated[name]++
		if at, ok := m.byID[st.Person]; (!ok || !m.met[at].claimed) && rows[name] == 1 && strings.Contains(name, " ") {
			sg.missing[name] = st.Person
		}
	}
	for name := range sg.missing {
		if stated[name] > 1 {
			delete(sg.missing, name)
		}
	}
	return nil
}

// fullName is a name reduced for comparison, without initials.
func fullName(name string) string {
	words := strings.Fields(model.NameKey(name))
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return len(w) == 1 }), " ")
}
