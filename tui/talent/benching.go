package talent

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// bench sends the chosen to the bench; one who is on it comes in, where the map is
// full for somebody else.
func (p *Pane) bench() tea.Cmd {
	ids := p.chosen()
	if !slices.ContainsFunc(ids, p.isBenched) {
		return p.sendToBench(ids)
	}
	if len(p.board.Map.Entries)+len(ids) <= model.MapSize {
		return p.comeIn(ids)
	}
	return p.askForWhom(ids[0])
}

// mixed is why the chosen can't go to the bench or come in at once.
func (p *Pane) mixed() string {
	if why := p.notShown(); why != "" {
		return why
	}
	ids := p.chosen()
	benched := 0
	for _, id := range ids {
		if p.isBenched(id) {
			benched++
		}
	}
	switch {
	case benched > 0 && benched < len(ids):
		return "some of the marked are on the bench and some are not: {talent.clear} drops the marks"
	case benched > 1 && len(p.board.Map.Entries)+benched > model.MapSize:
		return "the map has no room for all the marked: bring them in one by one"
	}
	return ""
}

func (p *Pane) sendToBench(ids []model.PersonID) tea.Cmd {
	what := fmt.Sprintf("sent %s to the bench of %s", p.named(ids), p.board.Map.Name)
	p.unmark()
	return p.apply(what, func(m *model.Map) error {
		for _, id := range slices.Backward(ids) { // each comes first there
			if err := m.ToBench(id); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *Pane) comeIn(ids []model.PersonID) tea.Cmd {
	what := fmt.Sprintf("brought %s in from the bench of %s", p.named(ids), p.board.Map.Name)
	p.unmark()
	return p.apply(what, func(m *model.Map) error {
		for _, id := range ids {
			if err := m.Add(id); err != nil {
				return err
			}
		}
		return nil
	})
}

// askForWhom has one of the full map chosen who goes for somebody from the bench:
// the lowest ranked stands first.
func (p *Pane) askForWhom(in model.PersonID) tea.Cmd {
	name := p.board.rows[in].profile.Person.Name
	var items []overlay.Item
	for i, e := range slices.Backward(p.board.Map.Entries) {
		if r := p.board.rows[e.Person]; r != nil {
			items = append(items, overlay.Item{
				Key: fmt.Sprint(i + 1), Title: r.profile.Person.Name, Note: atWork(r), Run: func() tea.Cmd { return p.swap(in, e.Person) },
			})
		}
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(p.env, "Who goes to the bench for "+name+"?", "type to narrow, {picker.choose} swaps the two", items)})
}

func (p *Pane) swap(in, out model.PersonID) tea.Cmd {
	a, b := p.board.rows[in], p.board.rows[out]
	if a == nil || b == nil {
		return nil // taken off by others since it was asked
	}
	what := fmt.Sprintf("%s came in at rank %d of %s for %s, who is first on the bench", a.profile.Person.Name, b.rank, p.board.Map.Name, b.profile.Person.Name)
	p.unmark()
	return p.apply(what, func(m *model.Map) error { return m.Swap(in, out) })
}

// showBench shows the bench below the list, or no longer.
func (p *Pane) showBench() tea.Cmd {
	p.benched = !p.benched
	if p.benched {
		return p.Load()
	}
	p.refill()
	return nil
}

// benchMatches is how many of a bench that is not shown the query keeps.
func (p *Pane) benchMatches() (n int) {
	if p.benched || p.only != nil || p.narrow.Text() == "" {
		return 0
	}
	for _, e := range p.board.Map.Bench {
		if p.narrow.Keeps(e.Person) {
			n++
		}
	}
	return n
}

func (p *Pane) noBench() string {
	if why := p.noMap(); why != "" {
		return why
	}
	switch {
	case len(p.board.Map.Bench) == 0:
		return "nobody is on the bench: {talent.bench} sends someone there"
	case p.view == byCompany:
		return "companies are those of the hundred"
	}
	return ""
}

// atWork is a title at a company.
func atWork(r *row) string {
	if r.profile.Latest.Company == "" {
		return r.profile.Latest.Title
	}
	return r.profile.Latest.Title + " at " + r.profile.Latest.Company
}

// offerBench asks whether people shall go to the bench of a map that is full.
func (p *Pane) offerBench(people []pane.AddToMap, names string) tea.Cmd {
	ask := fmt.Sprintf("%s has its %d people. Put %s on its bench?", p.board.Map.Name, model.MapSize, names)
	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.env, ask, func() tea.Cmd {
		if p.noMap() != "" {
			return nil
		}
		return p.apply(fmt.Sprintf("put %s on the bench of %s", names, p.board.Map.Name), func(m *model.Map) error {
			for _, who := range people {
				if err := m.ToBench(who.ID); err != nil {
					return err
				}
			}
			return nil
		})
	}).Next(pane.TakesBack)})
}
