package gallery

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/store"
	"talentmap/tui/action"
)

// Scene is a state of the workbench, and how one comes there.
type Scene struct {
	Name  string // of its picture: letters, digits and "-"
	Title string // what there is to be seen
	W, H  int    // cells of its picture
	Look  Look   // of its picture
	Empty bool   // nothing is there, not even the sample

	Before    Happening // before the session begins; nil: nothing
	Keys      string    // see [Script]
	Meanwhile Happening // what somebody else does then; nil: nothing
	Then      string    // the keys after that
}

// Happening is what happens in the store without a key.
type Happening func(context.Context, *store.Store) error

// Scenes are all scenes, in the order in which one would look at them.
func Scenes() []Scene {
	return slices.Concat(homeScenes, peopleScenes, entryScenes, writingScenes, dataScenes, workbenchScenes)
}

// Find is the scene of a name.
func Find(name string) (Scene, bool) {
	all := Scenes()
	i := slices.IndexFunc(all, func(s Scene) bool { return s.Name == name })
	if i < 0 {
		return Scene{}, false
	}
	return all[i], true
}

// Script reads keys between spaces, spelled as in [action.ParseKey]. What begins
// with = is typed letter by letter, with a blank for each underscore.
func Script(keys string) ([]tea.Msg, error) {
	strokes, err := strokes(keys)
	return slices.Concat(strokes...), err
}

// strokes are the keys of a script: one each, and those of a text together, for they
// are typed without a look at the screen in between.
func strokes(keys string) (all [][]tea.Msg, err error) {
	for _, k := range strings.Fields(keys) {
		names := []string{k}
		if text, typed := strings.CutPrefix(k, "="); typed && text != "" {
			names = letters(text)
		}
		var stroke []tea.Msg
		for _, name := range names {
			msg, err := action.ParseKey(name)
			if err != nil {
				return nil, err
			}
			stroke = append(stroke, msg)
		}
		all = append(all, stroke)
	}
	return all, nil
}

// letters are the keys that type a text.
func letters(text string) (keys []string) {
	for text != "" {
		char, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
		text = text[len(char):]
		if char == "_" {
			char = "space"
		}
		keys = append(keys, char)
	}
	return keys
}
