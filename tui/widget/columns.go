package widget

import (
	"cmp"
	"slices"

	"talentmap/tui/theme"
)

// Column is one that a list can show of its rows. The last of its cells stays
// blank: it parts the column from the next.
type Column[R any] struct {
	Name  string // as a person names it
	Means string // what it shows, for the docs
	Head  string // above it, where there is room for the whole
	Right bool   // the head stands on the right
	Extra bool   // shown only where a person has chosen it

	// When says whether the column is shown where nobody has chosen any, in place of
	// Extra. It is asked when the columns are shown.
	When func() bool

	W     int    // its cells; 0 for a column that Steps or Share give room
	Steps []Step // by From: none of its cells below the first
	Share int    // its part of what the others leave, from From cells on
	From  int
	Most  int // the cells that it has a use for; 0: any number. What is over is for the others that share

	// RunsOn says that what it shows may go on in the cells of the columns behind it, as
	// far as these are Blank in a row: as they have nothing of it.
	RunsOn bool
	Blank  func(row R) bool

	Draw func(l *Line, row R, w int) // in exactly w cells
}

// Step gives a column W cells where the columns that share what is left have From
// cells or more.
type Step struct{ From, W int }

// Columns are the columns of a list: those that are shown, in a person's order, and
// the room that each has.
type Columns[R any] struct {
	all    []Column[R]
	shown  []int  // indexes in all
	widths []int  // of those shown
	rest   int    // cells that no column takes
	sorted string // the column by which the rows are ordered; "": none
	sign   string // at its head
}

// NewColumns makes the columns of a list, of which all but the extra ones are
// shown, in the order given.
func NewColumns[R any](all ...Column[R]) *Columns[R] {
	c := &Columns[R]{all: all}
	c.Show(nil)
	return c
}

// Show chooses columns by their names, in their order; none: as at first. Names
// that there are not are passed over. The widths are to be laid out again.
func (c *Columns[R]) Show(names []string) {
	c.shown = nil
	for _, name := range names {
		if i := slices.IndexFunc(c.all, func(col Column[R]) bool { return col.Name == name }); i >= 0 {
			c.shown = append(c.shown, i)
		}
	}
	if len(c.shown) > 0 {
		return
	}
	for i := range c.all {
		if c.all[i].byItself() {
			c.shown = append(c.shown, i)
		}
	}
}

// byItself reports whether the column is shown where nobody has chosen any.
func (c *Column[R]) byItself() bool {
	if c.When != nil {
		return c.When()
	}
	return !c.Extra
}

// Layout gives each column its cells of w: the fixed ones first, then those with
// steps, the earliest step first; the others share what is left by their parts.
func (c *Columns[R]) Layout(w int) {
	c.widths = make([]int, len(c.shown))
	free := w
	for i := range c.shown {
		c.widths[i] = min(c.col(i).W, max(free, 0))
		free -= c.widths[i]
	}
	for _, s := range c.steps() {
		if free >= s.From {
			free -= s.W - c.widths[s.at]
			c.widths[s.at] = s.W
		}
	}
	c.rest = c.share(free)
}

// share parts what is free among those that share: each that has no use for its part
// leaves the rest of it to the others. The last to come in takes what rounding leaves.
func (c *Columns[R]) share(free int) (rest int) {
	var open []int
	for i := range c.shown {
		if col := c.col(i); col.Share > 0 && free >= col.From {
			open = append(open, i)
		}
	}
	for len(open) > 0 {
		full := slices.IndexFunc(open, func(i int) bool { return c.sated(i, c.part(open, i, free)) })
		if full < 0 {
			break
		}
		at := open[full]
		c.widths[at] = c.col(at).Most
		free -= c.widths[at]
		open = slices.Delete(open, full, full+1)
	}
	return c.spread(open, free)
}

// part is what a column has of what is free, among those that share it.
func (c *Columns[R]) part(open []int, at, free int) int {
	sum := 0
	for _, i := range open {
		sum += c.col(i).Share
	}
	return free * c.col(at).Share / sum
}

// sated reports whether a column has no use for more than w cells.
func (c *Columns[R]) sated(at, w int) bool {
	most := c.col(at).Most
	return most > 0 && w >= most
}

// spread gives each of the columns its part of what is free, and returns what none takes.
func (c *Columns[R]) spread(open []int, free int) (rest int) {
	if len(open) == 0 {
		return free
	}
	last := open[0]
	for _, i := range open {
		if c.col(i).From >= c.col(last).From {
			last = i
		}
	}
	rest = free
	for _, i := range open {
		if i != last {
			c.widths[i] = c.part(open, i, free)
			rest -= c.widths[i]
		}
	}
	c.widths[last] = rest
	if most := c.col(last).Most; most > 0 && rest > most {
		c.widths[last] = most
		return rest - most
	}
	return 0
}

// stepAt is a step of a shown column.
type stepAt struct {
	Step
	at int
}

func (c *Columns[R]) steps() []stepAt {
	var all []stepAt
	for i := range c.shown {
		for _, s := range c.col(i).Steps {
			all = append(all, stepAt{s, i})
		}
	}
	slices.SortStableFunc(all, func(a, b stepAt) int { return cmp.Compare(a.From, b.From) })
	return all
}

func (c *Columns[R]) col(i int) *Column[R] { return &c.all[c.shown[i]] }

// Sort says by which column the rows are ordered, and the sign that stands at its
// head then; "" for none of them.
func (c *Columns[R]) Sort(name, sign string) { c.sorted, c.sign = name, sign }

// Head appends the heads to a line, dim; that of the column by which the rows are
// ordered stands out.
func (c *Columns[R]) Head(l *Line) {
	for i, w := range c.widths {
		col := c.col(i)
		tok, text := theme.Dim, col.Head
		if col.Name == c.sorted {
			tok, text = theme.Accent, text+c.sign
			if Width(text) > w {
				text = c.sign
			}
		}
		switch {
		case Width(text) == w && tok == theme.Accent:
			l.Left(tok, text, w)
		case Width(text) >= w:
			l.Left(tok, "", w)
		case col.Right:
			l.Right(tok, text, w-1)
			l.Left(tok, "", 1)
		default:
			l.Left(tok, text, w)
		}
	}
	l.Left(theme.Dim, "", c.rest)
}

// Row appends the cells of a row to a line.
func (c *Columns[R]) Row(l *Line, row R) {
	for i := 0; i < len(c.widths); i++ {
		col, w := c.col(i), c.widths[i]
		if w <= 0 {
			continue
		}
		for col.RunsOn && i+1 < len(c.widths) && c.blank(i+1, row) {
			i++
			w += c.widths[i]
		}
		col.Draw(l, row, w)
	}
	l.Left(theme.Text, "", c.rest)
}

// blank reports whether a column has nothing to show of a row, or no room.
func (c *Columns[R]) blank(at int, row R) bool {
	col := c.col(at)
	return c.widths[at] == 0 || col.Blank != nil && col.Blank(row)
}

// Listed are the names of a list's columns, for whoever lets a person choose.
type Listed struct {
	List    string
	Columns []ListedColumn
}

// ListedColumn is one of them.
type ListedColumn struct {
	Name, Means string
	Extra       bool
}

// Listed names the columns under the name of their list.
func (c *Columns[R]) Listed(list string) Listed {
	out := Listed{List: list}
	for _, col := range c.all {
		out.Columns = append(out.Columns, ListedColumn{col.Name, col.Means, col.Extra})
	}
	return out
}
