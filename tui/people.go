package tui

import (
	"cmp"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/importer"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// found is how many people "find anyone" shows.
const found = 100

// finder opens "find anyone" for a pane that wants somebody chosen.
type finder struct{ r *Root }

// Find lists the people that match what is typed, see [roster.ParseQuery].
func (f finder) Find(title string, choose func(id model.PersonID, name string) tea.Cmd) pane.Overlay {
	return overlay.NewPicker(f.r.env, title, "name, title, company, place or skill", func(text string) []overlay.Item {
		snap := f.r.cfg.Roster.Snapshot()
		q, err := roster.ParseQuery(text, f.r.cfg.User, f.r.env.Now())
		var bad *roster.QueryError
		if errors.As(err, &bad) {
			return misunderstood(snap, text, bad)
		}
		matches := snap.First(q, found)
		items := make([]overlay.Item, 0, len(matches))
		for _, m := range matches {
			note := m.Card.Title
			if m.Card.Company != "" {
				note += " at " + m.Card.Company
			}
			items = append(items, overlay.Item{
				Title: m.Card.Name, Note: note, Marks: m.Name,
				Run: func() tea.Cmd { return choose(m.Card.ID, m.Card.Name) },
			})
		}
		return items
	})
}

// misunderstood says what is wrong with a word, and under it what it may become.
// None of it can be chosen.
func misunderstood(snap *roster.Snapshot, text string, bad *roster.QueryError) []overlay.Item {
	const off = "type on"
	items := []overlay.Item{{Title: bad.Reason, Off: off}}
	for _, c := range snap.Complete(text, bad.End) {
		items = append(items, overlay.Item{Title: c.Text, Off: cmp.Or(c.Note, off)})
	}
	return items
}

func (r *Root) find() tea.Cmd {
	return r.open(finder{r}.Find("Find anyone", func(id model.PersonID, _ string) tea.Cmd {
		return pane.Request(pane.OpenPerson{ID: id})
	}))
}

func (r *Root) importFile() tea.Cmd {
	return r.open(importer.New(r.ctx, r.env, r.cfg.Store))
}

// sampleThere is why the sample can't be loaded: it is there already.
func (r *Root) sampleThere() string {
	why := ""
	err := r.cfg.Store.View(func(tx *store.Tx) error {
		for imp, err := range tx.Imports() {
			if err != nil {
				return err
			}
			if imp.Dialect == "sample" {
				why = "the sample is loaded already"
			}
		}
		return nil
	})
	if err != nil {
		return err.Error()
	}
	return why
}

// loadedSample is the end of loading the sample.
type loadedSample struct {
	sample sample.Loaded
	err    error
}

func (r *Root) loadSample() tea.Cmd {
	ctx, st, user, now := r.ctx, r.cfg.Store, r.cfg.User, r.env.Now()
	return tea.Batch(r.tell(pane.Toast{Text: "making the sample up …"}), func() tea.Msg {
		s, err := sample.Load(ctx, st, user, now)
		return loadedSample{s, err}
	})
}

func (r *Root) sampleLoaded(msg loadedSample) tea.Cmd {
	if msg.err != nil {
		return r.tell(pane.Toast{Text: msg.err.Error(), Bad: true})
	}
	return r.tell(pane.Toast{Text: fmt.Sprintf("loaded %d made-up people at %d companies · u takes them away", msg.sample.People, msg.sample.Companies)})
}

// lookForInterrupted tells of an import that a crash has cut short.
func (r *Root) lookForInterrupted() tea.Cmd {
	st := r.cfg.Store
	return func() tea.Msg {
		var cut *model.Import
		err := st.View(func(tx *store.Tx) error {
			for imp, err := range tx.Imports() {
				if err != nil {
					return err
				}
				if !imp.Done {
					cut = &imp
				}
			}
			return nil
		})
		switch {
		case err != nil:
			return pane.Fail(err)
		case cut == nil:
			return nil
		}
		return pane.Toast{Text: fmt.Sprintf("the import of %s by %s was cut short: import it again to complete it, or `talentmap undo %s` takes back what went in", cut.Source, cut.By, cut.ID), Bad: true}
	}
}
