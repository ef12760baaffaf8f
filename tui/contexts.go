package tui

import (
	"context"
	"slices"
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
	places := []action.Context{
		{Name: "Everywhere", Actions: root.actions()},
		{Name: "Talent map", Actions: talent.New(env, talent.Deps{}).Actions()},
		{Name: "Queue", Actions: queue.New(env, queue.Deps{}).Actions()},
		{Name: "Composer", Actions: composer.New(env, composer.Deps{}).Actions()},
		{Name: "Person", Actions: person.New(env, person.Deps{}, 0).Actions()},
		{Name: "History", Actions: history.New(env, history.Deps{}).Actions()},
		{Name: "Imports", Actions: imports.New(env, imports.Deps{}).Actions()},
		{Name: "Review", Actions: review.New(env, review.Deps{}).Actions()},
		{Name: "Companies", Actions: companies.New(context.Background(), env, companies.Deps{}).Actions()},
		{Name: "Import", Actions: importer.New(context.Background(), env, nil).Actions(), Over: true},
		{Name: "Columns of a file", Actions: importer.NewColumns(env).Actions(), Over: true},
	}
	return slices.Concat(places, overlay.Contexts(env), []action.Context{
		{Name: "Find anyone", Actions: root.filterActions(nil), In: overlay.Lists, Over: true, Typing: true},
		{Name: "Saved filters", Actions: root.savedActions(nil), In: overlay.Lists, Over: true, Typing: true},
	})
}
