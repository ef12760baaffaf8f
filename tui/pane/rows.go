package pane

import tea "charm.land/bubbletea/v2"

// What a pane may be able to do for the mouse, besides getting the focus by a click.
// None of it is needed by one who has no mouse.

// Listing is a pane that shows rows: a click puts the cursor on one, a second one
// opens it, the wheel scrolls. Where the screen is read aloud the terminal's cursor
// stands on the row under the cursor.
//
// After the mouse has moved something the pane gets [Moved].
type Listing interface{ Rows() Rows }

// Rows are the rows of a pane as they stand in its view.
type Rows struct {
	List RowList // nil: none are in view
	Line int     // the line of the view at which they begin
	Open string  // the ID of the action that a second click runs; "": none
}

// RowsOf are the rows of a list, which begins below some lines of the view; none where
// the list is empty. open is the action that a second click runs, "" for none.
func RowsOf(list interface {
	RowList
	Len() int
}, line int, open string,
) Rows {
	if list.Len() == 0 {
		return Rows{}
	}
	return Rows{List: list, Line: line, Open: open}
}

// Walked is a pane that takes a text and has rows, too: whether one has gone through
// the rows since one typed.
type Walked interface{ Walked() bool }

// RowList is a list whose rows can be pointed at, such as a widget.List.
type RowList interface {
	Scroller
	// PointAt puts the cursor on the row at a line of the list; false where there
	// is none.
	PointAt(line int) bool
	// CursorLine is the line of the list at which the row under the cursor stands;
	// false where that is not in view.
	CursorLine() (line int, ok bool)
}

// Scroller has a view that the wheel moves; the cursor stays where it is.
type Scroller interface {
	Scroll(rows int)
	LetGo() // brings the cursor into view again: any key does that first
}

// Clicked is a pane that has something to be clicked at other than rows, at a cell
// of its view.
type Clicked interface{ Click(x, y int) tea.Cmd }

// Moved says that the mouse has moved the cursor or the view: draw again, and see to
// what follows the cursor.
type Moved struct{}
