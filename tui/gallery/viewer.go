package gallery

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/widget"
)

// size is a size at which a scene is looked at; zero: that of the terminal.
type size struct{ w, h int }

var sizes = []size{{}, {60, 15}, {80, 24}, {120, 40}, {200, 50}}

// Viewer shows the scenes one after the other. It is a tea.Model; Close it when
// the program has ended.
type Viewer struct {
	ctx    context.Context
	dir    string // of the scenes' databases
	scenes []Scene
	at     int
	look   Look
	looked bool // look is chosen; else each scene has its own
	size   int  // of sizes
	w, h   int
	inside bool // the keys go to the scene

	profile colorprofile.Profile

	play   *play
	played int

	err error
}

var _ tea.Model = (*Viewer)(nil)

// staged is a stage that is ready.
type staged struct{ play *play }

// NewViewer is a viewer that begins with scenes[at]. dir is for their databases; the
// program has to run where their files are, see [Provide].
func NewViewer(ctx context.Context, dir string, scenes []Scene, at int) *Viewer {
	return &Viewer{ctx: ctx, dir: dir, scenes: scenes, at: at}
}

// Close ends the scene that is played. The error is that of a scene that could not
// be played.
func (v *Viewer) Close() error {
	if v.play != nil {
		v.err = errors.Join(v.err, v.play.stage.Close())
	}
	return v.err
}

// Init waits for the terminal's size.
func (v *Viewer) Init() tea.Cmd { return nil }

// open sets the scene that is looked at, at its size, in the background.
func (v *Viewer) open() tea.Cmd {
	v.played++
	v.inside = false
	old := v.play
	v.play = nil
	w, h := v.sized()
	if !v.looked {
		v.look = v.scenes[v.at].Look
	}
	next := &play{number: v.played, scene: v.scenes[v.at], look: v.look, w: w, h: h, profile: v.profile}
	dir := filepath.Join(v.dir, fmt.Sprint(next.number))
	return func() tea.Msg {
		if old != nil {
			if err := old.stage.Close(); err != nil {
				return failed{err}
			}
		}
		err := os.Mkdir(dir, 0o700)
		if err != nil {
			return failed{err}
		}
		if next.stage, err = Open(v.ctx, dir, &next.scene, next.look, nil); err != nil {
			return failed{err}
		}
		return staged{next}
	}
}

// sized is the size of the scene: as chosen, and never more than there is room for.
func (v *Viewer) sized() (w, h int) {
	w, h = v.w, v.h-1
	if s := sizes[v.size]; s.w > 0 {
		return min(s.w, w), min(s.h, h)
	}
	return w, h
}

// Update takes a key of the viewer, or gives the scene what is its own.
func (v *Viewer) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		v.w, v.h = msg.Width, msg.Height
		return v, v.open()
	case tea.ColorProfileMsg:
		v.profile = msg.Profile
	case failed:
		v.err = msg.err
		return v, tea.Quit
	case staged:
		return v, v.begin(msg.play)
	case tea.KeyPressMsg:
		return v, v.key(msg)
	}
	if v.play == nil {
		return v, nil
	}
	cmd, err := v.play.update(msg)
	if err != nil {
		v.err = err
		return v, tea.Quit
	}
	return v, cmd
}

// begin plays a stage that is ready, unless another is wanted by now.
func (v *Viewer) begin(p *play) tea.Cmd {
	if p.number != v.played {
		return func() tea.Msg {
			if err := p.stage.Close(); err != nil {
				return failed{err}
			}
			return nil
		}
	}
	v.play = p
	cmd, err := p.begin()
	if err != nil {
		return func() tea.Msg { return failed{err} }
	}
	return cmd
}

// leave is the key that goes back from a scene to the viewer.
const leave = "ctrl+g"

func (v *Viewer) key(k tea.KeyPressMsg) tea.Cmd {
	if v.inside && v.play != nil {
		if k.String() == leave {
			v.inside = false
			return nil
		}
		return v.play.tell(k)
	}
	switch k.String() {
	case "n", "right", "space", "j", "down":
		v.at = (v.at + 1) % len(v.scenes)
	case "p", "left", "k", "up":
		v.at = (v.at + len(v.scenes) - 1) % len(v.scenes)
	case "t":
		v.look, v.looked = v.look.next(), true
	case "s":
		v.size = (v.size + 1) % len(sizes)
	case "enter":
		v.inside = v.play != nil && v.play.settled
		return nil
	case "q", "esc", "ctrl+c":
		return tea.Quit
	default:
		return nil
	}
	return v.open()
}

// View is the scene, and below it where one is and what the keys do.
func (v *Viewer) View() tea.View {
	out := tea.NewView("")
	out.AltScreen = true
	if v.w == 0 {
		return out
	}
	var lines []string
	if v.play != nil {
		scene := v.play.model.View()
		out.Cursor = scene.Cursor
		lines = strings.Split(scene.Content, "\n")
		if v.play.w < v.w { // an edge, where the scene is smaller than the terminal
			for i := range lines {
				lines[i] += strings.Repeat(" ", max(v.play.w-ansi.StringWidth(lines[i]), 0)) + "\x1b[m┊"
			}
		}
	}
	for len(lines) < v.h-1 {
		lines = append(lines, "")
	}
	out.Content = strings.Join(append(lines[:v.h-1], v.foot()), "\n")
	return out
}

// foot is the last line.
func (v *Viewer) foot() string {
	s := v.scenes[v.at]
	where := fmt.Sprintf(" %d of %d  %s", v.at+1, len(v.scenes), s.Title)
	keys := "n next  p before  enter try it  t " + v.look.next().String() + "  s size  q leave "
	if v.inside {
		keys = leave + " leaves the scene "
	}
	if w, h := v.sized(); sizes[v.size].w > 0 {
		where += fmt.Sprintf("  %d×%d", w, h)
	}
	room := v.w - widget.Width(keys)
	if room < 20 {
		return widget.Fit(where, v.w, "…")
	}
	return "\x1b[7m" + widget.Fit(where, room, "…") + keys + "\x1b[m"
}
