package overlay

import (
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// Contexts are the overlays of this package with their actions, for the docs and
// for a keymap. Nothing of them is ever run.
func Contexts(env *pane.Env) []action.Context {
	none := func(string) []Item { return nil }
	return []action.Context{
		{Name: Lists, Actions: NewPicker(env, "", "", none).Actions(), Over: true, Typing: true},
		{Name: Several, Actions: NewPicker(env, "", "", none).Many(nil, nil).Actions(), Over: true, Typing: true},
		{Name: Menus, Actions: NewMenu(env, "", nil).Actions(), Over: true},
		{Name: Forms, Actions: NewForm(env, "", []Field{{}, {}}, nil).Actions(), Over: true, Typing: true},
		{Name: Choices, Actions: NewChooser(env, "", []Choice{{Shows: func(int) []string { return nil }}}).Actions(), Over: true},
		{Name: "Two versions", Actions: NewConflict(env, "", nil, nil, nil).Actions(), Over: true},
		{Name: "Questions", Actions: NewConfirm(env, "", nil).Actions(), Over: true},
		{Name: "Messages", Actions: NewMessages(env).Actions(), Over: true},
		{Name: "Texts", Actions: NewReader(env, "", func(int) []string { return nil }).Actions(), Over: true},
	}
}

// The names of the contexts of a [Picker], of a [Menu], of a [Form] and of a [Chooser].
const (
	Lists   = "Lists that narrow while you type"
	Several = "Lists from which several are chosen"
	Menus   = "Choices by a key"
	Forms   = "Forms"
	Choices = "Choices that show their text"
)
