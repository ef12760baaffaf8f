package pane

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/widget"
)

// People is what a page has that shows one of several lists of people: a cursor and
// marks in each, and a query that narrows them all.
//
//	type Pane struct {
//		pane.People
//		…
//	}
//
//	p.People = pane.NewPeople(env, pane.Peopled{Name: "shortlist", Lists: views, …})
//	p.Act(append(p.actions(), p.Moves()...))
//
// Its Update is what the page does with a message that it has no use for itself.
type People struct {
	Page
	Narrow *Sifting
	At     int // which of the lists is shown

	of    Peopled
	lists []*widget.List[model.PersonID]
}

// Peopled is what the page does itself.
type Peopled struct {
	Name  string // of the page, as in the IDs of its actions: "shortlist"
	Lists int    // how many there are
	// Called is what the page is of, as in the name of a file; it is asked once there is
	// something to show.
	Called func() string
	Finder Sifter // nil for the docs
	// Row draws somebody in one of the lists.
	Row func(b []byte, list int, id model.PersonID, st widget.RowState) []byte
	// Profile is somebody of the lists; nil where she is not known.
	Profile func(id model.PersonID) *roster.Profile
	// Unread is why there are no lists: nothing has been read, or what the page is of
	// has gone. "": there are.
	Unread func() string
	// Head is how many lines stand above the query; nil: none.
	Head func() int
	// Refill sifts who was read, and fills the lists. It is called again when the query
	// has changed, or the index.
	Refill func()
	// LayOut gives everything its size anew, within that of the page.
	LayOut func()
}

// NewPeople makes a page whose lists are empty.
func NewPeople(env *Env, of Peopled) People {
	p := People{Page: NewPage(env), of: of, lists: make([]*widget.List[model.PersonID], of.Lists)}
	for i := range p.lists {
		p.lists[i] = widget.NewList(func(b []byte, id model.PersonID, _ int, st widget.RowState) []byte { return of.Row(b, i, id, st) })
	}
	p.Narrow = NewSifting(env, of.Name+".turn", of.Finder, of.Refill)
	return p
}

// List is the list that is shown.
func (p *People) List() *widget.List[model.PersonID] { return p.lists[p.At] }

// Fill puts those of some people into a list whom the query keeps.
func (p *People) Fill(list int, ids []model.PersonID) { p.lists[list].SetIDs(p.Narrow.Kept(ids)) }

// SizeLists gives the lists their size: h lines with all that stands above the rows.
func (p *People) SizeLists(h int) {
	for _, l := range p.lists {
		l.SetSize(p.W, max(h-p.above(), 0))
		l.Redraw()
	}
}

// above is how many lines stand above the rows: the head, the query, the columns' names.
func (p *People) above() int {
	if p.Narrow.Shown() {
		return p.head() + 2
	}
	return p.head() + 1
}

func (p *People) head() int {
	if p.of.Head == nil {
		return 0
	}
	return p.of.Head()
}

// Titled adds to a title how many the query keeps, how many are marked, and by what the
// list is ordered, see [Ordering.Said].
func (p *People) Titled(title, by string) string {
	if p.Narrow.Text() != "" {
		title = fmt.Sprintf("%s · %d match", title, p.List().Len())
	}
	if n := len(p.List().Marked()); n > 0 {
		title = fmt.Sprintf("%s · %d marked", title, n)
	}
	if by != "" {
		title += " · " + by
	}
	return title
}

// Rows are the people of the list.
func (p *People) Rows() Rows { return RowsOf(p.List(), p.above(), p.of.Name+".open") }

// Preview is the person under the cursor.
func (p *People) Preview() *roster.Profile {
	if id, ok := p.List().Cursor(); ok && p.of.Unread() == "" {
		return p.of.Profile(id)
	}
	return nil
}

// Selected are the marked people, else the one under the cursor.
func (p *People) Selected() Selected { return SelectedIn(p.List(), p.Preview()) }

// WalkTo puts the cursor on somebody, as the page that was opened from here shows her.
func (p *People) WalkTo(id model.PersonID) {
	p.List().Select(id)
	p.Stale()
}

// Editing is so while the query is typed.
func (p *People) Editing() bool { return p.Narrow.Typing() }

// Takes are the keys of the query.
func (p *People) Takes(key string) bool { return p.Narrow.Takes(key) }

// Cursor is in the query that is typed.
func (p *People) Cursor() (x, y int, ok bool) {
	x, _, ok = p.Narrow.Cursor(p.W)
	return x, p.head(), ok
}

// Update drops marks that have served, follows the index, and types the query.
func (p *People) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case Acted:
		Served(p.List(), msg)
	case Indexed:
		if p.Narrow.Text() != "" {
			p.of.Refill()
		}
	case Themed:
		p.of.LayOut()
	case tea.KeyPressMsg, tea.PasteMsg:
		cmd := p.Narrow.Update(msg)
		p.of.LayOut() // the line may be gone
		return cmd
	}
	return nil
}
