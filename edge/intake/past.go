package intake

import (
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// lookBack is how many changes of the journal are looked through for imports that were
// taken back; one of a file takes a change for every few thousand people.
const lookBack = 10_000

// Past is one file that came in.
type Past struct {
	model.Import
	BackBy string    // who has taken it back; "": it stands
	BackAt time.Time // when
	Counts string    // of one taken back: what it had brought, in the journal's words
}

// Imported are the files that came in, newest first: the imports that stand, and from
// the journal those that were taken back lately.
func Imported(tx *store.Tx) (list []*Past, err error) {
	stand := map[model.ImportID]bool{}
	for imp, err := range tx.Imports() {
		if err != nil {
			return nil, err
		}
		stand[imp.ID] = true
		if imp.Dialect != model.MergedCompanies {
			list = append(list, &Past{Import: imp})
		}
	}
	back, err := takenBack(tx, stand)
	list = append(list, back...)
	slices.SortFunc(list, func(a, b *Past) int { return int(b.ID) - int(a.ID) })
	return list, err
}

// takenBack are the imports of which only the journal tells any more.
func takenBack(tx *store.Tx, stand map[model.ImportID]bool) (list []*Past, err error) {
	undone := map[model.ImportID]store.Entry{}
	seen := 0
	for e, err := range tx.History() {
		if err != nil {
			return nil, err
		}
		if seen++; seen > lookBack {
			break
		}
		switch {
		case e.Import == 0 || stand[e.Import] || e.IsRedo():
		case e.IsUndo():
			if _, ok := undone[e.Import]; !ok {
				undone[e.Import] = e
			}
		default:
			stand[e.Import] = true // its newest change says most
			if r, ok := fromJournal(&e, undone[e.Import]); ok {
				list = append(list, r)
			}
		}
	}
	return list, nil
}

// fromJournal is the import that a change was the end of: "imported people.csv: 4
// new, 2 changed". Mergers of companies, which go in the same way, are not.
func fromJournal(e *store.Entry, undo store.Entry) (*Past, bool) {
	what, ok := strings.CutPrefix(e.What, "imported ")
	if !ok {
		return nil, false
	}
	file, counts := what, ""
	if i := strings.LastIndex(what, ": "); i >= 0 {
		file, counts = what[:i], what[i+2:]
	}
	return &Past{
		Import: model.Import{ID: e.Import, Source: file, By: e.Actor, At: e.At}, Counts: counts,
		BackBy: undo.Actor, BackAt: undo.At,
	}, true
}
