package widget

import (
	"cmp"
	"math"
	"slices"

	"talentmap/tui/theme"
)

// Dot is one thing on a [Plot].
type Dot[ID comparable] struct {
	ID     ID
	X, Y   float64
	Tok    theme.Token
	Sign   string // in one cell
	Label  string // beside it while the cursor is on it
	Marked bool
}

// Axis is the stretch of values that a plot shows.
type Axis struct {
	From, To float64
	Ticks    []float64 // in ascending order
	Bands    []Band    // of the upright axis, in ascending order; the first begins at From
}

// Band is a stretch of an axis with a name.
type Band struct {
	From float64
	Name string
	Tok  theme.Token
	Sign string // before the name: colour is never the only sign
}

// Plot draws dots on two axes, in cells. Where several share a cell their number
// stands there, and the cursor steps through them.
//
// The cursor is an ID. Up and down go through all dots by their height, those of one
// height from the left, so that none is skipped; left and right go to the nearest one
// on that side.
type Plot[ID comparable] struct {
	th     *theme.Theme
	x, y   Axis
	dots   []Dot[ID] // the highest first, then from the left
	cells  map[cell][]int
	w, h   int
	cursor ID
	blur   bool
	bands  []bandRow
	kept   []string // rows without the cursor and its label, "" where not drawn yet
}

// cell is a place within the axes, from the top left.
type cell struct{ x, y int }

// Below and beside the cells: the scale of the upright axis with its bands, and that
// of the lower one.
const (
	plotLeft   = 11
	plotBottom = 2
	leastPlot  = 4 // cells within the axes: where there are fewer nothing is drawn
)

// NewPlot makes an empty plot.
func NewPlot[ID comparable](th *theme.Theme) *Plot[ID] {
	return &Plot[ID]{th: th, cells: map[cell][]int{}}
}

// SetDots replaces the dots; order is that of those at the same place, by ID.
func (p *Plot[ID]) SetDots(dots []Dot[ID]) {
	p.dots = dots
	slices.SortStableFunc(p.dots, func(a, b Dot[ID]) int {
		return cmp.Or(cmp.Compare(b.Y, a.Y), cmp.Compare(a.X, b.X))
	})
	p.layOut()
}

// SetAxes sets the axes: that which lies, and the upright one.
func (p *Plot[ID]) SetAxes(x, y Axis) {
	p.x, p.y = x, y
	p.layOut()
}

// SetSize sets the cells that the plot fills, its scales among them.
func (p *Plot[ID]) SetSize(w, h int) {
	p.w, p.h = w, h
	p.layOut()
}

// SetTheme has the plot drawn in another theme.
func (p *Plot[ID]) SetTheme(th *theme.Theme) {
	p.th = th
	p.layOut()
}

// Focus says whether the plot's pane has the focus.
func (p *Plot[ID]) Focus(on bool) { p.blur = !on }

// room is the cells within the axes.
func (p *Plot[ID]) room() (w, h int) { return max(p.w-plotLeft, 0), max(p.h-plotBottom, 0) }

func (p *Plot[ID]) layOut() {
	clear(p.cells)
	_, h := p.room()
	p.bands, p.kept = p.bandRows(h), make([]string, h)
	for i := range p.dots {
		c := p.cellOf(&p.dots[i])
		p.cells[c] = append(p.cells[c], i)
	}
}

func (p *Plot[ID]) cellOf(d *Dot[ID]) cell {
	w, h := p.room()
	return cell{p.x.place(d.X, w), max(h-1-p.y.place(d.Y, h), 0)}
}

// place is the cell of a value, of n.
func (a *Axis) place(v float64, n int) int {
	if n <= 1 || a.To <= a.From {
		return 0
	}
	share := (v - a.From) / (a.To - a.From)
	return min(max(int(math.Round(share*float64(n-1))), 0), n-1)
}

// Select puts the cursor on an ID, whether or not there is a dot of it.
func (p *Plot[ID]) Select(id ID) { p.cursor = id }

// Cursor is the ID under the cursor; false where there is no dot of it.
func (p *Plot[ID]) Cursor() (id ID, ok bool) { return p.cursor, p.index() >= 0 }

func (p *Plot[ID]) index() int {
	return slices.IndexFunc(p.dots, func(d Dot[ID]) bool { return d.ID == p.cursor })
}

// Move goes n dots down, or up where n is negative, stopping at the ends.
func (p *Plot[ID]) Move(n int) {
	if len(p.dots) > 0 {
		p.cursor = p.dots[min(max(p.index()+n, 0), len(p.dots)-1)].ID
	}
}

// Home goes to the highest dot, End to the lowest.
func (p *Plot[ID]) Home() { p.Move(-len(p.dots)) }

// End goes to the lowest dot.
func (p *Plot[ID]) End() { p.Move(len(p.dots)) }

// Side goes to the nearest dot on the right, or on the left for a negative n. A row
// counts as much as two cells, as it is as high. Where there is none it stays.
func (p *Plot[ID]) Side(n int) {
	at := p.index()
	if at < 0 {
		p.Home()
		return
	}
	from, best, least := p.cellOf(&p.dots[at]), -1, math.MaxInt
	for i := range p.dots {
		c := p.cellOf(&p.dots[i])
		across, off := c.x-from.x, (c.y-from.y)*4
		if n < 0 {
			across = -across
		}
		if d := across + max(off, -off); across > 0 && d < least {
			best, least = i, d
		}
	}
	if best >= 0 {
		p.cursor = p.dots[best].ID
	}
}

// PointAt puts the cursor on the dot at a cell of the view; once more, on the next of
// those that share it.
func (p *Plot[ID]) PointAt(x, y int) {
	there := p.cells[cell{x - plotLeft, y}]
	if len(there) == 0 {
		return
	}
	next := 0
	if i := slices.Index(there, p.index()); i >= 0 {
		next = (i + 1) % len(there)
	}
	p.cursor = p.dots[there[next]].ID
}

// CursorAt is the cell of the view where the cursor's dot stands.
func (p *Plot[ID]) CursorAt() (x, y int, ok bool) {
	i := p.index()
	if i < 0 {
		return 0, 0, false
	}
	c := p.cellOf(&p.dots[i])
	return plotLeft + c.x, c.y, true
}
