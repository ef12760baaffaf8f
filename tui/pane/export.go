package pane

import (
	"fmt"
	"slices"

	"talentmap/model"
	"talentmap/tui/widget"
)

// Export is what of a list can be written to a file: who is marked, else all of it.
type Export struct {
	Name   string // of the list: "Platform & data"
	Count  int    // how many there are, as far as that is known
	Marked bool   // only the marked
	// People are they, in the order of the list. It runs in a command.
	People func() ([]model.PersonID, error)
	Map    model.MapID // the talent map on which they have their places; 0: none
}

// Exporting is a pane with a list that can be written to a file.
type Exporting interface {
	// Export says what there is to write; a Count of 0: nothing.
	Export() Export
}

// ExportOf is what can be written of people who are known.
func ExportOf(name string, ids []model.PersonID, marked bool) Export {
	return Export{Name: name, Count: len(ids), Marked: marked, People: func() ([]model.PersonID, error) { return ids, nil }}
}

// ExportIn is who is marked in a list, else all of it.
func ExportIn(name string, list *widget.List[model.PersonID]) Export {
	if marked := list.Marked(); len(marked) > 0 {
		return ExportOf(name, marked, true)
	}
	return ExportOf(name, slices.Clone(list.IDs()), false)
}

// String says who it is: "the 3 marked of Platform & data".
func (e Export) String() string {
	switch {
	case e.Marked:
		return fmt.Sprintf("the %d marked of %s", e.Count, e.Name)
	case e.Count == 1:
		return "1 person of " + e.Name
	}
	return fmt.Sprintf("%d people of %s", e.Count, e.Name)
}
