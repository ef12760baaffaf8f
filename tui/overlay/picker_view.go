package overlay

import (
	"strings"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// The most that a picker gets, and the fewest lines: those of a line for a note, or of
// what says that nothing matches.
const (
	pickerWidth, pickerHeight = 84, 23
	fewestLines               = 5
	wholeHeight               = 14
)

// Want is a line for each that there was as it opened, up to 84 × 23; all of that where
// other lines come as one types.
func (p *Picker) Want(w, h int) (int, int) {
	if p.wanted == 0 {
		p.wanted = pickerHead + max(len(p.items), p.opened, fewestLines)
		if p.whole {
			p.wanted = max(p.wanted+noteLines, wholeHeight)
		}
		if p.tall {
			p.wanted = pickerHeight
		}
	}
	return min(w, pickerWidth), min(h, p.wanted, pickerHeight)
}

// Tall has room for many lines, however few there are as it opens: for a search.
func (p *Picker) Tall() *Picker {
	p.tall = true
	return p
}

// View is the filter and the lines.
func (p *Picker) View() string { return strings.Join(p.Lines(), "\n") }

// Lines are the view's.
func (p *Picker) Lines() []string {
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
		if query := p.input.Text(); strings.TrimSpace(query) != "" {
			pg.text(theme.Dim, p.env.Say(p.nothing(query)))
		}
		return pg.whole()
	}
	top, rows := p.window()
	before := p.before()
	var b []byte // of one line after the other
	for i := top; i < min(top+rows, len(p.items)); i++ {
		it := p.items[i]
		if i > top && it.Group == p.items[i-1].Group {
			it.Group = ""
		}
		b = p.line(b[:0], it, i == p.at, before)
		pg.lines = append(pg.lines, string(b))
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
	return pg.whole()
}

// Whole has the note of the line under the cursor shown whole, below the lines.
func (p *Picker) Whole() *Picker {
	p.whole = true
	return p
}

// noteLines are those of a note that is shown whole, with a gap.
const noteLines = 3

// below is how many lines are kept for the note: none where there is little room.
func (p *Picker) below() int {
	if p.whole && p.h >= wholeHeight {
		return noteLines
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

// titleWidth is the cells of a title before its note, of w for both: those of the longest,
// up to three fifths; in a search, where others come with each letter, always as many.
func (p *Picker) titleWidth(longest, w int) int {
	if p.tall {
		return w / 3
	}
	return titleRoom(w, longest)
}

// titleRoom is how much of w cells titles have before the notes, which stand below one
// another: what the widest needs, three fifths at most.
func titleRoom(w, widest int) int { return min(widest, w*3/5) }

func (p *Picker) line(b []byte, it Item, selected bool, room before) []byte {
	l := widget.NewLine(b, p.env.Theme, selected)
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
		tw = min(max(widget.Width(it.Title), p.titleWidth(room.title, w)), w)
	}
	l.Marked(tok, it.Title, it.Marks, tw)
	if w > tw {
		gap := min(2, w-tw)
		l.Left(theme.Text, "", gap)
		l.Left(theme.Dim, note, w-tw-gap)
	}
	return l.Bytes()
}

// Cursor is in the filter.
func (p *Picker) Cursor() (x, y int, ok bool) {
	return 2 + p.input.Cursor(p.w-2), 0, true
}
