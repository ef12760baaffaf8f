package pane

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"talentmap/store/roster"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Narrowing is the line in which one narrows a list by a query while one types, see
// [roster.ParseQuery]: the same in every list.
//
//	n := pane.NewNarrowing(env, "queue.complete", complete, p.narrowed)
//	n.Open()
//	lines = append(lines, n.Line(w))
type Narrowing struct {
	env     *Env
	id      string // of the action that completes
	changed func() tea.Cmd
	input   *widget.Input
	words   *widget.Completer
	open    bool
	wrong   string            // what of the text can't be understood
	bad     roster.QueryError // and which word that is
}

// NewNarrowing makes a line that is not there yet. changed is what follows when its
// text has; complete may be nil.
func NewNarrowing(env *Env, completes string, complete widget.Complete, changed func() tea.Cmd) *Narrowing {
	n := &Narrowing{env: env, id: completes, changed: changed, input: widget.NewInput()}
	n.words = widget.NewCompleter(n.input, complete)
	return n
}

// Open begins to type.
func (n *Narrowing) Open() {
	n.open = true
	n.words.Look()
}

// Typing reports whether it has the keys.
func (n *Narrowing) Typing() bool { return n.open }

// Shown reports whether the line is there: typed into, or with a text.
func (n *Narrowing) Shown() bool { return n.open || n.Text() != "" }

// Text is the query.
func (n *Narrowing) Text() string { return n.input.Text() }

// Takes reports whether a key that is no text is one of the line's.
func (n *Narrowing) Takes(key string) bool { return n.input.Takes(key) }

// Leave ends the typing; the query stays.
func (n *Narrowing) Leave() { n.open = false }

// Clear ends the typing and takes the query away.
func (n *Narrowing) Clear() tea.Cmd {
	n.open, n.wrong = false, ""
	if n.Text() == "" {
		return nil
	}
	n.input.SetText("")
	return n.changed()
}

// Wrong says what of the text can't be understood; nil: nothing.
func (n *Narrowing) Wrong(err error) {
	n.wrong, n.bad = "", roster.QueryError{}
	if err == nil {
		return
	}
	n.wrong = err.Error()
	if bad := (*roster.QueryError)(nil); errors.As(err, &bad) {
		n.bad = *bad
	}
}

// Update types.
func (n *Narrowing) Update(msg tea.Msg) tea.Cmd {
	if !n.open {
		return nil
	}
	key, _ := msg.(tea.KeyPressMsg)
	if key.String() == "right" && n.input.AtEnd() && n.words.Any() {
		return n.Complete()
	}
	if changed, handled := n.input.Update(msg); handled {
		n.words.Look()
		if changed {
			return n.changed()
		}
		return nil
	}
	switch key.String() {
	case "esc":
		return n.Clear()
	case "enter":
		n.Leave()
	}
	return nil
}

// NothingToComplete is why there is nothing to complete; "" where there is.
func (n *Narrowing) NothingToComplete() string {
	switch {
	case !n.open:
		return "nothing is being typed"
	case !n.words.Any():
		return "there is nothing to complete"
	}
	return ""
}

// Complete completes the word at the cursor.
func (n *Narrowing) Complete() tea.Cmd {
	if n.words.Next() {
		return n.changed()
	}
	return nil
}

// completes reports whether the line says what completes the word at the cursor: not
// where another word is wrong.
func (n *Narrowing) completes() bool {
	at := n.input.Offset()
	return n.open && n.words.Any() && (n.wrong == "" || n.bad.Start <= at && at <= n.bad.End)
}

// Line is the line in w cells.
func (n *Narrowing) Line(w int) string {
	l := widget.NewLine(nil, n.env.Theme, false)
	l.Left(theme.Accent, " / ", 3)
	typed := n.width(w)
	l.Left(theme.Text, n.input.View(typed, n.env.Theme.Glyphs.Ellipsis), typed)
	rest := max(w-3-typed, 0)
	if n.completes() {
		n.words.Draw(&l, n.env.Say("{"+n.id+"}"), rest)
	} else {
		l.Left(theme.Dim, n.wrong, rest)
	}
	return string(l.Bytes())
}

func (n *Narrowing) width(w int) int { return min(widget.Width(n.Text())+2, max(w-3, 0)) }

// Cursor is in the line, while one types.
func (n *Narrowing) Cursor(w int) (x, y int, ok bool) {
	return 3 + n.input.Cursor(n.width(w)), 0, n.open
}
