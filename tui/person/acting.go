package person

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// What happens to a person, besides changes of her fields: each is an act of the store.

// acting is a form of an act. A refusal leaves what is typed, and says why.
type acting struct {
	*overlay.Form
	done string
}

var (
	_ pane.Overlay    = (*acting)(nil)
	_ pane.Identified = (*acting)(nil)
)

// acted is the end of an act of a form.
type acted struct {
	pane.Owner
	acted store.Acted
	err   error
}

// do is what an act does in the store.
type do func(st Store, who store.Act) (store.Acted, error)

// who is the act of the session on the person of the page.
func (p *Pane) who() store.Act { return store.Act{By: p.Env.User, Person: p.person} }

// act does something at once.
func (p *Pane) act(done string, fn do) tea.Cmd {
	st, who := p.deps.Store, p.who()
	return func() tea.Msg {
		out, err := fn(st, who)
		if err != nil {
			return pane.Refused{Why: err.Error()}
		}
		return outcome(done, &out)
	}
}

// outcome says what an act has done.
func outcome(done string, out *store.Acted) pane.Toast {
	if !out.Changed {
		return pane.Toast{Text: "nothing to change: it is so already"}
	}
	t := pane.Toast{Text: done, Next: pane.TakesBack}
	if was, is := out.Was, out.Person.Outreach.Current(); out.Person.ID != 0 && was != is {
		t.Text += fmt.Sprintf("; %s is %s now", out.Person.Name, is)
	}
	if err := out.Closed.Err(); err != nil {
		t.Text += "; " + err.Error() + ", and it is logged all the same"
	}
	return t
}

// ask opens the form of an act. read makes the act of what was typed.
func (p *Pane) ask(title, done string, fields []overlay.Field, read func(values []string) (do, error)) tea.Cmd {
	a := &acting{done: done}
	st, who := p.deps.Store, p.who()
	a.Form = overlay.NewForm(p.Env, title, fields, func(values []string) (tea.Cmd, error) {
		fn, err := read(values)
		if err != nil {
			return nil, err
		}
		a.Busy("saving …")
		owner := pane.Owner{ID: a.PaneID()}
		return func() tea.Msg {
			out, err := fn(st, who)
			return acted{owner, out, err}
		}, nil
	}).Stay()
	return pane.Request(pane.Show{Overlay: a})
}

// Update types, and closes the form once the act is done.
func (a *acting) Update(msg tea.Msg) tea.Cmd {
	end, ok := msg.(acted)
	switch {
	case !ok:
		return a.Form.Update(msg)
	case end.err != nil:
		return a.Fail(end.err)
	}
	return pane.Request(pane.Close{Then: pane.Request(outcome(a.done, &end.acted))})
}

// wrong is what is wrong with a field of a form.
func wrong(at int, err error) error { return &overlay.FieldError{At: at, Err: err} }

// askFinding asks for what was found of an item of the checklist.
func (p *Pane) askFinding(which model.ResearchItem, f model.Finding) tea.Cmd {
	day := f.Date.String()
	if day == "" {
		day = model.DateOf(p.Env.Now()).String()
	}
	return p.ask("Found: "+which.String(), "looked up "+which.String(), []overlay.Field{
		{Label: "fact", Hint: "what she has done, in a sentence", Value: f.Fact},
		{Label: "source", Hint: "where it stands: a link, a talk, who said so", Value: f.Source},
		{Label: "of", Hint: "2025-05, or 2025", Value: day},
	}, func(v []string) (do, error) {
		now := model.Finding{Looked: model.ItemFound, Fact: model.CleanLine(v[0]), Source: model.CleanLine(v[1])}
		var err error
		if now.Date, err = model.ParseDate(v[2]); err != nil {
			return nil, wrong(2, err)
		}
		switch {
		case now.Fact == "":
			return nil, wrong(0, errors.New(p.Env.Say("what was found? {person.none} says that there is nothing")))
		case now.Source == "":
			return nil, wrong(1, errors.New("a fact without a source is worth nothing: say where it stands"))
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.Look(who, which, now) }, nil
	})
}
