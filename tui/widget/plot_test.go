package widget_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

type dot = widget.Dot[int]

func plot(w, h int, dots ...dot) *widget.Plot[int] {
	p := widget.NewPlot[int](theme.Plain().ASCII())
	p.SetAxes(widget.Axis{From: 0, To: 100, Ticks: []float64{0, 50, 100}},
		widget.Axis{From: 0, To: 10, Ticks: []float64{0, 6, 10}, Bands: []widget.Band{{From: 0, Name: "low", Sign: "-"}, {From: 6, Name: "high", Sign: "!"}}})
	p.SetSize(w, h)
	p.SetDots(dots)
	return p
}

func picture(p *widget.Plot[int]) string {
	lines := p.Lines(nil)
	for i := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(lines[i]), " ")
	}
	return strings.Join(lines, "\n")
}

func TestPlotIsDrawn(t *testing.T) {
	p := plot(32, 13,
		dot{ID: 1, X: 0, Y: 0, Sign: "a", Label: "first"},
		dot{ID: 2, X: 100, Y: 10, Sign: "b", Label: "second"},
		dot{ID: 3, X: 50, Y: 5, Sign: "c"}, dot{ID: 4, X: 50, Y: 5, Sign: "d", Label: "fourth"},
		dot{ID: 5, X: 90, Y: 5, Sign: "e", Marked: true})
	p.Select(1)
	want := `
        10+                    b
          |
! high    |
          |
         6+.....................
          |          2       *
          |
- low     |
          |
          |
         0+a first
          ++---------+---------+
           0         50      100`
	if got := picture(p); got != strings.TrimPrefix(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	p.Select(4)
	if got := picture(p); !strings.Contains(got, "fourth (2 of 2)") || !strings.Contains(got, "*") {
		t.Errorf("the label hides what it need not:\n%s", got)
	}
	p.Select(2)
	if got := picture(p); !strings.Contains(got, " second b") {
		t.Errorf("at the edge the label is on the other side:\n%s", got)
	}
}

// Down from the highest goes through every dot once, wherever they are.
func TestPlotReachesEveryDot(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		var dots []dot
		for id := range 1 + r.IntN(100) {
			dots = append(dots, dot{ID: id, X: float64(r.IntN(20) * 5), Y: float64(r.IntN(11)), Sign: "x"})
		}
		p := plot(20+r.IntN(100), 5+r.IntN(40), dots...)
		p.Home()
		var seen []int
		last := 11.0
		for range dots {
			id, ok := p.Cursor()
			i := slices.IndexFunc(dots, func(d dot) bool { return d.ID == id })
			if !ok || slices.Contains(seen, id) || dots[i].Y > last {
				t.Fatalf("after %v comes %d", seen, id)
			}
			seen, last = append(seen, id), dots[i].Y
			p.Move(1)
		}
		for range 5 { // whatever it does, it stays on a dot and goes to its side
			p.Select(r.IntN(len(dots)))
			x, _, _ := p.CursorAt()
			was, _ := p.Cursor()
			p.Side(1)
			now, ok := p.Cursor()
			if to, _, _ := p.CursorAt(); !ok || now != was && to <= x {
				t.Fatalf("the right of cell %d is %d", x, to)
			}
		}
	}
}

func TestPlotSides(t *testing.T) {
	p := plot(60, 20, dot{ID: 1, X: 10, Y: 5}, dot{ID: 2, X: 30, Y: 5}, dot{ID: 3, X: 20, Y: 9}, dot{ID: 4, X: 90, Y: 1})
	p.Select(1)
	for _, c := range []struct {
		n, want int
	}{{1, 2}, {1, 4}, {1, 4}, {-1, 2}, {-1, 1}, {-1, 1}} {
		p.Side(c.n)
		if id, _ := p.Cursor(); id != c.want {
			t.Fatalf("%+d goes to %d, want %d", c.n, id, c.want)
		}
	}
	p.Select(99)
	if _, ok := p.Cursor(); ok {
		t.Error("the cursor is on a dot that is not there")
	}
	p.Side(1)
	if id, ok := p.Cursor(); !ok || id != 3 {
		t.Errorf("from nowhere to %d, want the highest", id)
	}
}

func TestPlotClicks(t *testing.T) {
	p := plot(31, 13, dot{ID: 1, X: 0, Y: 10}, dot{ID: 2, X: 0, Y: 10})
	for _, want := range []int{1, 2, 1} {
		p.PointAt(11, 0)
		if id, _ := p.Cursor(); id != want {
			t.Errorf("the click goes to %d, want %d", id, want)
		}
	}
	p.PointAt(25, 5)
	if id, _ := p.Cursor(); id != 1 {
		t.Error("a click on nothing moved the cursor")
	}
}

func TestPlotFitsEverySize(t *testing.T) {
	dots := []dot{{ID: 1, X: 3, Y: 4, Sign: "x", Label: "someone with a long name"}, {ID: 2, X: 99, Y: 9, Sign: "y", Label: "somebody"}}
	for w := 1; w < 60; w++ {
		for h := range 15 {
			p := plot(w, h, dots...)
			p.Select(1 + w%2)
			lines := p.Lines(nil)
			if len(lines) != h {
				t.Fatalf("%d×%d has %d lines", w, h, len(lines))
			}
			for _, l := range lines {
				if n := ansi.StringWidth(l); n != w {
					t.Fatalf("%d×%d has a line of %d cells: %q", w, h, n, ansi.Strip(l))
				}
			}
		}
	}
}
