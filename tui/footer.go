package tui

import (
	"unicode/utf8"

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
	l := widget.NewLine(r.foot.buf[:0], r.env.Theme, false)
	end := r.toReview()
	left := r.w - widget.Width(end)
	top := r.top()
	typing := false
	if e, ok := top.(pane.Editing); ok {
		typing = e.Editing()
	}
	hint := func(a *action.Action) {
		key, ok := hintKey(a, typing)
		if !ok {
			return
		}
		n := widget.Width(key) + widget.Width(a.Short) + 3
		if n > left {
			return
		}
		l.Left(theme.Accent, "", 1)
		l.Left(theme.Accent, key, widget.Width(key))
		l.Left(theme.Dim, "", 1)
		l.Left(theme.Dim, a.Short, widget.Width(a.Short)+1)
		left -= n
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
	l.Left(theme.Warm, end, widget.Width(end))
	return r.foot.keep(l.Bytes())
}

// footLine keeps the last footer: it seldom differs.
type footLine struct {
	buf  []byte
	text string
}

func (f *footLine) keep(b []byte) string {
	f.buf = b
	if f.text != string(b) {
		f.text = string(b)
	}
	return f.text
}

// hintKey is the key to show for an action: the first one, while text is typed
// the first that is no text. ok is false where there is none.
func hintKey(a *action.Action, typing bool) (name string, ok bool) {
	for _, k := range a.Keys {
		if !typing || k != "space" && utf8.RuneCountInString(k) > 1 {
			return action.KeyName(k), true
		}
	}
	return "", false
}
