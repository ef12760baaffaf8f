package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"talentmap/tui/config"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// looks is what the theme depends on, besides the settings.
type looks struct {
	name   string // the theme that was chosen, last here
	dark   bool   // the terminal's background
	colour profile
}

// profile is how many colours the terminal has.
type profile struct {
	none  bool
	depth theme.Depth
}

// theme is the one chosen, else the one that suits the background.
func (r *Root) theme() *theme.Theme {
	name := r.looks.name
	switch {
	case r.cfg.Terminal.NoColour || r.looks.colour.none || r.aloud():
		name = "plain"
	case name == config.Auto && r.looks.dark:
		name = "dark"
	case name == config.Auto:
		name = "light"
	}
	spec, own := r.set.Themes[name]
	if !own {
		spec.Base = name
	}
	t := spec.Theme(name, r.looks.colour.depth)
	if r.ascii() {
		t = t.ASCII()
	}
	if r.aloud() {
		t = t.Aloud()
	}
	return t
}

// aloud reports whether the screen is made to be read aloud.
func (r *Root) aloud() bool { return r.cfg.Terminal.ScreenReader || r.set.ScreenReader }

// ascii reports whether nothing but ASCII is drawn.
func (r *Root) ascii() bool {
	if r.set.ASCII == config.ByItself {
		return r.cfg.Terminal.ASCII
	}
	return r.set.ASCII == config.Always
}

// restyle has everything drawn anew, in the looks, with the keys and the columns
// that hold now.
func (r *Root) restyle() tea.Cmd {
	r.env.Theme, r.env.Aloud = r.theme(), r.aloud()
	r.frame.forget()
	return r.broadcast(pane.Themed{})
}

func (r *Root) background(msg tea.BackgroundColorMsg) tea.Cmd {
	if r.looks.dark == msg.IsDark() {
		return nil
	}
	r.looks.dark = msg.IsDark()
	return r.restyle()
}

// profile takes note of how many colours the terminal has.
func (r *Root) profile(msg tea.ColorProfileMsg) tea.Cmd {
	p := profile{none: msg.Profile <= colorprofile.ASCII}
	if msg.Profile == colorprofile.ANSI {
		p.depth = theme.Sixteen
	}
	if p == r.looks.colour {
		return nil
	}
	r.looks.colour = p
	return r.restyle()
}

// nextTheme takes the next of the themes, for this session.
func (r *Root) nextTheme() tea.Cmd {
	all := r.set.ThemeNames()
	r.looks.name = all[(slices.Index(all, r.looks.name)+1)%len(all)]
	text := "theme: " + r.looks.name
	if r.looks.name == config.Auto {
		text = "theme: by the terminal's background"
	}
	return tea.Batch(r.restyle(), r.tell(pane.Toast{Next: text}))
}
