package tuitest

import (
	"reflect"
	"runtime"
	"strings"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

const (
	// maxSteps bounds the commands of one settling: a model that answers each
	// message with another command never settles.
	maxSteps = 10_000

	// parkAfter is how long a command may wait inside synctest.Test before it
	// is parked. It is time in the bubble and costs nothing; it is there for
	// short waits that are part of the work, such as the 1 ms in which bbolt
	// gathers a batch.
	parkAfter = 10 * time.Millisecond
)

// chain is a list of commands that run one after another.
type chain []tea.Cmd

// running is a command that has started, with those that follow it.
type running struct {
	out  chan tea.Msg // holds the message when the command has returned
	rest chain
}

// Settle runs commands and delivers their messages until none remain but
// parked ones. Everything that sends or reads settles by itself; call it after
// a change made behind the session's back, such as a write to the store.
func (s *Session) Settle() {
	s.t.Helper()
	for range maxSteps {
		if s.quit || !s.step() {
			return
		}
	}
	s.t.Fatalf("tuitest: not settled after %d commands: a message and its command call each other for ever", maxSteps)
}

// step runs the next command, or takes a message that a parked one has got by
// now, and reports whether there was one.
func (s *Session) step() bool {
	s.t.Helper()
	if len(s.pending) == 0 {
		return s.unpark()
	}
	c := s.pending[0]
	s.pending = s.pending[1:]
	r := &running{out: make(chan tea.Msg, 1), rest: c[1:]}
	go run(c[0], r.out)
	msg, ok := s.wait(r)
	if !ok {
		s.parked = append(s.parked, r)
		return true
	}
	s.receive(msg, r.rest)
	return true
}

// run is the goroutine of one command. Its name is what stack looks for.
func run(cmd tea.Cmd, out chan<- tea.Msg) { out <- cmd() }

// wait returns the message of r, or false where r is to be parked.
func (s *Session) wait(r *running) (tea.Msg, bool) {
	s.t.Helper()
	if !s.bubble {
		return s.waitReal(r)
	}
	synctest.Wait()
	if len(r.out) == 0 {
		time.Sleep(parkAfter)
		synctest.Wait()
	}
	if len(r.out) == 0 {
		return nil, false
	}
	return <-r.out, true
}

// waitReal waits for r in real time and fails the test at the deadline.
func (s *Session) waitReal(r *running) (tea.Msg, bool) {
	s.t.Helper()
	late := time.NewTimer(s.deadline)
	defer late.Stop()
	select {
	case msg := <-r.out:
		return msg, true
	case <-late.C:
		s.t.Fatalf("tuitest: a command has not returned within %v; a timer belongs to Clock.After, "+
			"a watch needs the test inside synctest.Test. It stands here:\n%s", s.deadline, stack())
		return nil, false
	}
}

// unpark takes the message of the first parked command that has one.
func (s *Session) unpark() bool {
	s.t.Helper()
	if len(s.parked) == 0 {
		return false
	}
	synctest.Wait()
	for i, r := range s.parked {
		if len(r.out) > 0 {
			s.parked = append(s.parked[:i], s.parked[i+1:]...)
			s.receive(<-r.out, r.rest)
			return true
		}
	}
	return false
}

// receive unwraps what a command returned. rest are the commands that were to
// follow it; a batch among them runs in order.
func (s *Session) receive(msg tea.Msg, rest chain) {
	s.t.Helper()
	if batch, ok := msg.(tea.BatchMsg); ok && len(rest) == 0 {
		var front []chain
		for _, cmd := range batch {
			front = append(front, chain{cmd})
		}
		s.pending = append(front, s.pending...)
		return
	}
	if cmds, ok := commands(msg); ok {
		rest = append(cmds, rest...)
	} else {
		s.deliver(msg)
	}
	if len(rest) > 0 {
		s.pending = append([]chain{rest}, s.pending...)
	}
}

// commands unwraps the messages of tea.Batch and tea.Sequence. The type of the
// second is not exported; both are lists of commands.
func commands(msg tea.Msg) (chain, bool) {
	v := reflect.ValueOf(msg)
	if !v.IsValid() || !v.CanConvert(reflect.TypeFor[[]tea.Cmd]()) {
		return nil, false
	}
	return v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd), true
}

// deliver gives a message to the model, after doing what a terminal and
// tea.Program do with it.
func (s *Session) deliver(msg tea.Msg) {
	s.t.Helper()
	if s.quit || msg == nil {
		return
	}
	switch m := msg.(type) {
	case armed:
		m.timer.send = s.Send
		m.clock.arm(m.timer)
		return
	case tea.QuitMsg, tea.InterruptMsg:
		s.quit = true
		return
	case tea.MouseMsg:
		if f := s.model.View().OnMouse; f != nil {
			s.push(f(m))
		}
	}
	s.update(msg)
	s.answer(msg)
}

// answer does what the terminal does when the program asks something of it.
func (s *Session) answer(msg tea.Msg) {
	switch {
	case msg == tea.RequestBackgroundColor():
		s.update(s.background())
	case msg == tea.RequestWindowSize():
		s.update(tea.WindowSizeMsg{Width: s.w, Height: s.h})
	case reflect.TypeOf(msg) == reflect.TypeOf(tea.SetClipboard("")()):
		s.clipboard = reflect.ValueOf(msg).String()
	}
}

// update gives a message to the model and notes the command that it returns.
func (s *Session) update(msg tea.Msg) {
	var cmd tea.Cmd
	s.model, cmd = s.model.Update(msg)
	s.push(cmd)
}

// push adds a command to those that wait to be run.
func (s *Session) push(cmd tea.Cmd) {
	if cmd != nil {
		s.pending = append(s.pending, chain{cmd})
	}
}

// stack returns the stacks of the commands that are running.
func stack() string {
	buf := make([]byte, 1<<20)
	buf = buf[:runtime.Stack(buf, true)]
	var own []string
	for _, g := range strings.Split(string(buf), "\n\n") {
		if strings.Contains(g, "tuitest.run(") {
			own = append(own, g)
		}
	}
	return strings.Join(own, "\n\n")
}
