package history

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// window is how many changes are read at first; then twice as many each time
// that the cursor comes near the end.
const window = 500

// rows are the newest changes as read at one moment.
type rows struct {
	all      []*row
	complete bool // there are no more
}

// row is one change, or the whole of an import as far as its changes follow one
// another. The oldest revision is its ID: an import may still be growing.
type row struct {
	oldest, newest model.Rev
	at             time.Time
	who, what      string
	records        int
	imported       model.ImportID
	undo, redo     bool
	gone, erased   bool
}

func newRow(e *store.Entry, zone *time.Location) *row {
	return &row{
		oldest: e.Rev, newest: e.Rev, at: e.At.In(zone), who: e.Actor, what: e.What, records: len(e.Refs),
		imported: e.Import, undo: e.IsUndo(), redo: e.IsRedo(), gone: e.Gone, erased: e.Erases || e.Erased,
	}
}

// take makes the change before part of the row, if it is of the same import.
func (r *row) take(e *store.Entry) bool {
	if r.imported == 0 || e.Import != r.imported || e.Actor != r.who || e.IsUndo() != r.undo || e.IsRedo() != r.redo {
		return false
	}
	if r.undo {
		r.what = e.What // the end of an import says most, and goes first
	}
	r.oldest, r.records = e.Rev, r.records+len(e.Refs)
	r.gone, r.erased = r.gone && e.Gone, r.erased && e.Erased
	return true
}

type loaded = pane.Loaded[*rows]

// Load reads the changes again, down to the oldest that is shown.
func (p *Pane) Load() tea.Cmd {
	st, want, zone := p.deps.Store, p.want, p.Env.Now().Location()
	oldest := model.Rev(0)
	if revs := p.list.IDs(); len(revs) > 0 {
		oldest = revs[len(revs)-1]
	}
	return pane.Load(&p.Reading, func() (*rows, error) { return read(st, want, oldest, zone) })
}

// more reads on when the cursor, or the view, has come near the end.
func (p *Pane) more() tea.Cmd {
	if !p.list.Read() || p.complete || p.Reading.Busy() || max(p.list.Index(), p.list.Last()-p.H) < p.list.Len()-p.H {
		return nil
	}
	p.want = 2 * p.list.Len()
	return p.Load()
}

func (p *Pane) show(r *rows) {
	p.complete = r.complete
	p.list.Show(r.all)
}

// read reads at least want rows, and down to the oldest; 0: there is none yet.
func read(st Store, want int, oldest model.Rev, zone *time.Location) (*rows, error) {
	out := &rows{complete: true}
	err := st.View(func(tx *store.Tx) error {
		for e, err := range tx.History() {
			if err != nil {
				return err
			}
			n := len(out.all)
			if e.Quiet || n > 0 && out.all[n-1].take(&e) {
				continue
			}
			if n >= want && (oldest == 0 || e.Rev < oldest) {
				out.complete = false
				return nil
			}
			out.all = append(out.all, newRow(&e, zone))
		}
		return nil
	})
	return out, err
}
