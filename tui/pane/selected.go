package pane

import (
	"fmt"

	"talentmap/model"
	"talentmap/store/roster"
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

// Selecting is a pane in which people can be selected. What is done to people
// everywhere — a signal, a note, a reply, putting off, handing over — is done to these.
type Selecting interface{ Selected() Selected }

// TakeReply asks the root to take in what the reply of whoever is selected means.
type TakeReply struct{ Meaning model.EventKind }

// KeepThem asks the root why whoever is selected is kept, and not erased.
type KeepThem struct{}

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
