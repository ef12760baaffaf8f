package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"talentmap/model"
	"talentmap/scoring/critique"
)

// Widths of the marked text, in cells.
const (
	rowWidth    = 76
	markIndent  = 2
	mostMarks   = 200 // rows that are printed of one text; the findings beyond are told without it
	longestMark = 60  // bytes of a text that is told without its row
)

// markedText prints a text with marks under what was found, and under each what it is
// and, the first time, how to mend it.
type markedText struct {
	out  io.Writer
	told map[string]bool // the rules of which it was said how to mend it
}

// text prints one text; nothing for an empty one without findings. What is said of
// the whole comes first.
func (m markedText) text(name, text string, found []critique.Finding) {
	text = strings.TrimRight(text, " \t\r\n")
	if text == "" && len(found) == 0 {
		return
	}
	fmt.Fprintf(m.out, "\n%s\n", name)
	var placed []critique.Finding
	for i, f := range found {
		if f.Start == 0 && f.End == 0 {
			m.tell(&found[i])
			continue
		}
		f.Start, f.End = min(f.Start, len(text)), min(f.End, len(text))
		placed = append(placed, f)
	}
	rows := markedRows(text)
	if text == "" {
		rows = nil
	}
	for n, r := range rows {
		if n == mostMarks {
			fmt.Fprintf(m.out, "%*s…\n", markIndent, "")
			break
		}
		m.row(text, r)
		for len(placed) > 0 && (placed[0].Start < r.end || placed[0].Start == r.end && (r.last || placed[0].End == r.end)) {
			m.mark(text, r, &placed[0])
			m.tell(&placed[0])
			placed = placed[1:]
		}
	}
	for i := range placed {
		fmt.Fprintf(m.out, "%*s%q\n", markIndent, "", model.CleanLine(placed[i].Text[:min(len(placed[i].Text), longestMark)]))
		m.tell(&placed[i])
	}
}

// row is a stretch of a text, in bytes, that is printed on one line.
type row struct {
	start, end int
	last       bool // of its line
}

// markedRows breaks a text into rows, between words where it can.
func markedRows(text string) (rows []row) {
	for start := 0; start <= len(text); {
		end := start + strings.IndexByte(text[start:]+"\n", '\n')
		for {
			n := rowLength(text[start:end])
			rows = append(rows, row{start, start + n, start+n == end})
			if start += n; start >= end {
				break
			}
		}
		start = end + 1
		if len(rows) > mostMarks {
			return rows
		}
	}
	return rows
}

// rowLength is how many bytes of a line fit in a row.
func rowLength(line string) int {
	width, space := 0, 0
	for i, r := range line {
		if width > rowWidth {
			if space > 0 {
				return space
			}
			return i
		}
		if r == ' ' || r == '\t' {
			space = i + 1
		}
		width += max(1, ansi.StringWidth(string(r)))
	}
	return len(line)
}

func (m markedText) row(text string, r row) {
	fmt.Fprintf(m.out, "%*s%s\n", markIndent, "", strings.TrimRight(shown(text[r.start:r.end]), " \n"))
}

// shown is a piece of a text as it is printed on one line.
func shown(s string) string { return strings.ReplaceAll(model.CleanText(s), "\n", " ") }

// mark underlines the part of a finding that is on a row.
func (m markedText) mark(text string, r row, f *critique.Finding) {
	from, to := max(f.Start, r.start), min(f.End, r.end)
	line := strings.Repeat(" ", markIndent+ansi.StringWidth(shown(text[r.start:from])))
	if n := ansi.StringWidth(shown(text[from:max(from, to)])); n > 0 {
		line += strings.Repeat("^", n)
	} else {
		line += "^"
	}
	if f.End > r.end && strings.TrimSpace(text[r.end:f.End]) != "" {
		line += "…"
	}
	fmt.Fprintln(m.out, line)
}

// tell says what was found and how to mend it.
func (m markedText) tell(f *critique.Finding) {
	fmt.Fprintf(m.out, "%*s%s %s: %s\n", markIndent, "", f.Severity, f.Rule, model.CleanLine(f.Reason))
	if f.Mend != "" && !m.told[f.Rule] {
		m.told[f.Rule] = true
		fmt.Fprintf(m.out, "%*s→ %s\n", markIndent+2, "", model.CleanLine(f.Mend))
	}
}
