package importer

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// scroll moves through the preview.
func (m *Importer) scroll(n int) {
	m.top = max(min(m.top+n, len(m.lines)-m.room()), 0)
}

// room is how many lines of the preview are in view: the last line is the answer.
func (m *Importer) room() int { return max(m.h-1, 1) }

// viewPreview is the part of the preview in view, and the answer.
func (m *Importer) viewPreview() string {
	lines := slices.Clone(m.lines[min(m.top, len(m.lines)):])
	s := &pane.Sheet{Env: m.env, W: m.w, Lines: widget.Lines(lines, m.w, m.room())}
	more := len(m.lines) - m.top - m.room()
	text, tok := "{importer.yes} imports it", theme.Accent
	switch {
	case m.seen.news() > 0:
	case m.ranks():
		text = "nobody is new: {importer.yes} ranks them so"
	default:
		text = "nothing is new: {importer.yes} remembers what it says, so that its next file tells what has changed"
	}
	if why := m.notReady(); why != "" {
		text, tok = why, theme.Dim
	}
	if more > 0 {
		text += fmt.Sprintf(" · {importer.down} reads on, %d more lines", more)
	}
	s.Text(tok, m.env.Say(text))
	return widget.Block(s.Lines, m.w, m.h)
}

// drawPreview lays the preview out for the width.
func (m *Importer) drawPreview() {
	if m.stage != previewing || m.w <= 0 {
		return
	}
	s := &pane.Sheet{Env: m.env, W: m.w}
	m.what(s)
	m.counts(s)
	m.placing(s)
	m.columns(s)
	m.first(s)
	m.news(s)
	m.gains(s)
	m.problems(s)
	m.lines = s.Lines
	m.scroll(0)
}

// count is a number of things.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// what says what the file is, and what it is compared with.
func (m *Importer) what(s *pane.Sheet) {
	p := &m.seen
	s.Text(theme.Strong, fmt.Sprintf("%s: %s, %s, %s", p.name, p.Dialect, p.Encoding, p.Extent()))
	switch {
	case p.ofCompanies:
		s.Wrapped(theme.Dim, 0, "tells what happened to companies: it becomes signals")
	case p.Older:
		s.Wrapped(theme.Warm, 0, fmt.Sprintf("tells of %s, older than the file of %s that is in: it tells no news", p.AsOf, p.Since))
	case p.Since.Known():
		s.Wrapped(theme.Dim, 0, fmt.Sprintf("tells of %s, compared with %s of %s", p.AsOf, p.Source, p.Since))
	default:
		s.Wrapped(theme.Dim, 0, fmt.Sprintf("tells of %s; there is no file before to compare it with", p.AsOf))
	}
}

func (m *Importer) counts(s *pane.Sheet) {
	p := &m.seen.Outcome
	row := func(tok theme.Token, n int, one, many string) {
		text := many
		switch n {
		case 0:
			tok = theme.Dim
		case 1:
			text = one
		}
		s.Cells(pane.Cell{Tok: tok, Text: fmt.Sprint(n), W: -8}, pane.Cell{Tok: tok, Text: "  " + text})
	}
	if m.seen.ofCompanies {
		row(theme.Good, p.New, "new signal", "new signals")
		row(theme.Text, p.Changed, "signal that is told otherwise now", "signals that are told otherwise now")
		row(theme.Dim, p.Alike(), "signal that stands as it is", "signals that stand as they are")
	} else {
		row(theme.Good, p.New, "new person", "new people")
		row(theme.Text, p.Changed, "known person who gains something"+byName(p.ByName), "known people who gain something"+byName(p.ByName))
		row(theme.Dim, p.Alike(), "known person of whom nothing is new", "known people of whom nothing is new")
	}
	if p.Locked > 0 {
		row(theme.Warm, p.Locked, "of these it locks: opted out, or not to be contacted", "of these it locks: opted out, or not to be contacted")
	}
	if p.Review > 0 {
		row(theme.Warm, p.Review, m.env.Say("row that may mean someone known: {review} looks at it afterwards"), m.env.Say("rows that may mean someone known: {review} looks at them afterwards"))
	}
	tok, left := theme.Dim, p.LeftOut()-p.Review
	if left > 0 {
		tok = theme.Bad
	}
	row(tok, left, "row left out", "rows left out")
}

func byName(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d recognized by name and employer alone)", n)
}

// placing says onto which talent map the new people go.
func (m *Importer) placing(s *pane.Sheet) {
	ranked := m.seen.Ranked()
	if m.onto.ID == 0 && ranked == 0 {
		return
	}
	there, added, left := m.seen.Onto(&m.onto)
	text := fmt.Sprintf("new people go onto %s, ranks %d to %d", m.onto.Name, len(m.onto.Entries)+1, len(m.onto.Entries)+added)
	switch {
	case m.onto.ID == 0:
		text = m.env.Say(fmt.Sprintf("its %d ranks and notes are of a talent map: {importer.onto} puts the people onto one as they are ranked here", ranked))
	case ranked > 0:
		text = fmt.Sprintf("%s go onto %s by the ranks of the file, with its notes", people(there+added), m.onto.Name)
		if there > 0 {
			text += fmt.Sprintf("; %d of them are on it and change places", there)
		}
	case added == 0 && left > 0:
		text = m.onto.Name + " is full: nobody fits onto it"
	case added == 0:
		text = "nobody is new, so nobody goes onto " + m.onto.Name
	}
	if added > 0 && left > 0 || ranked > 0 && left > 0 {
		text += fmt.Sprintf("; %d do not fit", left)
	}
	s.Gap()
	s.Wrapped(theme.Accent, 0, text)
}

// columns says how each column is read, and what is not taken.
func (m *Importer) columns(s *pane.Sheet) {
	read, left := format.Describe(m.seen.Columns)
	head := "columns"
	switch n := len(m.seen.mapping); {
	case n > 0 && m.mapping == nil:
		head = fmt.Sprintf("columns, %d as was said of such a file before", n)
	case n > 0:
		head = fmt.Sprintf("columns, %d as you have said", n)
	}
	s.Gap()
	s.Wrapped(theme.Dim, 0, head+": "+read)
	if left != "" {
		s.Wrapped(theme.Dim, 0, "not taken: "+left)
	}
}

// first shows the first new people as they are read, by which one sees that a column
// was taken for another.
func (m *Importer) first(s *pane.Sheet) {
	if len(m.seen.First) == 0 {
		return
	}
	s.Gap()
	s.Text(theme.Dim, "the first new people, as they are read:")
	for i := range m.seen.First {
		p := &m.seen.First[i]
		s.Cells(pane.Cell{Tok: theme.Text, Text: "  " + p.Name, W: max(m.w/3, 1)}, pane.Cell{Tok: theme.Dim, Text: intake.Read(p)})
	}
}

// news says what has changed since the source's file before, by kind.
func (m *Importer) news(s *pane.Sheet) {
	p := &m.seen.Outcome
	if n := total(p.News); n > 0 {
		s.Head(fmt.Sprintf("%d news since %s: %s", n, p.Since, inWords(p.News)))
	}
	for _, kind := range slices.Sorted(maps.Keys(p.News)) {
		for i := range p.Told {
			t := &p.Told[i]
			if t.Kind != kind {
				continue
			}
			text := t.From + t.To
			if t.From != "" && t.To != "" {
				text = t.From + " → " + t.To
			}
			s.Wrapped(theme.Text, 2, fmt.Sprintf("%s, %s: %s", kind, t.Name, text))
		}
	}
	if n := total(p.News) - len(p.Told); n > 0 {
		s.Text(theme.Dim, fmt.Sprintf("  and %d more: ", n)+m.env.Say("{imports} shows them all once the file is in"))
	}
	if p.Missing > 0 {
		s.Gap()
		s.Wrapped(theme.Warm, 0, fmt.Sprintf("%d people of the file before are not in it, too many to have gone: it is taken for another selection", p.Missing))
	}
}

// inWords is the news by kind: "5 moved, 2 promoted".
func inWords(news map[model.NewsKind]int) string {
	kinds := slices.Sorted(maps.Keys(news))
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		parts[i] = fmt.Sprintf("%d %s", news[k], k)
	}
	return strings.Join(parts, ", ")
}

func total(counts map[model.NewsKind]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// gains are known people with what they gain.
func (m *Importer) gains(s *pane.Sheet) {
	p := &m.seen.Outcome
	if len(p.Examples) == 0 {
		return
	}
	s.Head("Who gains what")
	for _, c := range p.Examples {
		s.Cells(pane.Cell{Tok: theme.Text, Text: "  " + c.Name, W: max(m.w/3, 1)}, pane.Cell{Tok: theme.Dim, Text: strings.Join(c.Fields, ", ")})
	}
	if n := p.Changed - len(p.Examples); n > 0 {
		s.Text(theme.Dim, fmt.Sprintf("  and %d more", n))
	}
}

// problems are the cells and rows that can't be taken as they are.
func (m *Importer) problems(s *pane.Sheet) {
	p := &m.seen.Outcome
	if p.ProblemCount == 0 {
		return
	}
	s.Head(count(p.ProblemCount, "problem"))
	for i := range p.Problems {
		s.Wrapped(theme.Text, 2, p.Problems[i].Error())
	}
	if n := p.ProblemCount - len(p.Problems); n > 0 {
		s.Text(theme.Dim, fmt.Sprintf("  and %d more", n))
	}
}
