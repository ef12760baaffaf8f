package company

import (
	"fmt"
	"strings"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// View is what is known of the company, and one of the lists of its people.
func (p *Pane) View() string { return p.Kept(p.draw) }

func (p *Pane) draw() string {
	switch {
	case p.gone:
		s := pane.Sheet{Env: p.Env, W: p.W}
		s.Gap()
		s.Text(theme.Strong, " The company is part of another now.")
		s.Says(theme.Dim, 1, "{undo} parts them where that was you; {company.close} goes back.")
		return widget.Block(s.Lines, p.W, p.H)
	case p.read == nil || p.W <= 0 || p.H <= 0:
		return widget.Block(nil, p.W, p.H)
	}
	lines := p.head()
	if p.Narrow.Shown() {
		lines = append(lines, p.Narrow.Line(p.W))
	}
	lines = append(lines, p.heads())
	if p.List().Len() > 0 {
		return widget.Block(p.List().Lines(lines), p.W, p.H)
	}
	s := pane.Sheet{Env: p.Env, W: p.W, Lines: lines}
	if p.Narrow.Text() != "" {
		s.Says(theme.Dim, 1, "Nobody matches: {company.close} shows everyone.")
		return widget.Block(s.Lines, p.W, p.H)
	}
	s.Says(theme.Dim, 1, [views]string{
		staff: "Nobody is known to work there now. {company.turn} goes on to who has come and gone.",
		came:  "Nobody is known to have come within a year.",
		went:  "Nobody is known to have gone within a year.",
	}[p.At])
	return widget.Block(s.Lines, p.W, p.H)
}

// mostSignals is how many signals the page shows.
const mostSignals = 4

// head is what is known of the company, in few lines.
func (p *Pane) head() []string {
	if p.read == nil {
		return nil
	}
	c := &p.read.Company
	s := &pane.Sheet{Env: p.Env, W: p.W}
	field := func(tok theme.Token, name, text string) {
		if text == "" {
			return
		}
		s.Hanging(pane.Cell{W: 1}, pane.Cell{Tok: theme.Dim, Text: name, W: 12}, pane.Cell{Tok: tok, Text: text})
	}
	if c.Locked(p.Env.Now()) {
		text := "do not contact"
		if c.LockUntil.Known() {
			text += " until " + c.LockUntil.String()
		}
		by := ""
		if c.LockBy != "" {
			by = "set by " + c.LockBy
		}
		field(theme.Bad, "lock", joined(text, c.LockWhy, by))
	}
	field(theme.Text, "also called", strings.Join(c.Aliases, ", "))
	size := ""
	if c.Staff > 0 {
		size = fmt.Sprintf("%d staff", c.Staff)
	}
	field(theme.Text, "is", joined(c.Industry, c.Stage, size, c.Location, c.Domain))
	field(theme.Text, "people", p.people())
	for i, sig := range p.read.Signals {
		if i == mostSignals {
			field(theme.Dim, "", fmt.Sprintf("and %d more", len(p.read.Signals)-i))
			break
		}
		name := "signals"
		if i > 0 {
			name = " "
		}
		field(theme.Warm, name, joined(sig.Date.String(), string(sig.Kind), sig.Note, sig.Source))
	}
	s.Gap()
	return s.Lines
}

// people counts the people of the company in words; what there is none of is not named.
func (p *Pane) people() string {
	hot, mapped, ranks := 0, 0, 0
	for _, prof := range p.read.Staff {
		if prof.Receptivity.Score >= p.deps.Weights.Scale.Hot {
			hot++
		}
		if best := p.read.BestRank(prof.Person.ID); best > 0 {
			mapped, ranks = mapped+1, ranks+best
		}
	}
	tenure := ""
	if p.read.tenure >= 0 {
		tenure = fmt.Sprintf("median %d months", p.read.tenure)
	}
	onMaps := counted("%d on maps", mapped)
	if mapped > 0 {
		onMaps += fmt.Sprintf(", mean rank %d", (ranks+mapped/2)/mapped)
	}
	return joined(fmt.Sprint(len(p.read.Staff)), counted("%d hot", hot), onMaps, tenure,
		counted("%d came within a year", len(p.read.In)), counted("%d went within a year", len(p.read.Out)), counted("%d former", p.read.Former))
}

// counted is a count in words, "" for none.
func counted(words string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(words, n)
}
