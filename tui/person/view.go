package person

import (
	"fmt"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// draw lays the page out for its width.
func (p *Pane) draw() {
	if p.w <= 0 || p.profile == nil && !p.gone {
		return
	}
	s := &pane.Sheet{Env: p.env, W: p.w}
	if p.gone {
		s.Says(theme.Dim, 0, "Nobody is here any more: what brought the person in was taken back, or she was erased. {person.close} goes back.")
		p.lines = s.Lines
		p.scroll(0)
		return
	}
	p.head(s)
	p.positions(s)
	p.changes(s)
	s.Head("Why this score")
	ledger(s, p.profile)
	p.touches(s)
	p.research(s)
	p.background(s)
	p.contact(s)
	p.lines = s.Lines
	p.scroll(0)
}

func (p *Pane) head(s *pane.Sheet) {
	prof, o := p.profile, p.profile.Person.Outreach
	title := prof.Latest.Title
	if prof.Latest.Company != "" {
		title += " at " + prof.Latest.Company
	}
	if !prof.Employed && title != "" {
		title = "last: " + title
	}
	for _, line := range present(title) {
		s.Text(theme.Strong, line)
	}
	for _, line := range present(strings.Join(present(prof.Person.Location, prof.Person.Headline), " · ")) {
		s.Text(theme.Dim, line)
	}
	state := "outreach: " + string(o.Current())
	if o.State == model.Active {
		state += fmt.Sprintf(", touch %d of %d sent", o.Step, model.SequenceLength)
	}
	if o.Next.Known() {
		state += ", next " + o.Next.String()
	}
	if o.Owner != "" {
		state += ", with " + o.Owner
	}
	s.Text(theme.Text, state)
	if o.Locked(p.env.Now()) {
		s.Wrapped(theme.Bad, 0, prof.Gate(p.env.User, "", p.env.Now()).Err().Error())
	}
	if model.Confusable(prof.Person.Name) {
		s.Text(theme.Bad, "the name mixes alphabets or shows nothing: look twice before trusting it")
	}
	for _, r := range prof.Reasons(p.env.Now()) {
		s.Wrapped(theme.Warm, 0, r.Text)
	}
	motives := make([]string, len(prof.Person.Motivators))
	for i, m := range prof.Person.Motivators {
		motives[i] = string(m)
	}
	if len(motives) > 0 {
		s.Text(theme.Text, "moved by "+strings.Join(motives, ", "))
	}
	if prof.Person.Origin.MadeUp {
		s.Text(theme.Dim, "made up: part of the sample")
	}
}

func (p *Pane) positions(s *pane.Sheet) {
	s.Head("Positions · " + p.profile.Trend.String() + ", " + p.profile.TrendWhy)
	if len(p.profile.Person.Positions) == 0 {
		s.Text(theme.Dim, "none known")
	}
	now := p.env.Now()
	for _, q := range p.profile.Person.Positions {
		span := q.Start.String()
		if span == "" {
			span = "?"
		}
		span += " – " + until(q, now)
		tok := theme.Text
		if !q.Open(now) {
			tok = theme.Dim
		}
		s.Cells(pane.Cell{Tok: theme.Dim, Text: span, W: 24}, pane.Cell{Tok: tok, Text: q.Title, W: max((s.W-24)/2, 1)}, pane.Cell{Tok: tok, Text: q.Company})
	}
}

func until(q model.Position, now time.Time) string {
	if q.Open(now) {
		return "now"
	}
	if !q.End.Known() {
		return "?"
	}
	return q.End.String()
}

func (p *Pane) touches(s *pane.Sheet) {
	s.Head(fmt.Sprintf("Touches · %d", len(p.profile.Touches)))
	if len(p.profile.Touches) == 0 {
		s.Says(theme.Dim, 0, "none yet: {person.write} writes the first")
	}
	for i := len(p.profile.Touches) - 1; i >= 0; i-- {
		t := p.profile.Touches[i]
		way, tok := p.way("→", "sent")+string(t.Channel), theme.Text
		if t.Direction == model.Inbound {
			way, tok = p.way("←", "got")+string(t.Channel), theme.Good
		}
		text := t.Subject
		if text == "" {
			text, _, _ = strings.Cut(t.Body, "\n")
		}
		s.Cells(pane.Cell{Tok: theme.Dim, Text: t.At.Format("2006-01-02"), W: 12}, pane.Cell{Tok: tok, Text: way, W: 16},
			pane.Cell{Tok: theme.Dim, Text: t.By, W: 12}, pane.Cell{Tok: tok, Text: text})
	}
	if !p.profile.Draft.Empty() {
		s.Cells(pane.Cell{Tok: theme.Dim, Text: "draft", W: 12}, pane.Cell{Tok: theme.Warm, Text: string(p.profile.Draft.Channel), W: 16},
			pane.Cell{Tok: theme.Dim, Text: p.profile.Draft.By, W: 12}, pane.Cell{Tok: theme.Warm, Text: p.profile.Draft.Subject})
	}
}

// way is a sign, or the word for it where the page is read aloud.
func (p *Pane) way(sign, word string) string {
	if p.env.Aloud {
		return word + " "
	}
	return sign + " "
}

func (p *Pane) research(s *pane.Sheet) {
	r, g := p.profile.Person.Outreach.Research, p.env.Theme.Glyphs
	s.Head(fmt.Sprintf("Research · %d of 6, ready at %d", r.Done(), model.ReadyAt))
	for i, f := range r {
		tok, sign, text := theme.Dim, g.Open, "open"
		switch f.Looked {
		case model.ItemFound:
			tok, sign, text = theme.Good, g.Done, strings.Join(present(f.Fact, f.Source, f.Date.String()), " · ")
		case model.ItemNone:
			sign, text = g.Done, "looked, nothing there"
		}
		s.Cells(pane.Cell{Tok: tok, Text: sign, W: 2}, pane.Cell{Tok: theme.Dim, Text: model.ResearchItem(i).String(), W: 26}, pane.Cell{Tok: theme.Text, Text: text})
	}
}

func (p *Pane) background(s *pane.Sheet) {
	per := &p.profile.Person
	if len(per.Skills) > 0 {
		s.Head("Skills")
		s.Wrapped(theme.Text, 0, strings.Join(per.Skills, ", "))
	}
	if len(per.Background.Content) > 0 {
		s.Head("Published")
		for _, c := range per.Background.Content {
			s.Cells(pane.Cell{Tok: theme.Dim, Text: c.Date.String(), W: 12}, pane.Cell{Tok: theme.Dim, Text: c.Kind, W: 14}, pane.Cell{Tok: theme.Text, Text: c.Title})
		}
	}
	if len(per.Background.Connections) > 0 {
		s.Head("Warm paths")
		for _, c := range per.Background.Connections {
			s.Cells(pane.Cell{Tok: theme.Good, Text: c.Name, W: 28}, pane.Cell{Tok: theme.Text, Text: c.How})
		}
	}
	if per.Summary != "" {
		s.Head("Summary")
		s.Wrapped(theme.Text, 0, per.Summary)
	}
	if per.Notes != "" {
		s.Head("Notes")
		s.Wrapped(theme.Text, 0, per.Notes)
	}
}

func (p *Pane) contact(s *pane.Sheet) {
	per := &p.profile.Person
	s.Head("Contact and source")
	row := func(label string, values []string) {
		if len(values) > 0 {
			s.Cells(pane.Cell{Tok: theme.Dim, Text: label, W: 12}, pane.Cell{Tok: theme.Text, Text: strings.Join(values, ", ")})
		}
	}
	row("e-mail", per.Contact.Emails)
	row("phone", per.Contact.Phones)
	row("profile", per.Contact.Links)
	row("tags", per.Background.Tags)
	from := per.Origin.Source
	if !per.Origin.At.IsZero() {
		from += ", " + per.Origin.At.Format("2006-01-02")
	}
	row("source", present(from))
	row("id", []string{per.ID.String()})
}

// present are the texts that are not empty.
func present(parts ...string) []string {
	kept := make([]string, 0, len(parts))
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
