package review

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// decided is the end of a decision about some rows.
type decided struct {
	pane.Owner
	rows []model.ReviewID
	text string
	next string
	err  error
}

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "review.join", Group: "review", Short: "same person", Long: "The row means the person beside it: add to her what it says. Marked rows mean the one person that each may mean.", Keys: []string{"y", "enter"}, Footer: true, Why: p.unjoinable, Run: p.join},
		{ID: "review.apart", Group: "review", Short: "somebody else", Long: "The row, or each marked one, means nobody known: make someone new of it.", Keys: []string{"d"}, Footer: true, Why: p.nothing, Run: p.apart},
		{ID: "review.next", Group: "review", Short: "next match", Long: "Compare the row with the next person it may mean.", Keys: []string{"]"}, Footer: true, Why: p.onlyOne, Run: func() tea.Cmd { return p.turn(1) }},
		{ID: "review.before", Group: "review", Short: "match before", Long: "Compare the row with the person before.", Keys: []string{"["}, Why: p.onlyOne, Run: func() tea.Cmd { return p.turn(-1) }},
		{ID: "review.mark", Group: "review", Short: "mark", Long: "Mark the row, to decide several at once, and move on.", Keys: []string{"space"}, Footer: true, Why: p.nothing, Run: p.mark},
		{ID: "review.open", Group: "review", Short: "person", Long: "Open the page of the person beside the row.", Keys: []string{"o"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.candidate().ID})
		}},
		pane.Back("review", "Drop the marks, then close the page; what is left waits.", p.close),
	}
	for _, a := range pane.Moves("review", p.list) {
		move := a.Run
		a.Run = func() tea.Cmd {
			p.with = 0
			return move()
		}
		acts = append(acts, a)
	}
	return acts
}

func (p *Pane) nothing() string {
	switch r := p.list.Current(); {
	case !p.list.Read():
		return "the rows are being read"
	case r == nil:
		return "no row waits"
	case p.deciding[r.ID]:
		return "it is being decided"
	}
	return ""
}

func (p *Pane) nobody() string {
	if why := p.nothing(); why != "" {
		return why
	}
	if p.candidate() == nil {
		return "whom it may have meant is gone"
	}
	return ""
}

func (p *Pane) unjoinable() string {
	if len(p.list.Marked()) > 0 {
		return ""
	}
	return p.nobody()
}

func (p *Pane) onlyOne() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if len(p.list.Current().like) == 1 {
		return "it may mean nobody else"
	}
	return ""
}

func (p *Pane) turn(n int) tea.Cmd {
	count := len(p.list.Current().like)
	p.with = (p.with + n + count) % count
	return nil
}

func (p *Pane) mark() tea.Cmd {
	p.list.ToggleMark()
	p.list.Move(1)
	p.with = 0
	return nil
}

func (p *Pane) close() tea.Cmd {
	if len(p.list.Marked()) > 0 {
		p.list.Unmark()
		return nil
	}
	return pane.Request(pane.Close{})
}

// join joins the row under the cursor with whom it is compared with. Of several
// marked ones those are joined that may mean one person only: which of several
// is for a look at each.
func (p *Pane) join() tea.Cmd {
	who := map[model.ReviewID]model.PersonID{}
	rows := p.list.Marked()
	if len(rows) == 0 {
		rows = []model.ReviewID{p.list.Current().ID}
		who[rows[0]] = p.candidate().ID
	}
	several := 0
	for _, id := range rows {
		switch like := p.list.Of(id).like; {
		case who[id] != 0:
		case len(like) == 1:
			who[id] = like[0].ID
		default:
			several++
		}
	}
	if len(who) == 0 {
		return pane.Request(pane.Toast{Text: "each of them may mean several, or nobody any more: look at one after the other"})
	}
	rows = slices.DeleteFunc(rows, func(id model.ReviewID) bool { return who[id] == 0 })
	st, user := p.deps.Store, p.Env.User
	return p.decide(rows, func(row model.ReviewID) (string, error) {
		found, err := st.Join(user, row, who[row])
		return "joined with " + found.Name, err
	}, func(n int) string {
		text := fmt.Sprintf("joined %d rows", n)
		if several > 0 {
			text += fmt.Sprintf("; %d may mean several people: look at each", several)
		}
		return text
	})
}

func (p *Pane) apart() tea.Cmd {
	rows := p.list.Marked()
	if len(rows) == 0 {
		rows = []model.ReviewID{p.list.Current().ID}
	}
	st, user := p.deps.Store, p.Env.User
	return p.decide(rows, func(row model.ReviewID) (string, error) {
		made, err := st.KeepApart(user, row)
		return made.Name + " is someone new", err
	}, func(n int) string { return fmt.Sprintf("%d people are new", n) })
}

// decide decides rows one after the other, each a change of its own. one says
// what became of a row, many of several.
func (p *Pane) decide(rows []model.ReviewID, one func(model.ReviewID) (string, error), many func(n int) string) tea.Cmd {
	for _, id := range rows {
		p.deciding[id] = true
	}
	p.list.Unmark()
	owner := p.Owner(0)
	return pane.Request(pane.Job{What: "deciding", Run: func(tell func(pane.Done)) tea.Msg {
		out := decided{Owner: owner, rows: rows}
		for i, row := range rows {
			tell(pane.Done{Count: i, Of: "row", Share: float64(i) / float64(len(rows))})
			text, err := one(row)
			if err != nil {
				if i > 0 {
					err = fmt.Errorf("after %s: %w", many(i), err)
				}
				out.err = err
				return out
			}
			out.text, out.next = text, pane.TakesBack
		}
		if len(rows) > 1 {
			out.text, out.next = many(len(rows)), "{undo} takes them back one by one"
		}
		return out
	}})
}

func (p *Pane) tell(msg decided) tea.Cmd {
	for _, id := range msg.rows {
		delete(p.deciding, id)
	}
	p.list.Redraw()
	switch {
	case errors.Is(msg.err, store.ErrNotFound):
		return tea.Batch(p.Load(), pane.Request(pane.Refused{Why: msg.err.Error()}))
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	}
	for _, id := range msg.rows {
		p.gone[id] = false
	}
	return pane.Request(pane.Toast{Text: msg.text, Next: msg.next})
}
