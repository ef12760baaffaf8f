package pane

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/store/roster"
	"talentmap/tui/action"
)

// What the keys of a page of people do. The actions themselves stand in the page's
// table: NAME.open, NAME.filter, NAME.turn, NAME.close …

// Moves are the actions of moving through the list that is shown, and of marking.
func (p *People) Moves() []action.Action {
	shown := Shown(func() Marker { return p.List() })
	return append(Marks(p.of.Name, shown, p.Nobody), Moves(p.of.Name, shown)...)
}

// Nobody is why there is nobody under the cursor; "" where somebody is.
func (p *People) Nobody() string {
	if why := p.of.Unread(); why != "" {
		return why
	}
	switch {
	case p.List().Len() > 0:
		return ""
	case p.Narrow.Text() != "":
		return "nobody is shown: {" + p.of.Name + ".close} shows everyone"
	}
	return "nobody is selected: {" + p.of.Name + ".turn} goes to the other lists"
}

// NotOpenable is Nobody, and keeps the key for the query while that is typed.
func (p *People) NotOpenable() string {
	if p.Narrow.Typing() {
		return "the query is being typed"
	}
	return p.Nobody()
}

// Export is who is marked, else the list that is shown.
func (p *People) Export() Export {
	if p.of.Unread() != "" {
		return Export{}
	}
	return ExportIn(p.of.Called(), p.List())
}

// OpenPerson opens the page of whoever is under the cursor, from which one walks through
// the list.
func (p *People) OpenPerson() tea.Cmd {
	return Request(OpenPerson{ID: p.Preview().Person.ID, Among: &Among{Name: p.of.Called(), IDs: slices.Clone(p.List().IDs())}})
}

// ToMap puts whoever is under the cursor on the map that is shown.
func (p *People) ToMap() tea.Cmd {
	who := &p.Preview().Person
	return Request(AddToMap{ID: who.ID, Name: who.Name})
}

// Copy puts whoever is selected on the clipboard, see [CopyPeople].
func (p *People) Copy(rank func(*roster.Profile) string) tea.Cmd {
	return CopyPeople(Profiles(p.Selected().People, p.of.Profile), rank)
}

// OpenNarrowing begins to type the query.
func (p *People) OpenNarrowing() tea.Cmd {
	p.Narrow.Open()
	p.of.LayOut()
	return nil
}

// Turn goes to the next list; while the query is typed it completes the word at the
// cursor.
func (p *People) Turn() tea.Cmd {
	if p.Narrow.Typing() {
		return p.Narrow.Complete()
	}
	p.At = (p.At + 1) % len(p.lists)
	return nil
}

// Back drops the marks, then the query; without either it closes the page.
func (p *People) Back() tea.Cmd {
	switch {
	case p.Narrow.Typing():
		cmd := p.Narrow.Clear()
		p.of.LayOut()
		return cmd
	case len(p.List().Marked()) > 0:
		p.List().Unmark()
	case p.Narrow.Text() != "":
		return p.Narrow.Clear()
	default:
		return ClosePage()
	}
	return nil
}
