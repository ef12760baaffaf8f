package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// hold keeps what is typed to somebody whose message is still being read, and gives
// it to the message once that is there: typed ahead it would be commands otherwise.
// It reports whether msg is kept. The help opens all the same, and esc, as the first
// thing, gives up.
func (r *Root) hold(msg tea.Msg) bool {
	if !r.opensMessage() {
		return false
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if k.String() == "esc" && len(r.held) == 0 {
			r.composer.GiveUp()
			return true
		}
		if a, ok := action.Find(r.acts, k.String()); ok && a.ID == helpID && k.Text == "" {
			return false
		}
	}
	r.held = append(r.held, msg)
	return true
}

// opensMessage reports whether the keys are for a message that is still being read.
func (r *Root) opensMessage() bool {
	return r.composer.Opening() && r.focus == composerPane && len(r.pages)+len(r.overlays) == 0
}

// release gives what was held to the message that has come.
func (r *Root) release() tea.Cmd {
	if len(r.held) == 0 || r.composer.Opening() {
		return nil
	}
	held := r.held
	r.held = nil
	if r.top() != pane.Pane(r.composer) || !r.composer.Editing() {
		return r.tell(pane.Toast{Bad: true, Text: fmt.Sprintf("there is no message for what was typed: %q", textOf(held))})
	}
	var cmds []tea.Cmd
	for _, msg := range held {
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			cmds = append(cmds, r.key(msg))
		case tea.PasteMsg:
			cmds = append(cmds, r.paste(msg))
		}
	}
	if r.quitting {
		cmds = append(cmds, r.composer.Flush())
	}
	return tea.Batch(cmds...)
}

// textOf is what keys and pastes would have typed.
func textOf(held []tea.Msg) string {
	var b strings.Builder
	for _, msg := range held {
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			b.WriteString(msg.Text)
		case tea.PasteMsg:
			b.WriteString(msg.Content)
		}
	}
	return b.String()
}
