package importer

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (m *Importer) actions() []action.Action {
	in := func(s stage, why string) func() string {
		return func() string {
			if m.stage != s {
				return why
			}
			return ""
		}
	}
	acts := []action.Action{
		{ID: "importer.read", Group: "import", Short: "look at it", Long: "Read the file and show what it would do; a folder is entered.", Keys: []string{"enter"}, Footer: true, Typing: true, Why: m.past, Run: m.enter},
		{ID: "importer.complete", Group: "import", Short: "complete", Long: "Complete the path.", Keys: []string{"tab"}, Footer: true, Typing: true, Why: m.past, Run: m.complete},
		{ID: "importer.yes", Group: "import", Short: "import", Long: "Import it, as one step that one undo takes back.", Keys: []string{"y", "Y"}, Footer: true, Why: m.notReady, Run: m.write},
		{ID: "importer.columns", Group: "import", Short: "columns", Long: "Say what the columns mean, where the file is of no known tool: remembered for every file with these headers.", Keys: []string{"m"}, Footer: true, Why: m.noColumns, Run: m.readColumns},
		{ID: "importer.onto", Group: "import", Short: "talent map", Long: "Choose the talent map that new people go onto, at its end, until it has its hundred.", Keys: []string{"t"}, Footer: true, Why: m.noMap, Run: m.chooseMap},
		{ID: "importer.cancel", Group: "import", Short: "cancel", Long: "Leave; nothing stays of what was not finished.", Keys: []string{"esc", "n"}, Footer: true, Run: m.leave},
	}
	moves := pane.Moves("importer", m)
	// While the path is typed letters are text, and these walk through the files.
	moves[0].Keys, moves[1].Keys = append(moves[0].Keys, "ctrl+n"), append(moves[1].Keys, "ctrl+p")
	for i := range moves {
		moves[i].Why = in(previewing, "there is no preview yet")
	}
	moves[0].Why, moves[1].Why = m.still, m.still
	return append(acts, moves...)
}

// past is why no path can be typed: it has been, and what comes next.
func (m *Importer) past() string {
	switch m.stage {
	case asking:
		return ""
	case previewing:
		if m.notReady() == "" {
			return "the file has been read, nothing is in yet: {importer.yes} imports it, {importer.cancel} leaves it"
		}
		return "the file has been read, and nothing in it is new: {importer.cancel} leaves it"
	case writing:
		return "it is being imported"
	}
	return "the file is being read"
}

func (m *Importer) still() string {
	if m.stage == reading || m.stage == writing {
		return "there is nothing to move through"
	}
	return ""
}

// Move walks through the files while the path is typed, and scrolls the preview.
func (m *Importer) Move(n int) {
	if m.stage == asking {
		m.file.Walk(n)
		return
	}
	m.scroll(n)
}

// Page moves by half pages.
func (m *Importer) Page(n int) { m.Move(n * max(m.h/2, 1)) }

// Home goes to the beginning.
func (m *Importer) Home() { m.Move(-len(m.lines)) }

// End goes to the end.
func (m *Importer) End() { m.Move(len(m.lines)) }

func (m *Importer) notReady() string {
	switch {
	case m.stage != previewing:
		return "there is no preview yet"
	case m.seen.news()+m.seen.Noted == 0 && !m.ranks():
		return "nothing in the file is new"
	}
	return ""
}

// ranks reports whether the file ranks people on the talent map that was chosen.
func (m *Importer) ranks() bool { return m.onto.ID != 0 && m.seen.Ranked() > 0 }

func (m *Importer) noColumns() string {
	switch {
	case m.stage != previewing:
		return "there is no preview yet"
	case !m.seen.table:
		return "the program knows what the columns of a " + m.seen.Dialect + " file mean"
	}
	return ""
}

func (m *Importer) noMap() string {
	switch {
	case m.stage != previewing:
		return "there is no preview yet"
	case m.seen.ofCompanies:
		return "the file tells of companies, and not of people"
	case len(m.seen.maps) == 0:
		return "there is no talent map yet: {talent.new} starts one"
	}
	return ""
}

// chooseMap lists the talent maps.
func (m *Importer) chooseMap() tea.Cmd {
	items := []overlay.Item{{Title: "no talent map", Note: m.env.Say("new people are found with {find}"), Run: m.putOnto(model.Map{})}}
	for _, tm := range m.seen.maps {
		items = append(items, overlay.Item{
			Title: tm.Name, Note: fmt.Sprintf("%d of %d", len(tm.Entries), model.MapSize), Run: m.putOnto(tm),
		})
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPickerOf(m.env, "Put new people onto", "type to narrow", items)})
}

func (m *Importer) putOnto(tm model.Map) func() tea.Cmd {
	return func() tea.Cmd {
		m.onto = tm
		m.drawPreview()
		return nil
	}
}

// leave cancels what is under way and closes. An import that has just ended is
// told of instead, in a moment.
func (m *Importer) leave() tea.Cmd {
	if m.stage != writing {
		m.cancel()
		m.gen++
		return pane.Request(pane.Close{})
	}
	if !m.ended.CompareAndSwap(false, true) {
		return nil
	}
	m.cancel()
	m.gen++
	return tea.Batch(pane.Request(pane.Close{}), pane.Request(pane.Toast{Text: "stopping the import …"}))
}

// takeBack undoes what a cancelled or failed import had written.
func takeBack(st *store.Store, user string, id model.ImportID) (u store.Undone, err error) {
	if id != 0 {
		u, err = st.UndoImport(user, id)
	}
	u.What = "what had gone in was taken back"
	return u, err
}
