package person

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "person.item", Group: "item", Short: "change", Long: "Change the item under the cursor in place, or do what it is for; a message is read.", Keys: []string{"enter"}, Footer: true, Why: p.notEditable, Run: p.doItem},
		{ID: "person.insert", Group: "item", Short: "add", Long: "Add an item to the section: a position, a signal, a contact, somebody who knows her, a note.", Keys: []string{"i"}, Footer: true, Why: p.notAddable, Run: func() tea.Cmd { return p.here().add() }},
		{ID: "person.remove", Group: "item", Short: "take out", Long: "Take the item out, open an item of the research again, take a change of the journal back; asks first.", Keys: []string{"x"}, Why: p.notRemovable, Run: func() tea.Cmd { return p.current().remove() }},
		{ID: "person.none", Group: "item", Short: "nothing there", Long: "Say of an item of the research that you have looked, and there is nothing.", Keys: []string{"-"}, Footer: true, Why: p.notResearch, Run: func() tea.Cmd { return p.current().none() }},
		{ID: "person.unfold", Group: "item", Short: "unfold", Long: "Read the whole of the item: a message, a fact, a long text; again, and it is folded.", Keys: []string{"space", "l", "right"}, Footer: true, Why: p.notFolded, Run: p.unfold},
		{ID: "person.copy", Group: "item", Short: "copy", Long: "Copy the item: a link, an address, a message.", Keys: []string{"y"}, Why: p.notCopied, Run: func() tea.Cmd { return pane.Copy(p.current().copies()) }},
		{ID: "person.edit", Group: "person", Short: "edit all", Long: "Change name, place, positions, contact, skills and notes in one form.", Keys: []string{"e"}, Footer: true, Why: p.unread, Run: func() tea.Cmd {
			return pane.Request(pane.Show{Overlay: newEditing(p.Env, p.deps.Store, p.profile.Person)})
		}},
		{ID: "person.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Run: func() tea.Cmd {
			return pane.Request(pane.Write{ID: p.person})
		}},
		{ID: "person.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Footer: true, Why: p.unread, Run: func() tea.Cmd {
			return pane.Request(pane.Why{Profile: p.profile})
		}},
		{ID: "person.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Footer: true, Why: p.unread, Run: func() tea.Cmd {
			per := &p.profile.Person
			return pane.Request(pane.AddToMap{ID: per.ID, Name: per.Name})
		}},
		{ID: "person.dossier", Group: "person", Short: "dossier", Long: "Read everything held about the person, with the source of each part.", Keys: []string{"D"}, Why: p.unread, Run: func() tea.Cmd {
			return p.readDossier(func(d *store.Dossier) pane.Overlay {
				return overlay.NewReader(p.Env, "Dossier of "+d.Person.Name, dossierLines(p.Env, d))
			})
		}},
		{ID: "person.keep", Group: "person", Short: "keep", Long: "Record why the person is kept, where she has not answered for two years: the law asks for the reason.", Keys: []string{"K"}, Why: p.unread, Run: func() tea.Cmd {
			return pane.Request(pane.KeepThem{})
		}},
		p.erasure(),
		{ID: "person.next", Group: "list", Short: "next person", Long: "Go on to the next person of the list from which the page was opened.", Keys: []string{"ctrl+n"}, Run: func() tea.Cmd { return p.walk(1) }},
		{ID: "person.previous", Group: "list", Short: "person before", Long: "Go to the person before in the list from which the page was opened.", Keys: []string{"ctrl+p"}, Run: func() tea.Cmd { return p.walk(-1) }},
		{ID: "person.section", Group: "move", Short: "next section", Long: "Move to the next section.", Keys: []string{"tab", "]"}, Why: p.unread, Run: func() tea.Cmd { return p.turn(1) }},
		{ID: "person.section-before", Group: "move", Short: "section before", Long: "Move to the section before.", Keys: []string{"shift+tab", "["}, Why: p.unread, Run: func() tea.Cmd { return p.turn(-1) }},
		{ID: "person.sections", Group: "move", Short: "sections", Long: "Choose a section by its name.", Keys: []string{"'"}, Why: p.unread, Run: p.chooseSection},
		pane.Back("person", "Close the page.", pane.ClosePage),
	}
	return append(acts, pane.Moves("person", moves{p})...)
}

func (p *Pane) unread() string {
	switch {
	case p.gone:
		return "the person is no longer there"
	case p.facts == nil:
		return "the person is being read"
	}
	return ""
}

// lacks is why nothing can be done with the item under the cursor, where it has not
// what it takes.
func (p *Pane) lacks(has func(*item) bool, why string) string {
	if off := p.unread(); off != "" {
		return off
	}
	if it := p.current(); it == nil || !has(it) {
		return why
	}
	return ""
}

func (p *Pane) notEditable() string {
	return p.lacks(func(it *item) bool { return it.edit != nil || it.whole != nil }, "there is nothing to be changed here")
}

func (p *Pane) notRemovable() string {
	return p.lacks(func(it *item) bool { return it.remove != nil }, "this can't be taken out")
}

func (p *Pane) notResearch() string {
	return p.lacks(func(it *item) bool { return it.none != nil }, "this is for the items of the research that are not answered so")
}

func (p *Pane) notFolded() string {
	return p.lacks(func(it *item) bool { return it.whole != nil }, "all of it is shown")
}

func (p *Pane) notCopied() string {
	return p.lacks(func(it *item) bool { return it.copies != nil }, "there is nothing to copy here")
}

func (p *Pane) notAddable() string {
	if off := p.unread(); off != "" {
		return off
	}
	if here := p.here(); here == nil || here.add == nil {
		return "nothing is added here: go to a section such as positions, signals or notes"
	}
	return ""
}

// doItem does what the item is for: what can't be changed is read.
func (p *Pane) doItem() tea.Cmd {
	if it := p.current(); it.edit != nil {
		return it.edit()
	}
	return p.unfold()
}

// unfold shows the whole of an item, or no longer.
func (p *Pane) unfold() tea.Cmd {
	k, _ := p.cols[p.on].Cursor()
	p.opened[k] = !p.opened[k]
	p.fill(false)
	return nil
}

// chooseSection lists the sections.
func (p *Pane) chooseSection() tea.Cmd {
	var items []overlay.Item
	for i := range p.parts {
		pt := &p.parts[i]
		if len(pt.ids) == 0 {
			continue
		}
		items = append(items, overlay.Item{Title: pt.sec.String(), Note: pt.count, Run: func() tea.Cmd {
			p.enter(pt.sec)
			return nil
		}})
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(p.Env, "Sections", "a word of its name", items)})
}

// erasure erases the person.
func (p *Pane) erasure() action.Action {
	return action.Action{ID: "person.erase", Group: "person", Short: "erase", Long: "Erase the person for good, at her request: shows what goes and has you type her family name.", Keys: []string{"X"}, Danger: true, Ask: p.askErase, Why: p.unread, Run: func() tea.Cmd {
		return p.readDossier(func(d *store.Dossier) pane.Overlay { return newErasing(p.Env, p.deps.Store, d) })
	}}
}

func (p *Pane) askErase() string {
	per := &p.profile.Person
	return fmt.Sprintf("Erase %s (%s) for good, with %s and all else that is held? You will see what goes before it does.",
		per.Name, per.ID, count(len(p.profile.Touches), "touch", "touches"))
}
