package person

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// touchesPart is what went out and what came in, newest first, and before it what is
// being written.
func (p *Pane) touchesPart() part {
	all := p.profile.Touches
	pt := part{sec: touches, count: numbered(len(all)), add: func() tea.Cmd { return pane.Request(pane.LogContact{}) }, head: func(s *pane.Sheet) {
		s.Head(fmt.Sprintf("Touches · %d", len(all)))
	}}
	write := func() tea.Cmd { return pane.Request(pane.Write{ID: p.person}) }
	if d := &p.profile.Draft; !d.Empty() {
		p.put(&pt, "draft", item{
			edit: write, draw: func(s *pane.Sheet) { p.draft(s, d) }, copies: copying("the draft", d.Body),
			whole: func(s *pane.Sheet) {
				p.draft(s, d)
				letter(s, d.Subject, d.Body)
			},
		})
	} else if len(all) == 0 {
		p.put(&pt, "none", item{edit: write, draw: func(s *pane.Sheet) { s.Says(theme.Dim, 0, "none yet: {person.write} writes the first") }})
	}
	for i := range p.drafts {
		v := &p.drafts[i]
		p.put(&pt, fmt.Sprint("version", v.ID), item{
			edit: write, draw: func(s *pane.Sheet) { p.version(s, v) }, copies: copying("the version", v.Body),
			whole: func(s *pane.Sheet) {
				p.version(s, v)
				letter(s, v.Subject, v.Body)
			},
		})
	}
	for i := range all {
		t := &all[len(all)-1-i]
		it := item{draw: func(s *pane.Sheet) { p.touch(s, t) }, copies: copying("the message", joinedBy("\n\n", t.Subject, t.Body))}
		if t.Subject+t.Body != "" {
			it.whole = func(s *pane.Sheet) {
				p.touch(s, t)
				letter(s, t.Subject, t.Body)
			}
		}
		p.put(&pt, t.ID.String(), it)
	}
	return pt
}

// version draws an earlier version of the draft in a line.
func (p *Pane) version(s *pane.Sheet, v *model.DraftVersion) {
	s.Text(theme.Dim, fmt.Sprintf("version of %s, %s, %d words, by %s", v.At.In(p.Env.Now().Location()).Format("2 Jan 15:04"), v.Occasion, model.CountWords(v.Body), v.By))
}

// touch draws a contact in a line.
func (p *Pane) touch(s *pane.Sheet, t *model.Touch) {
	way, tok := p.way("→", "sent")+string(t.Channel), theme.Text
	if t.Direction == model.Inbound {
		way, tok = p.way("←", "got")+string(t.Channel), theme.Good
	}
	if t.Auto != "" {
		tok = theme.Dim
	}
	text := t.Subject
	if text == "" {
		text, _, _ = strings.Cut(t.Body, "\n")
	}
	s.Cells(pane.Cell{Tok: theme.Dim, Text: p.day(t.At), W: 12}, pane.Cell{Tok: tok, Text: way, W: 16},
		pane.Cell{Tok: theme.Dim, Text: t.By, W: 12}, pane.Cell{Tok: tok, Text: joinedBy(": ", string(t.Auto), text)})
}

// draft draws what is being written in a line.
func (p *Pane) draft(s *pane.Sheet, d *model.Draft) {
	label := "draft"
	if !d.SendAt.IsZero() {
		label = "goes " + p.day(d.SendAt)[len("2006-"):]
	}
	text := d.Subject
	if text == "" {
		text, _, _ = strings.Cut(d.Body, "\n")
	}
	s.Cells(pane.Cell{Tok: theme.Warm, Text: label, W: 12}, pane.Cell{Tok: theme.Warm, Text: string(d.Channel), W: 16},
		pane.Cell{Tok: theme.Dim, Text: d.By, W: 12}, pane.Cell{Tok: theme.Warm, Text: text})
}

// way is a sign, or the word for it where the page is read aloud.
func (p *Pane) way(sign, word string) string {
	if p.Env.Aloud {
		return word + " "
	}
	return sign + " "
}

// letter draws a message whole.
func letter(s *pane.Sheet, subject, body string) {
	const indent = 4
	s.Wrapped(theme.Strong, indent, subject)
	for l := range strings.SplitSeq(body, "\n") {
		if l == "" {
			s.Text(theme.Text, "")
			continue
		}
		for _, w := range widget.Wrap(l, s.W-indent) {
			s.Text(theme.Text, widget.Spaces(indent)+w)
		}
	}
}
