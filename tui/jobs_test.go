package tui_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
)

// slow is a job that is done when the channel is closed, and how far it is till then.
func slow(what string, far pane.Done) (pane.Job, chan struct{}) {
	hold := make(chan struct{})
	return pane.Job{What: what, Run: func(tell func(pane.Done)) tea.Msg {
		tell(pane.Done{})
		tell(far) // the newest counts
		<-hold
		return pane.Toast{Text: what + ": done"}
	}}, hold
}

// Nothing is said of a job at first, then that it is under way, and after a second
// how far.
func TestAJobIsToldAsItGrowsLong(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		job, hold := slow("counting the people", pane.Done{Count: 300, Of: "row", Share: 0.25})
		b.Send(job)
		b.clock.Advance(140 * time.Millisecond)
		b.Lacks("counting")
		b.clock.Advance(20 * time.Millisecond)
		b.Contains("⠙ counting the people")
		b.Lacks("%")
		b.clock.Advance(100 * time.Millisecond)
		b.Contains("⠹ counting the people", "enter open") // the sign moves, the hints stay
		b.clock.Advance(2 * time.Second)
		b.Contains("counting the people 25%, 300 rows, 133 a second, 7s left")
		b.press("J")
		b.Contains("ranked Bruno Marini 2", "counting the people")
		close(hold)
		b.Settle()
		b.Contains("counting the people: done")
		b.clock.Advance(time.Hour)
		b.Lacks("counting")
	})
}

func TestAQuickJobIsNotTold(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		job, hold := slow("counting", pane.Done{})
		close(hold)
		b.Send(job)
		b.Contains("counting: done")
		b.clock.Advance(200 * time.Millisecond)
		b.Lacks("⠋ counting", "⠙ counting")
	})
}

// Of several jobs the oldest is told; one of which nothing is known tells its time.
func TestSeveralJobs(t *testing.T) {
	at(t, setup{ascii: true, plain: true}, func(b *bench) {
		one, first := slow("one", pane.Done{})
		two, second := slow("two", pane.Done{})
		b.Send(one)
		b.clock.Advance(time.Second)
		b.Send(two)
		b.clock.Advance(2100 * time.Millisecond)
		b.Contains(" one 3s")
		b.Lacks("two")
		close(first)
		b.Settle()
		b.clock.Advance(time.Minute)
		b.Contains(" two 1m2s")
		close(second)
		b.Settle()
	})
}

// A pane that shows how far its job is has the footer to itself; once it is gone the
// footer tells.
func TestAPaneShowsItsJob(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("I")
		job, hold := slow("importing", pane.Done{})
		job.Owner = pane.Owner{ID: 4} // after the three of the home screen
		b.Send(job)
		b.clock.Advance(2200 * time.Millisecond)
		b.Lacks("importing")
		b.press("esc")
		b.Contains("importing 2s")
		close(hold)
		b.Settle()
	})
}
