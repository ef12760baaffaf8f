package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Tour remembers whether a person has had the tour.
type Tour interface {
	// Due reports whether she has not had it yet.
	Due() bool
	// Seen notes that it has begun: it is never shown again by itself.
	Seen() error
}

// step is a step of the tour: what it says, and the action that ends it, whichever
// pane's it is.
type step struct {
	says string
	ends string // the ID without the pane's name
}

// tourSteps go once through a day's work, on the sample.
var tourSteps = [...]step{
	{"This is the talent map: the best of one segment, ranked. {talent.down} and {talent.up} move, {talent.open} opens a person.", "open"},
	{"All that is known of her, and where it is from. {person.close} goes back to the map.", "close"},
	{"{go.queue} goes to the queue: whom to write to today, since when it is due, and until when.", "queue"},
	{"{queue.why} shows why: each signal, its source, its date, and what is left of it. {reader.close} closes it.", "why"},
	{"{queue.write} writes to her with the facts beside the text; {composer.done} stops, and nothing typed is lost. {help} lists the keys of any place.", "write"},
}

// tour is how far it has come.
type tour struct {
	at    int      // of tourSteps plus one; 0: there is none
	lines []string // its rows above the footer: none where the panes would have too few
}

// tourFor begins the tour for whoever has the sample and has not had it, and ends it
// where the sample has gone.
func (r *Root) tourFor(s sampled) tea.Cmd {
	if !s.there && r.tour.at > 0 {
		return r.leaveTour()
	}
	if !s.tourDue || r.toured {
		return nil
	}
	r.toured = true
	r.takeTour()
	t := r.cfg.Tour
	return func() tea.Msg {
		if err := t.Seen(); err != nil {
			return pane.Fail(err)
		}
		return nil
	}
}

// takeTour begins at the first step.
func (r *Root) takeTour() tea.Cmd {
	r.tour.at = 1
	r.place()
	return nil
}

func (r *Root) leaveTour() tea.Cmd {
	r.tour.at = 0
	r.place()
	return nil
}

func (r *Root) noTour() string {
	if r.tour.at == 0 {
		return "no tour is on"
	}
	return ""
}

func (r *Root) mayTour() string {
	switch {
	case r.tour.at > 0:
		return "it is on: {tour.leave} leaves it"
	case !r.sample:
		return "the tour goes through the sample: {sample} loads it"
	}
	return ""
}

// tourDid has the tour go on where an action ends its step.
func (r *Root) tourDid(id string) tea.Cmd {
	if r.tour.at == 0 {
		return nil
	}
	_, act, _ := strings.Cut(id, ".")
	if act == "home" { // a page closes by either
		act = "close"
	}
	if act != tourSteps[r.tour.at-1].ends {
		return nil
	}
	if r.tour.at++; r.tour.at > len(tourSteps) {
		r.leaveTour()
		return r.tell(pane.Toast{Text: "that was the tour", Next: "{palette} finds every command"})
	}
	r.place()
	return nil
}

// tourLines are the rows of the tour, or none.
func (r *Root) tourLines() []string {
	if r.tour.at == 0 || r.w < leastW {
		return nil
	}
	s := tourSteps[r.tour.at-1]
	leave := r.env.Say("  {tour.leave} leaves ")
	where := fmt.Sprintf(" tour %d of %d  ", r.tour.at, len(tourSteps))
	beside := widget.Width(where)
	rows := widget.Wrap(r.env.Say(s.says), r.w-beside-widget.Width(leave))
	if r.h-len(rows) < leastH {
		return nil
	}
	lines := make([]string, len(rows))
	for i := range lines {
		l := widget.NewLine(nil, r.env.Theme, false)
		left, right := "", ""
		if i == 0 {
			left = where
		}
		if i == len(lines)-1 {
			right = leave
		}
		l.Left(theme.Accent, left, beside)
		l.Left(theme.Strong, rows[i], r.w-beside-widget.Width(leave))
		l.Left(theme.Dim, right, widget.Width(leave))
		lines[i] = string(l.Bytes())
	}
	return lines
}
