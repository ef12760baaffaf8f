package queue

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "queue.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.notOpenable, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.current().profile.Person.ID, Among: &pane.Among{Name: "queue", IDs: slices.Clone(p.list.IDs())}})
		}},
		{ID: "queue.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.Write{ID: p.current().profile.Person.ID})
		}},
		{ID: "queue.review", Group: "person", Short: "review", Long: "Look at the message to the person before it leaves: approve it, log it as sent, take its approval back.", Keys: []string{"S"}, Why: p.unwritten, Run: func() tea.Cmd {
			return pane.Request(pane.Leave{ID: p.current().profile.Person.ID})
		}},
		{ID: "queue.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.Why{Profile: p.current().profile})
		}},
		{ID: "queue.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Why: p.nobody, Run: func() tea.Cmd {
			per := &p.current().profile.Person
			return pane.Request(pane.AddToMap{ID: per.ID, Name: per.Name})
		}},
		{ID: "queue.skip", Group: "queue", Short: "skip/wake", Long: "Pass over the reasons for which the person is in the queue, until there is a new one. Of somebody who is put off: back into the queue.", Keys: []string{"x"}, Footer: true, Many: true, Why: p.notSkipped, Run: p.skip},
		{ID: "queue.interested", Group: "queue", Short: "interested", Long: "Of a reply that waits: she is interested.", Keys: []string{"i"}, Footer: true, Many: true, Why: p.noReply, Run: p.means(model.SaysInterested)},
		{ID: "queue.later", Group: "queue", Short: "later", Long: "Of a reply that waits: later, from a day on that you type.", Keys: []string{"t"}, Footer: true, Many: true, Why: p.noReply, Run: p.means(model.SaysLater)},
		{ID: "queue.no", Group: "queue", Short: "no", Long: "Of a reply that waits: no. The whole team waits half a year.", Keys: []string{"-"}, Footer: true, Many: true, Why: p.noReply, Run: p.means(model.SaysNo)},
		{ID: "queue.stop", Group: "queue", Short: "stop", Long: "Of a reply that waits: she wants no more messages.", Keys: []string{"."}, Footer: true, Danger: true, Ask: p.askStop, Many: true, Why: p.noReply, Run: p.means(model.SaysStop)},
		{ID: "queue.copy", Group: "person", Short: "copy", Long: "Copy a line of name, title, company, e-mail and link to the clipboard of your terminal, with tabs between them.", Keys: []string{"y"}, Many: true, Why: p.nobody, Run: p.copy},
		{ID: "queue.keep", Group: "queue", Short: "keep", Long: "Of somebody who has not answered for two years: keep her, with the reason that the law asks for.", Keys: []string{"K"}, Many: true, Why: p.decided, Run: func() tea.Cmd { return pane.Request(pane.KeepThem{}) }},
		{ID: "queue.erase", Group: "queue", Short: "erase", Long: "Of somebody who has not answered for two years: open her page, and erase her as there.", Keys: []string{"X"}, Why: p.decided, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.current().profile.Person.ID, Erase: true})
		}},
		{ID: "queue.next-class", Group: "queue", Short: "next kind", Long: "Show replies only, then touches, the receptive, nurture, whom to keep or to erase, and all again.", Keys: []string{"]"}, Run: func() tea.Cmd { return p.turn(1) }},
		{ID: "queue.class-before", Group: "queue", Short: "kind before", Long: "Show the kind before only.", Keys: []string{"["}, Run: func() tea.Cmd { return p.turn(-1) }},
		{ID: "queue.view", Group: "queue", Short: "mine/put off", Long: "Show mine only, then those who are snoozed or skipped, then everyone again.", Keys: []string{"p"}, Run: p.nextView},
		{ID: "queue.order", Group: "list", Short: "order", Long: "Order each kind by name, receptivity or something else; the same once more turns it round. The kinds keep their places.", Keys: []string{"o"}, Run: p.reorder},
		{ID: "queue.filter", Group: "queue", Short: "narrow", Long: "Show only the people that match what you type: words, fields such as company:acme, @ and the name of a saved filter.", Keys: []string{"/"}, Footer: true, Run: func() tea.Cmd {
			p.narrow.Open()
			p.layOut()
			return nil
		}},
		{ID: "queue.complete", Group: "queue", Short: "complete", Long: "While narrowing: complete the word at the cursor, as it says there; again, with what comes next.", Keys: []string{"tab"}, Typing: true, Why: p.narrow.NothingToComplete, Run: p.narrow.Complete},
		{ID: "queue.clear", Group: "queue", Short: "clear", Long: "Drop the marks, then show everyone.", Keys: []string{"esc"}, Footer: true, Several: true, Why: p.nothingToClear, Run: p.clear},
	}
	acts = append(acts, pane.Marks("queue", p.list, p.nobody)...)
	moves := pane.Moves("queue", p.list)
	for i := range moves {
		move := moves[i].Run
		moves[i].Run = func() tea.Cmd { return tea.Batch(move(), p.more()) }
	}
	return append(acts, moves...)
}

// WalkTo puts the cursor on somebody, as the page that was opened from here shows her.
func (p *Pane) WalkTo(id model.PersonID) {
	p.list.Select(id)
	p.stale = true
}

func (p *Pane) nobody() string {
	switch {
	case p.current() != nil:
		return ""
	case p.narrowed():
		return "nobody is shown: {queue.clear} shows everyone"
	}
	return "the queue is empty"
}

// notOpenable keeps the key for the query while that is typed.
func (p *Pane) notOpenable() string {
	if p.narrow.Typing() {
		return "the query is being typed"
	}
	return p.nobody()
}

// noReply is why nothing can be said of a reply: none waits.
func (p *Pane) noReply() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if len(p.list.Marked()) == 0 && !p.current().replied() {
		return "no reply of hers waits: {reply} takes one in"
	}
	return ""
}

// undecided reports whether it is to be decided to keep her or to erase her.
func (l *line) undecided() bool { return l.next.Has(scoring.KeepOrErase) }

// decided is why nobody is kept or erased from here: it is not asked.
func (p *Pane) decided() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if !p.current().undecided() {
		return "nothing is to be decided on her: that is asked after two years without an answer"
	}
	return ""
}

// notSkipped is why the reasons can't be passed over: there is only one, that has to be
// decided.
func (p *Pane) notSkipped() string {
	if why := p.nobody(); why != "" {
		return why
	}
	one := p.current()
	switch {
	case p.view == putOff || len(p.list.Marked()) > 0:
	case one.message != nil:
		return "her message waits to be sent: {queue.review} sends it, or takes it back"
	case one.next.Skip().Classes == 0:
		return "that is decided: {queue.keep} keeps her with a reason, {queue.erase} erases her, {snooze} asks later"
	}
	return ""
}

// replied reports whether her reply waits to be looked at.
func (l *line) replied() bool { return l.profile.Standing.Current() == model.Replied }

// means has the reply of whoever is selected taken in by what it means.
func (p *Pane) means(m model.EventKind) func() tea.Cmd {
	return func() tea.Cmd { return pane.Request(pane.TakeReply{Meaning: m}) }
}
