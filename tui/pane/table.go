package pane

import "talentmap/tui/widget"

// Table is a list together with what its rows are of, as it was read.
//
//	p.list = pane.NewTable(func(r *row) model.RoleID { return r.ID }, p.row)
//	p.list.Show(rows)
//	r := p.list.Current()
type Table[ID comparable, R any] struct {
	*widget.List[ID]
	id   func(*R) ID
	of   map[ID]*R
	read bool
}

// NewTable makes a table that has not been read yet. row draws one of its rows.
func NewTable[ID comparable, R any](id func(*R) ID, row func(b []byte, r *R, w int, st widget.RowState) []byte) *Table[ID, R] {
	t := &Table[ID, R]{id: id}
	t.List = widget.NewList(func(b []byte, id ID, w int, st widget.RowState) []byte { return row(b, t.of[id], w, st) })
	return t
}

// Show takes the rows as they were read, in their order.
func (t *Table[ID, R]) Show(rows []*R) {
	ids := make([]ID, len(rows))
	t.of, t.read = make(map[ID]*R, len(rows)), true
	for i, r := range rows {
		ids[i] = t.id(r)
		t.of[ids[i]] = r
	}
	t.SetIDs(ids)
}

// Read reports whether rows have been read, be there any or not.
func (t *Table[ID, R]) Read() bool { return t.read }

// Of is the row of an ID, nil for none.
func (t *Table[ID, R]) Of(id ID) *R { return t.of[id] }

// Current is the row under the cursor, nil for none.
func (t *Table[ID, R]) Current() *R {
	id, ok := t.Cursor()
	if !ok {
		return nil
	}
	return t.of[id]
}

// Rows are the rows below some lines of a view, see [RowsOf].
func (t *Table[ID, R]) Rows(line int, open string) Rows { return RowsOf(t.List, line, open) }
