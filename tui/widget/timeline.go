package widget

import (
	"math"
	"strconv"
	"strings"

	"talentmap/tui/theme"
)

// Timeline is a stretch of time that is drawn to scale on a number of cells. Its
// numbers are years, such as 2021.25 for the first of April.
//
//	t := widget.Timeline{Begin: 2014, End: 2026.5}
//	head := t.Axis(40)               // "2014    2018    2022   …"
//	bar := t.Bar(th, stretch, 40)    // "      ░▐███████▍"
//
// What is not known is not drawn as if it were: see [Stretch].
type Timeline struct{ Begin, End float64 }

// Stretch is what a bar stands for: it is sure from From to To, and may have begun
// as early as Earliest and ended as late as Latest. What is unsure is hatched.
type Stretch struct {
	Earliest, From, To, Latest float64
	// NoBegin is one of which the end is known alone: a sign says so, and nothing is
	// drawn before it.
	NoBegin bool
}

// leastLabel is the cells of a year with a blank behind it.
const leastLabel = 5

// Axis is the years at their places, as many as there is room for, in w cells.
func (t Timeline) Axis(w int) string {
	if w <= 0 || t.End <= t.Begin {
		return Spaces(w)
	}
	step := t.step(w)
	b := make([]byte, 0, w)
	for y := math.Ceil(t.Begin/step) * step; y < t.End; y += step {
		at, label := t.cell(y, w), strconv.Itoa(int(y))
		if at < len(b) || at+len(label) > w {
			continue
		}
		b = append(append(b, Spaces(at-len(b))...), label...)
	}
	return string(append(b, Spaces(w-len(b))...))
}

// step is how many years lie from one label to the next: 1, 2, 5, 10, 20 …
func (t Timeline) step(w int) float64 {
	cells := float64(w) / (t.End - t.Begin)
	for unit := 1.0; ; unit *= 10 {
		for _, n := range []float64{1, 2, 5} {
			if n*unit*cells >= leastLabel {
				return n * unit
			}
		}
	}
}

// cell is the cell in which a moment lies.
func (t Timeline) cell(at float64, w int) int {
	return int(math.Floor((at - t.Begin) / (t.End - t.Begin) * float64(w)))
}

// Bar is a stretch in w cells: full ones, at its end an eighth of a cell exact and at
// its beginning half a one, hatched where it is unsure. However short it is there is
// a sign of it.
func (t Timeline) Bar(th *theme.Theme, s Stretch, w int) string {
	if w <= 0 || t.End <= t.Begin {
		return Spaces(w)
	}
	unit := (t.End - t.Begin) / float64(w)
	var b strings.Builder
	drawn, last := false, min(max(t.cell(s.To, w), 0), w-1)
	for i := range w {
		from := t.Begin + float64(i)*unit
		sign := s.sign(th, from, unit)
		if sign == " " && !drawn && i == last {
			sign = th.Glyphs.Part.Left(1)
		}
		if s.NoBegin && i == max(t.cell(s.From, w)-1, 0) {
			sign = "?"
		}
		drawn = drawn || sign != " "
		b.WriteString(sign)
	}
	return b.String()
}

// sign is what a cell from a moment on shows of the stretch.
func (s Stretch) sign(th *theme.Theme, from, unit float64) string {
	begin, end := max(s.From, from), min(s.To, from+unit)
	full := 0.0
	if end > begin {
		full = (end - begin) / unit
	}
	switch eighths := int(math.Round(8 * full)); {
	case eighths >= 8:
		return th.Glyphs.Full
	case eighths >= 1 && s.From <= from: // it ends here
		return th.Glyphs.Part.Left(eighths)
	case eighths >= 7:
		return th.Glyphs.Full
	case eighths >= 2 && s.To >= from+unit: // it begins here
		return th.Glyphs.Part.Right
	case eighths >= 1:
		return th.Glyphs.Part.Left(eighths)
	}
	if unsure := min(s.Latest, from+unit) - max(s.Earliest, from); unsure > unit/2 || full == 0 && unsure > unit/4 {
		return th.Glyphs.Empty
	}
	return " "
}
