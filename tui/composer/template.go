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

// templatesRead are the templates, to be chosen from, with what they are filled from.
type templatesRead struct {
	pane.Owner
	asked     pane.Write // for whom, and for which role a first draft is to be made
	templates []model.Template
	sequences []model.Sequence
	shelf     []model.ShelfItem
	roles     []model.Role // that are open
	err       error
}

// pickTemplate reads the templates, to choose from them.
func (p *Pane) pickTemplate() tea.Cmd { return p.readTemplates(pane.Write{ID: p.person.Person.ID}) }

// readTemplates reads the templates; those that come with the program are put in where
// there never were any.
func (p *Pane) readTemplates(asked pane.Write) tea.Cmd {
	st, ship, msg := p.deps.Store, p.deps.Ship, templatesRead{Owner: pane.Owner{ID: p.id}, asked: asked}
	return func() tea.Msg {
		if ship != nil {
			if msg.err = ship(); msg.err != nil {
				return msg
			}
		}
		msg.err = st.View(msg.read)
		return msg
	}
}

func (r *templatesRead) read(tx *store.Tx) (err error) {
	if r.templates, err = pane.Collect(tx.Templates()); err != nil {
		return err
	}
	if r.sequences, err = pane.Collect(tx.Sequences()); err != nil {
		return err
	}
	if r.shelf, err = pane.Collect(tx.Shelf()); err != nil {
		return err
	}
	r.roles, err = pane.Collect(tx.Roles())
	r.roles = slices.DeleteFunc(r.roles, func(o model.Role) bool { return !o.Open() && o.ID != r.asked.Role })
	return err
}

// showTemplates shows what each template makes for the person, the one that comes next
// first; or takes that for a first draft.
func (p *Pane) showTemplates(msg templatesRead) tea.Cmd {
	switch {
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	case p.person == nil || p.person.Person.ID != msg.asked.ID || p.away() != "":
		return nil
	case len(msg.templates) == 0:
		return pane.Request(pane.Toast{Next: "there are no templates: `talentmap template new` makes one"})
	}
	role := msg.asked.Role
	if role == 0 {
		role = p.roleOf(msg.asked.ID)
	}
	k := &picking{p: p, read: &msg}
	k.role = slices.IndexFunc(msg.roles, func(r model.Role) bool { return r.ID == role }) + 1
	k.shelf = drafting.Matches(&p.person.Person, p.person.Touches, msg.shelf, p.env.Now())
	if msg.asked.Role != 0 {
		return k.first()
	}
	k.chooser = overlay.NewChooser(p.env, "Templates for "+p.person.Person.Name, k.choices()).With(k.actions()...)
	return pane.Request(pane.Show{Overlay: k.chooser})
}

// roleOf is the role that a message to somebody is for: that of her draft, else the one
// from whose shortlist one came.
func (p *Pane) roleOf(id model.PersonID) model.RoleID {
	if r := p.buffer().draft.Made.Role; r != 0 {
		return r
	}
	if p.asked.ID == id {
		return p.asked.Role
	}
	return 0
}

// preview is what a template makes: the text with its gaps marked, and what is missing
// before it.
func (p *Pane) preview(made *drafting.Made, notes []string, wrong string, w int) []string {
	s := pane.Sheet{Env: p.env, W: w}
	if wrong != "" {
		s.Wrapped(theme.Bad, 0, wrong)
		return s.Lines
	}
	for _, note := range notes {
		s.Wrapped(theme.Accent, 0, note)
	}
	for i, g := range made.Gaps {
		if i == 0 {
			s.Text(theme.Bad, fmt.Sprintf("%d missing:", len(made.Gaps)))
		}
		s.Wrapped(theme.Warm, 2, g.Missing())
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
		p.filling = true
	}
	p.typing, p.stale = inBody, true
	p.listen() // through another channel, maybe
	keep := p.keep(was, occasion)
	next := "{composer.versions} has what was there before"
	if was.Empty() {
		next = "{composer.template} shows what others make"
	}
	return tea.Batch(tea.Sequence(keep, p.touched(b)), pane.Request(pane.Toast{Text: what + " is in the text", Next: next}))
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
