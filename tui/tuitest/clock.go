package tuitest

import (
	"sync"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock is a clock that stands still until the test moves it. Give Now and
// After to the model in place of time.Now and tea.Tick. One clock may serve
// several sessions. Now and After may be called from any goroutine, Advance
// from the test's own.
type Clock struct {
	mu     sync.Mutex
	now    time.Time
	timers []timer // in the order in which they were armed
}

// timer is a message that falls due.
type timer struct {
	at   time.Time
	f    func(time.Time) tea.Msg
	send func(...tea.Msg) // to the session that armed it
}

// armed is what a command of [Clock.After] returns: the session that ran the
// command takes it and never shows it to the model.
type armed struct {
	clock *Clock
	timer timer
}

// NewClock returns a clock that shows start.
func NewClock(start time.Time) *Clock { return &Clock{now: start} }

// Now returns the time that the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// After returns a command that delivers f once the clock has been advanced by
// d from now. f is given the time at which it fell due. As with tea.Tick the
// time runs from this call.
func (c *Clock) After(d time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
	at := c.Now().Add(d)
	return func() tea.Msg { return armed{c, timer{at: at, f: f}} }
}

// Advance moves the clock by d and fires what falls due on the way, the
// earliest first, each at its own time. Timers that are armed by the messages
// delivered count too. Inside synctest.Test the time there moves along.
func (c *Clock) Advance(d time.Duration) {
	end := c.Now().Add(d)
	for {
		tm, ok := c.takeDue(end)
		if !ok {
			break
		}
		c.moveTo(tm.at)
		tm.send(tm.f(tm.at))
	}
	c.moveTo(end)
}

// takeDue removes and returns the earliest timer that is due by end. Of two
// that are due together the one armed first is the earlier.
func (c *Clock) takeDue(end time.Time) (timer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	first := -1
	for i, tm := range c.timers {
		if !tm.at.After(end) && (first < 0 || tm.at.Before(c.timers[first].at)) {
			first = i
		}
	}
	if first < 0 {
		return timer{}, false
	}
	tm := c.timers[first]
	c.timers = append(c.timers[:first], c.timers[first+1:]...)
	return tm, true
}

// moveTo shows t, unless that lies in the past: a timer armed with no delay
// fires now.
func (c *Clock) moveTo(t time.Time) {
	c.mu.Lock()
	d := max(0, t.Sub(c.now))
	c.now = c.now.Add(d)
	c.mu.Unlock()
	if inBubble() {
		time.Sleep(d)
		synctest.Wait()
	}
}

// arm takes a timer from the session that ran its command.
func (c *Clock) arm(tm timer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.timers = append(c.timers, tm)
}

// inBubble reports whether the caller runs inside synctest.Test.
func inBubble() (yes bool) {
	defer func() { yes = recover() == nil }()
	synctest.Wait() // panics outside
	return true
}
