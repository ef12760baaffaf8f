package entry

import (
	"errors"
	"strings"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// Tag gives people tags, and takes some away.
func (d *Desk) Tag(sel pane.Selected) pane.Overlay {
	fields := []overlay.Field{{Label: "Tags", Hint: "with commas between them; -lisbon takes one away"}}
	f := d.form("Tag "+name(sel), fields, func(v []string) (func() (pane.Acted, error), error) {
		add, remove := tagsOf(v[0])
		if len(add)+len(remove) == 0 {
			return nil, errors.New("there is no tag yet: type one, or leave with " + d.env.Say("{form.cancel}"))
		}
		return func() (pane.Acted, error) {
			return d.make(pane.Change{
				To:   sel.People,
				Do:   func(who store.Act) (store.Acted, error) { return d.deps.Store.Tag(who, add, remove) },
				Told: func(whom string) string { return tagged(whom, add, remove) },
			})
		}, nil
	})
	if sel.Profile != nil && len(sel.Profile.Person.Background.Tags) > 0 {
		f.Intro("She has " + strings.Join(sel.Profile.Person.Background.Tags, ", ") + ".")
	}
	return f
}

// tagsOf are the tags of a text with commas between them: those to be given, and those
// with a minus before them, which are to be taken away.
func tagsOf(text string) (add, remove []string) {
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(model.CleanLine(part))
		tag, minus := strings.CutPrefix(part, "-")
		switch tag = strings.TrimSpace(tag); {
		case tag == "":
		case minus:
			remove = append(remove, tag)
		default:
			add = append(add, tag)
		}
	}
	return add, remove
}

// tagged says what was done: "tagged Ada: go, lisbon; took away berlin".
func tagged(whom string, add, remove []string) string {
	text := "tagged " + whom + ": " + strings.Join(add, ", ")
	switch away := strings.Join(remove, ", "); {
	case len(add) == 0:
		return "took the tag " + away + " from " + whom
	case len(remove) > 0:
		text += "; took away " + away
	}
	return text
}
