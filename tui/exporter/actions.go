package exporter

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (x *Exporter) actions() []action.Action {
	walk := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			x.file.Walk(n)
			return nil
		}
	}
	return []action.Action{
		{ID: "exporter.write", Group: "export", Short: "write", Long: "Write the file; a folder that one has walked to is entered.", Keys: []string{"enter"}, Footer: true, Typing: true, Why: x.underWay, Run: x.enter},
		{ID: "exporter.complete", Group: "export", Short: "complete", Long: "Complete the path.", Keys: []string{"tab"}, Footer: true, Typing: true, Why: x.underWay, Run: x.file.Complete},
		{ID: "exporter.down", Group: "move", Short: "down", Long: "Walk to the next file or folder.", Keys: []string{"down", "ctrl+n"}, Typing: true, Why: x.underWay, Run: walk(1)},
		{ID: "exporter.up", Group: "move", Short: "up", Long: "Walk to the one before.", Keys: []string{"up", "ctrl+p"}, Typing: true, Why: x.underWay, Run: walk(-1)},
		{ID: "exporter.cancel", Group: "export", Short: "cancel", Long: "Leave; nothing stays of a file that is being written.", Keys: []string{"esc"}, Footer: true, Run: x.leave},
	}
}

func (x *Exporter) underWay() string {
	if x.busy {
		return "the file is being written"
	}
	return ""
}

// enter writes the file, or looks into the folder that one has walked to.
func (x *Exporter) enter() tea.Cmd {
	cmd, stands := x.file.Enter()
	if stands {
		return x.ask()
	}
	return cmd
}

// leave stops what is being written.
func (x *Exporter) leave() tea.Cmd {
	x.cancel()
	x.gen++
	return pane.Request(pane.Close{})
}
