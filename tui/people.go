package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/sample"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/importer"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (r *Root) importFile() tea.Cmd {
	return r.open(importer.New(r.ctx, r.env, r.cfg.Store, r.answers))
}

// sampled is whether the sample is there, as last looked at, and whether a tour is
// due for whoever looks at it.
type sampled struct{ there, tourDue bool }

// lookForSample sees whether the sample is there.
func (r *Root) lookForSample() tea.Cmd {
	st, tour := r.cfg.Store, r.cfg.Tour
	return func() tea.Msg {
		var there bool
		err := st.View(func(tx *store.Tx) (err error) {
			there, err = sample.There(tx)
			return err
		})
		if err != nil {
			return pane.Fail(err)
		}
		return sampled{there, there && tour != nil && tour.Due()}
	}
}

// sampleThere is why the sample can't be loaded: it is there already.
func (r *Root) sampleThere() string {
	if r.sample {
		return "the sample is loaded already"
	}
	return ""
}

// loadedSample is the end of loading the sample.
type loadedSample struct {
	sample sample.Loaded
	err    error
}

// loadSample loads the sample: at once into an empty store, else after a question, as
// made-up people among real ones are a nuisance.
func (r *Root) loadSample() tea.Cmd {
	snap, whom := r.cfg.Roster.Snapshot(), ""
	switch _, _, complete := snap.Loaded(); {
	case !complete: // how many there are is not known yet
		whom = "those who are"
	case snap.Len() == 0:
		return r.makeSample()
	case snap.Len() == 1:
		whom = "the one who is"
	default:
		whom = fmt.Sprintf("the %d who are", snap.Len())
	}
	return r.open(overlay.NewConfirm(r.env, "Load 120 made-up people beside "+whom+" here?", func() tea.Cmd {
		if r.sample { // a colleague may have been quicker
			return nil
		}
		return r.makeSample()
	}).Next(pane.TakesBack))
}

func (r *Root) makeSample() tea.Cmd {
	ctx, st, user, now := r.ctx, r.cfg.Store, r.cfg.User, r.env.Now()
	return r.begin(pane.Job{What: "making the sample up", Run: func(func(pane.Done)) tea.Msg {
		s, err := sample.Load(ctx, st, user, now)
		return loadedSample{s, err}
	}})
}

func (r *Root) sampleLoaded(msg loadedSample) tea.Cmd {
	if msg.err != nil {
		return r.tell(pane.Toast{Text: msg.err.Error(), Bad: true})
	}
	return r.tell(pane.Toast{
		Text: fmt.Sprintf("loaded %d made-up people at %d companies", msg.sample.People, msg.sample.Companies), Next: "{undo} takes them away",
	})
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
