// Package importer is the overlay that brings a file in: a path, then what the
// file is and what it would do, then in — in one step that one undo takes back.
//
//	return pane.Request(pane.Show{Overlay: importer.New(ctx, env, st)})
//
// Nothing is written before the answer to the preview. Leaving while the file
// is read, or goes in, cancels; what had gone in is taken back.
package importer

import (
	"context"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// stage is how far the import is.
type stage int

const (
	asking stage = iota
	reading
	previewing
	writing
)

// Importer is the overlay.
type Importer struct {
	ctx    context.Context
	env    *pane.Env
	st     *store.Store
	id     int
	gen    int
	w, h   int
	stage  stage
	input  textinput.Model
	hints  []string // completions of the path
	path   string
	err    string
	cancel context.CancelFunc
	done   intake.Done
	prev   intake.Preview
	acts   []action.Action
}

var (
	_ pane.Overlay    = (*Importer)(nil)
	_ pane.Editing    = (*Importer)(nil)
	_ pane.Cursored   = (*Importer)(nil)
	_ pane.Identified = (*Importer)(nil)
)

// New opens the overlay with an empty path. ctx ends what it reads.
func New(ctx context.Context, env *pane.Env, st *store.Store) *Importer {
	m := &Importer{ctx: ctx, env: env, st: st, id: env.NextID(), input: textinput.New(), cancel: func() {}}
	m.input.Prompt = ""
	m.input.SetVirtualCursor(false)
	m.input.Focus()
	m.acts = m.actions()
	return m
}

// PaneID makes results find their way.
func (m *Importer) PaneID() int { return m.id }

// Title says what is going on.
func (m *Importer) Title() string {
	switch m.stage {
	case reading:
		return "Reading"
	case previewing:
		return "Import this?"
	case writing:
		return "Importing"
	}
	return "Import a file"
}

// Actions are those of the stage.
func (m *Importer) Actions() []action.Action { return m.acts }

// Editing is so while the path is typed.
func (m *Importer) Editing() bool { return m.stage == asking }

// SetSize sets the inner size.
func (m *Importer) SetSize(w, h int) { m.w, m.h = w, h }

// Want is room for the preview, from the beginning: the box stays as it is while
// the stages pass through it.
func (m *Importer) Want(w, h int) (int, int) { return min(w, 84), min(h, 20) }

// Update types the path and takes results.
func (m *Importer) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		var cmd tea.Cmd
		m.err, m.hints = "", nil
		m.input, cmd = m.input.Update(msg)
		return cmd
	case progress:
		return m.advance(msg)
	case previewed:
		return m.preview(msg)
	case imported:
		return m.finish(msg)
	}
	return nil
}

func (m *Importer) actions() []action.Action {
	in := func(s stage, why string) func() string {
		return func() string {
			if m.stage != s {
				return why
			}
			return ""
		}
	}
	return []action.Action{
		{ID: "importer.read", Group: "import", Short: "look at it", Long: "Read the file and show what it would do.", Keys: []string{"enter"}, Footer: true, Why: in(asking, "the file has been read"), Run: m.read},
		{ID: "importer.complete", Group: "import", Short: "complete", Long: "Complete the path.", Keys: []string{"tab"}, Footer: true, Why: in(asking, "the file has been read"), Run: m.complete},
		{ID: "importer.yes", Group: "import", Short: "import", Long: "Import it, as one step that one undo takes back.", Keys: []string{"y", "Y"}, Footer: true, Why: m.notReady, Run: m.write},
		{ID: "importer.cancel", Group: "import", Short: "cancel", Long: "Leave; nothing stays of what was not finished.", Keys: []string{"esc", "n"}, Footer: true, Run: m.leave},
	}
}

func (m *Importer) notReady() string {
	switch {
	case m.stage != previewing:
		return "there is no preview yet"
	case m.prev.New+m.prev.Changed == 0:
		return "nothing in the file is new"
	}
	return ""
}

// leave cancels what is under way and closes.
func (m *Importer) leave() tea.Cmd {
	m.cancel()
	m.gen++
	if m.stage == writing {
		return tea.Batch(pane.Request(pane.Close{}), pane.Request(pane.Toast{Text: "stopping the import …"}))
	}
	return pane.Request(pane.Close{})
}

// takeBack undoes what a cancelled or failed import had written.
func takeBack(st *store.Store, user string, id model.ImportID) error {
	if id == 0 {
		return nil
	}
	_, err := st.UndoImport(user, id)
	return err
}
