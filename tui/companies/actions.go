package companies

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// decided is the end of a decision.
type decided struct {
	pane.Owner
	couple couple
	text   string
	err    error
}

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "companies.join", Group: "companies", Short: "one company", Long: "The two are one: everyone is at the one that stays, and the other's names lead to it.", Keys: []string{"y"}, Footer: true, Why: p.nothing, Run: p.join},
		{ID: "companies.apart", Group: "companies", Short: "two companies", Long: "The two are not one: nobody is asked again.", Keys: []string{"d"}, Footer: true, Why: p.nothing, Run: p.apart},
		{ID: "companies.swap", Group: "companies", Short: "swap", Long: "Swap which of the two stays, with its name.", Keys: []string{"x"}, Footer: true, Why: p.nothing, Run: p.swap},
		{ID: "companies.turn", Group: "companies", Short: "pairs/all", Long: "Go from all companies to the pairs that may be one, and back.", Keys: []string{"tab"}, Footer: true, Run: p.turn},
		{ID: "companies.open", Group: "companies", Short: "open", Long: "Open the company's page: its people, who has come and gone, signals, and whether it is to be left alone.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.noCompany, Run: p.open},
		{ID: "companies.order", Group: "companies", Short: "order", Long: "Order by people, mean rank or another column; the same once more turns it round.", Keys: []string{"o"}, Footer: true, Why: p.unlisted, Run: p.reorder},
		{ID: "companies.narrow", Group: "companies", Short: "find company", Long: "Find a company by its name, an alias, a domain or a place, and open it.", Keys: []string{"/"}, Footer: true, Why: p.unlisted, Run: p.narrow},
		pane.Back("companies", "Close the page; pairs that are left wait.", pane.ClosePage),
	}
	return append(acts, pane.Moves("companies", pane.Shown(p.list))...)
}

// list is the one that is shown.
func (p *Pane) list() pane.Marker {
	if p.pairwise {
		return p.pairs
	}
	return p.all
}

func (p *Pane) nothing() string {
	switch pair := p.current(); {
	case !p.pairwise:
		return "{companies.turn} goes to the pairs that may be one"
	case p.read == nil || p.found == nil:
		return "the companies are being read"
	case pair == nil:
		return "no pair waits"
	case p.deciding[coupleOf(pair)]:
		return "it is being decided"
	}
	return ""
}

// unlisted is why nothing can be done with the list of all companies.
func (p *Pane) unlisted() string {
	switch {
	case p.pairwise:
		return "{companies.turn} goes to all companies"
	case p.read == nil:
		return "the companies are being read"
	}
	return ""
}

func (p *Pane) noCompany() string {
	if why := p.unlisted(); why != "" {
		return why
	}
	if p.all.Len() == 0 {
		return "there is no company yet"
	}
	return ""
}

func (p *Pane) open() tea.Cmd {
	id, _ := p.all.Cursor()
	return pane.Request(pane.OpenCompany{ID: id})
}

func (p *Pane) turn() tea.Cmd {
	p.pairwise = !p.pairwise
	return nil
}

func (p *Pane) swap() tea.Cmd {
	c := coupleOf(p.current())
	p.swapped[c] = !p.swapped[c]
	p.pairs.Redraw()
	return nil
}

func (p *Pane) join() tea.Cmd {
	stays, goes := p.keeping(p.current())
	ctx, st, user := p.ctx, p.deps.Store, p.Env.User
	return p.decide("merging "+goes.Name+" into "+stays.Name, func() (string, error) {
		n, err := st.MergeCompanies(ctx, user, stays.ID, goes.ID)
		return fmt.Sprintf("%s is %s now: %s moved", goes.Name, stays.Name, people(n)), err
	})
}

func (p *Pane) apart() tea.Cmd {
	pair, st, user := p.current(), p.deps.Store, p.Env.User
	return p.decide("keeping them apart", func() (string, error) {
		return fmt.Sprintf("%s and %s stay two", pair.A.Name, pair.B.Name), st.KeepCompaniesApart(user, pair.A.ID, pair.B.ID)
	})
}

func (p *Pane) decide(what string, do func() (string, error)) tea.Cmd {
	c, owner := coupleOf(p.current()), p.Owner(0)
	p.deciding[c] = true
	p.pairs.Redraw()
	return pane.Request(pane.Job{What: what, Run: func(func(pane.Done)) tea.Msg {
		text, err := do()
		return decided{Owner: owner, couple: c, text: text, err: err}
	}})
}

func (p *Pane) tell(msg decided) tea.Cmd {
	delete(p.deciding, msg.couple)
	p.pairs.Redraw()
	switch {
	case errors.Is(msg.err, store.ErrNotFound), errors.Is(msg.err, store.ErrChangedSince):
		return tea.Batch(p.Load(), pane.Request(pane.Refused{Why: msg.err.Error()}))
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	}
	return pane.Request(pane.Toast{Text: msg.text, Next: pane.TakesBack})
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}
