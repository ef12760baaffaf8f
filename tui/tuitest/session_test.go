package tuitest_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/tuitest"
)

func nine() time.Time { return time.Date(2024, 3, 4, 9, 0, 0, 0, time.UTC) }

// start returns a session with a toy in 24 by 8 cells.
func start(t testing.TB, opts ...tuitest.Option) (*tuitest.Session, *tuitest.Clock) {
	clock := tuitest.NewClock(nine())
	return tuitest.New(t, &toy{after: clock.After}, 24, 8, opts...), clock
}

func TestFirstFrameIsSettled(t *testing.T) {
	s, _ := start(t)
	tuitest.Golden(t, s, "first")
	if got := s.Line(1); got != strings.Repeat("─", 24) {
		t.Errorf("row 1 is %q", got)
	}
}

func TestTypingMovesTheCursor(t *testing.T) {
	s, _ := start(t)
	s.Type("ab C")
	s.Keys("é", "enter")
	s.Contains("> ab Cé", "enter")
	s.Lacks("pasted")
	if x, y, ok := s.Cursor(); x != 2+len("ab Cé") || y != 0 || !ok {
		t.Errorf("cursor at %d,%d shown %v", x, y, ok)
	}
	s.Paste("j k")
	s.Contains("> ab Cé", "pasted j k")
}

func TestResizeReachesTheModel(t *testing.T) {
	s, _ := start(t)
	s.Resize(30, 2)
	if want := ">\n" + strings.Repeat("─", 30); s.Frame() != want {
		t.Errorf("after the resize:\n%s", s.Frame())
	}
}

func TestLightTerminalAnswers(t *testing.T) {
	s, _ := start(t)
	s.Contains("dark true")
	s, _ = start(t, tuitest.Light())
	s.Contains("dark false")
}

func TestSequenceAndBatchKeepTheirOrder(t *testing.T) {
	s, _ := start(t)
	s.Keys("ctrl+t")
	if got := strings.Join(strings.Split(s.Frame(), "\n")[4:], ","); got != "loaded one,loaded two,loaded three,loaded four" {
		t.Errorf("order: %s", got)
	}
}

func TestCommandsOfAMessageComeBeforeThoseThatWaited(t *testing.T) {
	s, _ := start(t)
	nested := tea.Batch(tea.Batch(say("one"), say("two")), say("three"))
	s.Send(nested())
	if got := strings.Join(strings.Split(s.Frame(), "\n")[4:7], ","); got != "loaded one,loaded two,loaded three" {
		t.Errorf("order: %s", got)
	}
}

func TestTheEarliestTimerFiresFirst(t *testing.T) {
	s, clock := start(t)
	for _, sec := range []int{3, 1, 2, 1} {
		s.Send(clock.After(time.Duration(sec)*time.Second, func(at time.Time) tea.Msg { return saved(at) })())
	}
	clock.Advance(3 * time.Second)
	want := "saved at 09:00:01,saved at 09:00:01,saved at 09:00:02,saved at 09:00:03"
	if got := strings.Join(strings.Split(s.Frame(), "\n")[4:], ","); got != want {
		t.Errorf("order: %s", got)
	}
}

func TestTimersFireOnlyWhenTheClockIsAdvanced(t *testing.T) {
	s, clock := start(t)
	s.Keys("ctrl+s")
	clock.Advance(1999 * time.Millisecond)
	s.Lacks("saved")
	s.Keys("ctrl+s") // due at 09:00:03.999
	clock.Advance(time.Hour)
	s.Contains("saved at 09:00:02", "saved at 09:00:03")
	if got := clock.Now(); !got.Equal(nine().Add(time.Hour + 1999*time.Millisecond)) {
		t.Errorf("the clock shows %v", got)
	}
}

func TestATimerMayArmTheNext(t *testing.T) {
	s, clock := start(t)
	n := 0
	var chime func(time.Time) tea.Msg
	chime = func(time.Time) tea.Msg { // as a spinner does
		n++
		return tea.BatchMsg{clock.After(time.Second, chime)}
	}
	s.Send(tea.BatchMsg{clock.After(time.Second, chime)})
	clock.Advance(time.Minute)
	if n != 60 {
		t.Errorf("fired %d times in a minute, want 60", n)
	}
}

func TestQuitClipboardAndMouse(t *testing.T) {
	s := tuitest.New(t, &toy{onMouse: true}, 24, 8)
	s.Send(tea.MouseClickMsg{X: 1, Y: 1})
	s.Contains("clicked")
	s.Keys("ctrl+y")
	if s.Clipboard() != "copied text" {
		t.Errorf("clipboard %q", s.Clipboard())
	}
	s.Keys("ctrl+q", "x")
	if !s.Done() || s.Model().(*toy).typed != "" {
		t.Errorf("done %v, typed after quitting %q", s.Done(), s.Model().(*toy).typed)
	}
}

func TestAWatchIsParkedAndHeard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		news := make(chan string)
		t.Cleanup(func() { close(news) })
		s := tuitest.New(t, &toy{watch: news, after: tea.Tick}, 24, 8)
		s.Lacks("changed")
		news <- "Ada"
		s.Contains("changed Ada")
		go func() { news <- "Grace" }()
		s.Keys("x")
		s.Contains("> x", "changed Grace")
	})
}

func TestClockMovesTheTimeOfItsBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		clock := tuitest.NewClock(nine())
		s := tuitest.New(t, &toy{after: tea.Tick}, 24, 8)
		s.Keys("ctrl+s")
		clock.Advance(1900 * time.Millisecond)
		s.Lacks("saved")
		clock.Advance(200 * time.Millisecond)
		s.Contains("saved")
	})
}

func TestFiveHundredRunsAreEqual(t *testing.T) {
	run := func() string {
		s, clock := start(t)
		s.Keys("ctrl+t", "j", "ctrl+s")
		clock.Advance(3 * time.Second)
		return s.Frame()
	}
	first := run()
	for range 499 {
		if got := run(); got != first {
			t.Fatalf("another frame:\n%s\nthe first was:\n%s", got, first)
		}
	}
}

func TestSessionSVGTakesTheTerminalsColours(t *testing.T) {
	s, _ := start(t, tuitest.Light())
	if got := string(s.SVG("toy")); !strings.Contains(got, `fill="#ffffff"`) || !strings.Contains(got, ">loaded people</text>") {
		t.Errorf("the picture of a light terminal:\n%s", got)
	}
}
