package widget

import "strings"

// Block joins lines of w cells each into exactly h lines: blank ones are added
// at the end, those beyond are left out.
func Block(lines []string, w, h int) string { return strings.Join(Lines(lines, w, h), "\n") }

// Lines makes of lines of w cells each exactly h, as [Block] does.
func Lines(lines []string, w, h int) []string {
	for len(lines) < h {
		lines = append(lines, Spaces(w))
	}
	return lines[:h]
}

// Input builds a one-line field: the text with its end in view, in w cells.
// x is the cursor's cell. What has no looks, or turns the text around, is shown
// as U+FFFD: it is there, and does nothing to the line.
func Input(text string, cursor, w int, ellipsis string) (line string, x int) {
	runes := []rune(text)
	for i, r := range runes {
		if r != zeroWidthJoiner && r != zeroWidthNonJoiner && isInvisible(r) {
			runes[i] = '\uFFFD'
		}
	}
	cursor = min(max(cursor, 0), len(runes))
	from := 0
	for Width(string(runes[from:cursor])) >= max(w, 1) {
		from++
	}
	return Fit(string(runes[from:]), w, ellipsis), Width(string(runes[from:cursor]))
}
