package gallery

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui"
	"talentmap/tui/config"
)

// User is whose session the scenes are.
const User = "ada"

// Now is the moment of every scene: a Monday morning.
func Now() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// Stage is a session in which a scene is played: a database of its own, in a
// folder that somebody else removes.
type Stage struct {
	Root  *tui.Root
	Store *store.Store
	quit  context.CancelFunc
	index chan error
}

// Open makes the database of a scene in dir and begins a session on it. after is
// the session's timer, see [tui.Config]; nil: a real one.
func Open(ctx context.Context, dir string, s *Scene, look Look, after func(time.Duration, func(time.Time) tea.Msg) tea.Cmd) (*Stage, error) {
	path := filepath.Join(dir, "talent.db")
	st, err := store.Open(path, store.Options{Clock: Now})
	if err != nil {
		return nil, err
	}
	if err := set(ctx, st, s); err != nil {
		return nil, errors.Join(fmt.Errorf("the scene %s: %w", s.Name, err), st.Close())
	}
	w := scoring.Default()
	ros := roster.New(st, &w, Now)
	ctx, quit := context.WithCancel(ctx)
	stage := &Stage{Store: st, quit: quit, index: make(chan error, 1)}
	go func() { stage.index <- ros.Run(ctx) }()
	loaded(ctx, ros)
	set := config.Defaults()
	set.Sender = model.Sender{Name: "Mira Sandell", Company: "Tidewater Talent", Address: "4 Quay Row, Dublin", Privacy: "tidewater.example/privacy"}
	stage.Root = tui.New(tui.Config{
		Settings: &set, Reload: func() (config.Settings, []config.Problem) { return set, nil },
		SaveSender: func(_, s model.Sender) error { set.Sender = s; return nil }, Store: st, Roster: ros, Weights: &w, User: User, Now: Now, After: after, Context: ctx, Terminal: look.terminal(),
	})
	return stage, nil
}

// loaded waits until the index has read everyone.
func loaded(ctx context.Context, ros *roster.Roster) {
	changed, stop := ros.Changed()
	defer stop()
	for {
		if _, _, complete := ros.Snapshot().Loaded(); complete {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-changed:
		}
	}
}

// set sets the scene: the sample, and what has happened before.
func set(ctx context.Context, st *store.Store, s *Scene) error {
	if !s.Empty {
		if _, err := sample.Load(ctx, st, User, Now()); err != nil {
			return err
		}
	}
	if s.Before == nil {
		return nil
	}
	return s.Before(ctx, st)
}

// Close ends the session.
func (s *Stage) Close() error {
	err := s.Root.Shutdown()
	s.quit()
	return errors.Join(err, <-s.index, s.Store.Close())
}
