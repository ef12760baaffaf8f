package widget

import (
	"strings"

	"talentmap/tui/theme"
)

// Completion is what a word of an [Input] may become.
type Completion struct {
	Text       string // what stands in its place then; "" for one that is looked for only when it is asked for
	Note       string // what that is
	Start, End int    // the word, as byte offsets
}

// Complete lists what the word at the cursor may become. Unless all is so it must
// be quick, as it is called at every key.
type Complete func(text string, cursor int, all bool) []Completion

// Completer completes the words of an input, one completion after the other, and
// says which comes next.
//
//	c := widget.NewCompleter(in, complete)
//	c.Look()          // after each key
//	c.Draw(&l, "tab", w)
//	changed := c.Next()
type Completer struct {
	in       *Input
	complete Complete
	next     []Completion // what Next puts in, in that order

	base  string // the text before the first of several
	wrote string // the text with the last of them, "" for none
	at    int    // and the cursor behind it
}

// NewCompleter makes a completer; without complete it has nothing to say.
func NewCompleter(in *Input, complete Complete) *Completer {
	return &Completer{in: in, complete: complete}
}

// Look looks what the word at the cursor may become, as it has been typed into.
func (c *Completer) Look() {
	text := c.in.Text()
	if c.complete == nil || c.on(text) {
		return
	}
	c.wrote = ""
	c.next = c.other(c.complete(text, c.in.Offset(), false), text)
}

// on reports whether the last completion still stands as it was put in.
func (c *Completer) on(text string) bool {
	return c.wrote != "" && text == c.wrote && c.in.Offset() == c.at
}

// other are those that are not what stands there already.
func (c *Completer) other(all []Completion, text string) (some []Completion) {
	for _, one := range all {
		if one.Text == "" || one.Text != text[one.Start:one.End] {
			some = append(some, one)
		}
	}
	return some
}

// Any reports whether there is a completion.
func (c *Completer) Any() bool { return len(c.next) > 0 }

// Next puts the next completion in, and reports whether there was one.
func (c *Completer) Next() (changed bool) {
	if !c.Any() {
		return false
	}
	text := c.in.Text()
	if !c.on(text) {
		c.base = text
	}
	asked := c.next[0].Text == ""
	if asked {
		if c.next = c.other(c.complete(text, c.in.Offset(), true), text); !c.Any() {
			return false
		}
	}
	one := c.next[0]
	c.in.SetText(c.base[:one.Start] + one.Text + c.base[one.End:])
	c.in.MoveTo(one.Start + len(one.Text))
	c.wrote, c.at = c.in.Text(), c.in.Offset()
	switch {
	case len(c.next) > 1:
		c.next = append(c.next[1:len(c.next):len(c.next)], one)
	case asked:
		c.next = nil
	default: // what may follow it comes next
		c.wrote = ""
		c.Look()
	}
	return true
}

// Draw appends in w cells which completion comes next, by which key, and which
// after it.
func (c *Completer) Draw(l *Line, key string, w int) {
	if !c.Any() || w <= Width(key) {
		l.Left(theme.Dim, "", w)
		return
	}
	l.Left(theme.Accent, key, Width(key))
	l.Left(theme.Dim, "  "+c.said(), w-Width(key))
}

// said is the next completion with what it is, and the others.
func (c *Completer) said() string {
	one := c.next[0]
	var then []string
	for _, other := range c.next[1:] {
		then = append(then, other.Text)
	}
	s := strings.TrimSpace(one.Text + "  " + one.Note)
	if len(then) > 0 {
		s += "   then " + strings.Join(then, " ")
	}
	return s
}
