// Package pane says what a part of the screen is, and how one asks for another.
//
// Messages reach a pane in three ways, and no other:
//
//	input         to exactly one place: top overlay, editing pane, focused pane, global keys
//	store change  [Changed] to every pane, which reloads what it shows if its kinds were touched
//	results       [Owned] to the one who asked, by ID; an old generation is dropped
//
// A pane never calls another: it returns a request ([OpenPerson], [Write],
// [Show], [Toast] …) as a message and the root sees to it. View reads only; it may
// keep what it drew. Update never waits: what takes time is a command, which
// works on copies and answers with an Owned message.
package pane

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Pane is a part of the screen.
type Pane interface {
	Title() string
	Actions() []action.Action
	SetSize(w, h int)
	Update(tea.Msg) tea.Cmd
	View() string // fits the size given: h lines of w cells
}

// Overlay is a pane that opens over the others.
type Overlay interface {
	Pane
	// Want is the inner size that it would like within w × h.
	Want(w, h int) (int, int)
}

// Lined is a pane that keeps its view by lines: of a cursor move only the lines
// that have changed are made anew. View is the lines joined.
type Lined interface {
	// Lines are h lines of w cells; valid until the next Update, not to be changed.
	Lines() []string
}

// Editing is a pane that may be taking text. Then the keys that the text takes go
// to its Update, before its own actions; so does every other key that none of
// these takes.
type Editing interface {
	Editing() bool
	Takes(key string) bool // of a key that is no text, while it is editing
}

// Cursored is a pane that shows the terminal's cursor.
type Cursored interface {
	Cursor() (x, y int, ok bool) // within its view
}

// Loader is a pane that reads something when it opens.
type Loader interface{ Load() tea.Cmd }

// Previewer is a pane whose cursor stands on a person.
type Previewer interface {
	Preview() *roster.Profile // nil for none
}

// Columned is a pane whose list shows columns that a person can choose, see
// [Env.Columns].
type Columned interface{ Columns() widget.Listed }

// Env is what a session gives to its panes.
type Env struct {
	Theme *theme.Theme
	Keys  *action.Keymap
	// Columns are those that the person has chosen, by the name of their list; the
	// lists that are not there show their own.
	Columns map[string][]string
	// Aloud is for a screen that is read aloud: one thing a line, words for signs, and
	// nothing that moves by itself.
	Aloud bool
	User  string
	Now   func() time.Time
	After func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
	ids   int
}

// NextID gives each pane of the session its own identifier.
func (e *Env) NextID() int {
	e.ids++
	return e.ids
}

// Say puts the session's keys into a sentence of the program, in which actions are
// named by their ID: "{undo} takes it back". It is for Update and View, and not for
// texts from outside.
func (e *Env) Say(sentence string) string { return e.Keys.Say(sentence) }

// Awaited is a page that may have nothing to show yet: what was on the screen stays for a
// moment then.
type Awaited interface{ Awaited() bool }

// Owned is a result on its way to the pane that asked for it.
type Owned interface{ OwnerID() int }

// Owner is embedded in result messages.
type Owner struct{ ID, Gen int }

// OwnerID is the pane's that asked.
func (o Owner) OwnerID() int { return o.ID }

// Identified is a pane that gets results.
type Identified interface{ PaneID() int }

// Changed says that the store has changed: look again.
type Changed struct{ store.Notice }

// Indexed says that the live index of the people has moved on. The panes of lists get it.
type Indexed struct{}

// Focused says to a pane of the home screen whether it gets the keys.
type Focused struct{ On bool }

// Themed says that the session's theme, keys or columns are others: draw again.
type Themed struct{}

// Requests to the root.
type (
	// OpenPerson opens the page of a person. Among is the list through which one can
	// walk from there; nil: none. Erase has it ask at once whether she is erased.
	OpenPerson struct {
		ID    model.PersonID
		Among *Among
		Erase bool
	}
	// WalkedTo says that the page shows somebody else of its list: whoever it was
	// opened from puts the cursor there.
	WalkedTo struct{ ID model.PersonID }
	// Write takes the composer to a person. For a role a first draft is made, through
	// the channel where a template has that; a draft that is there stays.
	Write struct {
		ID      model.PersonID
		Role    model.RoleID // 0: for none, and nothing is made
		Channel model.Channel
	}
	// Leave opens the page that is looked at before the message to a person leaves.
	Leave struct{ ID model.PersonID }
	// AddToMap puts a person on the talent map that is shown.
	AddToMap struct {
		ID   model.PersonID
		Name string
	}
	// Why opens the ledger of a person's score.
	Why struct{ Profile *roster.Profile }
	// OpenCompany opens the page of a company.
	OpenCompany struct{ ID model.CompanyID }
	// SignalAt asks for a signal at a company, and logs it.
	SignalAt struct{ Company model.Company }
	// OpenRole opens the shortlist of a role.
	OpenRole struct{ ID model.RoleID }
	// Do runs an action as by its key: one that is off says why, a dangerous one asks.
	Do struct{ Action *action.Action }
	// OpenMap shows a talent map.
	OpenMap struct{ ID model.MapID }
	// Show opens an overlay.
	Show struct{ Overlay Overlay }
	// Close closes the top overlay, else the top page. Then runs after it.
	Close struct{ Then tea.Cmd }
	// Refused says why something was not done: in the footer line where that has
	// room, else over the screen.
	Refused struct{ Why string }
	// Toast tells something in the footer line.
	Toast struct {
		Text string // what has happened; it may hold names, and is shown as it is
		Next string // what can be done now: a sentence, see Env.Say
		Bad  bool
	}
)

// What can be done after an act, and after it was taken back.
const (
	TakesBack  = "{undo} takes it back"
	BringsBack = "{redo} brings it back"
)

// TooLong is said where a text has no room for what was pasted: none of it is taken.
const TooLong = "what was pasted is too long for this field, and nothing of it is in: paste less"

// NoRoom reports whether something was pasted that has changed no text: there was no
// room for it.
func NoRoom(msg tea.Msg, changed bool) bool {
	paste, pasted := msg.(tea.PasteMsg)
	return pasted && !changed && strings.TrimSpace(paste.Content) != ""
}

// Request is a command that only carries a message.
func Request(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Fail is the toast for an error.
func Fail(err error) tea.Msg { return Toast{Text: err.Error(), Bad: true} }
