package entry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"

	tea "charm.land/bubbletea/v2"
)

// Sequence puts people into one of the sequences, or takes them out of theirs: that
// stands first where one is running.
func (d *Desk) Sequence(sel pane.Selected, all []model.Sequence) pane.Overlay {
	items := make([]overlay.Item, 0, len(all)+1)
	for i := range all {
		items = append(items, d.sequenceItem(sel, &all[i]))
	}
	out := d.outItem(sel, all)
	if sel.Profile != nil && sel.Profile.Standing.InSequence() {
		items = slices.Insert(items, 0, out)
	} else {
		items = append(items, out)
	}
	return overlay.NewPickerOf(d.env, "Sequence: "+name(sel), "into which one? The next touch begins it", items)
}

// sequenceItem puts people into a sequence.
func (d *Desk) sequenceItem(sel pane.Selected, s *model.Sequence) overlay.Item {
	days := make([]string, 0, model.MostTouches)
	for _, day := range s.Days() {
		days = append(days, strconv.Itoa(day))
	}
	it := overlay.Item{Title: "into “" + s.Name + "”", Note: fmt.Sprintf("%d touches, days %s", len(s.Steps), strings.Join(days, ", "))}
	it.Run = func() tea.Cmd {
		return d.now(pane.Change{
			To: sel.People,
			Do: func(who store.Act) (store.Acted, error) { return d.deps.Store.PutInto(who, s.ID) },
			Told: func(whom string) string {
				return fmt.Sprintf("put %s into “%s”: the next touch begins it", whom, s.Name)
			},
		})
	}
	switch {
	case sel.Profile == nil:
	case sel.Profile.Standing.Awaiting() && sel.Profile.Standing.Plan.Sequence == s.ID:
		it.Off = "she is already"
	case sel.Profile.Standing.InSequence():
		it.Off = "she is in the midst of one"
	case !sel.Profile.Standing.MayBegin():
		it.Off = fmt.Sprintf("she is %s: it begins with a first touch", sel.Profile.Standing.Current())
	}
	return it
}

// outItem takes people out of their sequences.
func (d *Desk) outItem(sel pane.Selected, all []model.Sequence) overlay.Item {
	it := overlay.Item{Title: "out of the sequence", Note: "one that is running ends, and nurture follows"}
	it.Run = func() tea.Cmd {
		return d.now(pane.Change{
			Settles: true,
			To:      sel.People,
			Do:      d.deps.Store.TakeOut,
			Told:    func(whom string) string { return "took " + whom + " out of the sequence" },
		})
	}
	if sel.Profile == nil {
		return it
	}
	o := &sel.Profile.Standing
	if i := slices.IndexFunc(all, func(s model.Sequence) bool { return s.ID == o.Plan.Sequence }); i >= 0 {
		it.Title = "out of “" + all[i].Name + "”"
	}
	switch {
	case o.InSequence():
		it.Note = fmt.Sprintf("touch %d has gone out; nurture follows", o.Step)
	case o.Awaiting():
		it.Note = "no touch has gone out"
	default:
		it.Off = "she is in none"
	}
	return it
}
