package person

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// heading is a section's heading with how much there is.
func heading(name string, n int) func(*pane.Sheet) {
	return func(s *pane.Sheet) { s.Head(joinedBy(" · ", name, numbered(n))) }
}

// pathsPart is who could introduce us.
func (p *Pane) pathsPart() part {
	all := p.profile.Person.Background.Connections
	pt := part{sec: paths, count: numbered(len(all)), head: heading("Warm paths", len(all)), add: p.addConnection}
	if len(all) == 0 {
		p.put(&pt, "none", p.nothing("nobody known who could introduce you: {person.insert} adds somebody", p.addConnection))
	}
	for i, c := range all {
		k := p.known[i]
		p.put(&pt, c.Name, item{
			draw: func(s *pane.Sheet) {
				p.told(s, pane.Cell{Tok: theme.Good, Text: c.Name, W: 28}, pane.Cell{Tok: theme.Text, Text: joinedBy(" · ", c.How, k.now)})
			},
			whole: func(s *pane.Sheet) {
				s.Text(theme.Good, c.Name)
				s.Wrapped(theme.Text, 2, joinedBy(" · ", c.How, k.now))
			},
			edit: func() tea.Cmd { return p.choosePath(i, c, k) },
			remove: p.removing(c.Name, func(mine *model.Person) {
				mine.Background.Connections = slices.Delete(mine.Background.Connections, i, i+1)
			}), copies: copying("the name", c.Name),
		})
	}
	return pt
}

// choosePath lists what can be done with somebody who knows her.
func (p *Pane) choosePath(i int, c model.Connection, k knownAs) tea.Cmd {
	open := overlay.Item{Title: "open her page", Note: k.now, Off: "she is not among the people here"}
	if k.id != 0 {
		open.Off, open.Run = "", func() tea.Cmd { return pane.Request(pane.OpenPerson{ID: k.id}) }
	}
	items := []overlay.Item{
		{Title: "ask for the introduction", Note: "she waits for it from now on, for a week", Run: func() tea.Cmd {
			return p.act("asked "+c.Name+" to introduce you", func(st Store, who store.Act) (store.Acted, error) {
				return st.Advance(who, model.PathChosen, c.Name, "")
			})
		}},
		open,
		{Title: "change", Note: "the name, or how she knows her", Run: func() tea.Cmd { return p.askConnection(i) }},
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(p.Env, c.Name+" knows "+p.profile.Person.Name, "what is to happen?", items)})
}

// publishedPart is what she has published.
func (p *Pane) publishedPart() part {
	all := p.profile.Person.Background.Content
	pt := part{sec: published, count: numbered(len(all)), head: heading("Published", len(all)), add: p.addContent}
	if len(all) == 0 {
		p.put(&pt, "none", p.nothing("nothing known: {person.insert} adds an article or a talk", p.addContent))
	}
	for i, c := range all {
		p.put(&pt, c.Kind+"|"+c.Title, item{
			draw: func(s *pane.Sheet) {
				p.told(s, pane.Cell{Tok: theme.Dim, Text: c.Date.String(), W: 12}, pane.Cell{Tok: theme.Dim, Text: c.Kind, W: 14}, pane.Cell{Tok: theme.Text, Text: joinedBy(" · ", c.Title, c.Link)})
			},
			whole: func(s *pane.Sheet) {
				s.Wrapped(theme.Text, 0, c.Title)
				s.Wrapped(theme.Dim, 2, joinedBy(" · ", c.Kind, c.Date.String(), c.Link))
			},
			edit: func() tea.Cmd { return p.askContent(i) }, remove: p.removing(c.Title, func(mine *model.Person) {
				mine.Background.Content = slices.Delete(mine.Background.Content, i, i+1)
			}), copies: copying("the link", c.Link),
		})
	}
	return pt
}

// nothing says that a section is empty, and what enters something.
func (p *Pane) nothing(sentence string, add func() tea.Cmd) item {
	return item{edit: add, draw: func(s *pane.Sheet) { s.Says(theme.Dim, 0, sentence) }}
}

func (p *Pane) skillsPart() part {
	all := p.profile.Person.Skills
	pt := part{sec: skills, count: numbered(len(all)), head: heading("Skills", len(all)), add: p.addTo("skills", "skill")}
	if len(all) == 0 {
		p.put(&pt, "all", p.nothing("none known: {person.insert} adds one", pt.add))
		return pt
	}
	p.put(&pt, "all", p.long(strings.Join(all, ", "), "skills", "her skills"))
	return pt
}

func (p *Pane) summaryPart() part {
	text := p.profile.Person.Summary
	pt := part{sec: summary, head: heading("Summary", 0)}
	if text == "" {
		p.put(&pt, "all", p.nothing("her own words are not known: {person.item} enters them", p.editField("summary")))
		return pt
	}
	p.put(&pt, "all", p.long(text, "summary", "the summary"))
	return pt
}

// notesPart is what the team has noted, an item for each entry.
func (p *Pane) notesPart() part {
	text := p.profile.Person.Notes
	var lines []string
	if text != "" {
		lines = strings.Split(text, "\n")
	}
	pt := part{sec: notes, count: numbered(len(lines)), head: heading("Notes", 0), add: p.addNote}
	if text == "" {
		p.put(&pt, "none", p.nothing("nobody has noted anything: {person.insert} writes a note", p.addNote))
	}
	for i, l := range lines {
		if l == "" {
			p.put(&pt, fmt.Sprint("blank", i), item{fixed: true, draw: func(s *pane.Sheet) { s.Text(theme.Text, "") }})
			continue
		}
		it := p.long(l, "notes", "the note")
		it.remove = p.removing("the note", func(mine *model.Person) {
			mine.Notes = strings.Join(slices.Delete(strings.Split(mine.Notes, "\n"), i, i+1), "\n")
		})
		p.put(&pt, l, it)
	}
	return pt
}

// mostShown is how many lines of a long text are shown before it is unfolded.
const mostShown = 6

// long is a text of many lines, of which the first are shown.
func (p *Pane) long(text, field, what string) item {
	var lines []string // as they were broken last
	width := -1
	folded := func(w int) []string {
		if w != width {
			lines, width = fold(text, w), w
		}
		return lines
	}
	it := item{edit: p.editField(field), copies: copying(what, text), draw: func(s *pane.Sheet) {
		lines := folded(s.W)
		rest := len(lines) - mostShown
		if rest <= 1 {
			rest = 0
		}
		for _, l := range lines[:len(lines)-rest] {
			s.Text(theme.Text, l)
		}
		if rest > 0 {
			s.Says(theme.Dim, 0, fmt.Sprintf("%d more lines: {person.unfold} shows them", rest))
		}
	}}
	if len(text) > mostShown*20 || strings.Count(text, "\n") > mostShown {
		it.whole = func(s *pane.Sheet) {
			for _, l := range folded(s.W) {
				s.Text(theme.Text, l)
			}
		}
	}
	return it
}

// fold breaks a text of many lines.
func fold(text string, w int) (lines []string) {
	for l := range strings.SplitSeq(text, "\n") {
		if l == "" {
			lines = append(lines, "")
			continue
		}
		lines = append(lines, widget.Wrap(l, w)...)
	}
	return lines
}

// customPart is what imports have told in columns that nobody knew.
func (p *Pane) customPart() part {
	all := p.profile.Person.Background.Custom
	pt := part{sec: custom, count: numbered(len(all)), add: p.editField("custom")}
	if len(all) == 0 {
		return pt
	}
	pt.head = heading("More fields", len(all))
	for _, k := range slices.Sorted(maps.Keys(all)) {
		v := all[k]
		p.put(&pt, k, item{
			draw: func(s *pane.Sheet) {
				p.told(s, pane.Cell{Tok: theme.Dim, Text: k, W: 24}, pane.Cell{Tok: theme.Text, Text: model.CleanLine(v)})
			},
			whole: func(s *pane.Sheet) {
				s.Text(theme.Dim, k)
				s.Wrapped(theme.Text, 2, v)
			},
			edit: p.editField("custom"), copies: copying(k, v),
			remove: p.removing(k, func(mine *model.Person) { delete(mine.Background.Custom, k) }),
		})
	}
	return pt
}
