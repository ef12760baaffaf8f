package tui

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// key gives a key to exactly one place.
func (r *Root) key(msg tea.KeyPressMsg) tea.Cmd {
	r.toldBefore = r.toast.gen
	r.letGoOfError()
	key := msg.String()
	if key == "ctrl+c" {
		return r.quit()
	}
	if r.hold(msg) {
		return nil
	}
	if r.screen.tooFew {
		if a, ok := action.Find(r.acts, key); ok && a.ID == "quit" {
			return r.quit()
		}
		return nil
	}
	r.letGo()
	top := r.top()
	if e, ok := top.(pane.Editing); ok && e.Editing() {
		return r.keyWhileTyping(top, e, msg)
	}
	own, ok := action.Find(top.Actions(), key)
	if ok && own.Off() == "" {
		return r.run(own.By(key))
	}
	// A key that is off here may do something everywhere: tab in the composer.
	if a, found := action.Find(r.acts, key); found && (len(r.overlays) == 0 || a.ID == helpID) && (!ok || a.Off() == "") {
		return r.run(a)
	}
	switch {
	case key == "esc": // pressed once too often, which needs no answer
		return nil
	case ok:
		return r.run(own) // says why not
	}
	return r.tell(pane.Toast{Next: action.KeyName(key) + " does nothing here · {help} lists the keys"})
}

// keyWhileTyping runs the actions whose keys are no text, and not taken by what is
// typed; all else is typed.
func (r *Root) keyWhileTyping(top pane.Pane, typing pane.Editing, msg tea.KeyPressMsg) tea.Cmd {
	if msg.Text == "" && !typing.Takes(msg.String()) {
		if a, ok := action.Find(top.Actions(), msg.String()); ok && a.Off() == "" {
			return r.run(a.By(msg.String()))
		}
		if a, ok := action.Find(r.acts, msg.String()); ok && a.ID == helpID {
			return r.run(a)
		}
	}
	return top.Update(msg)
}

// paste goes where typing goes; elsewhere it is no key.
func (r *Root) paste(msg tea.PasteMsg) tea.Cmd {
	msg.Content = model.CleanText(msg.Content)
	if r.hold(msg) {
		return nil
	}
	top := r.top()
	if e, ok := top.(pane.Editing); ok && e.Editing() {
		return top.Update(msg)
	}
	return r.tell(pane.Toast{Next: "a paste goes into a text: {talent.write} writes to the person, {find} finds someone"})
}

// run runs an action: one that is off says why, a dangerous one asks first.
func (r *Root) run(a *action.Action) tea.Cmd {
	if why := a.Off(); why != "" {
		return r.tell(pane.Toast{Next: a.Short + ": " + why})
	}
	run := a.Run
	if a.Danger {
		again := *a
		c := overlay.NewConfirm(r.env, a.Ask(), func() tea.Cmd {
			if why := again.Off(); why != "" { // much can happen before an answer
				return r.tell(pane.Toast{Next: again.Short + ": " + why})
			}
			return run()
		})
		if a.Undoable {
			c.Next(pane.TakesBack)
		}
		return r.open(c)
	}
	return tea.Batch(run(), r.follow(), r.tourDid(a.ID))
}

func (r *Root) actions() []action.Action {
	focus := func(i int) func() tea.Cmd {
		return func() tea.Cmd {
			r.overlays, r.pages, r.behind = nil, nil, behind{}
			return r.setFocus(i)
		}
	}
	return append([]action.Action{
		{ID: "go.map", Group: "go", Short: "map", Long: "Go to the talent map.", Keys: []string{"1"}, Run: focus(mapPane)},
		{ID: "go.queue", Group: "go", Short: "queue", Long: "Go to the queue.", Keys: []string{"2"}, Run: focus(queuePane)},
		{ID: "go.composer", Group: "go", Short: "composer", Long: "Go to the composer.", Keys: []string{"3"}, Run: focus(composerPane)},
		{ID: "go.next", Group: "go", Short: "next pane", Long: "Go to the next pane.", Keys: []string{"tab"}, Why: r.notHome, Run: func() tea.Cmd { return focus((r.focus + 1) % 3)() }},
		{ID: "go.back", Group: "go", Short: "pane before", Long: "Go to the pane before.", Keys: []string{"shift+tab"}, Why: r.notHome, Run: func() tea.Cmd { return focus((r.focus + 2) % 3)() }},
		{ID: "go.zoom", Group: "go", Short: "zoom", Long: "Give the focused pane the whole screen, and take it back.", Keys: []string{"z"}, Why: r.notHome, Run: r.toggleZoom},
		{ID: homeID, Group: "go", Short: "back", Long: "Close the page; from a message that was begun on one, go back to it.", Keys: []string{"esc"}, Why: r.isHome, Run: r.close},
		{ID: "find", Group: "people", Short: "find", Long: "Find anyone by name, title, company, place or skill.", Keys: []string{"f"}, Footer: true, Run: r.find},
		{ID: "filters", Group: "people", Short: "saved filters", Long: "List the saved filters: use one, rename or delete it.", Keys: []string{"F"}, Run: r.listFilters},
		{ID: "import", Group: "people", Short: "import", Long: "Import a file of people: look first, then in, in one step that can be taken back.", Keys: []string{"I"}, Run: r.importFile},
		{ID: "export", Group: "people", Short: "export", Long: "Write who is marked, else the whole list, to a file: CSV for a spreadsheet, JSON for a program.", Keys: []string{"|"}, Several: true, Why: r.unexported, Run: r.export},
		{ID: "imports", Group: "people", Short: "imports", Long: "List the files that have come in, what each told, and take one back.", Keys: []string{"A"}, Why: r.inImports, Run: r.openImports},
		{ID: "review", Group: "people", Short: "review", Long: "Look at the rows of imports that may mean someone known.", Keys: []string{"V"}, Why: r.inReview, Run: r.openReview},
		{ID: "roles", Group: "people", Short: "roles", Long: "List the roles, and open the shortlist of one: who comes into question, and why.", Keys: []string{"R"}, Why: r.inRoles, Run: r.openRoles},
		{ID: "companies", Group: "people", Short: "companies", Long: "Look at all companies, and at the pairs that may be one.", Keys: []string{"C"}, Why: r.inCompanies, Run: r.openCompanies},
		{ID: "outbox", Group: "people", Short: "outbox", Long: "Look at the messages that are approved and wait to leave, and at the drafts that you have begun.", Keys: []string{"O"}, Why: r.inOutbox, Run: r.openOutbox},
		{ID: "stock", Group: "people", Short: "templates, shelf", Long: "Look at the templates and at what is worth sharing, and at the sequences with who is in them; write, change and remove them.", Keys: []string{"P"}, Why: r.inStock, Run: r.openStock},
		{ID: "sample", Group: "people", Short: "load sample", Long: "Load 120 made-up people to try things on; one undo takes them away.", Keys: []string{"L"}, Why: r.sampleThere, Run: r.loadSample},
		{ID: "undo", Group: "session", Short: "undo", Long: "Take back your last change.", Keys: []string{"u"}, Run: r.undo},
		{ID: "redo", Group: "session", Short: "redo", Long: "Bring back what you took back last.", Keys: []string{"ctrl+r"}, Run: r.redo},
		{ID: "history", Group: "session", Short: "history", Long: "List every change, who made it and when, and take one back.", Keys: []string{"H"}, Why: r.inHistory, Run: r.openHistory},
		{ID: helpID, Group: "session", Short: "keys", Long: "List the keys of this place by word or by key, and run one.", Keys: []string{"?", "f1"}, Footer: true, Run: r.help},
		{ID: "palette", Group: "session", Short: "commands", Long: "Find any command by its words or its key; those run last come first.", Keys: []string{":", "ctrl+p"}, Run: r.palette},
		{ID: "theme", Group: "session", Short: "theme", Long: "Change the look: by the terminal's background, dark, light, plain.", Keys: []string{"T"}, Run: r.nextTheme},
		{ID: "messages", Group: "session", Short: "messages", Long: "List what was told: what has happened, and errors; read and copy them.", Keys: []string{"!"}, Run: r.openMessages},
		{ID: "mouse", Group: "session", Short: "mouse on/off", Long: "Leave the mouse to the terminal, which selects text with it, or take it again. While the workbench has it, hold shift to select.", Run: r.toggleMouse},
		{ID: "reload", Group: "session", Short: "reload config", Long: "Read your config again: keys, columns and looks change at once.", Why: r.noConfig, Run: func() tea.Cmd { return r.readConfig("the config is read again") }},
		{ID: "sender", Group: "session", Short: "your details", Long: "Say who writes: your name, title, company and addresses, which messages name. They are kept in your config.", Why: r.noDetails, Run: r.editSender},
		{ID: "tour", Group: "session", Short: "take the tour", Long: "Go once through a day's work on the sample, in five steps.", Why: r.mayTour, Run: r.takeTour},
		{ID: "tour.leave", Group: "session", Short: "leave the tour", Long: "Leave the tour; it does not come back by itself.", Keys: []string{"alt+q"}, Why: r.noTour, Run: r.leaveTour},
		{ID: "quit", Group: "session", Short: "quit", Long: "Save what is being typed and leave.", Keys: []string{"q"}, Run: r.quit},
	}, r.quickActions()...)
}

func (r *Root) notHome() string {
	if len(r.pages) > 0 {
		return "a page is open: {go.home} closes it"
	}
	return ""
}

func (r *Root) isHome() string {
	if len(r.pages)+len(r.behind.pages) == 0 {
		return "this is home: {quit} leaves"
	}
	return ""
}

func (r *Root) toggleZoom() tea.Cmd {
	r.zoom = !r.zoom
	r.place()
	return nil
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
	if r.quitting && !r.composer.Unsaved() && len(r.held) == 0 {
		return tea.Quit
	}
	return nil
}
