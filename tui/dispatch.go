package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// key gives a key to exactly one place.
func (r *Root) key(msg tea.KeyPressMsg) tea.Cmd {
	r.toldBefore = r.toast.gen
	key := msg.String()
	if key == "ctrl+c" {
		return r.quit()
	}
	if r.screen.tooFew {
		if key == "q" {
			return r.quit()
		}
		return nil
	}
	top := r.top()
	if e, ok := top.(pane.Editing); ok && e.Editing() {
		return r.keyWhileTyping(top, e, msg)
	}
	own, ok := action.Find(top.Actions(), key)
	if ok && own.Off() == "" {
		return r.run(own)
	}
	// A key that is off here may do something everywhere: tab in the composer.
	if a, found := action.Find(r.acts, key); found && len(r.overlays) == 0 && (!ok || a.Off() == "") {
		return r.run(a)
	}
	switch {
	case key == "esc": // pressed once too often, which needs no answer
		return nil
	case ok:
		return r.run(own) // says why not
	case len(r.overlays) > 0:
		return r.tell(pane.Toast{Text: action.KeyName(key) + " does nothing here"})
	}
	return r.tell(pane.Toast{Text: action.KeyName(key) + " does nothing here · ? lists the keys"})
}

// keyWhileTyping runs the actions whose keys are no text, and not taken by what is
// typed; all else is typed.
func (r *Root) keyWhileTyping(top pane.Pane, typing pane.Editing, msg tea.KeyPressMsg) tea.Cmd {
	if msg.Text == "" && !typing.Takes(msg.String()) {
		if a, ok := action.Find(top.Actions(), msg.String()); ok && a.Off() == "" {
			return r.run(a)
		}
	}
	return top.Update(msg)
}

// paste goes where typing goes; elsewhere it is no key.
func (r *Root) paste(msg tea.PasteMsg) tea.Cmd {
	msg.Content = model.CleanText(msg.Content)
	top := r.top()
	if e, ok := top.(pane.Editing); ok && e.Editing() {
		return top.Update(msg)
	}
	return r.tell(pane.Toast{Text: "a paste goes into a text: c writes to the person, f finds someone"})
}

// run runs an action: one that is off says why, a dangerous one asks first.
func (r *Root) run(a *action.Action) tea.Cmd {
	if why := a.Off(); why != "" {
		return r.tell(pane.Toast{Text: a.Short + ": " + why})
	}
	run := a.Run
	if a.Danger {
		again := *a
		return r.open(overlay.NewConfirm(r.env, a.Ask(), func() tea.Cmd {
			if why := again.Off(); why != "" { // much can happen before an answer
				return r.tell(pane.Toast{Text: again.Short + ": " + why})
			}
			return run()
		}))
	}
	return tea.Batch(run(), r.follow())
}

// runLater runs an action that was chosen from a list.
func (r *Root) runLater(a action.Action) func() tea.Cmd {
	return func() tea.Cmd { return r.run(&a) }
}

func (r *Root) actions() []action.Action {
	focus := func(i int) func() tea.Cmd {
		return func() tea.Cmd {
			r.overlays, r.pages = nil, nil
			r.setFocus(i)
			return nil
		}
	}
	return []action.Action{
		{ID: "go.map", Group: "go", Short: "map", Long: "Go to the talent map.", Keys: []string{"1"}, Run: focus(mapPane)},
		{ID: "go.queue", Group: "go", Short: "queue", Long: "Go to the queue.", Keys: []string{"2"}, Run: focus(queuePane)},
		{ID: "go.composer", Group: "go", Short: "composer", Long: "Go to the composer.", Keys: []string{"3"}, Run: focus(composerPane)},
		{ID: "go.next", Group: "go", Short: "next pane", Long: "Go to the next pane.", Keys: []string{"tab"}, Why: r.notHome, Run: func() tea.Cmd { return focus((r.focus + 1) % 3)() }},
		{ID: "go.back", Group: "go", Short: "pane before", Long: "Go to the pane before.", Keys: []string{"shift+tab"}, Why: r.notHome, Run: func() tea.Cmd { return focus((r.focus + 2) % 3)() }},
		{ID: "go.zoom", Group: "go", Short: "zoom", Long: "Give the focused pane the whole screen, and take it back.", Keys: []string{"z"}, Why: r.notHome, Run: r.toggleZoom},
		{ID: "go.home", Group: "go", Short: "back", Long: "Close the page.", Keys: []string{"esc"}, Why: r.isHome, Run: r.close},
		{ID: "find", Group: "people", Short: "find", Long: "Find anyone by name, title, company, place or skill.", Keys: []string{"f"}, Footer: true, Run: r.find},
		{ID: "filters", Group: "people", Short: "saved filters", Long: "List the saved filters: use one, rename or delete it.", Keys: []string{"F"}, Run: r.listFilters},
		{ID: "import", Group: "people", Short: "import", Long: "Import a file of people: look first, then in, in one step that can be taken back.", Keys: []string{"I"}, Run: r.importFile},
		{ID: "imports", Group: "people", Short: "imports", Long: "List the files that have come in, what each told, and take one back.", Keys: []string{"A"}, Why: r.inImports, Run: r.openImports},
		{ID: "review", Group: "people", Short: "review", Long: "Look at the rows of imports that may mean someone known.", Keys: []string{"V"}, Why: r.inReview, Run: r.openReview},
		{ID: "companies", Group: "people", Short: "companies", Long: "Look at the pairs that may be one company, and at all companies.", Keys: []string{"C"}, Why: r.inCompanies, Run: r.openCompanies},
		{ID: "sample", Group: "people", Short: "load sample", Long: "Load 120 made-up people to try things on; one undo takes them away.", Keys: []string{"L"}, Why: r.sampleThere, Run: r.loadSample},
		{ID: "undo", Group: "session", Short: "undo", Long: "Take back your last change.", Keys: []string{"u"}, Run: r.undo},
		{ID: "redo", Group: "session", Short: "redo", Long: "Bring back what you took back last.", Keys: []string{"ctrl+r"}, Run: r.redo},
		{ID: "history", Group: "session", Short: "history", Long: "List every change, who made it and when, and take one back.", Keys: []string{"H"}, Why: r.inHistory, Run: r.openHistory},
		{ID: "help", Group: "session", Short: "keys", Long: "List the keys of this place; type to narrow, enter to run.", Keys: []string{"?"}, Footer: true, Run: r.help},
		{ID: "palette", Group: "session", Short: "commands", Long: "Find any command by its words.", Keys: []string{":", "ctrl+p"}, Run: r.palette},
		{ID: "theme", Group: "session", Short: "theme", Long: "Change the look: by the terminal's background, dark, light, plain.", Keys: []string{"T"}, Run: r.nextTheme},
		{ID: "quit", Group: "session", Short: "quit", Long: "Save what is being typed and leave.", Keys: []string{"q"}, Run: r.quit},
	}
}

func (r *Root) notHome() string {
	if len(r.pages) > 0 {
		return "a page is open: esc closes it"
	}
	return ""
}

func (r *Root) isHome() string {
	if len(r.pages) == 0 {
		return "this is home: q leaves"
	}
	return ""
}

func (r *Root) toggleZoom() tea.Cmd {
	r.zoom = !r.zoom
	r.place()
	return nil
}

func (r *Root) nextTheme() tea.Cmd {
	r.look = (r.look + 1) % 4
	names := [...]string{"by the terminal's background", "dark", "light", "plain"}
	return tea.Batch(r.setTheme(), r.tell(pane.Toast{Text: "theme: " + names[r.look]}))
}

// help lists the keys of the place one is at.
func (r *Root) help() tea.Cmd {
	under := r.under()
	items := r.items(under.Actions())
	items = append(items, r.items(r.acts)...)
	title := fmt.Sprintf("Keys · %s", under.Title())
	return r.open(overlay.NewPicker(r.env, title, "type to narrow, enter runs", func(q string) []overlay.Item {
		return overlay.Filter(items, q)
	}))
}

// palette finds commands by their words: those of this place and the global
// ones.
func (r *Root) palette() tea.Cmd {
	items := append(r.items(r.acts), r.items(r.under().Actions())...)
	return r.open(overlay.NewPicker(r.env, "Commands", "what would you like to do?", func(q string) []overlay.Item {
		return overlay.Filter(items, q)
	}))
}

func (r *Root) items(acts []action.Action) []overlay.Item {
	items := make([]overlay.Item, 0, len(acts))
	for _, a := range acts {
		key := ""
		if len(a.Keys) > 0 {
			key = action.KeyName(a.Keys[0])
		}
		items = append(items, overlay.Item{Key: key, Title: a.Short, Note: a.Long, Off: a.Off(), Run: r.runLater(a)})
	}
	return items
}

// quit saves what is being typed and ends the session.
func (r *Root) quit() tea.Cmd {
	if r.quitting {
		return tea.Quit
	}
	r.quitting = true
	return tea.Batch(r.composer.Flush(), r.quitWhenSaved())
}

func (r *Root) quitWhenSaved() tea.Cmd {
	if r.quitting && !r.composer.Unsaved() {
		return tea.Quit
	}
	return nil
}
