package imports

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// window is how many changes of the journal are looked through for imports that
// were taken back; one of a file takes a change for every few thousand people.
const window = 10_000

// row is one file that came in.
type row struct {
	model.Import
	backBy string    // who has taken it back; "": it stands
	backAt time.Time // when
	counts string    // of one taken back: what it had brought, in the journal's words
}

type loaded struct {
	pane.Owner
	list []*row // newest first
	err  error
}

// Load reads the imports again. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	owner, st := p.Owner(gen), p.deps.Store
	return func() tea.Msg {
		msg := loaded{Owner: owner}
		msg.err = st.View(func(tx *store.Tx) (err error) {
			msg.list, err = read(tx)
			return err
		})
		return msg
	}
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if !p.Reading.End(msg.Gen) {
		return nil
	}
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	p.read, p.of = true, make(map[model.ImportID]*row, len(msg.list))
	ids := make([]model.ImportID, len(msg.list))
	for i, r := range msg.list {
		ids[i] = r.ID
		p.of[r.ID] = r
	}
	p.list.SetIDs(ids)
	p.list.Redraw()
	if p.Reading.Wanted() {
		return p.Load()
	}
	return nil
}

// read reads the imports that stand, and from the journal those taken back.
func read(tx *store.Tx) (list []*row, err error) {
	stand := map[model.ImportID]bool{}
	for imp, err := range tx.Imports() {
		if err != nil {
			return nil, err
		}
		stand[imp.ID] = true
		if imp.Dialect != model.MergedCompanies {
			list = append(list, &row{Import: imp})
		}
	}
	back, err := takenBack(tx, stand)
	list = append(list, back...)
	slices.SortFunc(list, func(a, b *row) int { return int(b.ID) - int(a.ID) })
	return list, err
}

// takenBack are the imports of which only the journal tells any more.
func takenBack(tx *store.Tx, stand map[model.ImportID]bool) (list []*row, err error) {
	undone := map[model.ImportID]store.Entry{}
	seen := 0
	for e, err := range tx.History() {
		if err != nil {
			return nil, err
		}
		if seen++; seen > window {
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
func fromJournal(e *store.Entry, undo store.Entry) (*row, bool) {
	what, ok := strings.CutPrefix(e.What, "imported ")
	if !ok {
		return nil, false
	}
	file, counts := what, ""
	if i := strings.LastIndex(what, ": "); i >= 0 {
		file, counts = what[:i], what[i+2:]
	}
	return &row{
		Import: model.Import{ID: e.Import, Source: file, By: e.Actor, At: e.At}, counts: counts,
		backBy: undo.Actor, backAt: undo.At,
	}, true
}
