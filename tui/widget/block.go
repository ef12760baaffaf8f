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
