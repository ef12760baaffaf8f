package action_test

import (
	"slices"
	"testing"

	"talentmap/tui/action"
)

func contexts() []action.Context {
	return []action.Context{
		{Name: "Map", Actions: table()},
		{Name: "Everywhere", Actions: []action.Action{
			{ID: "palette", Short: "commands", Keys: []string{":"}},
			{ID: "undo", Short: "undo", Keys: []string{"u"}},
		}},
	}
}

func TestKeymapBindsInPlace(t *testing.T) {
	keys := action.NewKeymap(map[string][]string{"map.mark": {"m"}, "map.remove": {}}, contexts)
	acts := table()
	keys.Bind(acts)
	if a, ok := action.Find(acts, "m"); !ok || a.ID != "map.mark" {
		t.Error("m does not mark")
	}
	for _, gone := range []string{"space", "v", "x"} {
		if a, ok := action.Find(acts, gone); ok {
			t.Errorf("%s still runs %s", gone, a.ID)
		}
	}
	keys.Choose(map[string][]string{"map.remove": {"d"}}, contexts)
	keys.Bind(acts)
	if got := acts[0].Keys; !slices.Equal(got, []string{"space", "v"}) {
		t.Errorf("no longer chosen, mark is on %q", got)
	}
	if a, ok := action.Find(acts, "d"); !ok || a.ID != "map.remove" {
		t.Error("d does not remove")
	}
	another := table()
	keys.Bind(another)
	if a, ok := action.Find(another, "d"); !ok || a.ID != "map.remove" {
		t.Error("in a place that opens later d does not remove")
	}
}

func TestKeymapSays(t *testing.T) {
	keys := action.NewKeymap(map[string][]string{"map.mark": {"m", "n"}, "map.remove": {}}, contexts)
	for sentence, want := range map[string]string{
		"nothing to see":                      "nothing to see",
		"{map.mark} marks, {undo} takes back": "m marks, u takes back",
		"{map.remove} takes her off":          ": take off takes her off",
		"{no.such} and {map.mark":             "{no.such} and {map.mark",
		"{{map.mark}}":                        "{m}",
		"":                                    "",
	} {
		if got := keys.Say(sentence); got != want {
			t.Errorf("%q is said as %q, want %q", sentence, got, want)
		}
	}
	takes := func(key string) bool { return key == "ctrl+u" }
	typed := action.NewKeymap(map[string][]string{"map.mark": {"m", "ctrl+u", "alt+m"}, "undo": {"u"}}, contexts)
	if got := typed.SayWhileTyping("{map.mark} marks, {undo} takes back", takes); got != "alt+m marks, u takes back" {
		t.Errorf("while a text is typed said %q", got)
	}
	keys.Choose(map[string][]string{"palette": {}, "map.remove": {}}, contexts)
	if got := keys.Say("{map.mark} or {map.remove}"); got != "space or take off" {
		t.Errorf("said %q", got)
	}
	var none *action.Keymap
	if got := none.Say("{undo}"); got != "{undo}" {
		t.Errorf("without a keymap %q", got)
	}
}
