// Package exporter is the overlay that writes people to a file: who is marked in a list,
// else all of it, as CSV or JSON by the ending of the path.
//
//	return pane.Request(pane.Show{Overlay: exporter.New(ctx, env, deps, what)})
//
// It writes what the verb talentmap export writes, and by the same code: locks go along,
// who has been erased meanwhile is left out, and what is damaged, too; both are told. A
// file that is there is replaced only after a question. Leaving stops what is being
// written, and nothing stays of it.
package exporter

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"talentmap/scoring"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/files"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Store is what is read.
type Store interface {
	View(fn func(*store.Tx) error) error
}

// Deps are what the overlay works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
	Folder  *string // where was written last in this session, with a / at its end
}

// Exporter is the overlay.
type Exporter struct {
	ctx    context.Context
	cancel context.CancelFunc
	env    *pane.Env
	deps   Deps
	what   pane.Export
	id     int
	gen    int
	w, h   int

	file     *files.Path
	err      string
	busy     bool
	progress pane.Progress // once it takes its time
	acts     []action.Action
}

var (
	_ pane.Overlay    = (*Exporter)(nil)
	_ pane.Loader     = (*Exporter)(nil)
	_ pane.Editing    = (*Exporter)(nil)
	_ pane.Cursored   = (*Exporter)(nil)
	_ pane.Identified = (*Exporter)(nil)
	_ pane.Listing    = (*Exporter)(nil)
)

// New asks where something is written, with a name for the file. ctx ends what is being
// written.
func New(ctx context.Context, env *pane.Env, deps Deps, what pane.Export) *Exporter {
	x := &Exporter{env: env, deps: deps, what: what, id: env.NextID()}
	x.ctx, x.cancel = context.WithCancel(ctx)
	x.file = files.NewPath(env, x.id, nil)
	folder := ""
	if deps.Folder != nil {
		folder = *deps.Folder
	}
	x.file.Set(folder + x.name())
	x.acts = x.actions()
	return x
}

// PaneID makes results find their way.
func (x *Exporter) PaneID() int { return x.id }

// Load looks for the files beside it.
func (x *Exporter) Load() tea.Cmd { return x.file.Look() }

// Title names the overlay.
func (x *Exporter) Title() string { return "Write to a file" }

// Actions are what can be done here.
func (x *Exporter) Actions() []action.Action { return x.acts }

// Editing is so until it is being written.
func (x *Exporter) Editing() bool { return !x.busy }

// Takes are the keys of the path.
func (x *Exporter) Takes(key string) bool { return x.file.Takes(key) }

// SetSize sets the inner size.
func (x *Exporter) SetSize(w, h int) { x.w, x.h = w, h }

// Want is room for some files below the path.
func (x *Exporter) Want(w, h int) (int, int) { return min(w, 84), min(h, 16) }

// Update types the path and takes results.
func (x *Exporter) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Progress:
		if msg.Gen == x.gen {
			x.progress = msg
		}
	case written:
		return x.finish(msg)
	default:
		if x.busy {
			return nil
		}
		cmd, changed := x.file.Update(msg)
		if changed {
			x.err = ""
		}
		return cmd
	}
	return nil
}

// View is who is written, where, and what is there already.
func (x *Exporter) View() string {
	s := &pane.Sheet{Env: x.env, W: x.w}
	x.head(s)
	if !x.busy {
		x.file.Draw(s, x.h)
	}
	return widget.Block(s.Lines, x.w, x.h)
}

func (x *Exporter) head(s *pane.Sheet) {
	s.Lines = append(s.Lines, x.file.Line(x.w))
	s.Gap()
	switch {
	case x.err != "":
		s.Wrapped(theme.Bad, 0, x.err)
	case x.busy && x.progress.Took > 0:
		s.Text(theme.Text, x.progress.String())
	default:
		s.Wrapped(theme.Text, 0, "Writes "+x.what.String()+x.places()+".")
		s.Wrapped(theme.Dim, 0, "A path that ends in .csv is for a spreadsheet, in .json for a program. The file is for you only.")
	}
	s.Gap()
}

// places says what goes along from a talent map.
func (x *Exporter) places() string {
	if x.what.Map != 0 {
		return ", with ranks, tiers and notes"
	}
	return ""
}

// Cursor is in the path.
func (x *Exporter) Cursor() (col, y int, ok bool) { return x.file.Cursor(x.w), 0, !x.busy }

// Rows are the files that begin like the path.
func (x *Exporter) Rows() pane.Rows {
	if x.busy {
		return pane.Rows{}
	}
	s := &pane.Sheet{Env: x.env, W: x.w}
	x.head(s)
	return x.file.Rows(len(s.Lines), x.h, "exporter.complete")
}

// Walked reports whether a file was walked to since something was typed.
func (x *Exporter) Walked() bool {
	_, ok := x.file.Walked()
	return ok
}
