package talent

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// switcher is the list of maps while it is open.
type switcher struct {
	list *overlay.Picker
	at   map[model.MapID]string // the day of the last change of each, once it is read
}

// mapTimes are those days on their way to the pane.
type mapTimes struct {
	pane.Owner
	at map[model.MapID]string
}

// told shows the days.
func (s *switcher) told(msg mapTimes) {
	if s != nil {
		s.at = msg.at
		s.list.Again()
	}
}

// switchMap lists the maps; when each was changed last comes as it is read.
func (p *Pane) switchMap() tea.Cmd {
	s := &switcher{}
	s.list = overlay.NewPicker(p.env, "Talent maps", "which map?", func(q string) []overlay.Item {
		return overlay.Filter(p.mapItems(s), q)
	})
	s.list.With(p.SwitcherActions(s.list)...)
	p.maps = s
	return tea.Batch(pane.Request(pane.Show{Overlay: s.list}), p.readTimes())
}

func (p *Pane) mapItems(s *switcher) []overlay.Item {
	items := make([]overlay.Item, 0, len(p.board.maps)+1)
	for _, m := range p.board.maps {
		items = append(items, overlay.Item{
			Title: m.Name, Note: joined(" · ", p.peopleOn(&m), s.at[m.ID], segment(&m)), Value: m.ID,
			Run: func() tea.Cmd { return p.Open(m.ID) },
		})
	}
	return append(items, overlay.Item{Title: "New map", Note: "a function, a domain, a geography", Run: p.newMap})
}

// peopleOn counts the people of a map: all, those on the bench, the hot ones.
func (p *Pane) peopleOn(m *model.Map) string {
	text := counted(len(m.Entries), "person", "people")
	if n := len(m.Bench); n > 0 {
		text += fmt.Sprintf(" + %d", n)
	}
	ids := make([]model.PersonID, len(m.Entries))
	for i, e := range m.Entries {
		ids[i] = e.Person
	}
	if n := p.deps.Finder.Hot(ids); n > 0 {
		text += fmt.Sprintf(", %d hot", n)
	}
	return text
}

// readTimes reads when each map was changed last.
func (p *Pane) readTimes() tea.Cmd {
	owner, st, maps, now := pane.Owner{ID: p.id, Gen: p.gen}, p.deps.Store, p.board.maps, p.env.Now()
	return func() tea.Msg {
		at := map[model.MapID]string{}
		err := st.View(func(tx *store.Tx) error {
			for i := range maps {
				c, err := tx.Change(maps[i].Rev)
				if errors.Is(err, store.ErrNotFound) {
					continue
				}
				if err != nil {
					return err
				}
				at[maps[i].ID] = "changed " + model.DateOf(c.At.In(now.Location())).String() + " by " + c.Actor
			}
			return nil
		})
		if err != nil {
			return pane.Fail(err)
		}
		return mapTimes{owner, at}
	}
}

// SwitcherActions are what can be done in the list of maps.
func (p *Pane) SwitcherActions(list *overlay.Picker) []action.Action {
	selected := func() (m model.Map, ok bool) {
		if list == nil || p.board == nil { // for the docs
			return m, false
		}
		it, _ := list.Current()
		id, _ := it.Value.(model.MapID)
		i := slices.IndexFunc(p.board.maps, func(m model.Map) bool { return m.ID == id })
		if i < 0 {
			return m, false
		}
		return p.board.maps[i], true
	}
	none := func() string {
		if _, ok := selected(); !ok {
			return "no map is selected"
		}
		return ""
	}
	act := func(id, short, long string, run func(model.Map) tea.Cmd, keys ...string) action.Action {
		return action.Action{ID: id, Group: "list", Short: short, Long: long, Keys: keys, Footer: true, Why: none, Run: func() tea.Cmd {
			m, _ := selected()
			return pane.Request(pane.Close{Then: run(m)})
		}}
	}
	return []action.Action{
		act("maps.edit", "edit", "Change the map's name and what it is for.", p.editMap, "f2", "alt+r"),
		act("maps.duplicate", "copy", "Start a map with the same people, ranks, tiers and notes.", p.duplicate, "f3", "alt+c"),
		act("maps.delete", "delete", "Delete the map, after a question; the people's records stay, and undo brings it back.", p.confirmDelete, "ctrl+x"),
	}
}

func (p *Pane) confirmDelete(m model.Map) tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.env, askDelete(&m), func() tea.Cmd { return p.deleteMap(m) }).Next(pane.TakesBack)})
}

func askDelete(m *model.Map) string {
	who := counted(len(m.Entries), "person", "people")
	if n := len(m.Bench); n > 0 {
		who += fmt.Sprintf(" and %d on its bench", n)
	}
	return fmt.Sprintf("Delete %s with the ranks of %s? Their records stay.", m.Name, who)
}

// deleteMap deletes a map.
func (p *Pane) deleteMap(m model.Map) tea.Cmd {
	return p.editMaps("deleted the map "+m.Name, 0, func(tx *store.Tx) error { return tx.DeleteMap(m.ID) })
}

// duplicate starts a map with the same people.
func (p *Pane) duplicate(m model.Map) tea.Cmd {
	twin := m
	twin.Own()
	twin.ID, twin.Rev, twin.Origin, twin.Name = 0, 0, model.Origin{}, p.freeName(m.Name)
	st, by := p.deps.Store, store.By(p.env.User, "copied the map "+m.Name)
	return p.make(&twin, st, by)
}

// freeName is a name that no map has: the one given with a number behind it.
func (p *Pane) freeName(name string) string {
	for n := 2; ; n++ {
		free := fmt.Sprintf("%s (%d)", name, n)
		if !slices.ContainsFunc(p.board.maps, func(m model.Map) bool { return m.Name == free }) {
			return free
		}
	}
}

// make writes a new map and shows it.
func (p *Pane) make(m *model.Map, st Store, by store.Actor) tea.Cmd {
	return func() tea.Msg {
		if _, err := st.Edit(by, func(tx *store.Tx) error { return tx.PutMap(m) }); err != nil {
			return pane.Fail(err)
		}
		return tea.BatchMsg{pane.Request(pane.OpenMap{ID: m.ID}), pane.Request(pane.Toast{Text: by.What, Next: pane.TakesBack})}
	}
}

// editMaps changes maps in the store, and shows one then; 0: the one that is shown.
func (p *Pane) editMaps(what string, show model.MapID, edit func(tx *store.Tx) error) tea.Cmd {
	st, by := p.deps.Store, store.By(p.env.User, what)
	return func() tea.Msg {
		if _, err := st.Edit(by, edit); err != nil {
			return pane.Fail(err)
		}
		told := pane.Request(pane.Toast{Text: what, Next: pane.TakesBack})
		if show == 0 {
			return tea.BatchMsg{told}
		}
		return tea.BatchMsg{pane.Request(pane.OpenMap{ID: show}), told}
	}
}

func (p *Pane) oneMap() string {
	if why := p.noMap(); why != "" {
		return why
	}
	if len(p.board.maps) < 2 {
		return "there is no other map: {talent.new} starts one"
	}
	return ""
}

// step shows the map n places on, round at the ends.
func (p *Pane) step(n int) func() tea.Cmd {
	return func() tea.Cmd {
		at := slices.IndexFunc(p.board.maps, func(m model.Map) bool { return m.ID == p.want })
		all := len(p.board.maps)
		return p.Open(p.board.maps[(max(at, 0)+n+all)%all].ID)
	}
}

func (p *Pane) noOther() string {
	if why := p.oneMap(); why != "" {
		return why
	}
	return p.notShown()
}

// askOther has a map chosen on which the chosen people shall be, too.
func (p *Pane) askOther() tea.Cmd {
	ids := p.chosen()
	var items []overlay.Item
	for _, m := range p.board.maps {
		if m.ID != p.board.Map.ID {
			items = append(items, overlay.Item{Title: m.Name, Note: joined(" · ", p.peopleOn(&m), segment(&m)), Run: func() tea.Cmd { return p.alsoOn(m, ids) }})
		}
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(p.env, "Put "+p.named(ids)+" also on", "which map?", items)})
}

// alsoOn puts people on another map; who is there already stays where she is.
func (p *Pane) alsoOn(other model.Map, ids []model.PersonID) tea.Cmd {
	what := fmt.Sprintf("added %s to %s", p.named(ids), other.Name)
	p.unmark()
	return p.editMaps(what, 0, func(tx *store.Tx) error {
		m, err := tx.Map(other.ID)
		if err != nil {
			return err
		}
		added := 0
		for _, id := range ids {
			if m.Rank(id) > 0 {
				continue
			}
			if err := m.Add(id); err != nil {
				return err
			}
			added++
		}
		if added == 0 {
			return fmt.Errorf("%w: %s", model.ErrOnMap, other.Name)
		}
		return tx.PutMap(&m)
	})
}
