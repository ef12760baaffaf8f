// Package panetest runs one pane without the workbench around it, over whatever
// it is given to read: a store that is slow, or one that fails.
//
//	h := panetest.New(composer.New(env, composer.Deps{Store: slow}))
//	s := tuitest.New(t, h, 80, 24)
//	s.Keys("e")
//
// Keys, pastes and results reach the pane as the root would bring them. What
// the pane asks of the root is kept in Asked, in order; nothing of it is done,
// but that an action which asks first is run at once, and so is a job.
package panetest

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// Host is a tea.Model that holds one pane.
type Host struct {
	Pane  pane.Pane
	Asked []tea.Msg // requests to the root, such as pane.Toast
}

// New makes a host.
func New(p pane.Pane) *Host { return &Host{Pane: p} }

// Keys is a keymap that knows the overlays: sentences that name other actions keep
// their IDs.
func Keys() *action.Keymap {
	return action.NewKeymap(nil, func() []action.Context { return overlay.Contexts(&pane.Env{Theme: theme.Plain()}) })
}

// Init loads the pane, where it is one that loads.
func (h *Host) Init() tea.Cmd {
	if l, ok := h.Pane.(pane.Loader); ok {
		return l.Load()
	}
	return nil
}

// Update brings a message to the pane.
func (h *Host) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		h.Pane.SetSize(msg.Width, msg.Height)
		return h, nil
	case tea.KeyPressMsg:
		return h, h.key(msg)
	case tea.PasteMsg, pane.Owned, pane.Changed, pane.Themed, pane.Progress:
		return h, h.Pane.Update(msg)
	case pane.Job:
		return h, func() tea.Msg { return msg.Run(func(pane.Done) {}) }
	case tea.ColorProfileMsg, tea.EnvMsg:
		return h, nil
	}
	h.Asked = append(h.Asked, msg)
	return h, nil
}

func (h *Host) key(msg tea.KeyPressMsg) tea.Cmd {
	e, _ := h.Pane.(pane.Editing)
	typing := e != nil && e.Editing()
	a, ok := action.Find(h.Pane.Actions(), msg.String())
	switch {
	case ok && a.Off() == "" && (!typing || msg.Text == "" && !e.Takes(msg.String())):
		return a.By(msg.String()).Run()
	case typing:
		return h.Pane.Update(msg)
	case ok:
		h.Asked = append(h.Asked, pane.Toast{Text: a.Off()})
	}
	return nil
}

// Toasts are the texts of what the pane has told so far, with the sentences that
// say what to do next as the pane has written them.
func (h *Host) Toasts() []string {
	var out []string
	for _, msg := range h.Asked {
		t, ok := msg.(pane.Toast)
		switch {
		case !ok:
		case t.Text == "" || t.Next == "":
			out = append(out, t.Text+t.Next)
		default:
			out = append(out, t.Text+" · "+t.Next)
		}
	}
	return out
}

// View is the pane's.
func (h *Host) View() tea.View {
	v := tea.NewView(h.Pane.View())
	if c, ok := h.Pane.(pane.Cursored); ok {
		if x, y, shown := c.Cursor(); shown {
			v.Cursor = tea.NewCursor(x, y)
		}
	}
	return v
}
