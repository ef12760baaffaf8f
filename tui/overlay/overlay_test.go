package overlay_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

func env() *pane.Env {
	return &pane.Env{Theme: theme.Dark(), Keys: panetest.Keys(), User: "ada", Now: time.Now}
}

// open shows an overlay of the size that it would like in 80 × 24.
func open(t *testing.T, o pane.Overlay) (*tuitest.Session, *panetest.Host) {
	t.Helper()
	h := panetest.New(o)
	w, rows := o.Want(80, 24)
	return tuitest.New(t, h, w, rows), h
}

// closes are how often the overlay has asked to be closed, and what was to run
// then.
func closes(h *panetest.Host) (n int, then []tea.Cmd) {
	for _, msg := range h.Asked {
		if c, ok := msg.(pane.Close); ok {
			n++
			then = append(then, c.Then)
		}
	}
	return n, then
}

func TestConfirmDefaultsToNo(t *testing.T) {
	for _, key := range []string{"n", "N", "enter", "esc", "q", "y", "Y"} {
		t.Run(key, func(t *testing.T) {
			asked := 0
			s, h := open(t, overlay.NewConfirm(env(), "Take Ada off the map? The record stays.", func() tea.Cmd {
				asked++
				return nil
			}))
			s.Contains("Take Ada off the map?", "y yes")
			s.Keys("x", "space", "j") // nothing of that is an answer
			if n, _ := closes(h); n != 0 {
				t.Fatal("it closed without an answer")
			}
			s.Keys(key)
			n, _ := closes(h)
			if want := strings.EqualFold(key, "y"); n != 1 || (asked == 1) != want {
				t.Errorf("closed %d times, did it %d times", n, asked)
			}
		})
	}
}

func TestConfirmShowsALongQuestionWhole(t *testing.T) {
	s, _ := open(t, overlay.NewConfirm(env(), strings.Repeat("very ", 40)+"sure?", nil))
	s.Contains("sure?", "y yes")
}

func TestForm(t *testing.T) {
	var got []string
	submit := func(v []string) (tea.Cmd, error) {
		if v[0] == "" {
			return nil, errors.New("a name is needed")
		}
		got = v
		return nil, nil
	}
	s, h := open(t, overlay.NewForm(env(), "New", []overlay.Field{{Label: "Name", Hint: "Ada"}, {Label: "Place", Value: "Berlin"}}, submit))
	s.Contains("Name", "Ada", "Place", "Berlin")
	s.Keys("enter", "enter")
	s.Contains("a name is needed")
	if n, _ := closes(h); n != 0 {
		t.Fatal("it closed with an error")
	}
	s.Keys("up")
	s.Type("Grace é q")
	s.Lacks("a name is needed")
	if x, y, ok := s.Cursor(); !ok || y != 0 || x != len(" ")+len("Place  ")+len("Grace e q") {
		t.Errorf("the cursor is at %d,%d", x, y)
	}
	s.Keys("tab", "backspace", "shift+tab", "down", "enter")
	if !slices.Equal(got, []string{"Grace é q", "Berli"}) {
		t.Errorf("submitted %q", got)
	}
	if n, _ := closes(h); n != 1 {
		t.Errorf("closed %d times", n)
	}
}

func TestPickerNarrowsAndRuns(t *testing.T) {
	ran := ""
	item := func(key, title, note string) overlay.Item {
		return overlay.Item{Key: key, Title: title, Note: note, Run: func() tea.Cmd { ran = title; return nil }}
	}
	items := []overlay.Item{
		item("x", "take off", "Take the person off the map."), item("a", "add", "Find someone and put them on the map."),
		{Key: "L", Title: "load sample", Off: "it is there already", Run: func() tea.Cmd { ran = "load"; return nil }},
	}
	s, h := open(t, overlay.NewPicker(env(), "Commands", "what?", func(q string) []overlay.Item { return overlay.Filter(items, q) }))
	s.Contains("what?", "take off", "add", "it is there already")
	s.Type("MAP someone")
	s.Contains("add")
	s.Lacks("take off")
	s.Keys("enter")
	_, then := closes(h)
	run, ok := overlay.Chosen(then[0]())
	if !ok || run != nil || ran != "add" {
		t.Errorf("ran %q", ran)
	}
	for range "MAP someone" {
		s.Keys("backspace")
	}
	s.Type("load")
	s.Keys("enter") // says why, and stays
	if n, _ := closes(h); n != 1 || ran != "add" || !slices.Equal(h.Toasts(), []string{"load sample: it is there already"}) {
		t.Errorf("closed %d times, ran %q, told %q", n, ran, h.Toasts())
	}
	s.Type("zzz")
	s.Contains("Nothing matches")
	s.Keys("enter", "down", "pgup")
	if n, _ := closes(h); n != 1 {
		t.Error("it closed on nothing")
	}
}

func TestPickerScrolls(t *testing.T) {
	var items []overlay.Item
	for c := 'a'; c <= 'z'; c++ {
		items = append(items, overlay.Item{Title: "line " + string(c)})
	}
	s, _ := open(t, overlay.NewPicker(env(), "Letters", "", func(string) []overlay.Item { return items }))
	s.Resize(30, 8)
	s.Contains("▌line a", "line f")
	s.Lacks("line g")
	s.Keys("pgdown")
	s.Contains("▌line k")
	s.Keys("pgdown", "pgdown", "down")
	s.Contains("▌line z")
	s.Keys("pgup", "pgup", "pgup")
	s.Contains("▌line a")
}

func TestReader(t *testing.T) {
	var lines []string
	for range 40 {
		lines = append(lines, "line")
	}
	lines[0], lines[39] = "first", "last"
	r := overlay.NewReader(env(), "Why", func(int) []string { return lines })
	s, h := open(t, r)
	s.Resize(20, 5)
	s.Contains("first")
	if got := r.Title(); got != "Why · 5 of 40 lines" {
		t.Errorf("at the beginning the title is %q", got)
	}
	s.Keys("G")
	s.Contains("last")
	if got := r.Title(); got != "Why · 40 of 40 lines" {
		t.Errorf("at the end the title is %q", got)
	}
	s.Keys("j", "ctrl+d")
	s.Contains("last")
	s.Keys("g")
	s.Contains("first")
	s.Resize(20, 40)
	if got := r.Title(); got != "Why" {
		t.Errorf("with room for all the title is %q", got)
	}
	s.Keys("w")
	if n, _ := closes(h); n != 1 {
		t.Errorf("closed %d times", n)
	}
}
