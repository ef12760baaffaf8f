package company

import (
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
	return []action.Action{
		{ID: "company.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.NotOpenable, Run: p.OpenPerson},
		{ID: "company.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.Nobody, Run: func() tea.Cmd { return pane.Request(pane.Write{ID: p.Preview().Person.ID}) }},
		{ID: "company.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Why: p.Nobody, Run: func() tea.Cmd { return pane.Request(pane.Why{Profile: p.Preview()}) }},
		{ID: "company.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Footer: true, Why: p.Nobody, Run: p.ToMap},
		{ID: "company.copy", Group: "person", Short: "copy", Long: "Copy a line of name, title, company, e-mail and link to the clipboard of your terminal, with tabs between them.", Keys: []string{"y"}, Many: true, Why: p.Nobody, Run: func() tea.Cmd { return p.Copy(nil) }},
		{ID: "company.filter", Group: "list", Short: "narrow", Long: "Show only the people that match what you type: words, fields such as title:engineer, @ and the name of a saved filter.", Keys: []string{"/"}, Footer: true, Why: p.unread, Run: p.OpenNarrowing},
		{ID: "company.order", Group: "list", Short: "order", Long: "Order by receptivity, name or another column; the same once more turns it round.", Keys: []string{"o"}, Why: p.unread, Run: p.reorder},
		{ID: "company.turn", Group: "company", Short: "there/came/went", Long: "Go from who works there to who has come within a year, to who has gone, and back; while narrowing, complete the word at the cursor.", Keys: []string{"tab"}, Footer: true, Why: p.unread, Run: p.Turn},
		{ID: "company.signal", Group: "company", Short: "signal", Long: "Log a signal at the company: it reaches everybody who works there.", Keys: []string{"S"}, Footer: true, Why: p.unread, Run: p.signal},
		{ID: "company.lock", Group: "company", Short: "lock/unlock", Long: "Leave the company alone: nobody who works there is written to; or open that again.", Keys: []string{"Z"}, Footer: true, Why: p.unread, Run: p.lock},
		pane.Back("company", "Drop the marks, then show everyone, then close the page.", p.Back),
	}
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

// signal has a signal at the company asked for.
func (p *Pane) signal() tea.Cmd {
	return pane.Request(pane.SignalAt{Company: p.read.Company})
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
