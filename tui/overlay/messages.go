package overlay

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Message is something that was told.
type Message struct {
	ID    int // one each
	At    time.Time
	Text  string
	Next  string // what could be done then
	Bad   bool   // an error
	Times int    // in a row
}

// Messages lists what was told, the newest first, with the one under the cursor
// whole below.
type Messages struct {
	base
	all  []Message
	list *widget.List[int] // by ID, the newest first
	acts []action.Action
}

var (
	_ pane.Overlay = (*Messages)(nil)
	_ pane.Listing = (*Messages)(nil)
)

// NewMessages makes the list, without any yet.
func NewMessages(env *pane.Env) *Messages {
	m := &Messages{base: newBase(env)}
	m.list = widget.NewList(m.row)
	m.acts = append([]action.Action{
		{ID: "messages.copy", Group: "messages", Short: "copy", Long: "Copy the message under the cursor to the clipboard of your terminal.", Keys: []string{"y", "enter"}, Footer: true, Why: m.nothing, Run: m.copy},
		{ID: "messages.close", Group: "messages", Short: "close", Long: "Close the messages.", Keys: []string{"esc", "q", "!"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}, pane.Moves("messages", m.list)...)
	return m
}

// Show lists the messages, of which the newest is the last. The cursor stays on its
// message.
func (m *Messages) Show(all []Message) {
	m.all = slices.Clone(all)
	ids := make([]int, len(all))
	for i := range all {
		ids[len(all)-1-i] = all[i].ID
	}
	m.list.SetIDs(ids)
	m.list.Redraw() // the first error has its word before all
}

func (m *Messages) current() *Message {
	id, ok := m.list.Cursor()
	if !ok {
		return nil
	}
	return m.of(id)
}

// of is the message of an ID that is listed.
func (m *Messages) of(id int) *Message {
	return &m.all[slices.IndexFunc(m.all, func(msg Message) bool { return msg.ID == id })]
}

func (m *Messages) nothing() string {
	if m.current() == nil {
		return "nothing has been told yet"
	}
	return ""
}

func (m *Messages) copy() tea.Cmd { return pane.Copy("the message", m.current().Text) }

// Title is how many there are, and how many errors among them.
func (m *Messages) Title() string {
	switch errs := m.errors(); {
	case errs == 1:
		return fmt.Sprintf("Messages · %d, 1 error", len(m.all))
	case errs > 1:
		return fmt.Sprintf("Messages · %d, %d errors", len(m.all), errs)
	}
	return fmt.Sprintf("Messages · %d", len(m.all))
}

// errors is how many of the messages tell of one.
func (m *Messages) errors() (n int) {
	for i := range m.all {
		if m.all[i].Bad {
			n++
		}
	}
	return n
}

// Actions are moving, copying and closing.
func (m *Messages) Actions() []action.Action { return m.acts }

// Update draws again when the theme has changed.
func (m *Messages) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(pane.Themed); ok {
		m.list.Redraw()
	}
	return nil
}

// whole is how many lines are kept for the message under the cursor, with a gap.
const whole = 5

// SetSize sets the inner size.
func (m *Messages) SetSize(w, h int) {
	m.base.SetSize(w, h)
	m.list.SetSize(w, max(h-whole, 1))
}

// Want is as much as it gets, up to 96 × 24.
func (m *Messages) Want(w, h int) (int, int) { return min(w, 96), min(h, 24) }

// Rows are the messages.
func (m *Messages) Rows() pane.Rows {
	return pane.Rows{List: m.list, Open: "messages.copy"}
}

// timeWidth and kindWidth are those of the time and of the word for an error.
const (
	timeWidth = 10
	kindWidth = 7
)

func (m *Messages) row(b []byte, id, w int, st widget.RowState) []byte {
	msg := m.of(id)
	l := widget.NewLine(b, m.env.Theme, st.Selected)
	bar, sign := st.Bar(m.env.Theme)
	l.Left(bar, sign, 1)
	l.Left(theme.Dim, msg.At.In(m.env.Now().Location()).Format("15:04:05"), timeWidth)
	tok, kind := theme.Text, ""
	if msg.Bad {
		tok, kind = theme.Bad, "error"
	}
	kindW := 0
	if m.errors() > 0 {
		kindW = kindWidth
	}
	l.Left(tok, kind, kindW)
	text := msg.Text
	if msg.Times > 1 {
		text = fmt.Sprintf("%d times: %s", msg.Times, text)
	}
	l.Left(tok, text, max(w-1-timeWidth-kindW, 0))
	return l.Bytes()
}

// View is the messages, and below them the one under the cursor.
func (m *Messages) View() string {
	p := m.page()
	cur := m.current()
	if cur == nil {
		p.wrapped(theme.Dim, "Nothing has been told yet. What happens in this session is kept here, errors too.")
		return p.String()
	}
	p.lines = m.list.Lines(nil)
	p.gap()
	p.wrapped(theme.Text, cur.Text)
	p.wrapped(theme.Dim, cur.Next)
	return p.String()
}
