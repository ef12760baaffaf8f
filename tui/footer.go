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
	end, review := r.underWay(), false
	if r.toast.there() {
		return r.message(end)
	}
	if end == "" {
		end = r.toReview()
		review = end != ""
	}
	l := widget.NewLine(r.foot.buf[:0], r.env.Theme, false)
	left := r.w - widget.Width(end)
	top := r.top()
	typing := false
	if e, ok := top.(pane.Editing); ok {
		typing = e.Editing()
	}
	x, y := 0, r.h-1
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
		r.spots = append(r.spots, spot{y, x, x + n, a})
		x, left = x+n, left-n
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
	if review {
		r.spots = append(r.spots, spot{y, r.w - widget.Width(end), r.w, byID(r.acts, "review")})
	}
	return r.foot.keep(l.Bytes())
}

// message is what was told, before what is under way: what happened is cut where there is
// too little room for what can be done, and then for how to read the whole.
func (r *Root) message(end string) string {
	tok, t, cut := theme.Strong, &r.toast, r.env.Theme.Glyphs.Ellipsis
	if t.Bad {
		tok = theme.Bad
	}
	w := r.w - widget.Width(end)
	text, next := " "+t.Text, t.Next
	if t.Text == "" {
		text, next = " "+next, ""
	}
	if widget.Width(text) > w && t.Bad {
		next = r.env.Say("{messages} shows the whole")
	}
	if next != "" {
		next = " · " + next
		text = widget.Cut(text, max(w-widget.Width(next), w/2), cut) + next
	}
	r.spots = append(r.spots, spot{r.h - 1, 0, w, byID(r.acts, "messages")})
	return r.env.Theme.Paint(tok, widget.Fit(text, w, cut)) + r.env.Theme.Paint(theme.Warm, end)
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
