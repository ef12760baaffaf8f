package overlay_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/overlay"
)

// fruit finds those that contain the query; "?" may become "apple".
func fruit(query string) (items []overlay.Item) {
	if query == "?" {
		return []overlay.Item{{Title: "there is no ?", Off: "type on"}, {Title: "apple", Types: "apple"}}
	}
	for _, name := range []string{"apple", "pear", "peach", "plum"} {
		if strings.Contains(name, query) {
			it := overlay.Item{Title: name, Value: name}
			if name == "plum" {
				it.Off = "eaten"
			}
			items = append(items, it)
		}
	}
	return items
}

func TestPickerForMany(t *testing.T) {
	var taken []string
	p := overlay.NewPicker(env(), "", "", fruit).Many(
		func() string { return fmt.Sprintf("Basket · %d", len(taken)) },
		func(values []any) tea.Cmd {
			for _, v := range values {
				taken = append(taken, v.(string))
			}
			return nil
		})
	s, h := open(t, p)
	title := func(want string) {
		t.Helper()
		if got := p.Title(); got != want {
			t.Errorf("the title is %q, want %q", got, want)
		}
	}
	s.Keys("enter", "enter") // one after the other: the cursor goes on
	if !slices.Equal(taken, []string{"apple", "pear"}) {
		t.Fatalf("taken %q", taken)
	}
	title("Basket · 2")
	s.Type("p") // another query, as something was just taken
	s.Type("each")
	s.Contains("> peach")
	s.Keys("enter", "backspace") // or a mended one
	s.Contains("> peac")
	taken = taken[:2]
	for range "peac" {
		s.Keys("backspace")
	}
	s.Type("plum")
	s.Keys("tab", "enter") // what is off is neither marked nor taken
	title("Basket · 2")
	for range "plum" {
		s.Keys("backspace")
	}
	s.Keys("tab", "down", "space", "up", "space", "tab") // apple, peach, and no longer
	title("Basket · 2 · 1 marked")
	s.Type("pear")
	s.Keys("tab")
	title("Basket · 2 · 2 marked")
	s.Keys("enter")
	title("Basket · 4")
	if !slices.Equal(taken[2:], []string{"apple", "pear"}) {
		t.Errorf("taken %q", taken[2:])
	}
	if n, _ := closes(h); n != 0 {
		t.Error("it has closed")
	}
}

func TestPickerCompletes(t *testing.T) {
	for _, keys := range [][]string{{"tab"}, {"down", "enter"}} {
		p := overlay.NewPicker(env(), "Fruit", "", fruit)
		s, h := open(t, p)
		s.Type("?")
		s.Keys(keys...)
		s.Contains("> apple")
		if n, _ := closes(h); p.Query() != "apple" || n != 0 {
			t.Errorf("after %v the query is %q, closed %d times", keys, p.Query(), n)
		}
	}
}

// What is searched changes; the cursor stays on its line.
func TestPickerSearchesAgain(t *testing.T) {
	names := []string{"apple", "pear"}
	p := overlay.NewPicker(env(), "Fruit", "", func(string) (items []overlay.Item) {
		for _, n := range names {
			items = append(items, overlay.Item{Title: n})
		}
		return items
	})
	open(t, p)
	p.Again()
	for _, step := range []struct{ names, want string }{
		{"apricot apple pear", "apple"}, {"pear", "pear"}, {"", ""}, {"plum pear", "plum"},
	} {
		names = strings.Fields(step.names)
		p.Again()
		if it, _ := p.Current(); it.Title != step.want {
			t.Errorf("among %q the cursor is on %q, want %q", step.names, it.Title, step.want)
		}
	}
}

// A picker of a few lines is as high as they are, also while they are narrowed, and their
// notes stand below one another as far as the titles leave room.
func TestPickerOfAFewLines(t *testing.T) {
	p := overlay.NewPickerOf(env(), "Maps", "", []overlay.Item{
		{Title: "Platform and data, payments, Europe", Note: "70 people"},
		{Title: "Design", Note: "3 people"},
		{Title: "Infrastructure and reliability of everything there is", Note: "9 people"},
		{Title: "New map"},
	})
	if w, h := p.Want(80, 24); w != 80 || h != 7 {
		t.Errorf("it would like %d × %d", w, h)
	}
	if _, h := p.Want(80, 5); h != 5 {
		t.Errorf("of 5 lines it takes %d", h)
	}
	s, _ := open(t, p)
	lines := strings.Split(s.Frame(), "\n")
	column := func(row int, text string) int { return strings.Index(strings.ReplaceAll(lines[row], "▌", " "), text) }
	if a, b := column(2, "70 people"), column(3, "3 people"); a != b || a != 50 {
		t.Errorf("the notes begin at %d and %d:\n%s", a, b, s.Frame())
	}
	s.Contains("everything there is  9 people") // longer than its part: whole, as there is room
	s.Type("des")
	if _, h := p.Want(80, 24); h != 7 {
		t.Errorf("narrowed it would like %d lines", h)
	}
}
