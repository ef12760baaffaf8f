package talent

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// askTier has a tier chosen for the chosen people.
func (p *Pane) askTier() tea.Cmd {
	ids := p.chosen()
	choices := p.TierChoices(ids)
	at := tierChoice(p.board.rows[ids[0]].tier, len(choices))
	return pane.Request(pane.Show{Overlay: overlay.NewMenu(p.env, "Tier of "+p.named(ids), choices).At(at)})
}

// tierChoice is the index of a tier among so many choices, of which none is the last.
func tierChoice(t model.Tier, n int) int {
	if t == model.NoTier {
		return n - 1
	}
	return int(t) - 1
}

// TierChoices are the tiers that people can be put in.
func (p *Pane) TierChoices(ids []model.PersonID) []action.Action {
	choice := func(t model.Tier, word, long string, keys ...string) action.Action {
		return action.Action{ID: "tier." + word, Group: "tier", Short: word, Long: long, Keys: keys, Run: func() tea.Cmd { return p.setTier(ids, t) }}
	}
	return []action.Action{
		choice(model.TierA, "A", "Whom to call first.", "a", "A"),
		choice(model.TierB, "B", "Whom to keep warm.", "b", "B"),
		choice(model.TierC, "C", "Whom to watch.", "c", "C"),
		choice(model.NoTier, "none", "In no tier.", "-"),
	}
}

func (p *Pane) setTier(ids []model.PersonID, t model.Tier) tea.Cmd {
	what := fmt.Sprintf("put %s in tier %s on %s", p.named(ids), t, p.board.Map.Name)
	if t == model.NoTier {
		what = fmt.Sprintf("took %s out of her tier on %s", p.named(ids), p.board.Map.Name)
		if len(ids) > 1 {
			what = fmt.Sprintf("took %s out of their tiers on %s", p.named(ids), p.board.Map.Name)
		}
	}
	p.unmark()
	return p.apply(what, func(m *model.Map) error {
		for _, id := range ids {
			if err := m.SetTier(id, t); err != nil {
				return err
			}
		}
		return nil
	})
}

// rankByTier ranks those of the first tier first.
func (p *Pane) rankByTier() tea.Cmd {
	return p.apply("ranked "+p.board.Map.Name+" by tier", func(m *model.Map) error {
		m.RankByTier()
		return nil
	})
}

func (p *Pane) notTiered() string {
	if why := p.noMap(); why != "" {
		return why
	}
	switch m := &p.board.Map; {
	case !m.Tiered():
		return "nobody has a tier yet: {talent.tier} gives one"
	case m.InTiers():
		return "the ranks follow the tiers already"
	}
	return ""
}

// askNote asks for the note at the chosen people's places.
func (p *Pane) askNote() tea.Cmd {
	ids := p.chosen()
	note := p.board.rows[ids[0]].note
	for _, id := range ids {
		if p.board.rows[id].note != note {
			note = ""
		}
	}
	fields := []overlay.Field{{Label: "Note", Hint: "why she is here; empty takes it away", Value: note}}
	form := overlay.NewForm(p.env, "Note on "+p.named(ids), fields, func(v []string) (tea.Cmd, error) {
		note := model.CleanLine(v[0])
		what := fmt.Sprintf("noted of %s on %s: %s", p.named(ids), p.board.Map.Name, note)
		if note == "" {
			what = fmt.Sprintf("took the note of %s on %s away", p.named(ids), p.board.Map.Name)
		}
		p.unmark()
		return p.apply(what, func(m *model.Map) error {
			for _, id := range ids {
				if err := m.SetNote(id, note); err != nil {
					return err
				}
			}
			return nil
		}), nil
	})
	return pane.Request(pane.Show{Overlay: form})
}
