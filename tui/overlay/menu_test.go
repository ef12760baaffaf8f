package overlay_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/overlay"
)

// What a choice does is told whole below the choices where its line has no room for it,
// and there are no lines for that where each has.
func TestMenuTellsWholeWhatHasNoRoom(t *testing.T) {
	nothing := func() tea.Cmd { return nil }
	choices := func(long string) []action.Action {
		return []action.Action{
			{ID: "a", Group: "her own", Short: "open to work", Long: "She says so.", Keys: []string{"o"}, Run: nothing},
			{ID: "b", Group: "her company", Short: "layoffs", Long: long, Keys: []string{"l"}, Run: nothing},
		}
	}
	if _, h := overlay.NewMenu(env(), "Signal", choices("It lets people go.")).Want(80, 24); h != 2 {
		t.Errorf("it would like %d lines", h)
	}
	const long = "The company lets people go, of her team or of any other that she works with every day."
	s, _ := open(t, overlay.NewMenu(env(), "Signal", choices(long)))
	s.Contains("her company", "The company lets people go, of her team or of a…")
	s.Lacks("every day.")
	s.Keys("down")
	if got := strings.Join(strings.Fields(s.Frame()), " "); !strings.Contains(got, long) {
		t.Errorf("it is not told whole:\n%s", s.Frame())
	}
	s.Resize(44, 2) // no room below, and none for the groups
	s.Contains("▌l   layoffs")
	s.Lacks("her company")
}
