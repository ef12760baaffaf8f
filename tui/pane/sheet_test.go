package pane_test

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

func TestSheetKeepsItsWidth(t *testing.T) {
	for w := 1; w < 60; w++ {
		s := pane.Sheet{Env: &pane.Env{Theme: theme.Dark()}, W: w}
		s.Text(theme.Strong, "a title with 界 in it")
		s.Head("Positions")
		s.Wrapped(theme.Dim, 0, "some words that need more than one line")
		s.Cells(pane.Cell{Text: "12", W: -6}, pane.Cell{Text: "layoffs at the company", W: 10}, pane.Cell{Text: "the rest"})
		s.Hanging(pane.Cell{Text: "12", W: -6}, pane.Cell{Text: "layoffs at 界 and elsewhere"})
		for i, l := range s.Lines {
			if n := ansi.StringWidth(l); n != w {
				t.Fatalf("at %d cells line %d has %d: %q", w, i, n, ansi.Strip(l))
			}
		}
	}
}

func TestSheetCells(t *testing.T) {
	s := pane.Sheet{Env: &pane.Env{Theme: theme.Plain()}, W: 24}
	s.Cells(pane.Cell{Text: "+43.5", W: -6}, pane.Cell{Text: "  open to work", W: 10}, pane.Cell{Text: "2026"})
	if got, want := ansi.Strip(s.Lines[0]), " +43.5  open t… 2026    "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The last of the cells goes on below where it begins, and the others are told once.
func TestSheetHanging(t *testing.T) {
	s := pane.Sheet{Env: &pane.Env{Theme: theme.Plain()}, W: 20}
	s.Hanging(pane.Cell{Text: "7", W: -2}, pane.Cell{W: 1}, pane.Cell{Text: "offers", W: 8}, pane.Cell{Text: "a say in who joins"})
	s.Hanging(pane.Cell{Text: "place", W: 8}, pane.Cell{})
	want := []string{
		" 7 offers  a say in ",
		"           who joins",
		"place               ",
	}
	for i := range s.Lines {
		s.Lines[i] = ansi.Strip(s.Lines[i])
	}
	if !slices.Equal(s.Lines, want) {
		t.Errorf("%q, want %q", s.Lines, want)
	}
}

func TestRefreshing(t *testing.T) {
	var order []string
	note := func(s string) func() tea.Cmd {
		return func() tea.Cmd {
			order = append(order, s)
			return nil
		}
	}
	acts := pane.Refreshing([]action.Action{{Run: note("one")}, {Run: note("two")}}, func() { order = append(order, "after") })
	acts[0].Run()
	acts[1].Run()
	slices.Sort(order)
	if !slices.Equal(order, []string{"after", "after", "one", "two"}) {
		t.Errorf("ran %q", order)
	}
}

func TestIDsAreOneEach(t *testing.T) {
	env := &pane.Env{}
	if a, b := env.NextID(), env.NextID(); a == b || a == 0 {
		t.Errorf("the IDs are %d and %d", a, b)
	}
}
