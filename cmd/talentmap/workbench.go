package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"talentmap/store/corpus"
	"talentmap/store/roster"
	"talentmap/tui"
	"talentmap/tui/config"
	"talentmap/tui/pane"
)

// workbench opens the session. What is being typed is saved however it ends:
// by q, by a signal, or by a panic.
func (a *app) workbench(ctx context.Context) (err error) {
	if !a.tty {
		return usage("the workbench needs a terminal; in a pipe use a verb, such as `talentmap queue --json` or `talentmap export people`")
	}
	chosen := make(chan settings, 1) // read while the database is opened
	go func() { chosen <- a.settings() }()
	st, err := a.begin()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	set := <-chosen
	ctx, cancel := context.WithCancel(ctx)
	ros := roster.New(st, &a.weights, a.now)
	ended, first := make(chan error, 1), newFirstFrame()
	go func() {
		defer func() {
			if p := recover(); p != nil {
				ended <- fmt.Errorf("the live index stopped: %v\n%s", p, debug.Stack())
			}
		}()
		first.wait(ctx)
		ended <- ros.Run(ctx)
	}()
	loaded := whenLoaded(ctx, ros)
	others := corpus.New(st, a.now)
	compared := a.compare(ctx, others, loaded)
	term := a.terminal()
	m := tui.New(tui.Config{
		Store: st, Roster: ros, Weights: &a.weights, User: a.user, Now: a.now, Context: ctx, Loaded: first.loaded,
		Against: others.Against, Compared: others.Loaded(), Random: rand.Reader, Editor: a.editor(),
		Settings: &set.Settings, Problems: set.problems, Terminal: term, Tour: a.tour,
		Reload:     func() (config.Settings, []config.Problem) { s := a.settings(); return s.Settings, s.problems },
		SaveSender: a.saveSender,
	})
	program := tea.NewProgram(m, programOptions(ctx, term.NoColour)...)
	backups := a.autoBackup(ctx, st, func(err error) { program.Send(pane.Toast{Text: err.Error(), Bad: true}) })
	sweeps := a.autoSweep(ctx, st, loaded, func(err error) { program.Send(pane.Toast{Text: err.Error(), Bad: true}) })
	_, err = program.Run()
	if errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		err = nil // ended by a signal, in good order
	}
	err = errors.Join(err, m.Shutdown())
	cancel()
	<-backups
	<-sweeps
	return errors.Join(err, <-compared, <-ended)
}

// compare keeps what drafts are compared with up to date, from when the live index has
// been loaded, which people wait for.
func (a *app) compare(ctx context.Context, others *corpus.Corpus, loaded <-chan struct{}) <-chan error {
	ended := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				ended <- fmt.Errorf("what drafts are compared with is not read any more: %v\n%s", p, debug.Stack())
			}
		}()
		select {
		case <-ctx.Done():
			ended <- nil
		case <-loaded:
			ended <- others.Run(ctx)
		}
	}()
	return ended
}

// whenLoaded is closed when the live index has read everyone: until then nothing
// else reads the whole database.
func whenLoaded(ctx context.Context, ros *roster.Roster) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		changed, stop := ros.Changed()
		defer stop()
		for {
			if _, _, complete := ros.Snapshot().Loaded(); complete {
				close(done)
				return
			}
			select {
			case <-ctx.Done():
				return
			case <-changed:
			}
		}
	}()
	return done
}

// firstFrame gives the machine to the first frame: until the first map has been
// read nothing is collected and the live index is not read.
type firstFrame struct {
	percent int // of the collector
	done    chan struct{}
}

func newFirstFrame() firstFrame {
	return firstFrame{percent: debug.SetGCPercent(400), done: make(chan struct{})}
}

func (f firstFrame) loaded() {
	time.AfterFunc(drawing, func() {
		debug.SetGCPercent(f.percent)
		close(f.done)
	})
}

func (f firstFrame) wait(ctx context.Context) {
	select {
	case <-f.done:
	case <-ctx.Done():
	}
}

// drawing is longer than a frame takes from the map's arrival to the screen.
const drawing = 3 * time.Second / tui.FPS

// asked is what was asked of the workbench on its command line.
type asked struct{ ascii, plain bool }

// terminal is what the environment says of the terminal, and what was asked for.
// Any value of NO_COLOR counts (no-color.org).
func (a *app) terminal() tui.Terminal {
	return tui.Terminal{
		NoColour:     os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb",
		ASCII:        a.asked.ascii || !unicodeTerminal(),
		ScreenReader: a.asked.plain,
	}
}

func programOptions(ctx context.Context, noColour bool) []tea.ProgramOption {
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(tui.FPS)}
	if noColour {
		// Bubble Tea counts NO_COLOR=1 only; any value is meant.
		opts = append(opts, tea.WithColorProfile(colorprofile.Ascii))
	}
	return opts
}

// unicodeTerminal reports whether the locale's charset is UTF-8; unset counts
// as yes, as nearly every terminal is.
func unicodeTerminal() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToUpper(os.Getenv(name)); v != "" {
			return strings.Contains(v, "UTF-8") || strings.Contains(v, "UTF8")
		}
	}
	return true
}

// editor is the person's own editor with its arguments.
func (a *app) editor() []string {
	return strings.Fields(cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), "vi"))
}
