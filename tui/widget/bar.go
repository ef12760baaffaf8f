package widget

import "talentmap/tui/theme"

// AppendBar appends a bar in exactly w cells that is full to a share, 0 to 1, to the
// eighth of a cell.
func AppendBar(b []byte, share float64, w int, th *theme.Theme) []byte {
	if w <= 0 {
		return b
	}
	const steps = 8
	n := min(max(int(share*float64(w*steps)+0.5), 0), w*steps)
	if n == 0 && share > 0 {
		n = 1 // something is not nothing
	}
	for range n / steps {
		b = append(b, th.Glyphs.Full...)
	}
	used := n / steps
	if rest := n % steps; rest > 0 {
		b = append(b, th.Glyphs.Part.Left(rest)...)
		used++
	}
	return append(b, Spaces(w-used)...)
}
