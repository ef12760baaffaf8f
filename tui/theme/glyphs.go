package theme

// Glyphs are the signs, which have an ASCII form.
type Glyphs struct {
	Frame, FocusFrame                        Frame
	Bar, Mark, Ellipsis                      string // the cursor's row, a marked row, cut text
	Pointer                                  string // the pane that has the keys
	Hot, Warm, Cool                          string
	Up, Flat, Down                           string
	Unknown, Dot                             string
	Done, Open                               string
	Full, Empty                              string   // a bar's cells
	Parts                                    []string // a bar's last cell, from its first part to all but the last; none: whole cells only
	AxisUp, TickUp                           string   // an upright axis, and a tick on it
	AxisAcross, TickAcross, AxisCorner, Edge string   // one that lies, a tick, where both meet; a line across
}

// Frame is the eight parts of a box.
type Frame struct{ TL, T, TR, L, R, BL, B, BR string }

// ASCII is the theme with every glyph in ASCII, for terminals without more.
func (t *Theme) ASCII() *Theme {
	a := *t
	box := Frame{"+", "-", "+", "|", "|", "+", "-", "+"}
	a.Glyphs = Glyphs{
		Frame: box, FocusFrame: Frame{"#", "=", "#", "#", "#", "#", "=", "#"},
		Bar: ">", Pointer: ">", Mark: "*", Ellipsis: "~", Hot: "!", Warm: "+", Cool: "-",
		Up: "^", Flat: "=", Down: "v", Unknown: "?", Dot: "-", Done: "x", Open: "o", Full: "#", Empty: ".",
		AxisUp: "|", TickUp: "+", AxisAcross: "-", TickAcross: "+", AxisCorner: "+", Edge: ".",
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
		Up: "+", Flat: "=", Down: "-", Unknown: "?", Dot: "0", Done: "+", Open: "-", Full: " ", Empty: " ",
		AxisUp: " ", TickUp: " ", AxisAcross: " ", TickAcross: " ", AxisCorner: " ", Edge: " ",
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
		Up: "▲", Flat: "▬", Down: "▼", Unknown: "·", Dot: "·", Done: "✓", Open: "○", Full: "█", Empty: "░",
		AxisUp: "│", TickUp: "┤", AxisAcross: "─", TickAcross: "┴", AxisCorner: "└", Edge: "┄",
		Parts: []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉"},
	}
}

// heavyFocus are the signs with a heavy frame around the pane that has the keys.
func heavyFocus() Glyphs {
	g := roundFrames()
	g.FocusFrame = Frame{"┏", "━", "┓", "┃", "┃", "┗", "━", "┛"}
	return g
}
