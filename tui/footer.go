package tui

import (
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
	top := r.top()
	h := hints{root: r, l: widget.NewLine(r.foot.buf[:0], r.env.Theme, false), left: r.w - widget.Width(end)}
	h.takes = typed(top)
	if m, ok := top.(pane.Marking); ok {
		h.several = m.HasMarks()
	}
	var help, back *action.Action
	if len(r.overlays) == 0 && h.takes == nil {
		help = byID(r.acts, helpID)
		if len(r.pages) == 0 && r.behind.pages != nil {
			back = byID(r.acts, homeID)
		}
	}
	room := h.keep(help) + h.keep(back)
	h.add(top.Actions(), help)
	if help != nil {
		h.add(r.acts, help)
		h.left += room
		if back != nil {
			h.hint(back)
		}
		h.hint(help)
	}
	h.l.Left(theme.Dim, "", h.left)
	h.l.Left(theme.Warm, end, widget.Width(end))
	if review {
		r.spots = append(r.spots, spot{r.h - 1, r.w - widget.Width(end), r.w, byID(r.acts, "review")})
	}
	return r.foot.keep(h.l.Bytes())
}

// typed reports which keys the text that is typed in a place takes; nil where none is.
func typed(top pane.Pane) (takes func(key string) bool) {
	if e, ok := top.(pane.Editing); ok && e.Editing() {
		return e.Takes
	}
	return nil
}

// hints are the keys of the footer as they are put one behind the other.
type hints struct {
	root    *Root
	l       widget.Line
	x, left int                   // cells that are taken, and that are free
	takes   func(key string) bool // what is typed takes a key; nil where no text is typed
	full    bool                  // one had no room: those after it are left out
	several bool                  // people are marked: what can be done with them is said
}

// keep keeps room for an action that stands last, and returns how many cells; none for nil.
func (h *hints) keep(a *action.Action) (room int) {
	if a == nil {
		return 0
	}
	key, _ := h.key(a)
	room = hintWidth(a, key)
	h.left -= room
	return room
}

// hintWidth is the cells that a key, what it does and the blanks between take.
func hintWidth(a *action.Action, key string) int {
	return widget.Width(key) + widget.Width(a.Short) + 3
}

// wanted reports whether an action is for the footer now.
func (h *hints) wanted(a *action.Action) bool {
	if h.several {
		return a.Several || a.Footer && a.Many
	}
	return a.Footer
}

// add adds the actions that are for the footer and on, without the one that stands
// last. Where one has no room none comes after it: the earlier is the more important.
func (h *hints) add(acts []action.Action, last *action.Action) {
	for i := range acts {
		if a := &acts[i]; !h.full && a != last && h.wanted(a) && a.Off() == "" {
			h.hint(a)
		}
	}
}

// hint adds an action where there is room, and notes where it stands for a click.
func (h *hints) hint(a *action.Action) {
	key, ok := h.key(a)
	n := hintWidth(a, key)
	if !ok {
		return
	}
	if n > h.left {
		h.full = true
		return
	}
	h.l.Left(theme.Accent, "", 1)
	h.l.Left(theme.Accent, key, widget.Width(key))
	h.l.Left(theme.Dim, "", 1)
	h.l.Left(theme.Dim, a.Short, widget.Width(a.Short)+1)
	h.root.spots = append(h.root.spots, spot{h.root.h - 1, h.x, h.x + n, a})
	h.x, h.left = h.x+n, h.left-n
}

// key is the key to show for an action: the first one, while a text is typed the
// first that runs it there. ok is false where there is none.
func (h *hints) key(a *action.Action) (name string, ok bool) {
	name, ok = action.WhileTyping(a.Keys, h.takes)
	if ok {
		name = action.KeyName(name)
	}
	return name, ok
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
