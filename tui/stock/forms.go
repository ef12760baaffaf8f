package stock

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (p *Pane) edit() tea.Cmd {
	switch p.shown {
	case theShelf:
		return p.shelfForm(*p.shelf.Current())
	case theSequences:
		return p.sequenceForm(*p.plans.Current())
	}
	return p.templateForm(*p.texts.Current())
}

func (p *Pane) add() tea.Cmd {
	switch p.shown {
	case theShelf:
		return p.shelfForm(model.ShelfItem{})
	case theSequences:
		return p.sequenceForm(model.Sequence{})
	}
	return p.templateForm(model.Template{Now: model.Wording{Channel: model.Email, Lang: "en"}})
}

// The fields of the form of a template.
const (
	nameField = iota
	channelField
	languageField
	purposeField
	subjectField
	bodyField
)

// templateForm has a template written or changed.
func (p *Pane) templateForm(t model.Template) tea.Cmd {
	title := "New template"
	if t.ID != 0 {
		title = "Edit “" + t.Name + "”"
	}
	var f *overlay.Form
	f = overlay.NewForm(p.Env, title, []overlay.Field{
		nameField:     {Label: "name", Hint: "what it is called", Value: t.Name},
		channelField:  {Label: "channel", Hint: "e-mail, InMail, message, phone, introduction, event", Value: string(t.Now.Channel)},
		languageField: {Label: "language", Hint: "en, de, fr …; empty: any", Value: t.Now.Lang},
		purposeField:  {Label: "for", Hint: "first, follow-up, value, reply; empty: any", Value: string(t.Purpose)},
		subjectField:  {Label: "subject", Hint: "Your work on " + model.FieldSkill.Tag(), Value: t.Now.Subject},
		bodyField:     {Label: "text", Hint: "Hi " + model.FieldFirstName.Tag() + ", …", Value: t.Now.Body, Rows: 14},
	}, func(values []string) (tea.Cmd, error) {
		next := t
		w, err := read(&next, values)
		if err != nil {
			return nil, err
		}
		return p.putTemplate(f, next, w), nil
	})
	return pane.Request(pane.Show{Overlay: f.Stay().Intro(fmt.Sprintf("Fields such as %s, %s and %s stand for what is known of her; `talentmap template fields` lists all of them.",
		model.FieldFirstName.Tag(), model.FieldPublished.Tag(), model.FieldOptOut.Tag()))})
}

// read takes the values of the form into a template and checks it; what is wrong is
// told of its field.
func read(t *model.Template, values []string) (w model.Wording, err error) {
	t.Name, t.Purpose = model.CleanLine(values[nameField]), model.TemplatePurpose(strings.ToLower(model.CleanLine(values[purposeField])))
	w = model.Wording{
		Channel: channelNamed(values[channelField]), Lang: strings.ToLower(model.CleanLine(values[languageField])),
		Subject: model.CleanLine(values[subjectField]), Body: strings.TrimSpace(model.CleanText(values[bodyField])),
	}
	check := *t
	check.Now = w
	err = check.Check()
	var wrong *model.TemplateError
	switch {
	case err == nil:
		return w, nil
	case errors.As(err, &wrong) && wrong.In == model.InSubject:
		return w, &overlay.FieldError{At: subjectField, Err: err}
	case errors.As(err, &wrong):
		return w, &overlay.FieldError{At: bodyField, Err: err}
	case !slices.Contains(model.Channels(), w.Channel):
		return w, &overlay.FieldError{At: channelField, Err: err}
	case t.Purpose != "" && !slices.Contains(model.TemplatePurposes(), t.Purpose):
		return w, &overlay.FieldError{At: purposeField, Err: err}
	}
	return w, &overlay.FieldError{At: nameField, Err: err}
}

// channelNamed is the channel of a name in whatever case.
func channelNamed(name string) model.Channel {
	for _, ch := range model.Channels() {
		if strings.EqualFold(string(ch), strings.TrimSpace(name)) {
			return ch
		}
	}
	return model.Channel(model.CleanLine(name))
}

func (p *Pane) putTemplate(f *overlay.Form, t model.Template, w model.Wording) tea.Cmd {
	did := "changed"
	if t.ID == 0 {
		did = "wrote"
	}
	t.Revise(w, p.Env.User, p.Env.Now())
	return p.put(f, did+" the template “"+t.Name+"”", func(tx *store.Tx) error { return tx.PutTemplate(&t) }, func() { p.texts.Want(t.ID) })
}

// shelfForm has something put onto the shelf, or changed there.
func (p *Pane) shelfForm(item model.ShelfItem) tea.Cmd {
	title := "Onto the shelf"
	if item.ID != 0 {
		title = "Edit “" + item.Title + "”"
	}
	motives := make([]string, len(item.Motivators))
	for i, m := range item.Motivators {
		motives[i] = string(m)
	}
	var f *overlay.Form
	f = overlay.NewForm(p.Env, title, []overlay.Field{
		{Label: "title", Hint: "what it is called", Value: item.Title},
		{Label: "kind", Hint: strings.Join(model.ShelfKinds(), ", "), Value: item.Kind},
		{Label: "link", Hint: "https://…", Value: item.Link},
		{Label: "topics", Hint: "Kafka, streaming: who knows one is offered it", Value: strings.Join(item.Topics, ", ")},
		{Label: "motivators", Hint: "scope, compensation, technology, company stage", Value: strings.Join(motives, ", ")},
		{Label: "text", Hint: "what it says, in a sentence or two", Value: item.Text, Rows: 5},
	}, func(values []string) (tea.Cmd, error) {
		next := item
		kind, err := shelfKind(values[1], item.Kind)
		if err != nil {
			return nil, &overlay.FieldError{At: 1, Err: err}
		}
		next.Title, next.Kind, next.Link = model.CleanLine(values[0]), kind, strings.TrimSpace(model.CleanLine(values[2]))
		next.Topics, next.Text = listed(values[3]), strings.TrimSpace(model.CleanText(values[5]))
		next.Motivators = nil
		for _, m := range listed(values[4]) {
			next.Motivators = append(next.Motivators, model.Motivator(strings.ToLower(m)))
		}
		if err := next.Check(); err != nil {
			return nil, err
		}
		what := "changed “" + next.Title + "” on the shelf"
		if next.ID == 0 {
			next.By, next.At = p.Env.User, p.Env.Now()
			what = "put “" + next.Title + "” onto the shelf"
		}
		return p.put(f, what, func(tx *store.Tx) error { return tx.PutShelfItem(&next) }, func() { p.shelf.Want(next.ID) }), nil
	})
	return pane.Request(pane.Show{Overlay: f.Stay()})
}

// shelfKind is the kind that was typed. One that was taken before there was a list of
// them stays as it is.
func shelfKind(typed, was string) (string, error) {
	if model.CleanLine(typed) == was {
		return was, nil
	}
	return model.ReadShelfKind(typed)
}

// listed are the parts of a text between commas.
func listed(text string) (all []string) {
	for part := range strings.SplitSeq(text, ",") {
		if part = model.CleanLine(strings.TrimSpace(part)); part != "" {
			all = append(all, part)
		}
	}
	return all
}
