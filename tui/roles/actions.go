package roles

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "roles.open", Group: "roles", Short: "shortlist", Long: "Open the role's shortlist: who comes into question, and why.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.nothing, Run: func() tea.Cmd {
			return pane.Request(pane.OpenRole{ID: p.list.Current().ID})
		}},
		{ID: "roles.new", Group: "roles", Short: "new role", Long: "Open a role: what it asks for, what it offers, the maps from which its people come.", Keys: []string{"i"}, Footer: true, Why: p.unread, Run: p.create},
		{ID: "roles.edit", Group: "roles", Short: "edit", Long: "Change what the role asks for or offers.", Keys: []string{"e"}, Footer: true, Why: p.nothing, Run: p.edit},
		{ID: "roles.turn", Group: "roles", Short: "close/reopen", Long: "Close a role that is filled or given up, or open a closed one again.", Keys: []string{"t"}, Footer: true, Why: p.nothing, Run: p.turn},
		{ID: "roles.remove", Group: "roles", Short: "delete", Long: "Delete the role with what was decided about its shortlist; people and maps stay.", Keys: []string{"x"}, Danger: true, Undoable: true, Ask: p.askRemove, Why: p.nothing, Run: p.remove},
		pane.Back("roles", "Close the page.", pane.ClosePage),
	}
	return append(acts, pane.Moves("roles", p.list)...)
}

func (p *Pane) unread() string {
	if p.read == nil {
		return "the roles are being read"
	}
	return ""
}

func (p *Pane) nothing() string {
	switch {
	case p.read == nil:
		return p.unread()
	case p.list.Current() == nil:
		return "there is no role yet: {roles.new} opens one"
	}
	return ""
}

func (p *Pane) create() tea.Cmd {
	r := model.Role{Opened: model.DateOf(p.Env.Now()), Origin: model.Origin{Source: "entered by " + p.Env.User, At: p.Env.Now()}}
	st, owner := p.deps.Store, p.Owner(0)
	return p.ask("Open a role", r, func(r model.Role, _ func(*model.Role) error) tea.Cmd {
		save := p.save("opened the role "+r.Title, func(by store.Actor) error {
			_, err := st.Edit(by, func(tx *store.Tx) error { return tx.PutRole(&r) })
			return err
		})
		return func() tea.Msg { return opened{Owner: owner, told: save(), role: &r} }
	})
}

// opened is the end of the opening of a role; it has its ID where that went well.
type opened struct {
	pane.Owner
	told tea.Msg
	role *model.Role
}

// showOpened puts the cursor on a new role, and tells of it.
func (p *Pane) showOpened(msg opened) tea.Cmd {
	if msg.role.ID != 0 {
		p.list.Want(msg.role.ID)
	}
	return pane.Request(msg.told)
}

func (p *Pane) edit() tea.Cmd {
	r := *p.list.Current().Role
	st := p.deps.Store
	return p.ask("Edit "+r.Title, r, func(r model.Role, set func(*model.Role) error) tea.Cmd {
		return p.save("edited the role "+r.Title, func(by store.Actor) error {
			_, err := st.EditRole(by, r.ID, func(_ *store.Tx, now *model.Role) error { return set(now) })
			return err
		})
	})
}

// ask opens the form on a role. done gets it as it was filled in, and what sets the
// fields that were changed, and no others, on the role as it stands by then.
func (p *Pane) ask(title string, r model.Role, done func(r model.Role, set func(*model.Role) error) tea.Cmd) tea.Cmd {
	known := scoring.RoleFields(p.read.pool.Maps)
	fields := make([]overlay.Field, len(known))
	for i, f := range known {
		fields[i] = overlay.Field{Label: f.Name, Hint: f.Hint, Value: f.Text(&r)}
		if f.Name == "offers" {
			fields[i].Rows = 3
		}
	}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.Env, title, fields, func(values []string) (tea.Cmd, error) {
		set := func(r *model.Role) error {
			for i, f := range known {
				if values[i] == fields[i].Value && r.ID != 0 {
					continue
				}
				if err := f.Set(r, values[i]); err != nil {
					return &overlay.FieldError{At: i, Err: err}
				}
			}
			return nil
		}
		filled := r
		if err := set(&filled); err != nil {
			return nil, err
		}
		return done(filled, set), nil
	})})
}

// save changes the store and tells what was done.
func (p *Pane) save(what string, do func(by store.Actor) error) tea.Cmd {
	by := store.By(p.Env.User, what)
	return func() tea.Msg {
		switch err := do(by); {
		case errors.Is(err, store.ErrNotFound):
			return pane.Refused{Why: "the role has been deleted meanwhile"}
		case err != nil:
			return pane.Fail(err)
		}
		return pane.Toast{Text: what, Next: pane.TakesBack}
	}
}

func (p *Pane) turn() tea.Cmd {
	r, st, today := p.list.Current(), p.deps.Store, model.DateOf(p.Env.Now())
	id := r.ID
	what, change := "closed the role "+r.Title, func(_ *store.Tx, r *model.Role) error { return r.Close(today) }
	if !r.Open() {
		what, change = "opened the role "+r.Title+" again", func(_ *store.Tx, r *model.Role) error { return r.Reopen() }
	}
	return p.save(what, func(by store.Actor) error {
		_, err := st.EditRole(by, id, change)
		return err
	})
}

func (p *Pane) askRemove() string {
	return fmt.Sprintf("Delete the role %s? What was decided about its shortlist goes with it.", p.list.Current().Title)
}

func (p *Pane) remove() tea.Cmd {
	r, st := p.list.Current(), p.deps.Store
	id := r.ID
	return p.save("deleted the role "+r.Title, func(by store.Actor) error {
		_, err := st.Edit(by, func(tx *store.Tx) error { return tx.RemoveRole(id) })
		return err
	})
}
