package composer

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring/drafting"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// templatesRead are the templates, to be chosen from.
type templatesRead struct {
	pane.Owner
	person    model.PersonID
	templates []model.Template
	sequences []model.Sequence
	shelf     []model.ShelfItem
	err       error
}

// pickTemplate reads the templates; those that come with the program are put in
// where there never were any.
func (p *Pane) pickTemplate() tea.Cmd {
	st, ship, msg := p.deps.Store, p.deps.Ship, templatesRead{Owner: pane.Owner{ID: p.id}, person: p.person.Person.ID}
	return func() tea.Msg {
		if ship != nil {
			if msg.err = ship(); msg.err != nil {
				return msg
			}
		}
		msg.err = st.View(func(tx *store.Tx) (err error) {
			if msg.templates, err = pane.Collect(tx.Templates()); err != nil {
				return err
			}
			if msg.sequences, err = pane.Collect(tx.Sequences()); err != nil {
				return err
			}
			msg.shelf, err = pane.Collect(tx.Shelf())
			return err
		})
		return msg
	}
}

// chooseTemplate shows what each template makes for the person, the one that comes
// next first.
func (p *Pane) chooseTemplate(msg templatesRead) tea.Cmd {
	switch {
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	case p.person == nil || p.person.Person.ID != msg.person || p.away() != "":
		return nil
	case len(msg.templates) == 0:
		return pane.Request(pane.Toast{Next: "there are no templates: `talentmap template new` makes one"})
	}
	next, _ := drafting.Choose(&p.person.Standing, msg.templates, msg.sequences)
	all := slices.Clone(msg.templates)
	slices.SortStableFunc(all, func(a, b model.Template) int { return p.far(&a, next.Template.ID) - p.far(&b, next.Template.ID) })
	choices := make([]overlay.Choice, len(all))
	for i := range all {
		t := &all[i]
		note := string(t.Now.Channel)
		if t.ID == next.Template.ID {
			note = next.Why
		}
		choices[i] = p.templateChoice(t, note, next.Sequence, msg.shelf)
	}
	return pane.Request(pane.Show{Overlay: overlay.NewChooser(p.env, "Templates for "+p.person.Person.Name, choices)})
}

// far is how far down a template stands: what comes next, then what is for the
// channel of the draft.
func (p *Pane) far(t *model.Template, next model.TemplateID) int {
	switch {
	case t.ID == next:
		return 0
	case t.Now.Channel == p.buffer().draft.Channel:
		return 1
	}
	return 2
}

// templateChoice is a template with what it makes for the person.
func (p *Pane) templateChoice(t *model.Template, note string, begins model.SequenceID, shelf []model.ShelfItem) overlay.Choice {
	about := drafting.About{Person: &p.person.Person, Touches: p.person.Touches, Now: p.env.Now()}
	if p.deps.Sender != nil {
		about.Sender = p.deps.Sender()
	}
	shares := ""
	if t.Purpose == model.ForValue {
		if m := drafting.Matches(about.Person, about.Touches, shelf, about.Now); len(m) > 0 {
			about.Shelf, shares = &m[0].Item, "shares “"+m[0].Item.Title+"”: "+m[0].Why
		}
	}
	made, err := drafting.Make(t, about)
	c := overlay.Choice{Title: t.Name, Note: note}
	if err != nil {
		c.Off = err.Error()
	}
	if p.person.Standing.Step == 0 {
		made.Draft.Made.Sequence = begins
	}
	c.Shows = func(w int) []string { return p.preview(&made, shares, c.Off, w) }
	c.Run = func() tea.Cmd { return p.apply(&made.Draft, model.BeforeTemplate, "the template “"+t.Name+"”") }
	return c
}

// preview is what a template makes: the text with its gaps marked, and what is missing
// before it.
func (p *Pane) preview(made *drafting.Made, shares, wrong string, w int) []string {
	s := pane.Sheet{Env: p.env, W: w}
	if wrong != "" {
		s.Wrapped(theme.Bad, 0, wrong)
		return s.Lines
	}
	for i, g := range made.Gaps {
		if i == 0 {
			s.Text(theme.Bad, fmt.Sprintf("%d missing:", len(made.Gaps)))
		}
		s.Wrapped(theme.Warm, 2, g.Missing())
	}
	if shares != "" {
		s.Wrapped(theme.Accent, 0, shares)
	}
	if len(s.Lines) > 0 {
		s.Gap()
	}
	d := &made.Draft
	s.Text(theme.Dim, "via "+string(d.Channel))
	if d.Subject != "" {
		s.Wrapped(theme.Strong, 0, d.Subject)
	}
	s.Gap()
	return append(s.Lines, p.marked(d.Body, made.Gaps, w)...)
}

// mostPreview is how many lines of a text are shown before it is taken.
const mostPreview = 200

// marked are the lines of a body with its gaps marked.
func (p *Pane) marked(body string, gaps []model.Gap, w int) []string {
	e := widget.NewEditor()
	e.SetText(body)
	e.MoveTo(0)
	var spans []widget.Span
	for _, g := range gaps {
		if g.In == model.InBody {
			spans = append(spans, widget.Span{Start: g.Start, End: g.End, Open: p.env.Theme.Open(theme.Bad, false) + pane.Underlined})
		}
	}
	e.Mark(spans)
	e.SetSize(max(w, 1), mostPreview)
	lines := slices.Clone(e.View())
	for len(lines) > 0 && lines[len(lines)-1] == widget.Spaces(w) {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// apply puts another text in the place of the one that is written, which is kept as a
// version, and which ctrl+z brings back.
func (p *Pane) apply(d *model.Draft, occasion model.Occasion, what string) tea.Cmd {
	b := p.buffer()
	if b == nil || p.away() != "" {
		return nil
	}
	p.collect(b)
	was := b.draft
	b.draft.Channel, b.draft.Subject, b.draft.Body = d.Channel, d.Subject, d.Body
	b.draft.Made, b.draft.Shelf, b.draft.Notice = d.Made, d.Shelf, d.Notice
	p.subject.SetText(d.Subject)
	p.body.Replace(d.Body)
	p.body.MoveTo(0)
	if gaps := model.OpenFields("", d.Body); len(gaps) > 0 {
		p.body.MoveTo(gaps[0].Start)
	}
	p.typing, p.stale = inBody, true
	p.listen() // through another channel, maybe
	keep := p.keep(was, occasion)
	told := pane.Toast{Text: what + " is in the text"}
	if !was.Empty() {
		told.Next = "{composer.versions} has what was there before"
	}
	return tea.Batch(tea.Sequence(keep, p.touched(b)), pane.Request(told))
}

// keep keeps a text as a version; of an empty one nothing.
func (p *Pane) keep(d model.Draft, occasion model.Occasion) tea.Cmd {
	if d.Empty() {
		return nil
	}
	st, user := p.deps.Store, p.env.User
	return func() tea.Msg {
		if _, err := st.KeepVersion(user, &d, occasion); err != nil {
			return pane.Fail(fmt.Errorf("the version is not kept: %w", err))
		}
		return nil
	}
}

// leave keeps what was typed as a version, when one goes elsewhere.
func (p *Pane) leave() tea.Cmd {
	b := p.buffer()
	if b == nil || !b.typed {
		return nil
	}
	b.typed = false
	p.collect(b)
	return p.keep(b.draft, model.WhenLeft)
}
