package tui

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/companies"
	"talentmap/tui/company"
	"talentmap/tui/composer"
	"talentmap/tui/config"
	"talentmap/tui/entry"
	"talentmap/tui/exporter"
	"talentmap/tui/history"
	"talentmap/tui/importer"
	"talentmap/tui/imports"
	"talentmap/tui/outbox"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/person"
	"talentmap/tui/queue"
	"talentmap/tui/review"
	"talentmap/tui/roles"
	"talentmap/tui/sending"
	"talentmap/tui/shortlist"
	"talentmap/tui/stock"
	"talentmap/tui/talent"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Contexts are all places with their actions, for the docs and for the check
// that no key is bound twice. Nothing of them is ever run.
func Contexts() []action.Context { return Known().Contexts }

// Known is what a config may name: all places with their actions, and all lists
// with their columns. Nothing of them is ever run.
func Known() config.Known {
	env := &pane.Env{
		Theme: &theme.Theme{}, Now: func() time.Time { return time.Time{} },
		After: func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil },
	}
	root := &Root{env: env, desk: entry.New(env, entry.Deps{})}
	ctx := context.Background()
	var known config.Known
	add := func(name string, p pane.Pane, over bool) {
		known.Contexts = append(known.Contexts, action.Context{Name: name, Actions: p.Actions(), Over: over})
		if c, ok := p.(pane.Columned); ok {
			known.Lists = append(known.Lists, c.Columns())
		}
	}
	known.Contexts = append(known.Contexts, action.Context{Name: "Everywhere", Actions: root.actions()})
	maps := talent.New(env, talent.Deps{})
	add("Talent map", maps, false)
	line := queue.New(env, queue.Deps{})
	add("Queue", line, false)
	add("Composer", composer.New(env, composer.Deps{}), false)
	add("Before it leaves", sending.New(ctx, env, sending.Deps{}, 0), false)
	add("Outbox", outbox.New(env, outbox.Deps{}), false)
	add("Templates and shelf", stock.New(ctx, env, stock.Deps{}), false)
	add("Person", person.New(env, person.Deps{}, 0, nil), false)
	add("History", history.New(env, history.Deps{}), false)
	add("Imports", imports.New(env, imports.Deps{}), false)
	add("Review", review.New(env, review.Deps{}), false)
	add("Roles", roles.New(ctx, env, roles.Deps{}), false)
	list := shortlist.New(ctx, env, shortlist.Deps{}, 0)
	add("Shortlist", list, false)
	firms := companies.New(ctx, env, companies.Deps{})
	add("Companies", firms, false)
	firm := company.New(ctx, env, company.Deps{}, 0)
	add("Company", firm, false)
	add("Import", importer.New(ctx, env, nil, nil), true)
	add("Export", exporter.New(ctx, env, exporter.Deps{}, pane.Export{}), true)
	add("Columns of a file", importer.NewColumns(env), true)
	lists, menus := []string{overlay.Lists, overlay.Several}, []string{overlay.Menus}
	known.Contexts = slices.Concat(known.Contexts, overlay.Contexts(env), []action.Context{
		{Name: "Find anyone", Actions: root.filterActions(nil), In: lists, Over: true, Typing: true},
		{Name: "Saved filters", Actions: root.savedActions(nil), In: lists[:1], Over: true, Typing: true},
		{Name: "Talent maps", Actions: maps.SwitcherActions(nil), In: lists[:1], Over: true, Typing: true},
		{Name: "Order of the map", Actions: maps.OrderChoices(), In: menus, Over: true},
		{Name: "Order of its companies", Actions: maps.FirmOrderChoices(), In: menus, Over: true},
		{Name: "Order of the companies", Actions: firms.OrderChoices(), In: menus, Over: true},
		{Name: "Order of the queue", Actions: line.OrderChoices(), In: menus, Over: true},
		{Name: "Order of a shortlist", Actions: list.OrderChoices(), In: menus, Over: true},
		{Name: "Order of who works at a company", Actions: firm.OrderChoices(), In: menus, Over: true},
		{Name: "Order of who came and went", Actions: firm.MoveOrderChoices(), In: menus, Over: true},
		{Name: "Tier", Actions: maps.TierChoices(nil), In: menus, Over: true},
		{Name: "Ledger", Actions: entry.LedgerActions(env), Over: true},
		{Name: "A signal", Actions: entry.SignalChoices(env), In: menus, Over: true},
		{Name: "A reply", Actions: entry.ReplyChoices(env), In: menus, Over: true},
		{Name: "Snooze", Actions: entry.SnoozeChoices(env), In: menus, Over: true},
		{Name: "Templates for somebody", Actions: composer.TemplateActions(), In: []string{overlay.Choices}, Over: true},
		{Name: "New person", Actions: entry.PersonActions(env), In: []string{overlay.Forms}, Over: true, Typing: true},
		{Name: typing, Actions: typingActions(), Over: true, Typing: true, Fixed: true},
	})
	return known
}

// typing is what a text has before all other keys, wherever one is typed.
const typing = "What is typed: these come before all other keys"

// typingActions are the keys of whatever is typed: a line, or a text of several
// rows.
func typingActions() (all []action.Action) {
	for _, k := range widget.Keys() {
		group, long := "typing", k.Long
		if k.Rows {
			group, long = "text", "In a text of several rows: "+strings.ToLower(long[:1])+long[1:]
		}
		all = append(all, action.Action{ID: k.ID, Group: group, Short: k.Short, Long: long, Keys: k.Keys, Typing: !k.Rows, Run: func() tea.Cmd { return nil }})
	}
	return all
}
