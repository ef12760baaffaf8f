// Package importer is the overlay that brings a file in: a path, then what the
// file is and what it would do, then in — in one step that one undo takes back.
//
//	return pane.Request(pane.Show{Overlay: importer.New(ctx, env, st, answers)})
//
//	path ──▶ reading ──▶ preview ──▶ writing ──▶ told
//	           ▲            │ m            esc: what had gone in is taken back
//	           └── columns ◀┘ what each column means, where no tool is known
//
// Nothing is written before the answer to the preview. Leaving while the file
// is read, or goes in, cancels. What is said of the columns is remembered for
// every file with the same headers once it is imported; the session
// keeps it too, see [Answers].
package importer

import (
	"context"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/files"
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
	file   *files.Path
	err    string
	cancel context.CancelFunc
	acts   []action.Action

	path    string
	mapping format.Mapping // what was said here of the columns; nil: nothing
	answers *Answers
	seen    seen
	onto    model.Map // the talent map that new people go onto; ID 0: none
	lines   []string  // of the preview
	top     int

	progress pane.Progress // of reading, or of writing, once that takes its time
	ended    *atomic.Bool  // writing is over: done, or left; whichever was first
}

// seen is a file as it was looked at.
type seen struct {
	intake.Outcome
	name        string
	ofCompanies bool           // it tells what happened to companies
	table       bool           // of no known tool: its columns can be said
	mapping     format.Mapping // what was said of them, here or before
	maps        []model.Map    // the talent maps that there are
}

// news is how much of the file is new, of whatever kind.
func (s *seen) news() int { return s.New + s.Changed + s.Review + total(s.News) }

var (
	_ pane.Overlay    = (*Importer)(nil)
	_ pane.Loader     = (*Importer)(nil)
	_ pane.Editing    = (*Importer)(nil)
	_ pane.Cursored   = (*Importer)(nil)
	_ pane.Identified = (*Importer)(nil)
)

// New opens the overlay with an empty path. ctx ends what it reads; answers are the
// session's.
func New(ctx context.Context, env *pane.Env, st *store.Store, answers *Answers) *Importer {
	m := &Importer{ctx: ctx, env: env, st: st, answers: answers, id: env.NextID(), cancel: func() {}}
	m.file = files.NewPath(env, m.id, func() []files.File { return files.Newest(".csv", ".tsv", ".json", ".vcf", ".zip", ".gz") })
	m.acts = m.actions()
	return m
}

// PaneID makes results find their way.
func (m *Importer) PaneID() int { return m.id }

// Load looks for files to offer.
func (m *Importer) Load() tea.Cmd { return m.file.Look() }

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

// Takes are the keys of the path.
func (m *Importer) Takes(key string) bool { return m.file.Takes(key) }

// SetSize sets the inner size.
func (m *Importer) SetSize(w, h int) {
	m.w, m.h = w, h
	m.drawPreview()
}

// Want is room for the preview, from the beginning: the box stays as it is while
// the stages pass through it.
func (m *Importer) Want(w, h int) (int, int) { return min(w, 84), min(h, 24) }

// Update types the path and takes results.
func (m *Importer) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Progress:
		if msg.Gen == m.gen {
			m.progress = msg
		}
	case previewed:
		return m.preview(msg)
	case columnsRead:
		return m.showColumns(msg)
	case said:
		return m.readAs(msg)
	case imported:
		return m.finish(msg)
	case pane.Themed:
		m.drawPreview()
	default:
		return m.typed(msg)
	}
	return nil
}

// typed types the path, and has its files looked for.
func (m *Importer) typed(msg tea.Msg) tea.Cmd {
	if m.stage != asking {
		return nil
	}
	cmd, _ := m.file.Update(msg)
	if _, paste := msg.(tea.PasteMsg); paste {
		m.err = ""
	} else if _, key := msg.(tea.KeyPressMsg); key {
		m.err = ""
	}
	return cmd
}

// complete completes the path.
func (m *Importer) complete() tea.Cmd {
	m.err = ""
	return m.file.Complete()
}

// enter takes the file walked to, and reads it; a folder is looked into.
func (m *Importer) enter() tea.Cmd {
	cmd, stands := m.file.Enter()
	if stands {
		return m.read()
	}
	return cmd
}
