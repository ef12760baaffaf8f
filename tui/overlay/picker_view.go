package overlay

import (
	"strings"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Want is as much as it gets, up to 84 × 24.
func (p *Picker) Want(w, h int) (int, int) { return min(w, 84), min(h, 24) }

// View is the filter and the lines.
func (p *Picker) View() string {
	pg, g := p.page(), p.env.Theme.Glyphs
	text := p.input.View(p.w-2, g.Ellipsis)
	if p.input.Text() == "" {
		text = p.env.Theme.Paint(theme.Dim, widget.Fit(p.hint, p.w-2, g.Ellipsis))
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
	rows := max(p.h-2, 1)
	top := max(p.at-rows+1, 0)
	keyWidth := p.keyWidth()
	for i := top; i < min(top+rows, len(p.items)); i++ {
		pg.lines = append(pg.lines, p.line(p.items[i], i == p.at, keyWidth))
	}
	return pg.String()
}

func (p *Picker) keyWidth() int {
	n := 0
	for _, it := range p.items {
		n = max(n, widget.Width(it.Key))
	}
	return min(n, 12)
}

func (p *Picker) line(it Item, selected bool, keyWidth int) string {
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
	if keyWidth > 0 {
		l.Left(theme.Accent, it.Key, keyWidth)
		l.Left(theme.Text, "", 2)
		w -= keyWidth + 2
	}
	note := it.Note
	if it.Off != "" {
		note = it.Off
	}
	tw := min(max(widget.Width(it.Title), w*2/5), w)
	if note == "" {
		tw = w
	}
	l.Marked(tok, it.Title, it.Marks, tw)
	if w > tw {
		l.Left(theme.Text, "", 2)
		l.Left(theme.Dim, note, w-tw-2)
	}
	return string(l.Bytes())
}

// Cursor is in the filter.
func (p *Picker) Cursor() (x, y int, ok bool) {
	return 2 + p.input.Cursor(p.w-2), 0, true
}
