package tui

// The least screen that is drawn, and from which width the panes stand beside
// and below one another.
const (
	leastW, leastH = 60, 15
	stackedW       = 100
	besideW        = 120
	severalH       = 24 // fewer rows show one pane at a time
)

// region is where a pane stands, with its border.
type region struct{ pane, x, y, w, h int }

// screen is where everything stands.
type screen struct {
	regions []region // by y, then x; together they tile the screen above the footer
	tabs    bool     // the first row names the panes, of which one is shown
	tooFew  bool     // too small to be drawn
}

// arrange places the three panes, one at a time where they are read aloud. It is
// pure: the same give the same screen.
func arrange(w, h, focus int, zoom, aloud bool) screen {
	body := h - 1 // the last row is the footer
	switch {
	case w < leastW || h < leastH:
		return screen{tooFew: true}
	case zoom && !aloud:
		return screen{regions: []region{{focus, 0, 0, w, body}}}
	case w < stackedW || h < severalH || aloud:
		return screen{tabs: true, regions: []region{{focus, 0, 1, w, body - 1}}}
	case w < besideW:
		top, mid := body*2/5, body*2/9
		return screen{regions: []region{{0, 0, 0, w, top}, {1, 0, top, w, mid}, {2, 0, top + mid, w, body - top - mid}}}
	}
	left, top := w*58/100, body*2/5
	return screen{regions: []region{{0, 0, 0, left, body}, {1, left, 0, w - left, top}, {2, left, top, w - left, body - top}}}
}

// box is the place of an overlay whose inside is w × h: in the middle.
func box(screenW, screenH, w, h int) region {
	w, h = w+4, h+2 // border, and a blank cell on either side
	return region{x: (screenW - w) / 2, y: max((screenH-1-h)/2, 0), w: w, h: h}
}

// inset is the blank column on either side of a pane's text. Lists have none:
// their first column is the cursor's.
func inset(pane int) int {
	if pane == composerPane {
		return 1
	}
	return 0
}
