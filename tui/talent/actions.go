package talent

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := append(p.personActions(), p.rankActions()...)
	acts = append(acts, p.listActions()...)
	acts = append(acts, pane.Ranges("talent", p.list, p.noRange)...)
	acts = append(acts, p.viewActions()...)
	acts = append(acts, p.mapActions()...)
	return append(acts, pane.Moves("talent", mover{p})...)
}

func (p *Pane) personActions() []action.Action {
	return []action.Action{
		{ID: "talent.open", Group: "person", Short: "open", Long: "Open the person's page; of a company, list its people.", Keys: []string{"enter"}, Footer: true, Why: p.notOpenable, Run: p.open},
		{ID: "talent.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.nobody, Run: p.write},
		{ID: "talent.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Footer: true, Why: p.nobody, Run: p.why},
		{ID: "talent.compare", Group: "person", Short: "compare", Long: "Compare two people side by side: the two that are marked, or the marked one with the one under the cursor.", Keys: []string{"="}, Several: true, Why: p.notTwo, Run: p.compare},
		{ID: "talent.copy", Group: "person", Short: "copy", Long: "Copy a line of rank, name, title, company, e-mail and link to the clipboard of your terminal, with tabs between them.", Keys: []string{"y"}, Several: true, Many: true, Why: p.notShown, Run: p.copy},
	}
}

func (p *Pane) rankActions() []action.Action {
	return []action.Action{
		{ID: "talent.down-rank", Group: "rank", Short: "rank down", Long: "Move the person one rank down.", Keys: []string{"J", "alt+down"}, Why: p.unranked, Run: p.rank(1)},
		{ID: "talent.up-rank", Group: "rank", Short: "rank up", Long: "Move the person one rank up.", Keys: []string{"K", "alt+up"}, Why: p.unranked, Run: p.rank(-1)},
		{ID: "talent.rank-at", Group: "rank", Short: "rank at", Long: "Type the rank at which the person shall stand; of several, the first.", Keys: []string{"#"}, Many: true, Why: p.noRank, Run: p.askRank},
		{ID: "talent.rank-first", Group: "rank", Short: "rank first", Long: "Rank the person first.", Keys: []string{"<"}, Many: true, Why: p.noRank, Run: p.rankEnd(false)},
		{ID: "talent.rank-last", Group: "rank", Short: "rank last", Long: "Rank the person last.", Keys: []string{">"}, Many: true, Why: p.noRank, Run: p.rankEnd(true)},
		{ID: "talent.tier", Group: "rank", Short: "tier", Long: "Put the person in tier A, B or C, or in none.", Keys: []string{"t"}, Several: true, Many: true, Why: p.notShown, Run: p.askTier},
		{ID: "talent.rank-tiers", Group: "rank", Short: "rank by tier", Long: "Rank those of tier A before those of B; within a tier they stay in order.", Why: p.notTiered, Run: p.rankByTier},
		{ID: "talent.note", Group: "rank", Short: "note here", Long: "Note why the person is on this map; it stands below the list.", Keys: []string{"N"}, Many: true, Why: p.notShown, Run: p.askNote},
		{ID: "talent.bench", Group: "rank", Short: "bench", Long: "Send the person to the bench; from there, bring her in, where the map is full for somebody else.", Keys: []string{"b"}, Several: true, Many: true, Why: p.mixed, Run: p.bench},
		{ID: "talent.remove", Group: "rank", Short: "take off", Long: "Take the person off the map; the record stays.", Keys: []string{"x"}, Several: true, Danger: true, Many: true, Undoable: true, Ask: p.askRemove, Why: p.notShown, Run: p.remove},
	}
}

func (p *Pane) listActions() []action.Action {
	return []action.Action{
		{ID: "talent.add", Group: "map", Short: "add", Long: "Find people and put them on the map, one after the other or several at once.", Keys: []string{"a"}, Footer: true, Why: p.noMap, Run: p.add},
		{ID: "talent.also", Group: "map", Short: "also on", Long: "Put the person on another map, too.", Keys: []string{"&"}, Several: true, Many: true, Why: p.noOther, Run: p.askOther},
		{ID: "talent.mark", Group: "list", Short: "mark", Long: "Mark the person, and move on; of a company, everyone there. It ends a range.", Keys: []string{"space"}, Why: p.nobody, Run: p.mark},
		{ID: "talent.mark-all", Group: "list", Short: "mark all", Long: "Mark everyone who is shown; once more drops the marks.", Keys: []string{"ctrl+a"}, Why: p.nobody, Run: p.markAll},
		{ID: "talent.invert", Group: "list", Short: "invert marks", Long: "Mark those who are not marked, and no others.", Keys: []string{"*"}, Why: p.nobody, Run: p.invert},
		{ID: "talent.order", Group: "list", Short: "order", Long: "Order by rank, fit, receptivity or another column; the same once more turns it round.", Keys: []string{"o"}, Why: p.noOrder, Run: p.reorder},
		{ID: "talent.filter", Group: "list", Short: "narrow", Long: "Show only the people that match what you type: words, fields such as state:nurture, @ and the name of a saved filter.", Keys: []string{"/"}, Footer: true, Why: p.nobodyAtAll, Run: p.openNarrowing},
		{ID: "talent.complete", Group: "list", Short: "complete", Long: "While narrowing: complete the word at the cursor, as it says there; again, with what comes next. The arrow does so at the end of what is typed.", Keys: []string{"tab"}, Typing: true, Why: p.narrow.NothingToComplete, Run: p.narrow.Complete},
		{ID: "talent.clear", Group: "list", Short: "clear", Long: "End the range, then the filter, go back from the people of a company, then drop the marks.", Keys: []string{"esc"}, Footer: true, Several: true, Why: p.nothingToClear, Run: p.clear},
	}
}

func (p *Pane) viewActions() []action.Action {
	return []action.Action{
		{ID: "talent.view", Group: "view", Short: "view", Long: "Look at the map as a list, as a picture of fit and receptivity, by company; the cursor stays on the person.", Keys: []string{"p"}, Footer: true, Why: p.nobodyAtAll, Run: p.nextView},
		{ID: "talent.list", Group: "view", Short: "list", Long: "Look at the map as a list.", Why: p.nobodyAtAll, Run: p.showView(asList)},
		{ID: "talent.picture", Group: "view", Short: "picture", Long: "Look at the map as a picture: up and down go through everyone by receptivity, left and right to the nearest on that side.", Why: p.noPicture, Run: p.showView(asPicture)},
		{ID: "talent.companies", Group: "view", Short: "by company", Long: "Look at where the people of the map work.", Why: p.nobodyAtAll, Run: p.showView(byCompany)},
		{ID: "talent.right", Group: "view", Short: "open, right", Long: "Open the person's page; in the picture, go to the nearest on the right.", Keys: []string{"l", "right"}, Why: p.notOpenable, Run: p.side(1)},
		{ID: "talent.left", Group: "view", Short: "left", Long: "In the picture, go to the nearest on the left.", Keys: []string{"h", "left"}, Why: p.notSide, Run: p.side(-1)},
		{ID: "talent.show-bench", Group: "view", Short: "show the bench", Long: "Show the bench below the list, or no longer.", Keys: []string{"B"}, Why: p.noBench, Run: p.showBench},
	}
}

func (p *Pane) mapActions() []action.Action {
	return []action.Action{
		{ID: "talent.switch", Group: "map", Short: "maps", Long: "List the talent maps: choose another, change, copy or delete one.", Keys: []string{"m"}, Footer: true, Why: p.noMap, Run: p.switchMap},
		{ID: "talent.next-map", Group: "map", Short: "next map", Long: "Show the next talent map.", Keys: []string{"]"}, Why: p.oneMap, Run: p.step(1)},
		{ID: "talent.map-before", Group: "map", Short: "map before", Long: "Show the talent map before.", Keys: []string{"["}, Why: p.oneMap, Run: p.step(-1)},
		{ID: "talent.new", Group: "map", Short: "new map", Long: "Start a talent map for a function, a domain and a geography.", Keys: []string{"M"}, Run: p.newMap},
		{ID: "talent.edit", Group: "map", Short: "edit map", Long: "Change the map's name and what it is for: function, domain, geography, skills.", Keys: []string{"E"}, Why: p.noMap, Run: func() tea.Cmd { return p.editMap(p.board.Map) }},
		{ID: "talent.duplicate", Group: "map", Short: "copy map", Long: "Start a talent map with the same people, ranks, tiers and notes.", Why: p.noMap, Run: func() tea.Cmd { return p.duplicate(p.board.Map) }},
		{ID: "talent.delete", Group: "map", Short: "delete map", Long: "Delete the map; the people's records stay.", Danger: true, Undoable: true, Ask: func() string { return askDelete(&p.board.Map) }, Why: p.noMap, Run: func() tea.Cmd { return p.deleteMap(p.board.Map) }},
	}
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
	switch {
	case p.current() != nil:
		return ""
	case p.narrowed():
		return "nobody is shown: {talent.clear} shows everyone"
	}
	return "nobody is selected: {talent.add} adds someone"
}

// notOpenable keeps enter for the query while that is typed.
func (p *Pane) notOpenable() string {
	if p.narrow.Typing() {
		return "the filter is being typed"
	}
	return p.nobody()
}

func (p *Pane) nobodyAtAll() string {
	if p.board == nil || len(p.board.rows) == 0 {
		return "there is nobody to narrow: {talent.add} adds someone"
	}
	return ""
}

func (p *Pane) noRange() string {
	if p.view != asList {
		return "ranges are marked in the list: {talent.view} goes on to it"
	}
	return p.nobody()
}

func (p *Pane) noOrder() string {
	if p.view == asPicture {
		return "the picture has its own order: {talent.view} goes on to the companies and the list"
	}
	return p.nobody()
}

func (p *Pane) nothingToClear() string {
	if !p.narrowed() && len(p.list.Marked()) == 0 {
		return "there is no filter and nobody is marked"
	}
	return ""
}

func (p *Pane) clear() tea.Cmd {
	switch {
	case p.list.Ranging():
		p.list.DropRange()
	case p.narrow.Text() != "":
		return p.narrow.Clear()
	case p.only != nil:
		back := p.back
		p.only, p.back = nil, false
		p.refill()
		if back {
			return p.showView(byCompany)()
		}
	default:
		p.unmark()
	}
	return nil
}

func (p *Pane) open() tea.Cmd {
	if p.view == byCompany {
		return p.openCompany()
	}
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

// copy puts the chosen people on the clipboard, a line each.
func (p *Pane) copy() tea.Cmd {
	people := pane.Profiles(p.chosen(), func(id model.PersonID) *roster.Profile { return p.board.rows[id].profile })
	return pane.CopyPeople(people, func(prof *roster.Profile) string { return fmt.Sprint(p.board.rows[prof.Person.ID].rank) })
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

// addAll puts people on the map in one step, all or none; where it has no room for
// them it offers the bench.
func (p *Pane) addAll(people []pane.AddToMap) tea.Cmd {
	names := people[0].Name
	if len(people) > 1 {
		names = fmt.Sprintf("%d people", len(people))
	}
	if len(p.board.Map.Entries)+len(people) > model.MapSize && p.allNew(people) {
		return p.offerBench(people, names)
	}
	cmd := p.apply(fmt.Sprintf("added %s to %s", names, p.board.Map.Name), func(m *model.Map) error {
		for _, who := range people {
			if err := m.Add(who.ID); err != nil {
				return err
			}
		}
		return nil
	})
	p.list.Want(people[len(people)-1].ID)
	p.refresh() // another pane may have asked for it
	return cmd
}

func (p *Pane) allNew(people []pane.AddToMap) bool {
	for _, who := range people {
		if _, there := p.board.Map.Entry(who.ID); there {
			return false
		}
	}
	return true
}

func (p *Pane) askRemove() string {
	return fmt.Sprintf("Take %s off %s? The records stay.", p.named(p.chosen()), p.board.Map.Name)
}

func (p *Pane) remove() tea.Cmd {
	ids := p.chosen()
	what := fmt.Sprintf("took %s off %s", p.named(ids), p.board.Map.Name)
	p.unmark()
	return p.apply(what, func(m *model.Map) error {
		for _, id := range ids {
			if err := m.Remove(id); err != nil {
				return err
			}
		}
		return nil
	})
}
