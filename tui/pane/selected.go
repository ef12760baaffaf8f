package pane

import (
	"fmt"
	"slices"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/widget"
)

// Selected are the people on whom something is to be done: the marked ones, else the
// one under the cursor. The zero Selected is nobody.
type Selected struct {
	People  []model.PersonID
	Profile *roster.Profile // of the one; nil where several are marked
}

// One is the person under the cursor; nobody for nil.
func One(p *roster.Profile) Selected {
	if p == nil {
		return Selected{}
	}
	return Selected{People: []model.PersonID{p.Person.ID}, Profile: p}
}

// SelectedIn are the marked people of a list, else the one under the cursor.
func SelectedIn(list *widget.List[model.PersonID], at *roster.Profile) Selected {
	if marked := list.Marked(); len(marked) > 0 {
		return Selected{People: marked}
	}
	return One(at)
}

// Served drops the marks of a list where what was done was done to these, and reports
// whether it was.
func Served(list *widget.List[model.PersonID], done Acted) bool {
	if len(done.People) == 0 || !slices.Equal(list.Marked(), done.People) {
		return false
	}
	list.Unmark()
	return true
}

// Selecting is a pane in which people can be selected. What is done to people
// everywhere — a signal, a note, a reply, putting off, handing over — is done to these.
type Selecting interface{ Selected() Selected }

// Marking is a pane in which several people can be marked: whether any are now. The
// footer says then what can be done with them.
type Marking interface{ HasMarks() bool }

// TakeReply asks the root to take in what the reply of whoever is selected means.
type TakeReply struct{ Meaning model.EventKind }

// KeepThem asks the root why whoever is selected is kept, and not erased.
type KeepThem struct{}

// LogSignal asks the root for a signal of whoever is selected, and logs it.
type LogSignal struct{}

// LogContact asks the root for a contact with whoever is selected, and logs it.
type LogContact struct{}

// AskStop is the question before somebody is opted out, which no undo opens.
func AskStop(whom string) string {
	return fmt.Sprintf("Does %s want no more messages? Then nobody can write to her, and no undo opens that: only a new message from her does.", whom)
}

// Acted says that something was done to people, and has it told: marks on them have
// served.
type Acted struct {
	People  []model.PersonID
	Settles bool // what was to be done of them is done: a list that is worked through goes on
	Toast
}
