package overlay_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/tuitest"
)

func versions() []overlay.Versions {
	return []overlay.Versions{
		{Field: "lock", Theirs: "opted-out", Stands: overlay.Theirs, Fixed: true},
		{Field: "location", Base: "Oslo", Theirs: "Bergen", Mine: "Rome"},
		{Field: "headline", Mine: "Ledgers", Stands: overlay.Mine},
		{Field: "skills", Base: "Go", Theirs: "Go, SQL", Mine: "Go, Rust", Both: "Go, SQL, Rust", Unites: true, Stands: overlay.Both},
		{Field: "notes", Base: "met", Theirs: "met at a fair", Mine: "met\nlikes tea", Both: "met at a fair\nlikes tea", Unites: true},
	}
}

// compared shows a conflict in w × h; it takes keys already.
func compared(t *testing.T, w, h int, rows []overlay.Versions, save func([]overlay.Side) tea.Cmd) (*tuitest.Session, *panetest.Host) {
	t.Helper()
	clock := tuitest.NewClock(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))
	e := env()
	e.After = clock.After
	host := panetest.New(overlay.NewConflict(e, "Ada was changed meanwhile", []string{"grace at 2026-03-02 08:59: moved"}, rows, save))
	s := tuitest.New(t, host, w, h)
	s.Keys("esc") // too early to be meant
	if n, _ := closes(host); n != 0 {
		t.Fatal("it took a key in the moment in which it opened")
	}
	clock.Advance(400 * time.Millisecond)
	return s, host
}

func TestConflictShowsTheVersionsByField(t *testing.T) {
	s, _ := compared(t, 70, 40, versions(), nil)
	tuitest.Golden(t, s, "conflict_70x40")
}

func TestConflictSavesOnlyWhatIsDecided(t *testing.T) {
	var got []overlay.Side
	s, h := compared(t, 70, 40, versions(), func(sides []overlay.Side) tea.Cmd {
		got = slices.Clone(sides)
		return nil
	})
	s.Keys("enter")
	if n, _ := closes(h); n != 0 || got != nil {
		t.Fatal("it saved although two fields are undecided")
	}
	s.Contains("choose for location")
	s.Keys("m")
	s.Contains(" location  mine stands", "▌notes", "choose for notes")
	s.Keys("b")
	s.Contains("both stand", "enter saves")
	s.Keys("g", "m") // the lock is not chosen
	s.Contains("lock  stays")
	if told := strings.Join(h.Toasts(), "; "); told != "lock is not chosen here" {
		t.Errorf("told %q", told)
	}
	s.Keys("j", "j", "b", "t", "j", "m")
	if told := strings.Join(h.Toasts(), "; "); !strings.HasSuffix(told, "there is no both of headline") {
		t.Errorf("told %q", told)
	}
	s.Contains("headline  theirs stands", "skills  mine stands")
	s.Keys("enter")
	if want := []overlay.Side{overlay.Theirs, overlay.Mine, overlay.Theirs, overlay.Mine, overlay.Both}; !slices.Equal(got, want) {
		t.Errorf("saved %v, want %v", got, want)
	}
	if n, _ := closes(h); n != 1 {
		t.Errorf("closed %d times", n)
	}
}

func TestConflictGoesBackWithoutSaving(t *testing.T) {
	s, h := compared(t, 70, 40, versions(), func([]overlay.Side) tea.Cmd {
		t.Error("it saved")
		return nil
	})
	s.Keys("m", "esc")
	if n, then := closes(h); n != 1 || then[0] != nil {
		t.Errorf("closed %d times", n)
	}
}

// In the smallest screen every line of a long text can be read, and the field
// under the cursor is in view.
func TestConflictScrolls(t *testing.T) {
	rows := versions()
	var long []string
	for c := 'a'; c <= 'z'; c++ {
		long = append(long, "line "+string(c))
	}
	rows[4].Theirs = strings.Join(long, "\n")
	s, _ := compared(t, 52, 10, rows, nil)
	s.Contains("▌location", "Oslo", "Rome", "more below")
	s.Keys("G")
	s.Contains("▌notes")
	for _, l := range long {
		for range 20 {
			if strings.Contains(s.Frame(), l) {
				break
			}
			s.Keys("ctrl+d")
		}
		s.Contains(l)
	}
	s.Keys("g")
	s.Contains("▌lock", "grace at")
}

var _ pane.Mover = (*overlay.Conflict)(nil)
