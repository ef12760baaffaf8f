package tui

import (
	"fmt"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/config"
	"talentmap/tui/pane"
)

// reloaded is the config as it was read again.
type reloaded struct {
	set      config.Settings
	problems []config.Problem
	told     string // of what was read
}

func (r *Root) noConfig() string {
	if r.cfg.Reload == nil {
		return "this session has no config of its own"
	}
	return ""
}

func (r *Root) readConfig(told string) tea.Cmd {
	read := r.cfg.Reload
	return func() tea.Msg {
		set, problems := read()
		return reloaded{set, problems, told}
	}
}

// reload takes what is in the config now. One with a fault changes nothing: what
// one was used to is there while it is mended.
func (r *Root) reload(msg reloaded) tea.Cmd {
	if faults := config.Faults(msg.problems); len(faults) > 0 {
		t := wrongConfig(faults)
		t.Text = "nothing has changed: " + t.Text
		return r.tell(t)
	}
	other := r.set.Sender != msg.set.Sender
	r.set = msg.set
	r.looks.name, r.mouse.on = r.set.Theme, r.set.Mouse
	r.env.Columns = r.set.Columns
	r.env.Keys.Choose(r.set.Keys, Contexts)
	r.bindKeys()
	cmd := r.restyle()
	r.place()
	if other {
		cmd = tea.Batch(cmd, r.newSender())
	}
	return tea.Batch(cmd, r.tell(pane.Toast{Text: msg.told}))
}

// wrongConfig says what is wrong with a config: the first of it, how much more
// there is, and how to see that.
func wrongConfig(faults []config.Problem) pane.Toast {
	first := faults[0]
	first.File = filepath.Base(first.File) // its place is known, and the line is short
	text := first.Error()
	if n := len(faults) - 1; n > 0 {
		text += fmt.Sprintf(" (and %d more)", n)
	}
	return pane.Toast{Text: text, Next: "`talentmap config --check` says all", Bad: true}
}

// tellProblems tells at the beginning that the config is not as it should be.
func (r *Root) tellProblems() tea.Cmd {
	faults := config.Faults(r.cfg.Problems)
	if len(faults) == 0 {
		return nil
	}
	return pane.Request(wrongConfig(faults))
}
