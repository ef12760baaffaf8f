package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/config"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// sender is who writes, as the config has it now.
func (r *Root) sender() model.Sender { return r.set.Sender }

func (r *Root) noDetails() string {
	if r.cfg.SaveSender == nil || r.cfg.Reload == nil {
		return "this session has no config of its own"
	}
	return ""
}

// senderForm asks who writes. It stays until that is in the config, and says what stands
// in the way of it.
type senderForm struct {
	*overlay.Form
	reread tea.Cmd
}

var (
	_ pane.Overlay    = (*senderForm)(nil)
	_ pane.Identified = (*senderForm)(nil)
)

// senderSaved is the end of saving who writes.
type senderSaved struct {
	pane.Owner
	err error
}

// editSender opens the details of who writes.
func (r *Root) editSender() tea.Cmd {
	known, now := config.SenderFields(), r.sender()
	fields := make([]overlay.Field, len(known))
	for i, f := range known {
		fields[i] = overlay.Field{Label: f.Name, Hint: f.Means, Value: *f.Of(&now)}
	}
	f, save := &senderForm{reread: r.readConfig("your details are in the config, and in what you write from now on")}, r.cfg.SaveSender
	f.Form = overlay.NewForm(r.env, "Who writes", fields, func(values []string) (tea.Cmd, error) {
		var s model.Sender
		for i := range known {
			if err := known[i].Set(&s, values[i]); err != nil {
				return nil, &overlay.FieldError{At: i, Err: err}
			}
		}
		f.Busy("saving …")
		owner := pane.Owner{ID: f.PaneID()}
		return func() tea.Msg { return senderSaved{owner, save(now, s)} }, nil
	}).Stay()
	return r.open(f)
}

// Update types, and closes once the details are saved.
func (f *senderForm) Update(msg tea.Msg) tea.Cmd {
	switch msg, ok := msg.(senderSaved); {
	case !ok:
	case msg.err != nil:
		return f.Fail(fmt.Errorf("nothing was saved: %w", msg.err))
	default:
		return pane.Request(pane.Close{Then: f.reread})
	}
	return f.Form.Update(msg)
}

// newSender shows again what says who writes.
func (r *Root) newSender() tea.Cmd {
	return r.broadcast(pane.Changed{Notice: store.Notice{Kinds: store.KindsOf(store.Drafts)}})
}
