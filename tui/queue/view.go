package queue

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// View is the ranked rows, or what to do where there are none.
func (p *Pane) View() string { return strings.Join(p.Lines(), "\n") }

// Lines are the view's, kept until something changes.
func (p *Pane) Lines() []string {
	switch {
	case !p.stale:
	case p.lines != nil && p.list.Len() == 0:
		p.drawn = p.empty()
	default:
		p.drawn = p.list.Lines(p.drawn[:0])
	}
	p.stale = false
	return p.drawn
}

// row is the score, the name, and the first reason in words; the window's end
// on the right.
func (p *Pane) row(b []byte, id model.PersonID, w int, st widget.RowState) []byte {
	r, g := p.lines.rows[id], p.env.Theme.Glyphs
	l := widget.NewLine(b, p.env.Theme, st.Selected)
	bar, mark := st.Bar(p.env.Theme)
	l.Left(bar, mark, 1)
	tok, sign := p.sign(r)
	signs := 2
	if p.env.Aloud {
		sign, signs = " "+inWords(r), 7
	}
	l.Left(tok, sign, signs)
	l.Right(tok, fmt.Sprint(r.profile.Receptivity.Score), 2)
	l.Left(theme.Text, "", 1)
	free := w - 4 - signs
	name := min(max(free*34/100, 14), 26)
	days := 0
	if free >= 40 && r.profile.Next.WindowDays >= 0 {
		days = windowWidth
	}
	free -= days
	l.Left(theme.Strong, widget.Cut(r.profile.Person.Name, name-1, g.Ellipsis), name)
	l.Left(theme.Text, r.text(), free-name)
	l.Right(theme.Dim, window(r.profile.Next), days)
	return l.Bytes()
}

// text is all the reasons, the first one first.
func (r *line) text() string {
	words := make([]string, len(r.reasons))
	for i, reason := range r.reasons {
		words[i] = reason.Text
	}
	return strings.Join(words, "; ")
}

// sign shows the class: a reply and a touch due have signs of their own, the
// receptive show their band.
func (p *Pane) sign(r *line) (theme.Token, string) {
	switch r.profile.Next.Class {
	case scoring.ReplyWaiting:
		return theme.Good, "←"
	case scoring.TouchDue:
		return theme.Accent, "→"
	}
	return p.env.Theme.Band(int(r.profile.Receptivity.Band))
}

// inWords is what the sign says.
func inWords(r *line) string {
	switch r.profile.Next.Class {
	case scoring.ReplyWaiting:
		return "reply"
	case scoring.TouchDue:
		return "due"
	}
	return r.profile.Receptivity.Band.String()
}

const windowWidth = 5

// window is the days until the contact window closes.
func window(n scoring.Next) string {
	if n.WindowDays < 0 {
		return ""
	}
	return fmt.Sprintf("%dd", n.WindowDays)
}

func (p *Pane) empty() []string {
	s := pane.Sheet{Env: p.env, W: p.w}
	s.Gap()
	s.Text(theme.Strong, "  Nothing is due and nobody is in a window.")
	s.Wrapped(theme.Dim, 2, "Signals, replies and due touches appear here by themselves.")
	return widget.Lines(s.Lines, p.w, p.h)
}
