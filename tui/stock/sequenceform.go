package stock

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// sequenceForm has a sequence made or changed: its touches a line each, as the verb takes
// them.
func (p *Pane) sequenceForm(q model.Sequence) tea.Cmd {
	title := "New sequence"
	if q.ID != 0 {
		title = "Edit “" + q.Name + "”"
	}
	lines := make([]string, len(q.Steps))
	for i, st := range q.Steps {
		lines[i] = st.Line(p.lineName(st.Template))
	}
	var f *overlay.Form
	f = overlay.NewForm(p.Env, title, []overlay.Field{
		{Label: "name", Hint: "what it is called", Value: q.Name},
		{Label: "touches", Hint: "e-mail, 0, First e-mail", Value: strings.Join(lines, "\n"), Rows: model.MostTouches + 1},
	}, func(values []string) (tea.Cmd, error) {
		next := q
		next.Name = model.CleanLine(values[0])
		steps, err := p.readSteps(values[1])
		if err == nil {
			check := next
			check.Name, check.Steps = "x", steps
			err = check.Check()
		}
		if err != nil {
			return nil, &overlay.FieldError{At: 1, Err: err}
		}
		check := next
		check.Steps = steps
		if err := check.Check(); err != nil {
			return nil, &overlay.FieldError{At: 0, Err: err}
		}
		return p.putSequence(f, next, steps), nil
	})
	return pane.Request(pane.Show{Overlay: f.Stay().Intro("A touch a line, three to five: the channel, the days after the touch before, and its template, of which the beginning of the name will do. Without a template it is written from nothing, or is a call.")})
}

// lineName is the name of a template as the form reads it again.
func (p *Pane) lineName(id model.TemplateID) string {
	if t := p.texts.Of(id); t != nil {
		return t.Name
	}
	return ""
}

// readSteps reads the touches of the form; empty lines are none.
func (p *Pane) readSteps(text string) ([]model.Step, error) {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if model.CleanLine(line) != "" {
			lines = append(lines, line)
		}
	}
	all := make([]model.Template, 0, p.texts.Len())
	for _, id := range p.texts.IDs() {
		all = append(all, *p.texts.Of(id))
	}
	return model.ParseSteps(lines, func(text string) (model.TemplateID, error) {
		t, err := model.MeantTemplate(all, text)
		return t.ID, err
	})
}

func (p *Pane) putSequence(f *overlay.Form, q model.Sequence, steps []model.Step) tea.Cmd {
	did := "changed"
	if q.ID == 0 {
		did = "made"
	}
	q.Revise(steps, p.Env.User, p.Env.Now())
	return p.put(f, did+" the sequence “"+q.Name+"”", func(tx *store.Tx) error { return tx.PutSequence(&q) }, func() { p.plans.Want(q.ID) })
}
