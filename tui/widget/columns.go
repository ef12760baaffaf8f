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

// share parts what is free; the last to come in takes what rounding leaves.
func (c *Columns[R]) share(free int) (rest int) {
	sum, last := 0, -1
	for i := range c.shown {
		if col := c.col(i); col.Share > 0 && free >= col.From {
			sum += col.Share
			if last < 0 || col.From >= c.col(last).From {
				last = i
			}
		}
	}
	rest = free
	for i := range c.shown {
		if col := c.col(i); col.Share > 0 && free >= col.From && i != last {
			c.widths[i] = free * col.Share / sum
			rest -= c.widths[i]
		}
	}
	if last >= 0 {
		c.widths[last], rest = rest, 0
	}
	return rest
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
	for i, w := range c.widths {
		if w > 0 {
			c.col(i).Draw(l, row, w)
		}
	}
	l.Left(theme.Text, "", c.rest)
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
