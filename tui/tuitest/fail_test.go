package tuitest_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/tuitest"
)

// failing stands in for a test that is expected to fail.
type failing struct {
	testing.TB
	out strings.Builder
}

func (f *failing) Helper() {}

func (f *failing) Errorf(format string, args ...any) { fmt.Fprintf(&f.out, format+"\n", args...) }

func (f *failing) Fatal(args ...any) {
	fmt.Fprintln(&f.out, args...)
	runtime.Goexit()
}

func (f *failing) Fatalf(format string, args ...any) {
	f.Errorf(format, args...)
	runtime.Goexit()
}

// expect runs a test that must fail and say each of the words.
func expect(t *testing.T, test func(testing.TB), words ...string) {
	t.Helper()
	f := &failing{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		test(f)
	}()
	<-done
	for _, word := range words {
		if !strings.Contains(f.out.String(), word) {
			t.Errorf("the failure does not say %q:\n%s", word, f.out.String())
		}
	}
}

func TestContainsShowsTheFrame(t *testing.T) {
	expect(t, func(t testing.TB) {
		s, _ := start(t)
		s.Contains("loaded", "absent")
	}, `lacks "absent"`, "|loaded people", "+------------------------+")
	expect(t, func(t testing.TB) {
		s, _ := start(t)
		s.Lacks("loaded")
	}, `holds "loaded"`, "|loaded people")
}

func TestGoldenShowsTheRowsThatDiffer(t *testing.T) {
	expect(t, func(t testing.TB) {
		s, _ := start(t)
		s.Type("x")
		tuitest.Golden(t, s, "first")
	}, "testdata/first.txt", "   0 - >\n", "   0 + > x\n")
	expect(t, func(t testing.TB) {
		tuitest.GoldenText(t, "the text", "no_such_file")
	}, "no golden file", "-update", "the text")
}

func TestACommandThatBlocksFailsWithItsStack(t *testing.T) {
	gate := make(chan string)
	defer close(gate)
	expect(t, func(t testing.TB) {
		tuitest.New(t, &toy{watch: gate}, 24, 8, tuitest.Deadline(300*time.Millisecond))
	}, "has not returned within 300ms", "synctest.Test", "toy).listen")
}

func TestAnEndlessConversationFails(t *testing.T) {
	var again tea.Cmd
	again = func() tea.Msg { return tea.BatchMsg{again} }
	expect(t, func(t testing.TB) {
		s, _ := start(t)
		s.Send(again())
	}, "not settled")
}

// restless draws another frame at each look, or one that does not fit.
type restless struct{ looks int }

func (m *restless) Init() tea.Cmd                       { return nil }
func (m *restless) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }

func (m *restless) View() tea.View {
	m.looks++
	return tea.NewView(strings.Repeat("x", m.looks))
}

func TestAViewThatChangesByItselfFails(t *testing.T) {
	expect(t, func(t testing.TB) { tuitest.New(t, &restless{}, 24, 8).Frame() },
		"in two ways", "   0 - x\n", "   0 + xx\n")
}

func TestAViewThatDoesNotFitFails(t *testing.T) {
	expect(t, func(t testing.TB) { tuitest.New(t, &restless{looks: 24}, 24, 8).Frame() },
		"row 0 is 25 cells wide in a width of 24")
}
