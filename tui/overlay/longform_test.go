package overlay_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/tuitest"
)

// long is a form with a line, a list and a text.
func long(submit func([]string) (tea.Cmd, error)) *overlay.Form {
	return overlay.NewForm(env(), "Edit Ada", []overlay.Field{
		{Label: "name", Value: "Ada"},
		{Label: "skills", Hint: "one a line", Value: "Go\nSQL", Rows: 3},
		{Label: "notes", Hint: "anything", Rows: 4},
	}, submit)
}

func TestATextIsTypedInSeveralLines(t *testing.T) {
	var got []string
	s, h := open(t, long(func(v []string) (tea.Cmd, error) { got = v; return nil, nil }))
	s.Contains("skills  Go", "SQL", "notes   anything", "ctrl+s save   tab next   esc cancel")
	s.Keys("tab")
	s.Type("\nRust") // at the end
	s.Keys("tab")
	s.Type("one")
	s.Keys("enter", "enter")
	s.Type("two")
	s.Contains("Rust", "one", "two")
	if x, y, ok := s.Cursor(); !ok || x != len(" notes   two") || y != 6 {
		t.Errorf("the cursor is at %d,%d", x, y)
	}
	s.Keys("ctrl+s")
	if n, _ := closes(h); n != 1 || !slices.Equal(got, []string{"Ada", "Go\nSQL\nRust", "one\n\ntwo"}) {
		t.Errorf("closed %d times with %q", n, got)
	}
}

// Up and down move within a text, and leave it at its first and last row.
func TestArrowsLeaveATextAtItsEnds(t *testing.T) {
	s, _ := open(t, long(nil))
	at := func(label string) {
		t.Helper()
		s.Contains("▌" + label)
	}
	for _, step := range []struct{ key, field string }{
		{"down", "skills"}, {"down", "skills"}, {"down", "notes"}, {"up", "skills"}, {"up", "skills"}, {"up", "name"}, {"up", "notes"}, {"shift+tab", "skills"}, {"up", "skills"}, {"up", "name"},
	} {
		s.Keys(step.key)
		at(step.field)
	}
}

func TestALongFormScrolls(t *testing.T) {
	var fields []overlay.Field
	for _, l := range strings.Fields("a b c d e f g h") {
		fields = append(fields, overlay.Field{Label: "field " + l, Value: strings.Repeat(l+"\n", 9) + "end of " + l, Rows: 3})
	}
	s, _ := open(t, overlay.NewForm(env(), "Edit", fields, nil))
	s.Resize(52, 10)
	s.Contains("field a", "field c", "more below")
	s.Lacks("field d")
	for range 7 {
		s.Keys("tab")
	}
	s.Contains("▌field h", "end of h")
	s.Lacks("field a", "more below")
	s.Keys("tab")
	s.Contains("▌field a", "end of a")
}

func TestLeavingALongFormAsksBeforeItDropsChanges(t *testing.T) {
	s, h := open(t, long(nil))
	s.Keys("esc")
	if n, _ := closes(h); n != 1 {
		t.Fatal("nothing was changed, and it did not close")
	}
	s.Type("!")
	s.Keys("esc")
	show, ok := h.Asked[len(h.Asked)-1].(pane.Show)
	if n, _ := closes(h); n != 1 || !ok {
		t.Fatalf("closed %d times, asked %#v", n, h.Asked)
	}
	if c, ok := show.Overlay.(*overlay.Confirm); !ok {
		t.Fatalf("shows %T", show.Overlay)
	} else if c.SetSize(60, 5); !strings.Contains(c.View(), "Drop what you have changed here?") {
		t.Errorf("asks %q", c.View())
	}
	s.Keys("backspace", "esc") // as it was
	if n, _ := closes(h); n != 2 {
		t.Error("it asked although all is as it was")
	}
}

func TestAFormThatStays(t *testing.T) {
	var f *overlay.Form
	submits := 0
	f = long(func(v []string) (tea.Cmd, error) {
		if v[0] == "Bad" {
			return nil, &overlay.FieldError{At: 2, Err: errors.New("notes: no")}
		}
		submits++
		f.Busy("saving …")
		return nil, nil
	}).Stay()
	h := panetest.New(f)
	s := tuitest.New(t, h, 60, 12)
	s.Keys("ctrl+s")
	s.Contains("saving …")
	s.Type("lost?")
	s.Keys("esc", "ctrl+s", "tab")
	s.Lacks("lost?")
	if n, _ := closes(h); n != 0 || submits != 1 {
		t.Errorf("closed %d times, submitted %d times while it was saved", n, submits)
	}
	f.Fail(errors.New("no room on the disk"))
	s.Type("!")
	s.Lacks("no room on the disk") // told until the next key
	s.Keys("ctrl+u")
	s.Type("Bad")
	s.Keys("ctrl+s")
	s.Contains("notes: no", "▌notes")
}

// A value that is longer than can be typed goes through as it is, unless it is
// changed.
func TestWhatIsNotTouchedIsNotCut(t *testing.T) {
	huge := strings.Repeat("long ", 1000) + "\x07"
	var got []string
	s, _ := open(t, overlay.NewForm(env(), "Edit", []overlay.Field{{Label: "line", Value: huge}, {Label: "text", Value: huge, Rows: 3}}, func(v []string) (tea.Cmd, error) {
		got = v
		return nil, nil
	}))
	s.Keys("ctrl+s")
	if len(got) != 2 || got[0] != huge || got[1] != huge {
		t.Errorf("submitted %d bytes", len(strings.Join(got, "")))
	}
}

func TestIntroStandsAboveTheFields(t *testing.T) {
	f := overlay.NewForm(env(), "Erase", []overlay.Field{{Label: "Type erase"}}, nil).Intro("All of it goes.\n\nIt stays gone.")
	s, _ := open(t, f)
	s.Contains("All of it goes.", "It stays gone.", "Type erase", "esc cancel")
	s.Type("er")
	if x, y, ok := s.Cursor(); !ok || y != 4 || x != len(" Type erase  er") {
		t.Errorf("the cursor is at %d,%d", x, y)
	}
}
