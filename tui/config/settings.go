package config

import (
	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Settings are what a person has chosen; see [Defaults].
type Settings struct {
	Theme        string                // Auto, one of theme.Bases, or one of Themes
	Themes       map[string]theme.Spec // the person's own, by name
	Mouse        bool                  // the workbench takes the mouse
	ASCII        When                  // nothing but ASCII is drawn
	ScreenReader bool                  // the screen is made to be read aloud
	Sender       model.Sender          // who writes
	Keys         map[string][]string   // by the ID of their action; the others keep their own
	Columns      map[string][]string   // by the name of their list; the others show their own
}

// Auto is the theme that suits the terminal's background.
const Auto = "auto"

// When says when something is done.
type When string

// The times. By itself is where the program sees that it is needed.
const (
	ByItself When = "auto"
	Always   When = "always"
	Never    When = "never"
)

// Defaults are the settings of a person who has chosen nothing.
func Defaults() Settings {
	return Settings{Theme: Auto, Mouse: true, ASCII: ByItself}
}

// Known is what a config may name.
type Known struct {
	Contexts []action.Context
	Lists    []widget.Listed
}

// context is the one of a name, nil where there is none.
func (k *Known) context(name string) *action.Context {
	for i := range k.Contexts {
		if name != "" && k.Contexts[i].Name == name {
			return &k.Contexts[i]
		}
	}
	return nil
}

// actions visits every action whose keys can be chosen, once: some are in several
// contexts.
func (k *Known) actions(visit func(c *action.Context, a *action.Action)) {
	seen := map[string]bool{}
	for i := range k.Contexts {
		c := &k.Contexts[i]
		for j := range c.Actions {
			if a := &c.Actions[j]; !c.Fixed && !seen[a.ID] {
				seen[a.ID] = true
				visit(c, a)
			}
		}
	}
}
