package outbox

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// The columns beside the subject, in cells.
const (
	whenWidth    = 22
	stateWidth   = 12
	channelWidth = 10
)

// What the columns of texts have: a name no more than it has a use for, the channel and
// the subject none where there is little room, as both stand below the list.
const (
	nameMost    = 30
	subjectFrom = 38
	channelFrom = 52
)

// detailHeight is how many lines show the text of the message under the cursor.
func (p *Pane) detailHeight() int { return min(max(p.H/2, 4), max(p.H-3, 0)) }

// mostShown is how many bytes of a text are shown below the list.
const mostShown = 8 << 10

// View is the heading, the messages, and the one under the cursor.
func (p *Pane) View() string { return p.Kept(p.draw) }

func (p *Pane) draw() string {
	if !p.list.Read() || p.W <= 0 || p.H <= 0 {
		return widget.Block(nil, p.W, p.H)
	}
	if p.list.Len() == 0 {
		s := pane.Sheet{Env: p.Env, W: p.W}
		s.Gap()
		s.Text(theme.Strong, " Nothing waits to leave, and nothing has been begun.")
		s.Says(theme.Dim, 1, "What is approved for a time waits here until somebody sends it and says so: {composer.review} looks at a message before it leaves. A reply, a lock, or typing takes an approval back.")
		return widget.Block(s.Lines, p.W, p.H)
	}
	lines := []string{string(p.line(nil, widget.RowState{}, theme.Dim, theme.Dim, "when, her time", "to", "channel", "subject", "state"))}
	lines = widget.Lines(p.list.Lines(lines), p.W, max(p.H-p.detailHeight(), 2))
	return widget.Block(append(lines, p.detail()...), p.W, p.H)
}

func (p *Pane) row(b []byte, r *row, _ int, st widget.RowState) []byte {
	tok, state := theme.Dim, "waits"
	when := r.at.Format("Mon 2 Jan 15:04 MST")
	switch {
	case r.OutState() == model.Drafting:
		when, state = r.At.In(p.Env.Now().Location()).Format("saved 2 Jan 15:04"), "begun"
	case r.OutState() == model.Unknown:
		tok, state = theme.Bad, "not known"
	case r.OutState() == model.Sending:
		tok, state = theme.Warm, "being sent"
	case !r.SendAt.After(p.Env.Now()):
		tok, state = theme.Hot, "it is time"
	}
	return p.line(b, st, theme.Text, tok, when, r.name, string(r.Channel), r.Subject, state)
}

func (p *Pane) line(b []byte, st widget.RowState, text, tok theme.Token, when, name, channel, subject, state string) []byte {
	l, cut := widget.NewLine(b, p.Env.Theme, st.Selected), p.Env.Theme.Glyphs.Ellipsis
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	l.Left(theme.Dim, widget.Cut(when, whenWidth-1, cut), whenWidth)
	rest := max(p.W-1-whenWidth-stateWidth, 0)
	channelW, subjectW := 0, 0
	if rest >= channelFrom {
		channelW = channelWidth
	}
	if rest >= subjectFrom {
		subjectW = max((rest-channelW)/2, rest-channelW-nameMost)
	}
	nameW := rest - channelW - subjectW
	l.Left(text, widget.Cut(name, nameW-1, cut), nameW)
	l.Left(theme.Dim, channel, channelW)
	l.Left(theme.Dim, widget.Cut(subject, subjectW-1, cut), subjectW)
	l.Right(tok, state, stateWidth)
	return l.Bytes()
}

// detail is the message under the cursor.
func (p *Pane) detail() []string {
	r := p.list.Current()
	if r == nil {
		return nil
	}
	s := &pane.Sheet{Env: p.Env, W: p.W}
	s.Text(theme.Border, p.Env.Theme.Rule(p.W))
	if r.Out.State == model.Unknown {
		s.Says(theme.Bad, 1, "Handed over, and nobody knows whether it left. It is never sent again by itself: {outbox.look} opens it, and there one says what has been found out.")
	}
	if r.OutState() != model.Drafting {
		s.Text(theme.Dim, fmt.Sprintf(" %s, approved by %s", r.Channel, r.By))
	} else {
		s.Says(theme.Dim, 1, string(r.Channel)+", begun and not approved: {outbox.write} writes on, {outbox.look} looks at it before it leaves")
	}
	if r.Subject != "" {
		s.Wrapped(theme.Strong, 1, r.Subject)
	}
	s.Wrapped(theme.Text, 1, strings.ToValidUTF8(r.Body[:min(len(r.Body), mostShown)], ""))
	return s.Lines
}
