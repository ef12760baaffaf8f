package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Confirm asks a question that defaults to no.
type Confirm struct {
	base
	question string
	next     string // what can be done after a yes
	yes      func() tea.Cmd
	acts     []action.Action
}

var _ pane.Overlay = (*Confirm)(nil)

// NewConfirm asks; yes runs only on y.
func NewConfirm(env *pane.Env, question string, yes func() tea.Cmd) *Confirm {
	c := &Confirm{base: newBase(env), question: question, yes: yes}
	c.acts = []action.Action{
		{ID: "confirm.yes", Group: "answer", Short: "yes", Long: "Yes, do it.", Keys: []string{"y", "Y"}, Footer: true, Run: func() tea.Cmd {
			return pane.Request(pane.Close{Then: c.yes()})
		}},
		{ID: "confirm.no", Group: "answer", Short: "no", Long: "No, leave everything as it is.", Keys: []string{"n", "enter", "esc", "N", "q"}, Footer: true, Run: func() tea.Cmd {
			return pane.Request(pane.Close{})
		}},
	}
	return c
}

// Next adds what can be done after a yes: a sentence, see [pane.Env.Say].
func (c *Confirm) Next(sentence string) *Confirm {
	c.next = sentence
	return c
}

// Title names the overlay.
func (c *Confirm) Title() string { return "Sure?" }

// Actions are yes and no.
func (c *Confirm) Actions() []action.Action { return c.acts }

// Update ignores everything but its actions.
func (c *Confirm) Update(tea.Msg) tea.Cmd { return nil }

// Want is room for the question and the answers.
func (c *Confirm) Want(w, h int) (int, int) {
	w = min(w, 60)
	return w, min(h, len(widget.Wrap(c.question, w))+len(widget.Wrap(c.after(), w))+2)
}

// View is the question and the two answers.
func (c *Confirm) View() string {
	p := c.page()
	p.wrapped(theme.Text, c.question)
	p.wrapped(theme.Dim, c.after())
	p.gap()
	yes, no := c.answers()
	p.text(theme.Dim, yes+answerGap+no)
	return p.String()
}

// after is what can be done after a yes, as the sentence that it is.
func (c *Confirm) after() string {
	if c.next == "" {
		return ""
	}
	return c.env.Say(c.next) + "."
}

// answerGap stands between the answers.
const answerGap = "   "

// answers are the two with their keys; no with two more of its own, the ones that
// one presses without a thought.
func (c *Confirm) answers() (yes, no string) {
	yes, no = c.env.Say("{confirm.yes} yes"), c.env.Say("{confirm.no} no")
	if keys := c.acts[1].Keys; len(keys) > 1 {
		no += " (" + strings.Join(keys[1:min(len(keys), 3)], ", ") + ")"
	}
	return yes, no
}
