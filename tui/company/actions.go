package company

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "company.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.notOpenable, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.current(), Among: &pane.Among{Name: p.read.Company.Name, IDs: slices.Clone(p.list().IDs())}})
		}},
		{ID: "company.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd { return pane.Request(pane.Write{ID: p.current()}) }},
		{ID: "company.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Why: p.nobody, Run: func() tea.Cmd { return pane.Request(pane.Why{Profile: p.Preview()}) }},
		{ID: "company.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Footer: true, Why: p.nobody, Run: p.toMap},
		{ID: "company.copy", Group: "person", Short: "copy", Long: "Copy a line of name, title, company, e-mail and link to the clipboard of your terminal, with tabs between them.", Keys: []string{"y"}, Many: true, Why: p.nobody, Run: p.copy},
		{ID: "company.filter", Group: "list", Short: "narrow", Long: "Show only the people that match what you type: words, fields such as title:engineer, @ and the name of a saved filter.", Keys: []string{"/"}, Footer: true, Why: p.unread, Run: p.openNarrowing},
		{ID: "company.turn", Group: "company", Short: "there/came/went", Long: "Go from who works there to who has come within a year, to who has gone, and back; while narrowing, complete the word at the cursor.", Keys: []string{"tab"}, Footer: true, Why: p.unread, Run: p.turn},
		{ID: "company.signal", Group: "company", Short: "signal", Long: "Log a signal at the company: it reaches everybody who works there.", Keys: []string{"S"}, Footer: true, Why: p.unread, Run: p.signal},
		{ID: "company.lock", Group: "company", Short: "lock/unlock", Long: "Leave the company alone: nobody who works there is written to; or open that again.", Keys: []string{"Z"}, Footer: true, Why: p.unread, Run: p.lock},
		pane.Back("company", "Drop the marks, then show everyone, then close the page.", p.close),
	}
	shown := pane.Shown(func() pane.Marker { return p.list() })
	acts = append(acts, pane.Marks("company", shown, p.nobody)...)
	return append(acts, pane.Moves("company", shown)...)
}

func (p *Pane) unread() string {
	switch {
	case p.gone:
		return "the company is part of another now: {undo} parts them where that was you"
	case p.read == nil:
		return "the company is being read"
	}
	return ""
}

func (p *Pane) nobody() string {
	if why := p.unread(); why != "" {
		return why
	}
	if p.list().Len() == 0 {
		if p.narrow.Text() != "" {
			return "nobody is shown: {company.close} shows everyone"
		}
		return "nobody is selected: {company.turn} goes to the other lists"
	}
	return ""
}

// notOpenable keeps the key for the query while that is typed.
func (p *Pane) notOpenable() string {
	if p.narrow.Typing() {
		return "the query is being typed"
	}
	return p.nobody()
}

func (p *Pane) openNarrowing() tea.Cmd {
	p.narrow.Open()
	p.SetSize(p.W, p.H)
	return nil
}

// copy puts whoever is selected on the clipboard.
func (p *Pane) copy() tea.Cmd {
	people := pane.Profiles(p.Selected().People, func(id model.PersonID) *roster.Profile { return p.read.people[id] })
	return pane.CopyPeople(people, nil)
}

// close drops the marks, then the query; without either it closes the page.
func (p *Pane) close() tea.Cmd {
	switch {
	case p.narrow.Typing():
		cmd := p.narrow.Clear()
		p.SetSize(p.W, p.H)
		return cmd
	case len(p.list().Marked()) > 0:
		p.list().Unmark()
	case p.narrow.Text() != "":
		return p.narrow.Clear()
	default:
		return pane.ClosePage()
	}
	return nil
}

func (p *Pane) current() model.PersonID {
	id, _ := p.list().Cursor()
	return id
}

func (p *Pane) turn() tea.Cmd {
	if p.narrow.Typing() {
		return p.narrow.Complete()
	}
	p.view = (p.view + 1) % views
	return nil
}

func (p *Pane) toMap() tea.Cmd {
	return pane.Request(pane.AddToMap{ID: p.current(), Name: p.Preview().Person.Name})
}

// companyKinds are the kinds of signals that a company has.
func companyKinds() []model.SignalKind {
	return []model.SignalKind{model.Layoffs, model.Reorg, model.LeadershipChange, model.BadPress, model.RatingsFalling, model.PayBelowMarket}
}

// signal asks for the kind, then for the rest.
func (p *Pane) signal() tea.Cmd {
	var items []overlay.Item
	for _, kind := range companyKinds() {
		items = append(items, overlay.Item{Title: string(kind), Run: func() tea.Cmd { return p.signalOf(kind) }})
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPicker(p.Env, "A signal at "+p.read.Company.Name, "which kind?", func(q string) []overlay.Item { return overlay.Filter(items, q) })})
}

func (p *Pane) signalOf(kind model.SignalKind) tea.Cmd {
	st, user, id, now, name := p.deps.Store, p.Env.User, p.id, p.Env.Now(), p.read.Company.Name
	fields := []overlay.Field{
		{Label: "Day", Hint: "2026-03-02, 2 Mar 2026, also only the month", Value: model.DateOf(now).String()},
		{Label: "Source", Hint: "where it was seen"},
		{Label: "Note", Hint: "what was seen"},
	}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.Env, strings.ToUpper(string(kind[0]))+string(kind[1:])+" at "+name, fields, func(v []string) (tea.Cmd, error) {
		on, err := model.ParseDate(v[0])
		switch {
		case err != nil:
			return nil, &overlay.FieldError{At: 0, Err: err}
		case !on.Known() || on > model.DateOf(now):
			return nil, &overlay.FieldError{At: 0, Err: fmt.Errorf("a signal is of a day that has come")}
		}
		s := model.Signal{Kind: kind, Company: id, Date: on, Source: model.CleanLine(v[1]), Note: model.CleanLine(v[2])}
		return func() tea.Msg {
			if _, err := st.AddSignal(user, &s); err != nil {
				return pane.Fail(err)
			}
			return pane.Toast{Text: fmt.Sprintf("logged %s at %s", kind, name), Next: pane.TakesBack}
		}, nil
	})})
}

// lock leaves the company alone, or opens it again.
func (p *Pane) lock() tea.Cmd {
	st, user, id, name := p.deps.Store, p.Env.User, p.id, p.read.Company.Name
	if p.read.Company.Locked(p.Env.Now()) {
		return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.Env, "Unlock "+name+"? Its people can be written to then.", func() tea.Cmd {
			return func() tea.Msg {
				if _, err := st.UnlockCompany(user, id, ""); err != nil {
					return pane.Fail(err)
				}
				return pane.Toast{Text: "unlocked " + name, Next: pane.TakesBack}
			}
		}).Next(pane.TakesBack)})
	}
	now := p.Env.Now()
	fields := []overlay.Field{{Label: "Why", Hint: "a client; agreed until the contract ends"}, {Label: "Until", Hint: "empty: without end; or in 6 months, 2026-12-31"}}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.Env, "Leave "+name+" alone: nobody there is written to", fields, func(v []string) (tea.Cmd, error) {
		l := store.Lock{Kind: model.DoNotContact, Why: model.CleanLine(v[0])}
		if text := model.CleanLine(v[1]); text != "" {
			until, err := model.ParseWhen(text, now)
			if err != nil {
				return nil, &overlay.FieldError{At: 1, Err: err}
			}
			l.Until = until
		}
		return func() tea.Msg {
			if _, err := st.LockCompany(user, id, l); err != nil {
				return pane.Fail(err)
			}
			return pane.Toast{Text: "locked " + name, Next: pane.TakesBack}
		}, nil
	})})
}

// joined joins the texts that are there.
func joined(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), " · ")
}
