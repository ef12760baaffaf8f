package entry

import (
	"errors"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// Keep keeps people who have not answered for long: the law asks for the reason.
func (d *Desk) Keep(sel pane.Selected) pane.Overlay {
	fields := []overlay.Field{{Label: "Why", Hint: "what she is kept for, in a sentence"}}
	return d.form("Keep "+name(sel), fields, func(v []string) (func() (pane.Acted, error), error) {
		why := model.CleanLine(v[0])
		if why == "" {
			return nil, errors.New("say why: the law asks for the reason; or leave with " + d.env.Say("{form.cancel}"))
		}
		return func() (pane.Acted, error) {
			return d.make(pane.Change{
				Settles: true,
				To:      sel.People,
				Do:      func(who store.Act) (store.Acted, error) { return d.deps.Store.Keep(who, why) },
				Told:    func(whom string) string { return "kept " + whom + ": it is asked again in two years" },
			})
		}, nil
	})
}
