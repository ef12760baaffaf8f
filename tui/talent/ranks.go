package talent

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// apply changes the map on the screen at once and in the store after it: what is
// being read meanwhile is dropped, the commit's own notice reads it again.
func (p *Pane) apply(what string, edit func(m *model.Map) error) tea.Cmd {
	m := p.board.Map
	m.Own()
	if err := edit(&m); err != nil {
		return pane.Request(pane.Fail(err))
	}
	p.board.Map = m
	p.gen++
	p.refill()
	return p.change(what, edit)
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

// rank moves the person by delta places, on the bench within that.
func (p *Pane) rank(delta int) func() tea.Cmd {
	return func() tea.Cmd {
		r := p.current()
		move, where := (*model.Map).Move, "ranked %s %d on %s"
		if r.bench {
			move, where = (*model.Map).MoveOnBench, "put %s at place %d of the bench of %s"
		}
		id := r.profile.Person.ID
		was, m := r.rank, p.board.Map
		m.Own()
		to, err := move(&m, id, delta)
		if err != nil || to == was {
			return nil
		}
		return p.apply(fmt.Sprintf(where, r.profile.Person.Name, to, m.Name), func(m *model.Map) error {
			_, err := move(m, id, delta)
			return err
		})
	}
}

// askRank asks for the rank at which the person, or the marked people one after the
// other, shall stand.
func (p *Pane) askRank() tea.Cmd {
	ids := p.chosen()
	title := "Rank of " + p.named(ids)
	fields := []overlay.Field{{Label: "Rank", Hint: fmt.Sprintf("1 to %d", len(p.board.Map.Entries))}}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.env, title, fields, func(v []string) (tea.Cmd, error) {
		n, err := strconv.Atoi(strings.TrimSpace(v[0]))
		if err != nil || n < 1 || n > model.MapSize {
			return nil, fmt.Errorf("a rank is a number from 1 to %d", len(p.board.Map.Entries))
		}
		return p.rankAt(ids, n), nil
	})})
}

// rankAt gives people the ranks from n on, in their order.
func (p *Pane) rankAt(ids []model.PersonID, n int) tea.Cmd {
	at := min(n, max(len(p.board.Map.Entries)-len(ids)+1, 1))
	what := fmt.Sprintf("ranked %s %d on %s", p.named(ids), at, p.board.Map.Name)
	return p.apply(what, func(m *model.Map) error { return m.RankAt(n, ids...) })
}

// rankEnd ranks the chosen first, or last.
func (p *Pane) rankEnd(last bool) func() tea.Cmd {
	return func() tea.Cmd {
		n := 1
		if last {
			n = model.MapSize
		}
		return p.rankAt(p.chosen(), n)
	}
}

func (p *Pane) unranked() string {
	switch {
	case p.view != asList:
		return "the ranks are in the list: {talent.view} goes on to it"
	case p.narrowed():
		return "the list is narrowed: {talent.clear} shows everyone, then rank"
	case !p.order.Natural():
		return "the list is not in the order of the ranks: {talent.order} and the rank order it so"
	}
	return p.nobody()
}

// noRank is why the chosen can't be given a rank.
func (p *Pane) noRank() string {
	if why := p.notShown(); why != "" {
		return why
	}
	if slices.ContainsFunc(p.chosen(), p.isBenched) {
		return "who is on the bench has no rank: {talent.bench} brings her in"
	}
	return ""
}

func (p *Pane) isBenched(id model.PersonID) bool { return p.board.rows[id].bench }
