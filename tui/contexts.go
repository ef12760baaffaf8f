package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/companies"
	"talentmap/tui/composer"
	"talentmap/tui/history"
	"talentmap/tui/importer"
	"talentmap/tui/imports"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/person"
	"talentmap/tui/queue"
	"talentmap/tui/review"
	"talentmap/tui/talent"
	"talentmap/tui/theme"
)

// Contexts are all places with their actions, for the docs and for the check
// that no key is bound twice. Nothing of them is ever run.
func Contexts() []action.Context {
	env := &pane.Env{
		Theme: theme.Plain(), Now: func() time.Time { return time.Time{} },
		After: func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil },
	}
	root := &Root{env: env}
	none := func(string) []overlay.Item { return nil }
	return []action.Context{
		{Name: "Everywhere", Actions: root.actions()},
		{Name: "Talent map", Actions: talent.New(env, talent.Deps{}).Actions()},
		{Name: "Queue", Actions: queue.New(env, queue.Deps{}).Actions()},
		{Name: "Composer", Actions: composer.New(env, composer.Deps{}).Actions()},
		{Name: "Person", Actions: person.New(env, person.Deps{}, 0).Actions()},
		{Name: "History", Actions: history.New(env, history.Deps{}).Actions()},
		{Name: "Imports", Actions: imports.New(env, imports.Deps{}).Actions()},
		{Name: "Review", Actions: review.New(env, review.Deps{}).Actions()},
		{Name: "Companies", Actions: companies.New(context.Background(), env, companies.Deps{}).Actions()},
		{Name: "Import", Actions: importer.New(context.Background(), env, nil, nil).Actions()},
		{Name: "Columns of a file", Actions: importer.NewColumns(env).Actions()},
		{Name: "Lists that narrow while you type", Actions: overlay.NewPicker(env, "", "", none).Actions()},
		{Name: "Find anyone", Actions: root.filterActions(nil)},
		{Name: "Saved filters", Actions: root.savedActions(nil)},
		{Name: "Forms", Actions: overlay.NewForm(env, "", []overlay.Field{{}}, nil).Actions()},
		{Name: "Two versions", Actions: overlay.NewConflict(env, "", nil, nil, nil).Actions()},
		{Name: "Questions", Actions: overlay.NewConfirm(env, "", nil).Actions()},
		{Name: "Texts", Actions: overlay.NewReader(env, "", func(int) []string { return nil }).Actions()},
	}
}
