package theme

// Glyphs are the signs, which have an ASCII form.
type Glyphs struct {
	Frame, FocusFrame   Frame
	Bar, Mark, Ellipsis string // the cursor's row, a marked row, cut text
	Pointer             string // the pane that has the keys
	Hot, Warm, Cool     string
	Up, Flat, Down      string
	Unknown             string
	None                string // a count of nothing in a table, where blank would not be heard
	Done, Open          string
	Full, Empty         string // a bar's cells
	Part                Parts
	Height              Heights
	Axis                Axes
}

// Parts are a bar's cells of which only some is full: one to seven eighths from
// the left, and the right half.
type Parts struct{ L1, L2, L3, L4, L5, L6, L7, Right string }

// Left is the sign of n eighths of a cell from the left, 1 to 7.
func (p Parts) Left(n int) string {
	return [...]string{p.L1, p.L2, p.L3, p.L4, p.L5, p.L6, p.L7}[n-1]
}

// Heights are eight heights of one cell, the lowest first.
type Heights struct{ H1, H2, H3, H4, H5, H6, H7, H8 string }

// Of is the sign of n eighths of a cell's height, 1 to 8.
func (h Heights) Of(n int) string {
	return [...]string{h.H1, h.H2, h.H3, h.H4, h.H5, h.H6, h.H7, h.H8}[n-1]
}

// Axes are the signs of a plot's axes: the upright one with its ticks, that which lies
// with its own, where both meet, and a line across from a tick.
type Axes struct{ Up, UpTick, Across, AcrossTick, Corner, Line string }

// Frame is the eight parts of a box.
type Frame struct{ TL, T, TR, L, R, BL, B, BR string }

// ASCII is the theme with every glyph in ASCII, for terminals without more.
func (t *Theme) ASCII() *Theme {
	a := *t
	box := Frame{"+", "-", "+", "|", "|", "+", "-", "+"}
	a.Glyphs = Glyphs{
		Frame: box, FocusFrame: Frame{"#", "=", "#", "#", "#", "#", "=", "#"},
		Bar: ">", Pointer: ">", Mark: "*", Ellipsis: "~", Hot: "!", Warm: "+", Cool: "-",
		Up: "^", Flat: "=", Down: "v", Unknown: "?", None: " ", Done: "x", Open: "o", Full: "#", Empty: ".",
		Part:   Parts{".", ".", ".", "#", "#", "#", "#", "#"},
		Height: Heights{"1", "2", "3", "4", "5", "6", "7", "8"},
		Axis:   Axes{"|", "+", "-", "+", "+", "."},
	}
	a.Name += " ascii"
	a.ascii = true
	return a.ruled()
}

// Aloud is the theme for a screen that is read aloud: nothing is drawn around
// anything, and the signs are ones that a screen reader says.
func (t *Theme) Aloud() *Theme {
	a := *t
	none := Frame{" ", " ", " ", " ", " ", " ", " ", " "}
	ellipsis := a.Glyphs.Ellipsis
	a.Glyphs = Glyphs{
		Frame: none, FocusFrame: none,
		Bar: ">", Pointer: ">", Mark: "*", Ellipsis: ellipsis, Hot: "!", Warm: "+", Cool: "-",
		Up: "+", Flat: "=", Down: "-", Unknown: "?", None: "0", Done: "+", Open: "-", Full: " ", Empty: " ",
		Part:   Parts{" ", " ", " ", " ", " ", " ", " ", " "},
		Height: Heights{"1", "2", "3", "4", "5", "6", "7", "8"},
		Axis:   Axes{" ", " ", " ", " ", " ", " "},
	}
	a.Name += " aloud"
	return a.ruled()
}

// Spin is the n-th sign of one that moves while something takes its time, in one cell.
func (t *Theme) Spin(n int) string {
	if t.ascii {
		return []string{"|", "/", "-", "\\"}[n%4]
	}
	return []string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"}[n%10]
}

// roundFrames are the signs with the same frame around every pane.
func roundFrames() Glyphs {
	box := Frame{"╭", "─", "╮", "│", "│", "╰", "─", "╯"}
	return Glyphs{
		Frame: box, FocusFrame: box,
		Bar: "▌", Pointer: "▸", Mark: "●", Ellipsis: "…", Hot: "●", Warm: "◐", Cool: "○",
		Up: "▲", Flat: "▬", Down: "▼", Unknown: "·", None: " ", Done: "✓", Open: "○", Full: "█", Empty: "░",
		Part:   Parts{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "▐"},
		Height: Heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Axis:   Axes{"│", "┤", "─", "┴", "└", "┄"},
	}
}

// heavyFocus are the signs with a heavy frame around the pane that has the keys.
func heavyFocus() Glyphs {
	g := roundFrames()
	g.FocusFrame = Frame{"┏", "━", "┓", "┃", "┃", "┗", "━", "┛"}
	return g
}
