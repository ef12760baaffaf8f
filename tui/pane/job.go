package pane

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Job is work that may take a while. The root runs it beside the session, and tells
// of it as it grows long: nothing at first, after a sixth of a second a sign that
// moves, after a second how far it is. What Run returns is a message like that of
// any command.
//
//	return pane.Request(pane.Job{What: "importing " + name, Owner: p.Owner(gen), Run: work})
//
// The pane whose owner it is gets [Progress] meanwhile, and shows it; of a job
// without one, or whose pane has gone, the footer tells.
type Job struct {
	What  string // "importing people.csv"; shown as it is
	Owner Owner
	Run   func(tell func(Done)) tea.Msg // tell never waits, and only the newest counts
}

// Done is how far a job is.
type Done struct {
	Count int
	Of    string  // what is counted: "row"
	Share float64 // of the whole, 0 to 1; 0 where that is not known
	Says  string  // all of it in the job's own words, where it knows its pace better
}

// Progress is how far a job is, on its way to its pane as often as it is worth being
// drawn: never for a job that is done at once.
type Progress struct {
	Owner
	Done
	Took time.Duration
}

// String is what is done, how fast, and how long the rest will take, as far as that
// can be told.
func (p Progress) String() string {
	if p.Says != "" {
		return p.Says
	}
	var parts []string
	if p.Of != "" {
		parts = append(parts, counted(p.Count, p.Of))
		if s := p.Took.Seconds(); s > 0 && p.Count > 0 {
			parts = append(parts, fmt.Sprintf("%.0f a second", float64(p.Count)/s))
		}
	}
	switch {
	case p.Share > 0:
		left := time.Duration(float64(p.Took) * (1 - p.Share) / p.Share).Round(time.Second)
		parts = append(parts, fmt.Sprintf("%s left", max(left, 0)))
	case p.Took >= time.Second:
		parts = append(parts, p.Took.Truncate(time.Second).String())
	}
	return strings.Join(parts, ", ")
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
