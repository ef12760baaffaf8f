package composer

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	return []action.Action{
		{ID: "composer.edit", Group: "message", Short: "edit", Long: "Type the message.", Keys: []string{"enter", "e", "i"}, Footer: true, Why: p.notReading, Run: p.edit},
		{ID: "composer.channel", Group: "message", Short: "channel", Long: "Take the next channel: e-mail, InMail, message, phone, introduction, event.", Keys: []string{"v", "ctrl+t"}, Footer: true, Why: p.nobody, Run: p.nextChannel},
		{ID: "composer.facts", Group: "message", Short: "facts", Long: "List the facts about the person, and put one into the text.", Keys: []string{"l", "ctrl+l"}, Footer: true, Why: p.noFacts, Run: p.pickFact},
		{ID: "composer.fact", Group: "message", Short: "fact by number", Long: "Put the fact of this number into the text, also while typing.", Keys: numberKeys(), Why: p.noFacts, Run: p.pickFact, Nth: p.insertNth},
		{ID: "composer.next-finding", Group: "message", Short: "next finding", Long: "Go to the next thing that the critique finds, the gravest first: why, and what to do.", Keys: []string{"]", "alt+n"}, Footer: true, Why: p.noFindings, Run: p.findingBy(1)},
		{ID: "composer.finding-before", Group: "message", Short: "finding before", Long: "Go to the finding before.", Keys: []string{"[", "alt+p"}, Why: p.noFindings, Run: p.findingBy(-1)},
		{ID: "composer.sent", Group: "message", Short: "log as sent", Long: "Log the message as sent through its channel: writes the touch and sets the next date.", Keys: []string{"S"}, Footer: true, Why: p.notSendable, Run: p.logSent},
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
		{ID: "composer.done", Group: "typing", Short: "done typing", Long: "While typing: stop, and be back among the panes.", Keys: []string{"esc"}, Footer: true, Typing: true, Why: p.notTyping, Run: p.stopTyping},
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
	if b := p.buffer(); b != nil && b.gone {
		return "the message is being logged as sent"
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
	if b := p.buffer(); b == nil || b.draft.Empty() && p.body.Text() == "" {
		return "nothing has been written yet"
	}
	return ""
}

func (p *Pane) notDiscardable() string {
	if b := p.buffer(); b != nil && b.saving {
		return "it is being saved: again in a moment"
	}
	return p.nothingWritten()
}

// notSendable says what stands in the way of logging as sent; the store asks
// the gate again, with everything it knows.
func (p *Pane) notSendable() string {
	if why := p.nothingWritten(); why != "" {
		return why
	}
	if b := p.buffer(); written(b.draft.Channel) && strings.TrimSpace(p.body.Text()) == "" {
		return "there is a subject and no text yet"
	}
	if err := p.person.Gate(p.env.User, p.buffer().draft.Channel, p.env.Now()).Err(); err != nil {
		return err.Error()
	}
	return ""
}

// written reports whether a touch through the channel is a text.
func written(c model.Channel) bool {
	return c == model.Email || c == model.InMail || c == model.Message
}

// edit begins to type: in the subject where the channel has one and it is empty.
func (p *Pane) edit() tea.Cmd {
	b := p.buffer()
	if b == nil {
		return nil
	}
	p.typing = inBody
	if p.body.Offset() == 0 {
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
	if b.dirty {
		return p.save(b)
	}
	return nil
}

func (p *Pane) saveNow() tea.Cmd {
	b := p.buffer()
	if b == nil || !b.dirty {
		return pane.Request(pane.Toast{Text: "everything typed is saved"})
	}
	return p.save(b)
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
	id, name, st := p.person.Person.ID, p.person.Person.Name, p.deps.Store
	by := store.By(p.env.User, "threw away the draft to "+name)
	delete(p.buffers, id)
	p.person.Draft = model.Draft{Person: id}
	p.turnTo(p.person) // which has no text to be read
	return func() tea.Msg {
		_, err := st.Edit(by, func(tx *store.Tx) error {
			if err := tx.RemoveDraft(id); err != nil && !errors.Is(err, store.ErrNotFound) {
				return err
			}
			return nil
		})
		if err != nil {
			return pane.Fail(err)
		}
		return pane.Toast{Text: "threw away the draft to " + name, Next: pane.TakesBack}
	}
}

// logSent logs the message as sent, after the save that may be under way: a
// later one would bring the draft back.
func (p *Pane) logSent() tea.Cmd {
	b := p.buffer()
	p.typing = nowhere
	p.collect(b)
	if b.saving {
		b.send = true
		return nil
	}
	return p.send(b)
}

// send logs a buffer as sent; nothing of it is saved as a draft any more.
func (p *Pane) send(b *buffer) tea.Cmd {
	b.dirty, b.saving, b.send, b.gone = false, true, false, true
	d, st, user, name, owner := b.draft, p.deps.Store, p.env.User, b.name, pane.Owner{ID: p.id}
	return func() tea.Msg {
		out := sent{Owner: owner, person: d.Person}
		t, err := st.LogSent(user, d)
		out.err = err
		if err == nil {
			out.text = fmt.Sprintf("logged %s to %s%s", t.Channel, name, ofSequence(t.Step))
		}
		return out
	}
}

// ofSequence names a touch's place in its sequence; one outside of any has none.
func ofSequence(step int) string {
	if step == 0 {
		return ""
	}
	return fmt.Sprintf(", touch %d of %d", step, model.SequenceLength)
}

// leave is after logging: the draft has become a touch, or is still there.
func (p *Pane) leave(msg sent) tea.Cmd {
	b := p.buffers[msg.person]
	if errors.Is(msg.err, store.ErrUnknown) {
		// It may be logged, and then there is no draft any more: a person looks.
		delete(p.buffers, msg.person)
		return tea.Batch(p.reread(), pane.Request(pane.Toast{Bad: true, Text: "whether it was logged is not known: look at the touches before you log it again"}))
	}
	if msg.err != nil {
		if b != nil {
			b.saving, b.gone, b.send, b.dirty = false, false, false, true
			return tea.Batch(pane.Request(pane.Fail(msg.err)), p.save(b))
		}
		return pane.Request(pane.Fail(msg.err))
	}
	delete(p.buffers, msg.person)
	if p.person != nil && p.person.Person.ID == msg.person {
		p.person.Draft = model.Draft{Person: msg.person}
		p.turnTo(p.person) // which has no text to be read
	}
	return tea.Batch(pane.Request(pane.Toast{Text: msg.text, Next: pane.TakesBack}), p.reread())
}
