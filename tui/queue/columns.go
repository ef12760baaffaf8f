package queue

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// listName is the name of the queue's columns in a person's settings.
const listName = "queue"

// Columns names the columns that the queue can show.
func (p *Pane) Columns() widget.Listed { return p.cols.Listed(listName) }

func (p *Pane) setColumns() {
	p.cols = widget.NewColumns(p.columns()...)
	p.showColumns()
}

// showColumns shows those that the person has chosen, or ours: with whose somebody is
// where that is not the same for all.
func (p *Pane) showColumns() {
	p.cols.Show(p.env.Columns[listName])
	p.cols.Layout(max(p.w-1, 0))
}

// The cells of a band's word, of the bar of a window, and those that a name has a use for.
const (
	wordWidth = 6
	barWidth  = 4
	nameMost  = 34
)

// columns are those of the queue: the score always has room, name and reason share
// what is left, and since when, until when and whose come where there is enough.
func (p *Pane) columns() []widget.Column[*line] {
	text := func(tok theme.Token, of func(*line) string) func(*widget.Line, *line, int) {
		return func(l *widget.Line, r *line, w int) {
			l.Left(tok, widget.Cut(of(r), w-1, p.env.Theme.Glyphs.Ellipsis), w)
		}
	}
	person := func(r *line) *model.Person { return &r.profile.Person }
	return []widget.Column[*line]{
		{Name: "name", Share: 38, Most: nameMost, Means: "the person's name", Draw: text(theme.Strong, func(r *line) string { return person(r).Name })},
		{Name: "why", Share: 62, From: 24, RunsOn: true, Means: "the reasons; of a reply, how it begins", Draw: text(theme.Text, p.why)},
		{Name: "title", Extra: true, Share: 30, From: 60, Means: "the present title, else the last one", Draw: text(theme.Dim, func(r *line) string { return r.profile.Latest.Title })},
		{Name: "company", Extra: true, Share: 26, From: 60, Means: "the present employer, else the last one", Draw: text(theme.Dim, func(r *line) string { return r.profile.Latest.Company })},
		{Name: "place", Extra: true, Share: 24, From: 60, Means: "where the person lives", Draw: text(theme.Dim, func(r *line) string { return person(r).Location })},
		{Name: "state", Extra: true, Steps: []widget.Step{{From: 60, W: 12}}, Means: "where the person stands in outreach", Draw: text(theme.Dim, func(r *line) string { return string(r.profile.Standing.Current()) })},
		{Name: "owner", Steps: []widget.Step{{From: 66, W: 9}}, When: p.shared, Blank: func(r *line) bool { return p.owner(r) == "" }, Means: "who is in touch with the person, where it is not you; shown by itself where somebody is", Draw: text(theme.Dim, p.owner)},
		{Name: "since", Steps: []widget.Step{{From: 52, W: 7}}, Blank: func(r *line) bool { return !r.reasons[0].Since.Known() }, Means: "the day on which the first reason began", Draw: text(theme.Dim, func(r *line) string { return day(r.reasons[0].Since) })},
		{Name: "until", Steps: []widget.Step{{From: 30, W: 5}, {From: 60, W: 5 + barWidth}}, Blank: p.endless, Means: "the days that are left, and how much of the window", Draw: p.until},
		{Name: "receptivity", Right: true, W: p.scoreWidth(), Means: "how likely an answer is now, of 100, with the sign of its band", Draw: p.score},
	}
}

// why is the reasons in brief, the first one first. A reply says how it begins.
func (p *Pane) why(r *line) string {
	words := make([]string, len(r.reasons))
	for i, reason := range r.reasons {
		words[i] = reason.Brief
		if reason.Class == scoring.ReplyWaiting {
			words[i] = begins(r, reason.Brief)
		}
	}
	text := strings.Join(words, "; ")
	if p.view == putOff {
		text = deferral(&r.profile.Person.Outreach.Deferral) + ": " + text
	}
	return text
}

// begins is how her message begins; where none is known, or it has no words, the
// reason in brief.
func begins(r *line, brief string) string {
	if last, ok := r.profile.LastIn(); ok {
		if text := model.CleanLine(widget.Cut(last.Body, 200, "")); text != "" {
			return text
		}
	}
	return brief
}

func (p *Pane) owner(r *line) string {
	if o := r.profile.Person.Outreach.Owner; o != p.env.User {
		return o
	}
	return ""
}

// shared reports whether a colleague is in touch with somebody who is shown.
func (p *Pane) shared() bool {
	if p.lines == nil {
		return false
	}
	for _, r := range p.lines.rows {
		if p.owner(r) != "" {
			return true
		}
	}
	return false
}

// day is a day in few cells.
func day(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return d.Time().Format("2 Jan")
}

// left is the days that are left of a reason that ends, else of the contact window,
// and of how many; false where nothing ends.
func left(reasons []scoring.Reason, next *scoring.Next, day model.Date) (days, of int, ok bool) {
	today := day.Time()
	for _, reason := range reasons {
		if !reason.Until.Known() {
			continue
		}
		days, of = int(reason.Until.Time().Sub(today).Hours())/24, 0
		if reason.Since.Known() {
			of = int(reason.Until.Time().Sub(reason.Since.Time()).Hours()) / 24
		}
		return days, of, true
	}
	if w := &next.Window; w.Open {
		return w.DaysLeft, int(w.Closes.Time().Sub(w.Opens.Time()).Hours()) / 24, true
	}
	return 0, 0, false
}

// endless reports whether nothing ends of why somebody is here.
func (p *Pane) endless(r *line) bool {
	_, _, ok := left(r.reasons, &r.next, model.DateOf(p.env.Now()))
	return !ok
}

// until is the days that are left, with a bar that shrinks where there is room.
func (p *Pane) until(l *widget.Line, r *line, w int) {
	days, of, ok := left(r.reasons, &r.next, model.DateOf(p.env.Now()))
	if !ok {
		l.Left(theme.Dim, "", w)
		return
	}
	tok := theme.Dim
	if days <= 2 {
		tok = theme.Warm
	}
	l.Right(tok, fmt.Sprintf("%dd", days), 4)
	l.Left(theme.Dim, "", 1)
	if w > 5 {
		l.Left(tok, p.bar(days, of), w-6)
		l.Left(theme.Dim, "", 1)
	}
}

// bar is the share of a window that is left.
func (p *Pane) bar(days, of int) string {
	if of <= 0 || p.env.Aloud {
		return ""
	}
	const cells = barWidth - 1
	full := min((days*cells+of-1)/of, cells)
	g := p.env.Theme.Glyphs
	return strings.Repeat(g.Full, full) + strings.Repeat(g.Empty, cells-full)
}

func (p *Pane) scoreWidth() int {
	if p.env.Aloud {
		return 4 + wordWidth
	}
	return 5
}

// score is the number and the sign of its band, or its word.
func (p *Pane) score(l *widget.Line, r *line, w int) {
	tok, sign := p.env.Theme.Band(int(r.profile.Receptivity.Band))
	width := 2
	if p.env.Aloud {
		sign, width = r.profile.Receptivity.Band.String(), wordWidth
	}
	l.Right(tok, fmt.Sprint(r.profile.Receptivity.Score), w-width)
	l.Left(theme.Text, "", 1)
	l.Left(tok, sign, width-1)
}
