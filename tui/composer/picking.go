package composer

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring/drafting"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// picking is one choice of a template: for which role, and what of the shelf is shared.
type picking struct {
	p       *Pane
	read    *templatesRead
	role    int // of the open roles, from 1; 0: for none
	shelf   []drafting.Match
	share   int // which of them
	chooser *overlay.Chooser
}

// TemplateActions are the keys beside a choice of templates, for the docs.
func TemplateActions() []action.Action { return (&picking{read: &templatesRead{}}).actions() }

func (k *picking) actions() []action.Action {
	return []action.Action{
		{ID: "template.role", Group: "choose", Short: "for a role", Long: "Make them for the next of the open roles: its title, its words, what of it would move her; then for none.", Keys: []string{"r"}, Footer: true, Why: k.noRoles, Run: k.nextRole},
		{ID: "template.share", Group: "choose", Short: "share another", Long: "Share the next thing from the shelf in a value touch, the best match first.", Keys: []string{"s"}, Footer: true, Why: k.nothingElse, Run: k.shareNext},
	}
}

func (k *picking) noRoles() string {
	if len(k.read.roles) == 0 {
		return "no role is open: {roles} opens one"
	}
	return ""
}

func (k *picking) nothingElse() string {
	switch len(k.shelf) {
	case 0:
		return "nothing on the shelf is new to her: {stock} has the shelf"
	case 1:
		return "nothing else on the shelf is new to her"
	}
	return ""
}

func (k *picking) nextRole() tea.Cmd {
	k.role = (k.role + 1) % (len(k.read.roles) + 1)
	k.chooser.Put(k.choices())
	return nil
}

func (k *picking) shareNext() tea.Cmd {
	k.share = (k.share + 1) % len(k.shelf)
	k.chooser.Put(k.choices())
	return nil
}

// about is what the templates are filled from.
func (k *picking) about() drafting.About {
	per := k.p.person
	about := drafting.About{Person: &per.Person, Touches: per.Touches, Now: k.p.env.Now()}
	if k.p.deps.Sender != nil {
		about.Sender = k.p.deps.Sender()
	}
	if k.role > 0 {
		about.Role = &k.read.roles[k.role-1]
	}
	return about
}

// choices are the templates with what each makes for the person.
func (k *picking) choices() []overlay.Choice {
	next, _ := drafting.Choose(&k.p.person.Standing, k.read.templates, k.read.sequences)
	all := slices.Clone(k.read.templates)
	slices.SortStableFunc(all, func(a, b model.Template) int { return k.p.far(&a, next.Template.ID) - k.p.far(&b, next.Template.ID) })
	choices := make([]overlay.Choice, len(all))
	for i := range all {
		note := string(all[i].Now.Channel)
		if all[i].ID == next.Template.ID {
			note = next.Why
		}
		choices[i] = k.choice(&all[i], note, next.Sequence)
	}
	return choices
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

// choice is a template with what it makes for the person.
func (k *picking) choice(t *model.Template, note string, begins model.SequenceID) overlay.Choice {
	made, notes, err := k.make(t, begins)
	c := overlay.Choice{Title: t.Name, Note: note}
	if err != nil {
		c.Off = err.Error()
	}
	c.Shows = func(w int) []string { return k.p.preview(&made, notes, c.Off, w) }
	c.Run = func() tea.Cmd { return k.p.apply(&made.Draft, model.BeforeTemplate, "the template “"+t.Name+"”") }
	return c
}

// make makes a draft from a template, and says for which role and what it shares.
func (k *picking) make(t *model.Template, begins model.SequenceID) (made drafting.Made, notes []string, err error) {
	about := k.about()
	if r := about.Role; r != nil {
		notes = append(notes, fmt.Sprintf("for the role %s (%d of %d)", r.Title, k.role, len(k.read.roles)))
	}
	if t.Purpose == model.ForValue && len(k.shelf) > 0 {
		m := &k.shelf[k.share]
		about.Shelf = &m.Item
		which := ""
		if n := len(k.shelf); n > 1 {
			which = fmt.Sprintf(" (%d of %d)", k.share+1, n)
		}
		notes = append(notes, fmt.Sprintf("shares “%s”%s: %s", m.Item.Title, which, m.Why))
	}
	made, err = drafting.Make(t, about)
	if k.p.person.Standing.Step == 0 {
		made.Draft.Made.Sequence = begins
	}
	return made, notes, err
}

// begin makes a first draft where one came from a role's shortlist; a draft that is
// there stays.
func (p *Pane) begin(asked pane.Write) tea.Cmd {
	p.asked = asked
	b := p.buffer()
	switch {
	case asked.Role == 0 || b == nil || p.away() != "":
		return nil
	case !b.draft.Empty():
		return pane.Request(pane.Toast{Text: "there is a draft to " + b.name + " already", Next: "{composer.template} shows what the templates make for the role"})
	}
	return p.readTemplates(asked)
}

// first puts the template that comes next, through the channel that was asked for, into
// the text, unless something has been typed meanwhile.
func (k *picking) first() tea.Cmd {
	b := k.p.buffer()
	if k.p.collect(b); !b.draft.Empty() {
		return nil
	}
	c, ok := drafting.ChooseThrough(k.read.asked.Channel, &k.p.person.Standing, k.read.templates, k.read.sequences)
	if !ok {
		return pane.Request(pane.Toast{Next: "no template is for somebody who is " + string(k.p.person.Standing.Current()) + ": {composer.template} shows them all"})
	}
	made, _, err := k.make(&c.Template, c.Sequence)
	if err != nil {
		return pane.Request(pane.Fail(fmt.Errorf("the template “%s”: %w", c.Template.Name, err)))
	}
	return k.p.apply(&made.Draft, model.BeforeTemplate, "a first draft from “"+c.Template.Name+"”")
}
