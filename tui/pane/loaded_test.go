package pane_test

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
)

// Something has changed while a read was under way that then failed: the next read follows,
// or the page would show what was before until something else changes.
func TestAReadFollowsOneThatFailed(t *testing.T) {
	p := pane.NewPage(&pane.Env{})
	read := func() (int, error) { return 0, errors.New("the disk is gone") }
	failed := pane.Load(&p.Reading, read)().(pane.Loaded[int])
	if pane.Load(&p.Reading, read) != nil {
		t.Fatal("a second read begins beside the first")
	}
	again := 0
	told := failed.Show(&p.Reading, func(int) { t.Error("what was not read is shown") }, func() tea.Cmd {
		again++
		return nil
	})
	if again != 1 || told == nil {
		t.Errorf("%d reads follow, told %v", again, told)
	}
}
