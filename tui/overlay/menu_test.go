package overlay_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// A menu is answered by one key; enter takes the line under the cursor, and one that
// is off says why.
func TestMenu(t *testing.T) {
	for keys, want := range map[string]string{
		"b": "B", "enter": "B", "down enter": "-", "up enter": "A", "down down enter": "A", "- ": "-", "o": "it is off", "x": "x chooses nothing here", "esc": "",
	} {
		chosen := ""
		pick := func(s string) func() tea.Cmd {
			return func() tea.Cmd {
				chosen = s
				return nil
			}
		}
		env := &pane.Env{Theme: theme.Plain(), Keys: panetest.Keys()}
		m := overlay.NewMenu(env, "Tier", []overlay.Item{
			{Key: "a", Title: "A", Run: pick("A")}, {Key: "b", Title: "B", Note: "the second", Run: pick("B")}, {Key: "-", Title: "none", Run: pick("-")},
		}, 1)
		if keys == "o" {
			m = overlay.NewMenu(env, "Tier", []overlay.Item{{Key: "o", Title: "off", Off: "it is off"}}, 0)
		}
		h := panetest.New(m)
		s := tuitest.New(t, h, 30, 3)
		s.Keys(strings.Fields(keys)...)
		for _, msg := range h.Asked {
			switch msg := msg.(type) {
			case pane.Close:
				if msg.Then != nil {
					cmd, _ := overlay.Chosen(msg.Then())
					if cmd != nil {
						t.Error("a command came of it")
					}
				}
			case pane.Toast:
				chosen = msg.Next
			}
		}
		if !strings.Contains(chosen, want) || want == "" && chosen != "" {
			t.Errorf("%s chooses %q, want %q", keys, chosen, want)
		}
	}
}
