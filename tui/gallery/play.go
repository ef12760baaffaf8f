package gallery

import (
	"context"
	"image/color"
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// quiet is how long nothing has to happen before the next key of a scene is
// pressed: what the last one asked for is there then. Where something is still under
// way it may take several times as long; what never comes back, such as the wait
// for a change, was under way before the first key.
const (
	quiet   = 40 * time.Millisecond
	several = 25
)

// play is a scene on its stage. It stands between the program and the session: its
// commands come back as acts, so that nothing of a scene that is over reaches the
// next.
type play struct {
	number int // of the scenes played so far
	scene  Scene
	look   Look
	stage  *Stage
	model  tea.Model
	w, h   int // cells

	profile colorprofile.Profile

	keys    [][]tea.Msg // still to be pressed, see [strokes]
	then    [][]tea.Msg // after the happening in between
	beat    int         // counts what has happened
	flying  int         // commands that are under way
	waits   int         // how many of them never come back: they wait for a change
	waited  int         // how often, since the last beat
	begun   bool        // the first screen is there
	settled bool        // every key is pressed, and what it asked for is there
}

// act is a message of the scene of a number.
type act struct {
	number int
	msg    tea.Msg
}

// still is the quiet after a beat.
type still struct{ number, beat int }

// failed is an error of a scene.
type failed struct{ err error }

// update takes the messages of the scene; those of another are nobody's.
func (p *play) update(msg tea.Msg) (tea.Cmd, error) {
	switch msg := msg.(type) {
	case act:
		if f, bad := msg.msg.(failed); bad {
			return nil, f.err
		}
		if msg.number == p.number {
			p.flying--
			return p.receive(msg.msg), nil
		}
	case still:
		if msg.number == p.number {
			return p.next(msg), nil
		}
	}
	return nil, nil
}

// begin starts the session as a program would.
func (p *play) begin() (tea.Cmd, error) {
	var err error
	if p.keys, err = strokes(p.scene.Keys); err != nil {
		return nil, err
	}
	if p.then, err = strokes(p.scene.Then); err != nil {
		return nil, err
	}
	p.model = p.stage.Root
	return tea.Batch(
		p.own(p.model.Init()),
		p.tell(tea.ColorProfileMsg{Profile: p.profile}),
		p.tell(tea.WindowSizeMsg{Width: p.w, Height: p.h}),
		p.tell(tea.EnvMsg{"TERM=xterm-256color"}),
		p.rest(),
	), nil
}

// tell gives the session a message.
func (p *play) tell(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.model, cmd = p.model.Update(msg)
	p.beat++
	return p.own(cmd)
}

// own makes what a command returns an act of this scene.
func (p *play) own(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	n := p.number
	p.flying++
	return func() tea.Msg { return act{n, cmd()} }
}

// rest waits for quiet.
func (p *play) rest() tea.Cmd {
	s := still{p.number, p.beat}
	return tea.Tick(quiet, func(time.Time) tea.Msg { return s })
}

// receive takes what a command of the session has returned, in place of the
// program and the terminal.
func (p *play) receive(msg tea.Msg) tea.Cmd {
	if cmds, sequence := commands(msg); cmds != nil {
		for i, c := range cmds {
			cmds[i] = p.own(c)
		}
		if sequence {
			return tea.Sequence(cmds...)
		}
		return tea.Batch(cmds...)
	}
	if msg == tea.RequestBackgroundColor() {
		msg = p.background()
	}
	switch msg.(type) {
	case nil, tea.QuitMsg:
		return nil // the scene is not left by its own keys
	}
	return tea.Batch(p.tell(msg), p.rest())
}

// next presses the next key, or has happen what is to happen in between.
func (p *play) next(s still) tea.Cmd {
	if s.beat != p.beat || p.settled {
		return nil
	}
	p.waited++
	if !p.begun && p.waited < several/2 || p.flying > p.waits && p.waited < several {
		return p.rest()
	}
	p.begun, p.waits = true, p.flying // what has not come back by now does not
	p.waited = 0
	if len(p.keys) > 0 {
		var cmds []tea.Cmd
		for _, key := range p.keys[0] {
			cmds = append(cmds, p.tell(key))
		}
		p.keys = p.keys[1:]
		return tea.Batch(append(cmds, p.rest())...)
	}
	if happens := p.scene.Meanwhile; happens != nil {
		p.scene.Meanwhile, p.keys = nil, p.then
		st := p.stage.Store
		return tea.Sequence(p.own(func() tea.Msg {
			if err := happens(context.Background(), st); err != nil {
				return failed{err}
			}
			return nil
		}), p.rest())
	}
	p.settled = true
	return nil
}

// background is the terminal's answer.
func (p *play) background() tea.Msg {
	if p.look == Light {
		return tea.BackgroundColorMsg{Color: color.White}
	}
	return tea.BackgroundColorMsg{Color: color.Black}
}

// commands unwraps the messages of tea.Batch and tea.Sequence, of which the second
// has no exported type.
func commands(msg tea.Msg) (cmds []tea.Cmd, sequence bool) {
	v := reflect.ValueOf(msg)
	if !v.IsValid() || !v.CanConvert(reflect.TypeFor[[]tea.Cmd]()) {
		return nil, false
	}
	_, batch := msg.(tea.BatchMsg)
	return v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd), !batch
}
