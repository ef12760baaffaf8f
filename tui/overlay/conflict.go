package overlay

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// Side says which version of a field stands in a [Conflict].
type Side int

// The sides. Undecided is a field that both have changed: somebody must choose.
const (
	Undecided Side = iota
	Mine
	Theirs
	Both
)

// Versions is one field that is not the same in the versions of a record.
type Versions struct {
	Field              string
	Base, Theirs, Mine string
	Both               string // what holds both
	Unites             bool   // there is such a Both
	Stands             Side   // what stands as long as nobody chooses
	Fixed              bool   // nobody chooses here
}

// settling is for how long a conflict, which opens by itself, takes no keys.
const settling = 400 * time.Millisecond

// Conflict shows, field by field, what two people have made of the same record,
// and has somebody choose where both changed the same. It knows no domain.
type Conflict struct {
	base
	title  string
	since  []string // who changed it, and when
	rows   []Versions
	chosen []Side
	save   func(chosen []Side) tea.Cmd

	at, top int
	lines   []string
	starts  []int // the first line of each row
	asked   bool  // to save, although something is undecided
	awake   bool
	acts    []action.Action
}

var (
	_ pane.Overlay    = (*Conflict)(nil)
	_ pane.Loader     = (*Conflict)(nil)
	_ pane.Identified = (*Conflict)(nil)
)

// NewConflict shows the rows under the lines of since, which say who has changed
// the record and when. save gets the side chosen for each row, once none is
// undecided; the overlay has closed then.
func NewConflict(env *pane.Env, title string, since []string, rows []Versions, save func(chosen []Side) tea.Cmd) *Conflict {
	c := &Conflict{base: newBase(env), title: title, since: since, rows: rows, chosen: make([]Side, len(rows)), save: save}
	for i, r := range rows {
		c.chosen[i] = r.Stands
	}
	c.acts = c.actions()
	c.at = max(c.open(), 0)
	return c
}

func (c *Conflict) actions() []action.Action {
	choose := func(s Side) func() tea.Cmd { return func() tea.Cmd { return c.choose(s) } }
	acts := []action.Action{
		{ID: "conflict.mine", Group: "choose", Short: "mine", Long: "Keep what I wrote in this field.", Keys: []string{"m"}, Footer: true, Why: c.fixed, Run: choose(Mine)},
		{ID: "conflict.theirs", Group: "choose", Short: "theirs", Long: "Keep what the other wrote in this field.", Keys: []string{"t"}, Footer: true, Why: c.fixed, Run: choose(Theirs)},
		{ID: "conflict.both", Group: "choose", Short: "both", Long: "Keep both: of a list every item, of a text one under the other.", Keys: []string{"b"}, Footer: true, Why: c.noBoth, Run: choose(Both)},
		{ID: "conflict.save", Group: "choose", Short: "save", Long: "Save what stands; a field that nobody has decided is asked for.", Keys: []string{"enter", "ctrl+s"}, Footer: true, Run: c.finish},
		{ID: "conflict.back", Group: "choose", Short: "back", Long: "Go back to the form with everything that was typed there.", Keys: []string{"esc"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}
	acts = append(acts, pane.Moves("conflict", c)...)
	for i := range acts {
		run := acts[i].Run
		acts[i].Run = func() tea.Cmd {
			if !c.awake {
				return nil
			}
			return run()
		}
	}
	return acts
}

func (c *Conflict) fixed() string {
	if len(c.rows) > 0 && c.rows[c.at].Fixed {
		return c.rows[c.at].Field + " is not chosen here"
	}
	return ""
}

func (c *Conflict) noBoth() string {
	if len(c.rows) > 0 && !c.rows[c.at].Unites {
		return "there is no both of " + c.rows[c.at].Field
	}
	return c.fixed()
}

// choose decides a row, and goes to the next one that is open.
func (c *Conflict) choose(s Side) tea.Cmd {
	c.asked = false
	if len(c.rows) == 0 {
		return nil
	}
	c.chosen[c.at] = s
	if next := c.open(); next >= 0 {
		c.at = next
	}
	c.draw()
	return nil
}

// open is the first undecided row, -1 for none.
func (c *Conflict) open() int {
	for i, s := range c.chosen {
		if s == Undecided {
			return i
		}
	}
	return -1
}

func (c *Conflict) finish() tea.Cmd {
	if next := c.open(); next >= 0 {
		c.at, c.asked = next, true
		c.draw()
		return nil
	}
	return pane.Request(pane.Close{Then: c.save(c.chosen)})
}

// awoken ends the time in which no key counts.
type awoken struct{ pane.Owner }

// Load begins that time.
func (c *Conflict) Load() tea.Cmd {
	owner := pane.Owner{ID: c.id}
	return c.env.After(settling, func(time.Time) tea.Msg { return awoken{owner} })
}

// Title names the overlay.
func (c *Conflict) Title() string { return c.title }

// Actions are choosing, saving, moving and going back.
func (c *Conflict) Actions() []action.Action { return c.acts }

// Update begins to take keys, and draws again when the theme has changed.
func (c *Conflict) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case awoken:
		c.awake = true
	case pane.Themed:
		c.draw()
	}
	return nil
}

// Move goes to another field.
func (c *Conflict) Move(n int) { c.to(c.at + n) }

// Home goes to the first field.
func (c *Conflict) Home() { c.to(0) }

// End goes to the last field.
func (c *Conflict) End() { c.to(len(c.rows) - 1) }

func (c *Conflict) to(i int) {
	c.at = max(min(i, len(c.rows)-1), 0)
	c.draw()
}

// Page scrolls by half pages, through a text that is longer than the page.
func (c *Conflict) Page(n int) { c.scroll(c.top + n*max(c.room()/2, 1)) }
