package composer

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	return []action.Action{
		{ID: "composer.done", Group: "typing", Short: "done typing", Long: "While typing: stop, and be back among the panes.", Keys: []string{"esc"}, Footer: true, Typing: true, Why: p.notTyping, Run: p.stopTyping},
		{ID: "composer.edit", Group: "message", Short: "edit", Long: "Type the message.", Keys: []string{"enter", "c", "e", "i"}, Footer: true, Why: p.notReading, Run: p.write},
		{ID: "composer.review", Group: "message", Short: "before it leaves", Long: "Look at the message before it leaves: to whom, when, what the critique and the gate say; then approve it, log it as sent, or copy it.", Keys: []string{"S", "ctrl+x"}, Footer: true, Why: p.nothingToLeave, Run: p.review},
		{ID: "composer.channel", Group: "message", Short: "channel", Long: "Take the next channel: e-mail, InMail, message, phone, introduction, event.", Keys: []string{"v", "ctrl+t"}, Footer: true, Why: p.nobody, Run: p.nextChannel},
		{ID: "composer.facts", Group: "message", Short: "facts", Long: "List the facts about the person, and put one into the text.", Keys: []string{"l", "ctrl+l"}, Footer: true, Why: p.noFacts, Run: p.pickFact},
		{ID: "composer.fact", Group: "message", Short: "fact by number", Long: "Put the fact of this number into the text, also while typing.", Keys: numberKeys(), Why: p.noFacts, Run: p.pickFact, Nth: p.insertNth},
		{ID: "composer.template", Group: "message", Short: "template", Long: "Look at what each template makes for the person and what is missing, and take one; what is written is kept as a version.", Keys: []string{"t", "alt+t"}, Footer: true, Why: p.nobody, Run: p.pickTemplate},
		{ID: "composer.versions", Group: "message", Short: "versions", Long: "Look at earlier versions of the draft, and bring one back.", Keys: []string{"b", "alt+v"}, Why: p.nobody, Run: p.pickVersion},
		{ID: "composer.editor", Group: "message", Short: "own editor", Long: "Write the message in your own editor ($VISUAL or $EDITOR), and go on here with what it leaves.", Keys: []string{"ctrl+g"}, Why: p.noEditor, Run: p.openEditor},
		{ID: "composer.next-finding", Group: "message", Short: "next finding", Long: "Go to the next thing that the critique finds, the gravest first: why, and what to do.", Keys: []string{"]", "alt+n"}, Footer: true, Why: p.noFindings, Run: p.findingBy(1)},
		{ID: "composer.finding-before", Group: "message", Short: "finding before", Long: "Go to the finding before.", Keys: []string{"[", "alt+p"}, Why: p.noFindings, Run: p.findingBy(-1)},
		{ID: "composer.copy", Group: "message", Short: "copy", Long: "Copy the message to the clipboard of your terminal.", Keys: []string{"y"}, Why: p.nothingWritten, Run: p.copy},
		{ID: "composer.discard", Group: "message", Short: "discard", Long: "Throw the draft away.", Keys: []string{"x"}, Danger: true, Undoable: true, Ask: p.askDiscard, Why: p.notDiscardable, Run: p.discard},
		{ID: "composer.open", Group: "person", Short: "person", Long: "Open the person's page.", Keys: []string{"o"}, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.person.Person.ID})
		}},
		{ID: "composer.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.Why{Profile: p.person})
		}},
		{ID: "composer.field", Group: "typing", Short: "subject/text", Long: "While typing: go from the subject to the text and back.", Keys: []string{"tab", "shift+tab"}, Typing: true, Why: p.notTyping, Run: p.otherField},
		{ID: "composer.save", Group: "typing", Short: "save", Long: "Save at once; what you type is saved by itself within a second.", Keys: []string{"ctrl+s"}, Why: p.nobody, Run: p.saveNow},
	}
}

func (p *Pane) nobody() string {
	if p.person == nil {
		return "nobody is selected: put the cursor on someone and press {talent.write}"
	}
	return p.away()
}

// away is why nothing can be done with the message at this moment.
func (p *Pane) away() string {
	if p.opening {
		return "another person is being opened"
	}
	if p.person != nil && p.person.Draft.OnItsWay() {
		return "the message was handed over: {composer.review} says what is known of it"
	}
	return ""
}

func (p *Pane) notTyping() string {
	if !p.Editing() {
		return "nothing is being typed"
	}
	return ""
}

func (p *Pane) notReading() string {
	if p.Editing() {
		return "you are typing"
	}
	return p.nobody()
}

func (p *Pane) nothingWritten() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if b := p.buffer(); b == nil || b.blank() && p.body.Text() == "" {
		return "nothing has been written yet"
	}
	return ""
}

func (p *Pane) nothingToLeave() string {
	if p.person != nil && p.person.Draft.OnItsWay() && !p.opening {
		return ""
	}
	return p.nothingWritten()
}

func (p *Pane) notDiscardable() string {
	if b := p.buffer(); b != nil && b.saving {
		return "it is being saved: again in a moment"
	}
	return p.nothingWritten()
}

// write begins to type: where she has written last, the answer.
func (p *Pane) write() tea.Cmd {
	p.offer()
	return tea.Batch(p.edit(), p.criticize())
}

// edit begins to type: in the subject where the channel has one and it is empty, else at
// the end, or where a finding is.
func (p *Pane) edit() tea.Cmd {
	b := p.buffer()
	if b == nil {
		return nil
	}
	p.typing = inBody
	if p.body.Offset() == 0 && !p.filling {
		p.body.MoveTo(len(p.body.Text()))
	}
	if hasSubject(b.draft.Channel) && b.draft.Subject == "" {
		p.typing = inSubject
	}
	return nil
}

func hasSubject(c model.Channel) bool {
	return c == model.Email || c == model.InMail || c == model.Introduction
}

func (p *Pane) otherField() tea.Cmd {
	if p.typing == inBody && hasSubject(p.buffer().draft.Channel) {
		p.typing = inSubject
		return nil
	}
	p.typing = inBody
	return nil
}

func (p *Pane) stopTyping() tea.Cmd {
	p.typing = nowhere
	b := p.buffer()
	p.collect(b)
	p.stale = true
	p.withdraw(b)
	if b.dirty {
		return p.save(b)
	}
	return nil
}

func (p *Pane) saveNow() tea.Cmd {
	b := p.buffer()
	if b == nil {
		return nil
	}
	p.collect(b)
	keep := p.keep(b.draft, model.WhenSaved)
	if !b.dirty {
		return tea.Batch(keep, pane.Request(pane.Toast{Text: "everything typed is saved"}))
	}
	return tea.Sequence(p.save(b), keep)
}

func (p *Pane) nextChannel() tea.Cmd {
	b, all := p.buffer(), model.Channels()
	b.draft.Channel = all[(slices.Index(all, b.draft.Channel)+1)%len(all)]
	if p.typing == inSubject && !hasSubject(b.draft.Channel) {
		p.typing = inBody
	}
	p.stale = true
	p.listen()
	return p.touched(b)
}

func (p *Pane) copy() tea.Cmd {
	b := p.buffer()
	p.collect(b)
	text := b.draft.Body
	if hasSubject(b.draft.Channel) && b.draft.Subject != "" {
		text = b.draft.Subject + "\n\n" + text
	}
	return pane.Copy(fmt.Sprintf("the message to %s, %d words", p.person.Person.Name, countWords(text)), text)
}

func (p *Pane) askDiscard() string {
	return fmt.Sprintf("Throw away the draft to %s, %d words?", p.person.Person.Name, countWords(p.body.Text()))
}

func (p *Pane) discard() tea.Cmd {
	id, name, st, user := p.person.Person.ID, p.person.Person.Name, p.deps.Store, p.env.User
	delete(p.buffers, id)
	p.person.Draft = model.Draft{Person: id}
	p.turnTo(p.person) // which has no text to be read
	return func() tea.Msg {
		err := st.Discard(user, id)
		if err != nil {
			return pane.Fail(err)
		}
		return pane.Toast{Text: "threw away the draft to " + name, Next: pane.TakesBack}
	}
}

// review opens the page that is looked at before a message leaves, after everything
// typed has been saved: the page shows what is saved.
func (p *Pane) review() tea.Cmd {
	b := p.buffer()
	p.typing = nowhere
	p.collect(b)
	if b.dirty || b.saving {
		b.review = true
		return p.save(b)
	}
	return pane.Request(pane.Leave{ID: b.draft.Person})
}
