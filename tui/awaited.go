package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// What was on the screen stays for a moment while a page that was opened has nothing to
// show yet: most have read what they show before one could look, and an empty page in
// between would flicker, and cost the bytes of clearing the screen. It ends with the first
// that the page has read, with the patience that any work has before it is told of, or
// with a key that is not for the page. Keys that are for it are kept until it has read: who
// knows the way types on, and what is typed finds what it is meant for.

// waited is the end of the patience with a page.
type waited struct{ page pane.Pane }

// nextTyped is the turn of the next key that was kept.
type nextTyped struct{}

// pace is how long one key that was kept waits after the one before: a frame. Within it
// arrives what that one has asked for, such as another page.
const pace = 8 * time.Millisecond

// await keeps the screen for a page that has been opened.
func (r *Root) await(p pane.Pane) tea.Cmd {
	if a, ok := p.(pane.Awaited); !ok || !a.Awaited() {
		return nil
	}
	r.awaited = p
	return r.env.After(patience, func(time.Time) tea.Msg { return waited{p} })
}

// waitedFor ends the patience with a page. What was typed to it waits on.
func (r *Root) waitedFor(p pane.Pane) tea.Cmd {
	if r.awaited == p {
		r.awaited = nil
	}
	return r.typedAhead()
}

// awaits reports whether what was on the screen stays.
func (r *Root) awaits() bool {
	return r.awaited != nil && r.frame.frame != "" && r.top() == r.awaited && r.unread()
}

// unread reports whether a page has the keys that is being read for the first time.
func (r *Root) unread() bool {
	a, ok := r.top().(pane.Awaited)
	return ok && a.Awaited()
}

// press takes a key from the keyboard: at once, unless it is for a page that is still
// being read.
func (r *Root) press(msg tea.KeyPressMsg) tea.Cmd {
	if r.givesUp(msg.String()) {
		r.ahead = nil
	}
	if !r.keeps(msg.String()) {
		return tea.Batch(r.waitNoMore(), r.key(msg))
	}
	r.ahead = append(r.ahead, msg)
	if r.awaited != nil {
		return nil
	}
	return r.tell(pane.Toast{Next: "the page is being read, and what you type waits for it: {go.home} gives up"})
}

// givesUp reports whether a key is an end of waiting: once the page is seen to be empty
// the one that goes back is no key among those that were typed ahead.
func (r *Root) givesUp(key string) bool {
	return key == "ctrl+c" || r.awaited == nil && r.unread() && r.goesBack(key)
}

// goesBack reports whether a key closes the page that has the keys.
func (r *Root) goesBack(key string) bool {
	if own, ok := action.Find(r.top().Actions(), key); ok {
		return pane.IsBack(own)
	}
	return slices.Contains(byID(r.acts, homeID).Keys, key)
}

// keeps reports whether a key waits for the page that is read: the first one where the
// page knows it, and all that follow. The first goes back where it is for that; the help
// opens always.
func (r *Root) keeps(key string) bool {
	if len(r.ahead) > 0 {
		a, ok := action.Find(r.acts, key)
		return !ok || a.ID != helpID
	}
	if !r.unread() || r.goesBack(key) {
		return false
	}
	_, its := action.Find(r.top().Actions(), key)
	return its
}

// typedAhead gives the first of the keys that were kept to the page that has read. It may
// open another, which the rest is for.
func (r *Root) typedAhead() tea.Cmd {
	if len(r.ahead) == 0 || r.pacing || r.unread() {
		return nil
	}
	cmd := r.nextAhead()
	if len(r.ahead) == 0 {
		return cmd
	}
	r.pacing = true
	return tea.Batch(cmd, r.env.After(pace, func(time.Time) tea.Msg { return nextTyped{} }))
}

func (r *Root) nextAhead() tea.Cmd {
	msg := r.ahead[0]
	r.ahead = r.ahead[1:]
	return r.key(msg)
}

// waitNoMore shows the page as it is, and gives it all keys that were kept.
func (r *Root) waitNoMore() tea.Cmd {
	r.awaited = nil
	var cmds []tea.Cmd
	for len(r.ahead) > 0 {
		cmds = append(cmds, r.nextAhead())
	}
	return tea.Batch(cmds...)
}
