package importer

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/files"
	"talentmap/tui/pane"
)

// chunk is how many people go into one transaction.
const chunk = 5000

// previewed is a file that was read, or could not be.
type previewed struct {
	pane.Owner
	seen seen
	err  error
}

// imported is the end of an import.
type imported struct {
	pane.Owner
	prev intake.Outcome
	err  error
}

// read begins to read the file.
func (m *Importer) read() tea.Cmd {
	path := files.Expand(m.file.Text())
	if path == "" {
		m.err = m.env.Say("type the path of a file; {importer.complete} completes it")
		return nil
	}
	if path != m.path {
		m.path, m.mapping = path, m.answers.said[path]
	}
	m.stage = reading
	m.file.Leave()
	st, mapping := m.st, m.mapping
	return m.work("reading", func(ctx context.Context, owner pane.Owner, opt intake.Options) tea.Msg {
		out := previewed{Owner: owner}
		src, err := open(st, path, mapping)
		if err != nil {
			out.err = err
			return out
		}
		defer src.Close()
		out.seen, out.err = look(ctx, st, src, opt)
		return out
	})
}

func open(st *store.Store, path string, mapping format.Mapping) (*format.Source, error) {
	return intake.OpenRemembered(st, format.File(path, format.Limits{}), format.As{Mapping: mapping})
}

// look says what a file is and what it would do.
func look(ctx context.Context, st *store.Store, src *format.Source, opt intake.Options) (out seen, err error) {
	out = seen{name: src.Name(), ofCompanies: src.OfCompanies(), table: src.IsTable(), mapping: src.Mapping()}
	if out.Outcome, err = intake.Look(ctx, st, src, opt); err != nil {
		return out, err
	}
	err = st.View(func(tx *store.Tx) error {
		for m, err := range tx.Maps() {
			if err != nil {
				return err
			}
			out.maps = append(out.maps, m)
		}
		return nil
	})
	return out, err
}

// write begins to import what was previewed.
func (m *Importer) write() tea.Cmd {
	m.stage = writing
	m.ended = new(atomic.Bool)
	ended := m.ended
	st, user, path, mapping, onto := m.st, m.env.User, m.path, m.mapping, m.onto.ID
	return m.work("importing", func(ctx context.Context, owner pane.Owner, opt intake.Options) tea.Msg {
		out := imported{Owner: owner}
		src, err := open(st, path, mapping)
		if err != nil {
			out.err = err
			return out
		}
		defer src.Close()
		opt.Onto = onto
		id, prev, err := intake.Into(ctx, st, user, src, opt)
		left := !ended.CompareAndSwap(false, true)
		if out.prev, out.err = prev, err; err == nil && !left {
			return out
		}
		undone, failed := takeBack(st, user, id)
		switch {
		case failed != nil:
			out.err = errors.Join(out.err, fmt.Errorf("part of it is in, and taking that back failed: %w", failed))
		case left: // nobody waits for the result any more
			return pane.Toast{Text: "the import was stopped, and " + undone.String()}
		}
		if left {
			return pane.Toast{Text: out.err.Error(), Bad: true}
		}
		return out
	})
}

// work runs a job beside the session, and shows how far it is.
func (m *Importer) work(what string, do func(context.Context, pane.Owner, intake.Options) tea.Msg) tea.Cmd {
	m.gen++
	m.progress = pane.Progress{}
	ctx, cancel := context.WithCancel(m.ctx)
	m.cancel = cancel
	owner, clock := pane.Owner{ID: m.id, Gen: m.gen}, m.env.Now
	now := clock()
	return pane.Request(pane.Job{What: what + " " + model.CleanLine(filepath.Base(m.path)), Owner: owner, Run: func(tell func(pane.Done)) tea.Msg {
		defer cancel()
		pace := intake.NewPace(now)
		return do(ctx, owner, intake.Options{Now: now, Chunk: chunk, Progress: func(d intake.Done) {
			pace.Tell(d, clock())
			tell(pane.Done{Share: pace.Share(), Says: pace.String()})
		}})
	}})
}

func (m *Importer) preview(msg previewed) tea.Cmd {
	if msg.Gen != m.gen {
		return nil
	}
	if errors.Is(msg.err, format.ErrFolder) && m.path == files.Expand(m.file.Text()) { // typed without a / at its end
		m.stage, m.err = asking, ""
		return m.file.Take(files.File{Path: strings.TrimRight(m.file.Text(), "/") + "/", Folder: true})
	}
	if errors.Is(msg.err, format.ErrColumns) && m.mapping == nil {
		return m.explain(msg.err)
	}
	if msg.err != nil {
		m.stage, m.err = asking, msg.err.Error()
		if errors.Is(msg.err, fs.ErrNotExist) {
			m.err += m.env.Say(": {importer.complete} completes a path")
		}
		return nil
	}
	m.stage, m.seen, m.top = previewing, msg.seen, 0
	m.onto = model.Map{}
	m.drawPreview()
	return nil
}

func (m *Importer) finish(msg imported) tea.Cmd {
	if msg.Gen != m.gen {
		return nil
	}
	if msg.err != nil {
		m.stage, m.err = asking, "the import did not succeed: "+msg.err.Error()
		return nil
	}
	text, next := fmt.Sprintf("imported %d new, %d changed", msg.prev.New, msg.prev.Changed), pane.TakesBack
	switch p := &msg.prev; {
	case p.New+p.Changed == 0 && p.Noted > 0:
		text = fmt.Sprintf("nothing was new; what it says of %s is remembered", people(p.Noted))
	case p.People > 0 && p.People+p.LeftOut() != p.Rows:
		text += ", " + p.Extent()
	}
	if m.onto.ID != 0 {
		text += fmt.Sprintf(", %d onto %s", msg.prev.Placed, m.onto.Name)
		if n := msg.prev.Unplaced; n > 0 {
			text += fmt.Sprintf(" (%d did not fit)", n)
		}
	}
	if n := msg.prev.Review; n > 0 {
		text += fmt.Sprintf(", %d to review", n)
		next = "{review} looks at them, " + next
	}
	if n := msg.prev.LeftOut() - msg.prev.Review; n > 0 {
		text += ", left out " + count(n, "row")
	}
	return tea.Batch(pane.Request(pane.Close{}), pane.Request(pane.Toast{Text: text, Next: next}))
}
