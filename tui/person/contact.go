package person

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// contactPart is how she is reached and found again, and where that came from.
func (p *Pane) contactPart() part {
	per := &p.profile.Person
	pt := part{sec: contact, head: heading("Contact and source", 0), add: p.addContactField}
	n := 0
	row := func(label, field string, values []string) {
		n += len(values)
		it := item{edit: p.editField(field), draw: func(s *pane.Sheet) {
			tok, text := theme.Text, strings.Join(values, ", ")
			if text == "" {
				tok, text = theme.Dim, "none known"
			}
			p.told(s, pane.Cell{Tok: theme.Dim, Text: label, W: 12}, pane.Cell{Tok: tok, Text: text})
		}}
		if len(values) > 0 {
			it.copies = copying("the "+label, strings.Join(values, "\n"))
		}
		if len(values) > 1 {
			it.whole = func(s *pane.Sheet) {
				for i, v := range values {
					p.told(s, pane.Cell{Tok: theme.Dim, Text: map[bool]string{true: label}[i == 0], W: 12}, pane.Cell{Tok: theme.Text, Text: v})
				}
			}
		}
		p.put(&pt, field, it)
	}
	row("e-mail", "e-mails", per.Contact.Emails)
	row("phone", "phones", per.Contact.Phones)
	row("profile", "links", per.Contact.Links)
	row("tags", "tags", per.Background.Tags)
	from := per.Origin.Source
	if !per.Origin.At.IsZero() {
		from = joined(from, p.day(per.Origin.At))
	}
	fixed := func(key, label, text string) {
		if text != "" {
			p.put(&pt, key, item{copies: copying("the "+label, text), draw: func(s *pane.Sheet) {
				p.told(s, pane.Cell{Tok: theme.Dim, Text: label, W: 12}, pane.Cell{Tok: theme.Text, Text: text})
			}})
		}
	}
	fixed("source", "source", from)
	fixed("id", "id", per.ID.String())
	pt.count = numbered(n)
	return pt
}

// addContactField asks what is to be added, and then for it.
func (p *Pane) addContactField() tea.Cmd {
	var items []overlay.Item
	for _, f := range []struct{ field, one string }{{"e-mails", "e-mail address"}, {"phones", "phone number"}, {"links", "link to her profile"}, {"tags", "tag"}} {
		items = append(items, overlay.Item{Title: f.one, Run: p.addTo(f.field, f.one)})
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(p.Env, "Add to "+p.profile.Person.Name, "what is to be added?", items)})
}

// newsPart is what files have told to have changed, newest first.
func (p *Pane) newsPart() part {
	pt := part{sec: news, count: numbered(len(p.news))}
	if len(p.news) == 0 {
		return pt
	}
	pt.head = heading("What changed from file to file", len(p.news))
	for i := range p.news {
		n := &p.news[i]
		p.put(&pt, fmt.Sprint(n.ID), item{copies: copying("the news", joined(string(n.Kind), fromTo(n), when(n))), draw: func(s *pane.Sheet) {
			s.Cells(pane.Cell{Tok: theme.Dim, Text: when(n), W: 36}, pane.Cell{Tok: theme.Strong, Text: string(n.Kind), W: 18},
				pane.Cell{Tok: theme.Dim, Text: fmt.Sprintf("%.0f%% sure", 100*n.Confidence)})
			if line := fromTo(n); line != "" {
				s.Wrapped(theme.Text, 2, line)
			}
			s.Wrapped(theme.Dim, 2, joined(n.Evidence, n.Meaning))
		}})
	}
	return pt
}
