package tui

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/exporter"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// exported is what can be written to a file of the place that has the keys.
func (r *Root) exported() pane.Export {
	if e, ok := r.under().(pane.Exporting); ok {
		return e.Export()
	}
	return pane.Export{}
}

// unexported is why nothing can be written to a file.
func (r *Root) unexported() string {
	if r.exported().Count == 0 {
		return "no list of people is here: {go.map} and {go.queue} have one; in {find} it is {find.export}"
	}
	return ""
}

func (r *Root) export() tea.Cmd { return r.writeOut(r.exported()) }

func (r *Root) writeOut(what pane.Export) tea.Cmd {
	return r.open(exporter.New(r.ctx, r.env, exporter.Deps{Store: r.cfg.Store, Weights: r.cfg.Weights, Folder: &r.exportFolder}, what))
}

// exportFound writes who is marked among those who are found, else everybody whom the
// query finds, also those beyond what is listed.
func (r *Root) exportFound(p *overlay.Picker) tea.Cmd {
	snap, query := r.cfg.Roster.Snapshot(), p.Query()
	name := "search " + model.CleanLine(query)
	if marked := p.Marked(); len(marked) > 0 {
		ids := make([]model.PersonID, len(marked))
		for i, v := range marked {
			ids[i] = v.(pane.AddToMap).ID
		}
		return r.writeOut(pane.ExportOf(name, ids, true))
	}
	q, err := snap.Filters().Parse(query, r.cfg.User, r.env.Now())
	if err != nil {
		return r.tell(pane.Toast{Text: err.Error(), Bad: true})
	}
	_, count := snap.Find(q, 0)
	switch {
	case q.Empty():
		return r.tell(pane.Toast{Next: "type whom to find first: everybody who is found is written"})
	case count == 0:
		return r.tell(pane.Toast{Next: "nobody is found: fewer words find more"})
	}
	return r.writeOut(pane.Export{Name: name, Count: count, People: func() ([]model.PersonID, error) { return foundIn(snap, q), nil }})
}

// foundIn is everybody whom a query finds, the best first.
func foundIn(snap *roster.Snapshot, q roster.Query) []model.PersonID {
	matches, _ := snap.Find(q, snap.Len())
	ids := make([]model.PersonID, len(matches))
	for i := range matches {
		ids[i] = matches[i].Card.ID
	}
	return ids
}
