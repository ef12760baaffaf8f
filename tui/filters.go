package tui

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// filterActions are what can be done with a query that is being typed.
func (r *Root) filterActions(p *overlay.Picker) []action.Action {
	return []action.Action{
		{ID: "find.save", Group: "list", Short: "save filter", Long: "Save what is typed under a name: @name stands for it from then on, for everyone.", Keys: []string{"ctrl+s"}, Footer: true, Run: func() tea.Cmd { return r.saveFilter(p.Query()) }},
		{ID: "find.export", Group: "list", Short: "export", Long: "Write who is marked to a file, else everybody who is found, also beyond those who are listed.", Keys: []string{"alt+e"}, Run: func() tea.Cmd { return r.exportFound(p) }},
		{ID: "find.filters", Group: "list", Short: "filters", Long: "List the saved filters: use one, rename or delete it.", Keys: []string{"ctrl+o"}, Footer: true, Run: r.listFilters},
	}
}

// saveFilter asks for the name under which a query is saved.
func (r *Root) saveFilter(query string) tea.Cmd {
	all := r.cfg.Roster.Snapshot().Filters()
	q, err := all.Parse(query, r.cfg.User, r.env.Now())
	switch {
	case err == nil && q.Empty():
		err = errors.New("there is nothing to save: type a query first")
	case err == nil:
		err = q.Unclosed()
	}
	if err != nil {
		return r.tell(pane.Toast{Text: err.Error(), Bad: true})
	}
	fields := []overlay.Field{{Label: "Name", Hint: "warm-berlin"}}
	return r.open(overlay.NewForm(r.env, "Save "+query, fields, func(v []string) (tea.Cmd, error) {
		name, err := model.FilterName(v[0])
		if err != nil {
			return nil, err
		}
		save := func(over bool) tea.Cmd {
			return r.editFilter("saved the filter @"+name, func(tx *store.Tx) error {
				return r.writeFilter(tx, name, query, over)
			})
		}
		old, ok := all.Named(name)
		if !ok {
			return save(false), nil
		}
		ask := fmt.Sprintf("There is a filter @%s by %s: %s. Put this in its place?", old.Name, old.Owner, old.Query)
		return pane.Request(pane.Show{Overlay: overlay.NewConfirm(r.env, ask, func() tea.Cmd { return save(true) }).Next(pane.TakesBack)}), nil
	}))
}

// writeFilter saves a filter, over another one only where that was agreed to.
func (r *Root) writeFilter(tx *store.Tx, name, query string, over bool) error {
	all, err := roster.ReadFilters(tx)
	if err != nil {
		return err
	}
	if f, ok := all.Named(name); ok && !over {
		return fmt.Errorf("%s has just saved a filter @%s: %s", f.Owner, f.Name, f.Query)
	}
	_, err = roster.SaveFilter(tx, name, query, r.cfg.User, r.env.Now())
	return err
}

// editFilter changes the saved filters.
func (r *Root) editFilter(what string, edit func(tx *store.Tx) error) tea.Cmd {
	st, by := r.cfg.Store, store.By(r.cfg.User, what)
	return func() tea.Msg {
		if _, err := st.Edit(by, edit); err != nil {
			return pane.Fail(err)
		}
		return pane.Toast{Text: what, Next: pane.TakesBack}
	}
}

// listFilters lists the saved filters.
func (r *Root) listFilters() tea.Cmd {
	p := overlay.NewPicker(r.env, "Saved filters", "type to narrow, {picker.choose} finds", func(text string) []overlay.Item {
		return overlay.Filter(r.savedFilters(), strings.TrimPrefix(text, "@"))
	})
	return r.open(p.Snug().With(r.savedActions(p)...))
}

func (r *Root) savedFilters() (items []overlay.Item) {
	if r.cfg.Roster == nil { // for the docs
		return nil
	}
	all := r.cfg.Roster.Snapshot().Filters()
	for _, f := range all {
		items = append(items, overlay.Item{
			Title: "@" + f.Name, Note: f.Query + " · " + f.Owner, Value: f.Name,
			Run: func() tea.Cmd { return r.useFilter("@" + f.Name) },
		})
	}
	if len(items) == 0 {
		items = []overlay.Item{{Title: "There is no saved filter yet", Off: r.env.Say("{find} finds people, {find.save} there saves what is typed")}}
	}
	return items
}

// useFilter adds a filter to what is being searched, or searches for it.
func (r *Root) useFilter(name string) tea.Cmd {
	if n := len(r.overlays); n > 0 {
		if p, ok := r.overlays[n-1].(*overlay.Picker); ok {
			p.Type(strings.TrimLeft(strings.TrimRight(p.Query(), " ")+" "+name+" ", " "))
			return nil
		}
	}
	return r.findBy(name + " ")
}

func (r *Root) savedActions(p *overlay.Picker) []action.Action {
	name := func() string {
		it, _ := p.Current()
		name, _ := it.Value.(string)
		return name
	}
	none := func() string {
		if name() == "" {
			return "no filter is selected"
		}
		return ""
	}
	return []action.Action{
		{ID: "filter.rename", Group: "list", Short: "rename", Long: "Give the filter another name.", Keys: []string{"f2", "alt+r"}, Footer: true, Why: none, Run: func() tea.Cmd { return r.renameFilter(name()) }},
		{ID: "filter.delete", Group: "list", Short: "delete", Long: "Delete the filter; undo brings it back.", Keys: []string{"ctrl+x"}, Footer: true, Why: none, Run: func() tea.Cmd {
			n := name()
			return r.editFilter("deleted the filter @"+n, func(tx *store.Tx) error { return roster.RemoveFilter(tx, n) })
		}},
	}
}

func (r *Root) renameFilter(name string) tea.Cmd {
	fields := []overlay.Field{{Label: "Name", Value: name}}
	return r.open(overlay.NewForm(r.env, "Rename @"+name, fields, func(v []string) (tea.Cmd, error) {
		to, err := model.FilterName(v[0])
		if err != nil {
			return nil, err
		}
		return r.editFilter(fmt.Sprintf("renamed the filter @%s to @%s", name, to), func(tx *store.Tx) error {
			return roster.RenameFilter(tx, name, to)
		}), nil
	}))
}
