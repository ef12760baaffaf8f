package tuitest

import (
	"image/color"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/picture"
)

// Session is one person's terminal with a model in it. It belongs to the
// goroutine that made it.
type Session struct {
	t        testing.TB
	model    tea.Model
	w, h     int // cells
	dark     bool
	deadline time.Duration
	bubble   bool // inside synctest.Test

	pending   []chain    // commands that have not started
	parked    []*running // commands that wait for an event from outside
	quit      bool
	clipboard string
}

// Option changes how a session is set up.
type Option func(*Session)

// Light makes the terminal answer that its background is white. It is dark
// otherwise.
func Light() Option { return func(s *Session) { s.dark = false } }

// Deadline bounds one command outside synctest.Test; it is 10 s otherwise.
func Deadline(d time.Duration) Option { return func(s *Session) { s.deadline = d } }

// New starts m in a terminal of w by h cells, as tea.Program does: Init, then
// the colour profile, the size and the environment, then the commands. It
// returns when the first frame has settled.
func New(t testing.TB, m tea.Model, w, h int, opts ...Option) *Session {
	t.Helper()
	s := &Session{
		t: t, model: m, w: w, h: h, dark: true,
		deadline: 10 * time.Second,
		bubble:   inBubble(),
	}
	for _, o := range opts {
		o(s)
	}
	start := m.Init()
	s.update(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	s.update(tea.WindowSizeMsg{Width: w, Height: h})
	s.update(tea.EnvMsg{"TERM=xterm-256color"})
	s.push(start)
	s.Settle()
	return s
}

// Send delivers the messages one at a time and settles after each. After the
// model has quit it does nothing.
func (s *Session) Send(msgs ...tea.Msg) {
	s.t.Helper()
	for _, msg := range msgs {
		s.Settle()
		s.receive(msg, nil)
		s.Settle()
	}
}

// Keys presses keys, spelled as in [Key].
func (s *Session) Keys(spellings ...string) {
	s.t.Helper()
	for _, sp := range spellings {
		k, err := Key(sp)
		if err != nil {
			s.t.Fatal(err)
		}
		s.Send(k)
	}
}

// Type presses one key for each character of text. A newline is enter and a
// tab is tab, as on a keyboard.
func (s *Session) Type(text string) {
	s.t.Helper()
	named := map[string]string{" ": "space", "\n": "enter", "\t": "tab"}
	for text != "" {
		char, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
		text = text[len(char):]
		if name, ok := named[char]; ok {
			char = name
		}
		s.Keys(char)
	}
}

// Paste pastes text, which is one message and no key.
func (s *Session) Paste(text string) {
	s.t.Helper()
	s.Send(tea.PasteMsg{Content: text})
}

// Resize gives the terminal a new size in cells.
func (s *Session) Resize(w, h int) {
	s.t.Helper()
	s.w, s.h = w, h
	s.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Model returns the model as the last message left it.
func (s *Session) Model() tea.Model { return s.model }

// Done reports whether the model has quit.
func (s *Session) Done() bool { return s.quit }

// Clipboard returns what the model copied last, or "".
func (s *Session) Clipboard() string { return s.clipboard }

// SVG returns the settled screen as a picture; see [picture.SVG].
func (s *Session) SVG(title string) []byte {
	s.t.Helper()
	s.Settle()
	v := s.model.View()
	if err := CheckFrame(v.Content, s.w, s.h); err != nil {
		s.t.Fatal(err)
	}
	return picture.SVG(v, s.w, s.h, title, s.dark)
}

// background is the terminal's answer to a question for its background.
func (s *Session) background() tea.Msg {
	if s.dark {
		return tea.BackgroundColorMsg{Color: color.Black}
	}
	return tea.BackgroundColorMsg{Color: color.White}
}
