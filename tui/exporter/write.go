package exporter

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/export"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/files"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// name is how the file is called where only a folder is said.
func (x *Exporter) name() string {
	return cmp.Or(model.FileName(strings.TrimPrefix(x.what.Name, "the ")), "people") + ".csv"
}

// target is the file that the path means.
type target struct {
	path   string
	format export.Format
	over   bool // it is there, and is replaced
}

// written is the end of a file.
type written struct {
	pane.Owner
	to    target
	count int
	left  int // who was left out
	err   error
}

// ask writes the file, in a command; where it is there already the answer asks first.
func (x *Exporter) ask() tea.Cmd {
	path := files.Expand(x.file.Text())
	if path == "" {
		x.err = x.env.Say("type the path of a file; {exporter.complete} completes it")
		return nil
	}
	return x.write(target{path: path})
}

func (x *Exporter) write(to target) tea.Cmd {
	x.gen++
	x.busy, x.err, x.progress = true, "", pane.Progress{}
	x.file.Leave()
	job := &job{Exporter: *x, now: x.env.Now(), name: x.name()}
	owner := pane.Owner{ID: x.id, Gen: x.gen}
	return pane.Request(pane.Job{What: "writing the file", Owner: owner, Run: func(tell func(pane.Done)) tea.Msg {
		out := written{Owner: owner}
		out.to, out.err = job.aim(to)
		if out.err == nil {
			out.err = job.run(out.to, tell)
		}
		out.count, out.left = job.count, job.left
		return out
	}})
}

// finish closes the overlay, asks whether a file is replaced, or says what went wrong.
func (x *Exporter) finish(msg written) tea.Cmd {
	if msg.Gen != x.gen {
		return nil
	}
	x.busy = false
	switch {
	case errors.Is(msg.err, fs.ErrExist) && !msg.to.over:
		to := msg.to
		to.over = true
		question := fmt.Sprintf("%s is there already. Replace it?", model.CleanLine(filepath.Base(to.path)))
		return pane.Request(pane.Show{Overlay: overlay.NewConfirm(x.env, question, func() tea.Cmd { return x.write(to) })})
	case msg.err != nil:
		x.err = msg.err.Error()
		return nil
	}
	if x.deps.Folder != nil {
		folder, _ := filepath.Split(x.file.Text())
		*x.deps.Folder = folder
	}
	text := fmt.Sprintf("wrote %s to %s", people(msg.count), model.CleanLine(msg.to.path))
	if msg.left > 0 {
		text += fmt.Sprintf("; %d left out, who are gone or damaged", msg.left)
	}
	return tea.Batch(pane.Request(pane.Close{}), pane.Request(pane.Toast{Text: text, Bad: msg.left > 0}))
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// job is one file that is being written, beside the session.
type job struct {
	Exporter // as it was
	now      time.Time
	name     string
	count    int
	left     int
}

// aim finds the file that a path means, and its format; in a folder it has a name of its
// own.
func (j *job) aim(to target) (target, error) {
	if info, err := os.Stat(to.path); err == nil && info.IsDir() || strings.HasSuffix(to.path, "/") {
		to.path = filepath.Join(to.path, j.name)
	}
	var err error
	to.format, err = export.FormatOf(to.path)
	return to, err
}

// run reads the people and writes them.
func (j *job) run(to target, tell func(pane.Done)) error {
	if _, err := os.Lstat(to.path); err == nil && !to.over {
		return fs.ErrExist // before much is read
	}
	ids, err := j.what.People()
	if err != nil {
		return err
	}
	if j.what.Map != 0 {
		rows, err := j.ranked(ids)
		if err != nil {
			return err
		}
		j.count, j.left = len(rows), len(ids)-len(rows)
		return export.WriteFile(to.path, to.over, func(w io.Writer) error { return errors.Join(to.format.Map(w, rows, j.now), j.ctx.Err()) })
	}
	spare := func(err error) bool {
		if !errors.Is(err, store.ErrDamaged) && !errors.Is(err, store.ErrNotFound) {
			return false
		}
		j.left++
		return true
	}
	all := j.counted(export.These(j.deps.Store, ids, spare), len(ids), tell)
	return export.WriteFile(to.path, to.over, func(w io.Writer) error { return errors.Join(to.format.People(w, all, j.now), j.ctx.Err()) })
}

// ranked are some people of a talent map with their places there.
func (j *job) ranked(ids []model.PersonID) (rows []export.Ranked, err error) {
	err = j.deps.Store.View(func(tx *store.Tx) error {
		m, err := tx.Map(j.what.Map)
		if err != nil {
			return err
		}
		rows, err = export.ReadMap(tx, j.deps.Weights, &m, j.now, func(err error) bool { return errors.Is(err, store.ErrDamaged) })
		return err
	})
	at := make(map[model.PersonID]int, len(ids))
	for i, id := range ids {
		at[id] = i
	}
	rows = slices.DeleteFunc(rows, func(r export.Ranked) bool {
		_, wanted := at[r.Who.ID]
		return !wanted
	})
	slices.SortFunc(rows, func(a, b export.Ranked) int { return at[a.Who.ID] - at[b.Who.ID] })
	return rows, err
}

// counted counts people as they are written, and ends where the overlay is left.
func (j *job) counted(all iter.Seq2[model.Person, error], of int, tell func(pane.Done)) iter.Seq2[model.Person, error] {
	return func(yield func(model.Person, error) bool) {
		for p, err := range all {
			if err == nil {
				err = j.ctx.Err()
			}
			if err == nil {
				j.count++
				tell(pane.Done{Count: j.count, Of: "row", Share: float64(j.count) / float64(max(of, 1))})
			}
			if !yield(p, err) {
				return
			}
		}
	}
}
