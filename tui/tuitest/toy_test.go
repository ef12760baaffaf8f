package tuitest_test

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// toy is a small screen that does what real ones do: it loads, saves after a
// pause, watches, copies and quits.
type toy struct {
	after func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
	watch <-chan string // nil: nothing to watch

	w, h    int
	typed   string
	log     []string
	onMouse bool
}

type (
	loaded  string
	saved   time.Time
	changed string
	clicked struct{}
)

func (m *toy) Init() tea.Cmd {
	load := func() tea.Msg { return loaded("people") }
	return tea.Batch(load, m.listen(), tea.RequestBackgroundColor)
}

// listen waits for the next change, as a pane's watch of the store does.
func (m *toy) listen() tea.Cmd {
	if m.watch == nil {
		return nil
	}
	return func() tea.Msg {
		text, ok := <-m.watch
		if !ok {
			return nil
		}
		return changed(text)
	}
}

func (m *toy) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.note("dark %v", msg.IsDark())
	case tea.PasteMsg:
		m.note("pasted %s", msg.Content)
	case loaded:
		m.note("loaded %s", msg)
	case saved:
		m.note("saved at %s", time.Time(msg).Format("15:04:05"))
	case changed:
		m.note("changed %s", msg)
		return m, m.listen()
	case clicked:
		m.note("clicked")
	case tea.KeyPressMsg:
		return m, m.press(msg)
	}
	return m, nil
}

func (m *toy) press(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "ctrl+q":
		return tea.Quit
	case "ctrl+y":
		return tea.SetClipboard("copied text")
	case "ctrl+s":
		return m.after(2*time.Second, func(at time.Time) tea.Msg { return saved(at) })
	case "ctrl+t":
		return tea.Sequence(say("one"), tea.Batch(say("two"), say("three")), say("four"))
	case "enter":
		m.note("enter")
	case "space":
		m.typed += " "
	default:
		m.typed += k.Text
	}
	return nil
}

// say is a command that reports text.
func say(text string) tea.Cmd {
	return func() tea.Msg { return loaded(text) }
}

func (m *toy) note(format string, args ...any) { m.log = append(m.log, fmt.Sprintf(format, args...)) }

func (m *toy) View() tea.View {
	lines := append([]string{"\x1b[1m> " + m.typed + "\x1b[m", strings.Repeat("─", m.w)}, m.log...)
	v := tea.NewView(strings.Join(lines[:min(m.h, len(lines))], "\n"))
	v.Cursor = tea.NewCursor(2+len(m.typed), 0)
	if m.onMouse {
		v.OnMouse = func(tea.MouseMsg) tea.Cmd { return func() tea.Msg { return clicked{} } }
	}
	return v
}
