package talent

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "talent.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.notOpenable, Run: p.open},
		{ID: "talent.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.nobody, Run: p.write},
		{ID: "talent.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Footer: true, Why: p.nobody, Run: p.why},
		{ID: "talent.down-rank", Group: "map", Short: "rank down", Long: "Move the person one rank down.", Keys: []string{"J", "shift+down"}, Why: p.unranked, Run: func() tea.Cmd { return p.rank(1) }},
		{ID: "talent.up-rank", Group: "map", Short: "rank up", Long: "Move the person one rank up.", Keys: []string{"K", "shift+up"}, Why: p.unranked, Run: func() tea.Cmd { return p.rank(-1) }},
		{ID: "talent.add", Group: "map", Short: "add", Long: "Find people and put them on the map, one after the other or several at once.", Keys: []string{"a"}, Footer: true, Why: p.noMap, Run: p.add},
		{ID: "talent.remove", Group: "map", Short: "take off", Long: "Take the person off the map; the record stays.", Keys: []string{"x"}, Danger: true, Many: true, Undoable: true, Ask: p.askRemove, Why: p.nobody, Run: p.remove},
		{ID: "talent.mark", Group: "map", Short: "mark", Long: "Mark the person, and move on.", Keys: []string{"space"}, Why: p.nobody, Run: p.mark},
		{ID: "talent.filter", Group: "map", Short: "narrow", Long: "Show only the people that match what you type: words, fields such as state:nurture, @ and the name of a saved filter.", Keys: []string{"/"}, Footer: true, Why: p.nobodyAtAll, Run: p.openFilter},
		{ID: "talent.complete", Group: "map", Short: "complete", Long: "While narrowing: complete the word at the cursor, as it says there; again, with what comes next. The arrow does so at the end of what is typed.", Keys: []string{"tab"}, Typing: true, Why: p.nothingToComplete, Run: p.completeWord},
		{ID: "talent.clear", Group: "map", Short: "show all", Long: "End the filter, then drop the marks.", Keys: []string{"esc"}, Footer: true, Why: p.nothingToClear, Run: p.clear},
		{ID: "talent.switch", Group: "map", Short: "maps", Long: "Choose another talent map.", Keys: []string{"m"}, Footer: true, Why: p.noMap, Run: p.switchMap},
		{ID: "talent.new", Group: "map", Short: "new map", Long: "Start a talent map for a function, a domain and a geography.", Keys: []string{"M"}, Run: p.newMap},
	}
	return append(acts, pane.Moves("talent", p.list)...)
}

func (p *Pane) noMap() string {
	if p.board == nil || p.board.Map.ID == 0 {
		return "there is no map yet: {talent.new} starts one"
	}
	return ""
}

func (p *Pane) nobody() string {
	if why := p.noMap(); why != "" {
		return why
	}
	if p.current() == nil {
		return "nobody is selected: {talent.add} adds someone"
	}
	return ""
}

// notOpenable keeps enter for the filter while that is typed.
func (p *Pane) notOpenable() string {
	if p.filter.open {
		return "the filter is being typed"
	}
	return p.nobody()
}

func (p *Pane) nobodyAtAll() string {
	if p.board == nil || len(p.board.Map.Entries) == 0 {
		return "there is nobody to narrow: {talent.add} adds someone"
	}
	return ""
}

func (p *Pane) unranked() string {
	if p.filter.text != "" {
		return "the list is narrowed: {talent.clear} shows everyone, then rank"
	}
	return p.nobody()
}

func (p *Pane) nothingToClear() string {
	if p.filter.text == "" && len(p.list.Marked()) == 0 {
		return "there is no filter and nobody is marked"
	}
	return ""
}

func (p *Pane) clear() tea.Cmd {
	if p.filter.text != "" {
		return p.clearFilter()
	}
	p.list.Unmark()
	p.stale = true
	return nil
}

func (p *Pane) open() tea.Cmd {
	return pane.Request(pane.OpenPerson{ID: p.current().profile.Person.ID, Among: &pane.Among{Name: p.board.Map.Name, IDs: slices.Clone(p.list.IDs())}})
}

// WalkTo puts the cursor on somebody, as the page that was opened from here shows her.
func (p *Pane) WalkTo(id model.PersonID) {
	p.list.Select(id)
	p.stale = true
}

func (p *Pane) write() tea.Cmd {
	return pane.Request(pane.Write{ID: p.current().profile.Person.ID})
}

func (p *Pane) why() tea.Cmd {
	return pane.Request(pane.Why{Profile: p.current().profile})
}

func (p *Pane) mark() tea.Cmd {
	p.list.ToggleMark()
	p.list.Move(1)
	p.stale = true
	return nil
}

// change edits the map that is shown. The edit runs within the transaction, on
// the map as it stands there: two people ranking at once both count.
func (p *Pane) change(what string, edit func(m *model.Map) error) tea.Cmd {
	st, by, id := p.deps.Store, store.By(p.env.User, what), p.board.Map.ID
	owner := pane.Owner{ID: p.id, Gen: p.gen}
	return func() tea.Msg {
		_, err := st.Edit(by, func(tx *store.Tx) error {
			m, err := tx.Map(id)
			if err != nil {
				return err
			}
			if err := edit(&m); err != nil {
				return err
			}
			return tx.PutMap(&m)
		})
		if err != nil {
			return unchanged{owner, err}
		}
		return pane.Toast{Text: what, Next: pane.TakesBack}
	}
}

// unchanged is an edit that failed: what it showed at once is read again.
type unchanged struct {
	pane.Owner
	err error
}

// rank moves the person by delta places, on the screen at once: what is being
// read meanwhile is dropped, the commit's own notice reads it again.
func (p *Pane) rank(delta int) tea.Cmd {
	person := &p.current().profile.Person
	from := p.board.Map.Rank(person.ID)
	p.board.Map.Entries = slices.Clone(p.board.Map.Entries)
	to, err := p.board.Map.Move(person.ID, delta)
	if err != nil || to == from {
		return nil
	}
	p.gen++
	p.refill()
	what := fmt.Sprintf("ranked %s %d on %s", person.Name, to, p.board.Map.Name)
	return p.change(what, func(m *model.Map) error {
		_, err := m.Move(person.ID, delta)
		return err
	})
}

func (p *Pane) add() tea.Cmd {
	return pane.Request(pane.Show{Overlay: p.deps.Finder.FindMany(Adding{
		Title: func() string {
			return fmt.Sprintf("Add to %s · %d of %d", p.board.Map.Name, len(p.board.Map.Entries), model.MapSize)
		},
		Off: func(id model.PersonID) string {
			if rank := p.board.Map.Rank(id); rank > 0 {
				return fmt.Sprintf("on the map, rank %d", rank)
			}
			return ""
		},
		Add: p.addAll,
	})})
}

// Add puts somebody on the map that is shown, under the cursor once she is
// there.
func (p *Pane) Add(id model.PersonID, name string) tea.Cmd {
	if why := p.noMap(); why != "" {
		return pane.Request(pane.Toast{Next: why})
	}
	return p.addAll([]pane.AddToMap{{ID: id, Name: name}})
}

// addAll puts people on the map in one step, all or none; it has them at once: what
// is being read meanwhile is dropped, the commit's own notice reads it again.
func (p *Pane) addAll(people []pane.AddToMap) tea.Cmd {
	put := func(m *model.Map) error {
		m.Entries = slices.Clone(m.Entries)
		for _, person := range people {
			if err := m.Add(person.ID); err != nil {
				return err
			}
		}
		return nil
	}
	m := p.board.Map
	if err := put(&m); err != nil {
		return pane.Request(pane.Fail(err))
	}
	p.board.Map = m
	p.gen++
	p.list.Want(people[len(people)-1].ID)
	what := people[0].Name
	if len(people) > 1 {
		what = fmt.Sprintf("%d people", len(people))
	}
	return p.change(fmt.Sprintf("added %s to %s", what, m.Name), put)
}

// targets are the marked people, else the one under the cursor.
func (p *Pane) targets() []model.PersonID {
	if marked := p.list.Marked(); len(marked) > 0 {
		return marked
	}
	return []model.PersonID{p.current().profile.Person.ID}
}

func (p *Pane) named(ids []model.PersonID) string {
	if len(ids) > 1 {
		return fmt.Sprintf("%d people", len(ids))
	}
	return p.board.rows[ids[0]].profile.Person.Name
}

func (p *Pane) askRemove() string {
	return fmt.Sprintf("Take %s off %s? The records stay.", p.named(p.targets()), p.board.Map.Name)
}

func (p *Pane) remove() tea.Cmd {
	ids := p.targets()
	what := fmt.Sprintf("took %s off %s", p.named(ids), p.board.Map.Name)
	p.list.Unmark()
	return p.change(what, func(m *model.Map) error {
		for _, id := range ids {
			if err := m.Remove(id); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *Pane) switchMap() tea.Cmd {
	items := make([]overlay.Item, 0, len(p.board.maps))
	for _, m := range p.board.maps {
		items = append(items, overlay.Item{
			Title: m.Name, Note: fmt.Sprintf("%d people · %s", len(m.Entries), segment(&m)),
			Run: func() tea.Cmd { return p.Open(m.ID) },
		})
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPicker(p.env, "Talent maps", "which map?", func(q string) []overlay.Item {
		return overlay.Filter(items, q)
	})})
}

// segment is a map's function × domain × geography in words.
func segment(m *model.Map) string {
	var parts []string
	for _, s := range []string{m.Function, m.Domain, m.Geography} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " × ")
}

func (p *Pane) newMap() tea.Cmd {
	fields := []overlay.Field{
		{Label: "Function", Hint: "Platform engineering"},
		{Label: "Domain", Hint: "payments"},
		{Label: "Geography", Hint: "Berlin or remote in Europe"},
		{Label: "Skills", Hint: "Go, Kubernetes (for the fit; may stay empty)"},
		{Label: "Name", Hint: "empty: made of the above"},
	}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.env, "New talent map", fields, p.create)})
}

// create starts a map from the form's values.
func (p *Pane) create(v []string) (tea.Cmd, error) {
	m := model.Map{Function: model.CleanLine(v[0]), Domain: model.CleanLine(v[1]), Geography: model.CleanLine(v[2]), Name: model.CleanLine(v[4])}
	for s := range strings.SplitSeq(v[3], ",") {
		if s = model.CleanLine(s); s != "" {
			m.Skills = append(m.Skills, s)
		}
	}
	if m.Name == "" {
		m.Name = segment(&m)
	}
	if m.Name == "" {
		return nil, errors.New("a map needs at least a function, a domain, a geography or a name")
	}
	st, by := p.deps.Store, store.By(p.env.User, "started the map "+m.Name)
	return func() tea.Msg {
		if _, err := st.Edit(by, func(tx *store.Tx) error { return tx.PutMap(&m) }); err != nil {
			return pane.Fail(err)
		}
		return tea.BatchMsg{pane.Request(pane.OpenMap{ID: m.ID}), pane.Request(pane.Toast{Text: by.What, Next: pane.TakesBack})}
	}, nil
}
