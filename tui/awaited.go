package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
)

// What was on the screen stays for a moment while a page that was opened has nothing to
// show yet: most have read what they show before one could look, and an empty page in
// between would flicker, and cost the bytes of clearing the screen. It ends with the first
// that the page has read, with the patience that any work has before it is told of, or
// with the next key, which goes to the page.

// waited is the end of the patience with a page.
type waited struct{ page pane.Pane }

// await keeps the screen for a page that has been opened.
func (r *Root) await(p pane.Pane) tea.Cmd {
	if a, ok := p.(pane.Awaited); !ok || !a.Awaited() {
		return nil
	}
	r.awaited = p
	return r.env.After(patience, func(time.Time) tea.Msg { return waited{p} })
}

// waitedFor ends the patience with a page.
func (r *Root) waitedFor(p pane.Pane) {
	if r.awaited == p {
		r.awaited = nil
	}
}

// awaits reports whether what was on the screen stays.
func (r *Root) awaits() bool {
	if r.awaited == nil || r.frame.frame == "" || r.top() != r.awaited {
		return false
	}
	a, ok := r.awaited.(pane.Awaited)
	return ok && a.Awaited()
}
