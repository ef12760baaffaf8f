package overlay

import (
	"strings"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// The cells and lines that a picker takes where it gets them.
const (
	pickerWidth  = 84
	pickerHeight = 23
	pickerLeast  = 3 // lines of those, however few there are
)

// Want is as much as it gets, up to 84 × 23; see [Picker.Snug].
func (p *Picker) Want(w, h int) (int, int) {
	w, h = min(w, pickerWidth), min(h, pickerHeight)
	if p.snug > 0 {
		h = min(h, p.snug)
	}
	return w, h
}

// Snug has the picker as high as the lines that it has now need, for one that has all
// of them as it opens and few. It stays as high while they are narrowed.
func (p *Picker) Snug() *Picker {
	p.snug = pickerHead + max(len(p.items), pickerLeast)
	return p
}

// View is the filter and the lines.
func (p *Picker) View() string {
	pg, g := p.page(), p.env.Theme.Glyphs
	text := p.input.View(p.w-2, g.Ellipsis)
	if p.input.Text() == "" {
		text = p.env.Theme.Paint(theme.Dim, widget.Fit(p.env.Say(p.hint), p.w-2, g.Ellipsis))
	}
	pg.lines = append(pg.lines, p.env.Theme.Paint(theme.Accent, "> ")+text)
	l := widget.NewLine(nil, p.env.Theme, false)
	l.Left(theme.Text, "", 2)
	p.words.Draw(&l, p.completing(), p.w-2)
	pg.lines = append(pg.lines, string(l.Bytes()))
	if len(p.items) == 0 {
		if strings.TrimSpace(p.input.Text()) != "" {
			pg.text(theme.Dim, "Nothing matches. Fewer letters find more.")
		}
		return pg.String()
	}
	top, rows := p.window()
	before := p.before()
	for i := top; i < min(top+rows, len(p.items)); i++ {
		it := p.items[i]
		if i > top && it.Group == p.items[i-1].Group {
			it.Group = ""
		}
		pg.lines = append(pg.lines, p.line(it, i == p.at, before))
	}
	if p.below() > 0 {
		pg.lines = widget.Lines(pg.lines, p.w, p.h-p.below())
		pg.gap()
		it := &p.items[p.at]
		if it.Off != "" {
			pg.wrapped(theme.Text, it.Off)
		}
		pg.wrapped(theme.Dim, it.Note)
	}
	return pg.String()
}

// Whole has the note of the line under the cursor shown whole, below the lines.
func (p *Picker) Whole() *Picker {
	p.whole = true
	return p
}

// below is how many lines are kept for the note: none where there is little room.
func (p *Picker) below() int {
	if p.whole && p.h >= 14 {
		return 3
	}
	return 0
}

// note is what stands behind the title.
func (it *Item) note() string {
	if it.Off != "" {
		return it.Off
	}
	return it.Note
}

// before is the room that stands before the titles, and that of the widest title with a
// note behind it.
type before struct{ group, key, title int }

// mostKeys is how much of a line the keys may take.
const mostKeys = 16

func (p *Picker) before() (b before) {
	for _, it := range p.items {
		b.group, b.key = max(b.group, widget.Width(it.Group)), max(b.key, widget.Width(it.Key))
		if it.Off != "" || it.Note != "" {
			b.title = max(b.title, widget.Width(it.Title))
		}
	}
	b.key = min(b.key, mostKeys)
	return b
}

func (p *Picker) line(it Item, selected bool, room before) string {
	l := widget.NewLine(nil, p.env.Theme, selected)
	bar, tok := " ", theme.Text
	if selected {
		bar = p.env.Theme.Glyphs.Bar
	}
	if it.Off != "" {
		tok = theme.Dim
	}
	l.Left(theme.Accent, bar, 1)
	w := p.w - 1
	if p.many != nil {
		l.Left(theme.Accent, p.sign(it), 2)
		w -= 2
	}
	if room.group > 0 {
		l.Left(theme.Dim, it.Group, room.group+2)
		w -= room.group + 2
	}
	if room.key > 0 {
		l.Left(theme.Accent, it.Key, room.key)
		l.Left(theme.Text, "", 2)
		w -= room.key + 2
	}
	note := it.note()
	tw := w
	if note != "" {
		tw = min(max(widget.Width(it.Title), titleRoom(w, room.title)), w)
	}
	l.Marked(tok, it.Title, it.Marks, tw)
	if w > tw {
		gap := min(2, w-tw)
		l.Left(theme.Text, "", gap)
		l.Left(theme.Dim, note, w-tw-gap)
	}
	return string(l.Bytes())
}

// titleRoom is how much of w cells the titles have before the notes, which stand below
// one another: what the widest needs, two fifths at least and three at most.
func titleRoom(w, widest int) int { return min(max(widest, w*2/5), w*3/5) }

// Cursor is in the filter.
func (p *Picker) Cursor() (x, y int, ok bool) {
	return 2 + p.input.Cursor(p.w-2), 0, true
}
