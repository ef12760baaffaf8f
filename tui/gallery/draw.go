package gallery

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// patience bounds how long a scene may take to be drawn.
const patience = 30 * time.Second

// Draw plays a scene to its end and returns what is on the screen. dir is for its
// database. The program has to run where the scenes' files are, see [Provide].
func Draw(ctx context.Context, dir string, s Scene) (view tea.View, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	stage, err := Open(ctx, dir, &s, s.Look, nil)
	if err != nil {
		return view, err
	}
	defer func() { err = errors.Join(err, stage.Close()) }()
	d := &drawing{play: play{scene: s, look: s.Look, stage: stage, w: s.W, h: s.H, profile: colorprofile.TrueColor}}
	begin, err := d.play.begin()
	if err != nil {
		return view, err
	}
	d.begin = begin
	_, err = tea.NewProgram(d, tea.WithContext(ctx), tea.WithoutRenderer(), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignalHandler()).Run()
	if err = errors.Join(err, d.err); err != nil {
		return view, fmt.Errorf("the scene %s: %w", s.Name, err)
	}
	return d.view, nil
}

// drawing is a scene that is played without a terminal.
type drawing struct {
	play  play
	begin tea.Cmd
	view  tea.View
	err   error
}

var _ tea.Model = (*drawing)(nil)

func (d *drawing) Init() tea.Cmd { return d.begin }

func (d *drawing) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd, err := d.play.update(msg)
	if d.play.settled || err != nil {
		d.view, d.err = d.play.model.View(), err
		return d, tea.Quit
	}
	return d, cmd
}

func (d *drawing) View() tea.View { return tea.NewView("") }
