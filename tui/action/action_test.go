package action_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
)

func table() []action.Action {
	run := func() tea.Cmd { return nil }
	return []action.Action{
		{ID: "map.mark", Short: "mark", Long: "Mark the person.", Keys: []string{"space", "v"}, Many: true, Run: run},
		{ID: "map.remove", Short: "take off", Long: "Take off.", Keys: []string{"x"}, Danger: true, Run: run, Why: func() string { return "nobody is selected" }},
	}
}

func TestFind(t *testing.T) {
	acts := table()
	if a, ok := action.Find(acts, "v"); !ok || a.ID != "map.mark" || a.Off() != "" {
		t.Errorf("v runs %+v", a)
	}
	if a, ok := action.Find(acts, "x"); !ok || a.Off() != "nobody is selected" {
		t.Errorf("x runs %+v", a)
	}
	if a, ok := action.Find(acts, "y"); ok {
		t.Errorf("y runs %s", a.ID)
	}
}

func TestClashes(t *testing.T) {
	acts := append(table(), action.Action{ID: "map.mark", Keys: []string{"x"}})
	got := lines(action.Clashes(action.Context{Name: "Map", Actions: acts}))
	want := []string{"Map: map.mark is there twice", "Map: x runs both map.remove and map.mark"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := action.Clashes(action.Context{Name: "Map", Actions: table()}); len(got) > 0 {
		t.Errorf("conflicts in a good table: %q", got)
	}
}

func lines(all []action.Clash) (out []string) {
	for _, c := range all {
		out = append(out, c.String())
	}
	return out
}

func TestMarkdown(t *testing.T) {
	acts := append(table(), action.Action{ID: "map.pipe", Short: "pipe", Long: "A pipe.", Keys: []string{"|"}})
	var b strings.Builder
	if err := action.Markdown(&b, []action.Context{{Name: "Map", Actions: acts}}); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"## Map",
		"| `space` `v` | mark | Mark the person. Works on the marked people. `map.mark` |",
		"| `x` | take off | Take off. Asks first. `map.remove` |",
		"| `\\|` | pipe | A pipe. `map.pipe` |",
	} {
		if !strings.Contains(b.String(), line+"\n") {
			t.Errorf("the table lacks %q:\n%s", line, b.String())
		}
	}
}

func TestKeyName(t *testing.T) {
	for key, want := range map[string]string{"ctrl+p": "^p", "space": "space", "x": "x", "shift+tab": "shift+tab", "ctrl+end": "ctrl+end"} {
		if got := action.KeyName(key); got != want {
			t.Errorf("KeyName(%q) = %q, want %q", key, got, want)
		}
	}
}
