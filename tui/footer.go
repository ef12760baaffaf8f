package tui

import (
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// footer is the last row: what was told, else what can be done here.
func (r *Root) footer() string {
	if r.toast.Text != "" {
		tok := theme.Strong
		if r.toast.Bad {
			tok = theme.Bad
		}
		return r.env.Theme.Paint(tok, widget.Fit(" "+r.toast.Text, r.w, r.env.Theme.Glyphs.Ellipsis))
	}
	l := widget.NewLine(make([]byte, 0, 2*r.w), r.env.Theme, false)
	left := r.w
	hint := func(a *action.Action) {
		key := action.KeyName(a.Keys[0])
		n := widget.Width(key) + widget.Width(a.Short) + 3
		if n > left {
			return
		}
		l.Left(theme.Accent, " "+key, widget.Width(key)+1)
		l.Left(theme.Dim, " "+a.Short+" ", widget.Width(a.Short)+2)
		left -= n
	}
	top := r.top()
	typing := false
	if e, ok := top.(pane.Editing); ok {
		typing = e.Editing()
	}
	acts := top.Actions()
	for i := range acts {
		if acts[i].Footer && acts[i].Off() == "" {
			hint(&acts[i])
		}
	}
	if len(r.overlays) == 0 && !typing {
		for i := range r.acts {
			if r.acts[i].Footer && r.acts[i].Off() == "" {
				hint(&r.acts[i])
			}
		}
	}
	l.Left(theme.Dim, "", left)
	return string(l.Bytes())
}
