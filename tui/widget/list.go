package widget

import (
	"slices"
	"strings"
	"unicode/utf8"

	"talentmap/tui/theme"
)

// Row draws one row in exactly w cells onto b.
type Row[ID comparable] func(b []byte, id ID, w int, st RowState) []byte

// RowState is how a row stands in its list. The row under the cursor is
// Selected, and drawn so, only while its list has the focus.
type RowState struct{ Cursor, Selected, Marked bool }

// Bar is the sign and its token at the beginning of a row.
func (st RowState) Bar(th *theme.Theme) (theme.Token, string) {
	switch {
	case st.Marked:
		return theme.Accent, th.Glyphs.Mark
	case st.Selected:
		return theme.Accent, th.Glyphs.Bar
	case st.Cursor:
		return theme.Border, th.Glyphs.Bar
	}
	return theme.Text, " "
}

// List is a column of rows with a cursor and marks, which are IDs and never
// indexes: a reload does not move them onto a neighbour. Rows are drawn once
// and kept.
type List[ID comparable] struct {
	row    Row[ID]
	ids    []ID
	cursor ID
	want   ID // where the cursor goes once the list has it
	wanted bool
	at     int // index of the cursor in ids
	top    int // the first line in view, headings counted
	w, h   int
	blur   bool
	loose  bool // the view was scrolled away from the cursor
	marks  map[ID]bool
	cache  map[ID]string
	buf    []byte

	ranging bool // rows are marked from the anchor to the cursor
	anchor  ID
	heads   []string // of parts
	headed  []int    // the rows below them
}

// NewList makes an empty list whose rows are drawn by row.
func NewList[ID comparable](row Row[ID]) *List[ID] {
	return &List[ID]{row: row, marks: map[ID]bool{}, cache: map[ID]string{}}
}

// SetSize sets the cells that the list may fill.
func (l *List[ID]) SetSize(w, h int) {
	if w != l.w {
		clear(l.cache)
	}
	l.w, l.h = w, max(h, 0)
	l.scroll()
}

// SetIDs replaces the rows. The cursor stays on its ID; when that is gone it
// stays at its place. Marks of IDs that are gone are dropped. Headings may stand
// between the rows, in their order.
func (l *List[ID]) SetIDs(ids []ID, parts ...Heading[ID]) {
	l.ids = ids
	l.setParts(parts)
	clear(l.cache)
	if l.wanted && slices.Contains(ids, l.want) {
		l.cursor, l.wanted = l.want, false
	}
	if i := slices.Index(ids, l.cursor); i >= 0 {
		l.at = i
	}
	l.place(l.at)
	l.keepMarks()
	if l.ranging && !slices.Contains(ids, l.anchor) {
		l.ranging = false
	}
}

// Focus says whether the list's pane has the focus.
func (l *List[ID]) Focus(on bool) { l.blur = !on }

// Redraw forgets what was drawn.
func (l *List[ID]) Redraw() { clear(l.cache) }

// Len is the number of rows.
func (l *List[ID]) Len() int { return len(l.ids) }

// IDs are the rows in order; the caller must not change them.
func (l *List[ID]) IDs() []ID { return l.ids }

// Cursor is the ID under the cursor; ok is false in an empty list.
func (l *List[ID]) Cursor() (id ID, ok bool) { return l.cursor, len(l.ids) > 0 }

// Index is the cursor's row, from 0.
func (l *List[ID]) Index() int { return l.at }

// Select puts the cursor on an ID.
func (l *List[ID]) Select(id ID) {
	if i := slices.Index(l.ids, id); i >= 0 {
		l.place(i)
	}
}

// Want puts the cursor on an ID as soon as the list has it.
func (l *List[ID]) Want(id ID) {
	if slices.Contains(l.ids, id) {
		l.Select(id)
		return
	}
	l.want, l.wanted = id, true
}

// Move moves the cursor by n rows, stopping at the ends.
func (l *List[ID]) Move(n int) { l.place(l.at + n) }

// Page moves the cursor by n half pages.
func (l *List[ID]) Page(n int) { l.place(l.at + n*max(l.h/2, 1)) }

// Home and End move the cursor to the first and last row.
func (l *List[ID]) Home() { l.place(0) }

// End moves the cursor to the last row.
func (l *List[ID]) End() { l.place(len(l.ids) - 1) }

func (l *List[ID]) place(i int) {
	if len(l.ids) == 0 {
		l.at, l.top = 0, 0
		return
	}
	l.at = min(max(i, 0), len(l.ids)-1)
	if l.cursor != l.ids[l.at] {
		l.cursor, l.loose = l.ids[l.at], false
	}
	l.scroll()
}

// scroll brings the cursor into view: by half a page where it left at an edge,
// which costs a quarter of the bytes that scrolling row by row does.
func (l *List[ID]) scroll() {
	if l.h <= 0 {
		return
	}
	at := l.lineOf(l.at)
	switch {
	case l.loose:
	case at < l.top:
		l.top = at - (l.h-1)/2
	case at >= l.top+l.h:
		l.top = at - l.h/2
	}
	l.top = max(min(l.top, l.length()-l.h), 0)
	if l.at == 0 && at < l.h && !l.loose {
		l.top = 0 // with the heading above it
	}
}

// Lines appends the visible rows to lines: exactly the list's height.
func (l *List[ID]) Lines(lines []string) []string {
	from, to := l.span()
	for y := range l.h {
		i, head := l.rowAt(l.top + y)
		if i >= len(l.ids) {
			lines = append(lines, Spaces(l.w))
			continue
		}
		if head >= 0 {
			lines = append(lines, l.heads[head])
			continue
		}
		id := l.ids[i]
		switch marked := l.marks[id] || i >= from && i < to; {
		case i == l.at:
			lines = append(lines, l.draw(id, RowState{Cursor: true, Selected: !l.blur, Marked: marked}))
		case marked != l.marks[id]:
			lines = append(lines, l.draw(id, RowState{Marked: true}))
		default:
			lines = append(lines, l.kept(id))
		}
	}
	return lines
}

// kept is a row away from the cursor, drawn once.
func (l *List[ID]) kept(id ID) string {
	line, ok := l.cache[id]
	if !ok {
		line = l.draw(id, RowState{Marked: l.marks[id]})
		l.cache[id] = line
	}
	return line
}

func (l *List[ID]) draw(id ID, st RowState) string {
	l.buf = l.row(l.buf[:0], id, l.w, st)
	return string(l.buf)
}

// Line builds one row of styled segments. A style is closed where another
// begins, or at the end: half of a row's bytes would be styles otherwise. Blanks have no
// looks but the background that all of a selected row has, and take whatever style is
// open.
type Line struct {
	b        []byte
	th       *theme.Theme
	selected bool
	open     string // the style that is open
}

// NewLine begins a row on b.
func NewLine(b []byte, th *theme.Theme, selected bool) Line {
	return Line{b: b, th: th, selected: selected}
}

// Left appends text in w cells, aligned left.
func (l *Line) Left(tok theme.Token, text string, w int) {
	if w <= 0 {
		return
	}
	l.style(tok, text)
	l.b = AppendFit(l.b, text, w, l.th.Glyphs.Ellipsis)
}

// Right appends text in w cells, aligned right.
func (l *Line) Right(tok theme.Token, text string, w int) {
	if w <= 0 {
		return
	}
	l.style(tok, text)
	l.b = AppendRight(l.b, text, w, l.th.Glyphs.Ellipsis)
}

// Styled appends text in w cells, aligned left, in a style of its own: an SGR
// sequence without any width.
func (l *Line) Styled(open, text string, w int) {
	if w > 0 {
		l.pen(open)
		l.b = AppendFit(l.b, text, w, l.th.Glyphs.Ellipsis)
	}
}

// style opens the style of a token for a text.
func (l *Line) style(tok theme.Token, text string) {
	if strings.Trim(text, " ") == "" && (!l.selected || l.open != "") {
		return
	}
	l.pen(l.th.Open(tok, l.selected))
}

func (l *Line) pen(style string) {
	if style == l.open {
		return
	}
	if l.open != "" {
		l.b = append(l.b, theme.Reset...)
	}
	l.b = append(l.b, style...)
	l.open = style
}

// Bytes is the row.
func (l *Line) Bytes() []byte {
	l.pen("")
	return l.b
}

// Marked appends text in w cells with the letters at the byte offsets given
// standing out.
func (l *Line) Marked(tok theme.Token, text string, at []int, w int) {
	if len(at) == 0 || Width(text) > w {
		l.Left(tok, text, w)
		return
	}
	used := 0
	for i := 0; i < len(at); {
		from := at[i]
		if from < used || from >= len(text) {
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(text[from:])
		to := from + size
		for i++; i < len(at) && at[i] == to && to < len(text); i++ {
			_, size = utf8.DecodeRuneInString(text[to:])
			to += size
		}
		l.Left(tok, text[used:from], Width(text[used:from]))
		l.Left(theme.Accent, text[from:to], Width(text[from:to]))
		used = to
	}
	l.Left(tok, text[used:], w-Width(text[:used]))
}
