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
	if !p.stale {
		return p.drawn
	}
	p.stale = false
	p.drawn = p.drawn[:0]
	if p.narrow.Shown() && p.h > 0 {
		p.drawn = append(p.drawn, p.narrow.Line(p.w))
	}
	if p.lines != nil && p.list.Len() == 0 {
		p.drawn = widget.Lines(append(p.drawn, p.empty()...), p.w, p.h)
		return p.drawn
	}
	p.drawn = p.list.Lines(p.drawn)
	p.drawn = append(p.drawn, p.detail()...)[:p.h]
	return p.drawn
}

// row draws a person.
func (p *Pane) row(b []byte, id model.PersonID, _ int, st widget.RowState) []byte {
	l := widget.NewLine(b, p.env.Theme, st.Selected)
	bar, mark := st.Bar(p.env.Theme)
	l.Left(bar, mark, 1)
	p.cols.Row(&l, p.lines.rows[id])
	return l.Bytes()
}

// detailLines is how many lines tell of whoever is under the cursor: the more the
// more room there is.
func (p *Pane) detailLines() int {
	switch {
	case p.lines != nil && len(p.lines.ids) == 0:
		return 0
	case p.h >= 18:
		return 6
	case p.h >= 11:
		return 4
	}
	return 0
}

// detail tells of whoever is under the cursor: what she wrote and what it can mean, or
// why she is here, since when and until when.
func (p *Pane) detail() []string {
	n := p.detailLines()
	if n == 0 {
		return nil
	}
	s := &pane.Sheet{Env: p.env, W: p.w, Right: 1}
	l := p.current()
	if l == nil {
		return widget.Lines(nil, p.w, n)
	}
	keys := []pane.Can{{ID: "queue.write", Does: "write"}, {ID: "queue.skip", Does: "skip"}, {ID: "snooze", Does: "snooze"}, {ID: "assign", Does: "hand over"}}
	switch {
	case p.view == putOff:
		keys = []pane.Can{{ID: "queue.skip", Does: "wake"}, {ID: "snooze", Does: "another day"}, {ID: "queue.write", Does: "write"}}
		p.reasons(s, l)
	case l.replied():
		keys = []pane.Can{{ID: "queue.interested", Does: "interested"}, {ID: "queue.later", Does: "later"}, {ID: "queue.no", Does: "no"}, {ID: "queue.stop", Does: "stop"}, {ID: "reply", Does: "more"}}
		p.message(s, l, n-2)
	case l.message != nil:
		keys = []pane.Can{{ID: "queue.review", Does: "send it"}, {ID: "queue.write", Does: "write on"}, {ID: "outbox", Does: "outbox"}}
		p.reasons(s, l)
	case l.next.Class == scoring.KeepOrErase:
		keys = []pane.Can{{ID: "queue.keep", Does: "keep"}, {ID: "queue.erase", Does: "erase"}, {ID: "snooze", Does: "ask later"}, {ID: "queue.write", Does: "write"}}
		p.reasons(s, l)
	default:
		p.reasons(s, l)
	}
	return append(widget.Lines(s.Lines, p.w, n-1), p.hints(keys))
}

// hints are keys and what they do, in a line, as far as there is room.
func (p *Pane) hints(all []pane.Can) string {
	l, left := widget.NewLine(nil, p.env.Theme, false), p.w
	for _, c := range all {
		key := p.env.Say("{" + c.ID + "}")
		n := widget.Width(key) + widget.Width(c.Does) + 3
		if n > left {
			break
		}
		l.Left(theme.Text, "", 1)
		l.Left(theme.Accent, key, widget.Width(key))
		l.Left(theme.Dim, " "+c.Does, widget.Width(c.Does)+2)
		left -= n
	}
	l.Left(theme.Text, "", left)
	return string(l.Bytes())
}

// rule begins the lines on whoever is under the cursor.
func (p *Pane) rule(s *pane.Sheet, text string) {
	l := widget.NewLine(nil, p.env.Theme, false)
	text = " " + text + " "
	n := min(widget.Width(text), s.W)
	l.Left(theme.Dim, text, n)
	l.Left(theme.Border, p.env.Theme.Rule(s.W-n), s.W-n)
	s.Lines = append(s.Lines, string(l.Bytes()))
}

// message is her last message in at most so many rows: what has no room is marked as
// left out.
func (p *Pane) message(s *pane.Sheet, l *line, rows int) {
	last, ok := l.profile.LastIn()
	if !ok {
		p.reasons(s, l)
		return
	}
	p.rule(s, fmt.Sprintf("her %s of %s", last.Channel, last.At.In(p.env.Now().Location()).Format("Monday, 2 January")))
	text := strings.Join(strings.Fields(last.Body), " ")
	if text == "" {
		text = last.Subject
	}
	const beside = 2 // a blank on either side
	ellipsis := p.env.Theme.Glyphs.Ellipsis
	said := widget.Wrap(widget.Cut(text, 8*s.W, ellipsis), s.W-beside)
	for i, row := range said[:min(len(said), rows)] {
		if i == rows-1 {
			row = widget.Cut(strings.Join(said[i:], " "), s.W-beside, ellipsis)
		}
		s.Wrapped(theme.Text, 1, row)
	}
}

// reasons are why somebody is in the queue.
func (p *Pane) reasons(s *pane.Sheet, l *line) {
	title := l.profile.Latest.Title
	if at := l.profile.Latest.Company; at != "" {
		title = strings.TrimSpace(title + " at " + at)
	}
	if o := p.owner(l); o != "" {
		title = strings.TrimPrefix(title+" · with "+o, " · ")
	}
	p.rule(s, title)
	if d := &l.profile.Person.Outreach.Deferral; p.view == putOff {
		s.Wrapped(theme.Warm, 1, deferral(d))
	}
	for _, r := range l.reasons {
		s.Wrapped(theme.Text, 1, r.Text+span(r))
	}
}

// span is since when and until when a reason holds.
func span(r scoring.Reason) string {
	var parts []string
	if r.Since.Known() {
		parts = append(parts, "since "+day(r.Since))
	}
	if r.Until.Known() {
		parts = append(parts, "until "+day(r.Until))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// empty is what would fill the queue, and when it will.
func (p *Pane) empty() []string {
	s := pane.Sheet{Env: p.env, W: p.w, Right: 1}
	s.Gap()
	switch {
	case p.narrow.Text() != "" || p.class != 0 || p.view == mine:
		s.Text(theme.Strong, " Nobody in the queue is like that.")
		s.Says(theme.Dim, 1, "{queue.clear} shows everyone.")
	case p.view == putOff:
		s.Text(theme.Strong, " Nobody is snoozed or skipped.")
		s.Says(theme.Dim, 1, "{queue.clear} shows everyone.")
	default:
		s.Text(theme.Strong, " Nothing is due and nobody is in a window.")
		s.Wrapped(theme.Dim, 1, "Signals, replies and due touches appear here by themselves.")
		s.Says(theme.Dim, 1, "{signal} logs a signal, {reply} a reply, on whoever is selected.")
		if n := p.lines.next; n.who != "" {
			s.Wrapped(theme.Text, 1, fmt.Sprintf("Next due is %s, on %s.", n.who, n.day.Time().Format("Monday, 2 January")))
		}
		if n := p.lines.putOff; n > 0 {
			s.Says(theme.Dim, 1, fmt.Sprintf("%d put off: {queue.view} shows them.", n))
		}
	}
	return s.Lines
}
