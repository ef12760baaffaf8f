package model

import "strings"

// formula is what a cell begins with that a spreadsheet might run; the last four
// are the full-width forms, which some take for the same.
const formula = "=+-@\t\r\x00＝＋－＠"

// GuardCell puts an apostrophe before a cell that a spreadsheet would take for a
// formula. A cell that looks guarded already gets one more, so that [UnguardCell]
// gives back exactly what there was.
func GuardCell(cell string) string {
	if guarded(cell) {
		return "'" + cell
	}
	return cell
}

// UnguardCell takes off the apostrophe that [GuardCell] put before a cell. Any other
// apostrophe stays: 'round the clock' is text.
func UnguardCell(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && guarded(rest) {
		return rest
	}
	return cell
}

// guarded reports whether a cell is one that [GuardCell] changes: after apostrophes,
// or none, it begins like a formula.
func guarded(cell string) bool {
	cell = strings.TrimLeft(cell, "'")
	for _, r := range cell {
		return strings.ContainsRune(formula, r)
	}
	return false
}
