package tui

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/entry"
	"talentmap/tui/pane"
)

// quickActions are what can be told of whoever is selected, wherever one is.
func (r *Root) quickActions() []action.Action {
	open := func(with func(pane.Selected) pane.Overlay) func() tea.Cmd {
		return func() tea.Cmd { return r.open(with(r.selected())) }
	}
	return []action.Action{
		{ID: "signal", Group: "people", Short: "signal", Long: "Log a signal on whoever is selected, or at her company: a letter is its kind, all else may stay as it is.", Keys: []string{"s"}, Many: true, Several: true, Why: r.nobody, Run: open(r.desk.Signal)},
		{ID: "note", Group: "people", Short: "note", Long: "Put a note under those on whoever is selected.", Keys: []string{"n"}, Many: true, Several: true, Why: r.nobody, Run: open(r.desk.Note)},
		{ID: "tag", Group: "people", Short: "tag", Long: "Give whoever is selected tags, with commas between them; one after a minus is taken away. A query finds them: tag:lisbon.", Keys: []string{","}, Many: true, Several: true, Why: r.nobody, Run: open(r.desk.Tag)},
		{ID: "reply", Group: "people", Short: "reply", Long: "Take in a reply of whoever is selected: interested, later, no, stop, out of office, bounced, introduced.", Keys: []string{"r"}, Many: true, Several: true, Why: r.nobody, Run: open(r.desk.Reply)},
		{ID: "snooze", Group: "people", Short: "snooze", Long: "Keep whoever is selected out of the queue: until tomorrow, for a week, a month, or until a day that you type.", Keys: []string{"d"}, Many: true, Several: true, Why: r.nobody, Run: open(r.desk.Snooze)},
		{ID: "contact", Group: "people", Short: "contact", Long: "Log a contact with whoever is selected that took place otherwise: a call, a meeting, a message sent elsewhere; out or in, the day, how it went.", Keys: []string{";"}, Many: true, Several: true, Why: r.nobody, Run: open(r.desk.Contact)},
		{ID: "sequence", Group: "people", Short: "sequence", Long: "Put whoever is selected into a sequence, which the next touch begins, or take her out of hers.", Keys: []string{"Q"}, Many: true, Several: true, Why: r.nobody, Run: r.askSequence},
		{ID: "assign", Group: "people", Short: "hand over", Long: "Hand whoever is selected over to a colleague.", Keys: []string{"@"}, Many: true, Several: true, Why: r.nobody, Run: open(r.desk.Assign)},
		{ID: "gate", Group: "people", Short: "may I write?", Long: "Show whether whoever is selected may be written to, and all that blocks: since when, whose it is, when it opens, and what to do.", Keys: []string{"W"}, Why: r.nobody, Run: r.askGate},
		{ID: "new", Group: "people", Short: "new person", Long: "Enter somebody new, and put her on the map that is shown if you like.", Keys: []string{"+"}, Run: func() tea.Cmd { return r.open(r.desk.Person(r.onto())) }},
	}
}

// selected are the people on whom something is to be done in the place that has the
// keys, or that lies below what has them.
func (r *Root) selected() pane.Selected {
	if s, ok := r.under().(pane.Selecting); ok {
		return s.Selected()
	}
	return pane.Selected{}
}

func (r *Root) nobody() string {
	if len(r.selected().People) == 0 {
		return "nobody is selected here: {find} finds someone"
	}
	return ""
}

// onto is the talent map that is shown.
func (r *Root) onto() entry.Onto {
	id, name := r.talent.Shown()
	return entry.Onto{ID: id, Name: name}
}

// acted tells what was done, and has every list go on from there.
func (r *Root) acted(msg pane.Acted) tea.Cmd {
	return tea.Batch(r.tell(msg.Toast), r.broadcast(msg), r.follow())
}

// takeReply takes in what the reply of whoever is selected means.
func (r *Root) takeReply(meaning model.EventKind) tea.Cmd {
	return r.desk.Answered(r.selected(), meaning)
}
