package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// mostDue is how many of the queue are looked at for value touches.
const mostDue = 10_000

func (a *app) draftDueVerb() *cobra.Command {
	var asJSON bool
	limit := 0
	c := &cobra.Command{
		Use: "due", Short: "Make a value touch for everybody to whom one is due",
		Long: "Make a draft from the shelf for everybody in nurture to whom a value touch is due and to whom nobody is writing, those who are first in the queue first.\n" +
			"They wait to be looked over: `talentmap send PERSON`. Who has had everything that is on the shelf is left out.",
		Args: args(0, 0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if limit < 1 {
				return usage("--limit must be at least 1")
			}
			return a.with(func(st *store.Store) error {
				out, left, err := a.draftDue(c.Context(), st, limit)
				switch {
				case err != nil:
					return err
				case asJSON:
					return printJSON(a.out, out)
				}
				for _, d := range out {
					fmt.Fprintf(a.out, "%s (%s): %s\n", model.CleanLine(d.Person), d.ID, model.CleanLine(d.Why))
				}
				fmt.Fprintf(a.out, "%s made; `talentmap draft list` lists the drafts\n", count(len(out), "draft"))
				if left > 0 {
					fmt.Fprintf(a.out, "%d had everything on the shelf: `talentmap shelf add TITLE` puts something there\n", left)
				}
				return nil
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 20, "how many drafts to make at most")
	jsonFlag(c, &asJSON)
	return c
}

// draftDue makes value touches for those to whom one is due; left is how many had
// everything on the shelf already.
func (a *app) draftDue(ctx context.Context, st *store.Store, limit int) (out []draftJSON, left int, err error) {
	w, err := a.readWritings(st)
	if err != nil {
		return nil, 0, err
	}
	rows, _, err := a.queue(ctx, st, a.now(), &narrowing{limit: mostDue, class: uint8(scoring.NurtureDue) + 1})
	if err != nil {
		return nil, 0, err
	}
	for _, row := range rows {
		if row.Class != scoring.NurtureDue.String() || len(out) == limit || ctx.Err() != nil {
			continue
		}
		id, err := model.ParsePersonID(row.ID)
		if err != nil {
			return out, left, err
		}
		made, ok, err := a.valueTouch(st, id, &w)
		switch {
		case err != nil:
			return out, left, err
		case ok:
			out = append(out, made)
		case made.Why != "":
			left++
		}
	}
	return out, left, ctx.Err()
}

// valueTouch makes the value touch to one person. It is not ok for somebody to whom a
// draft is written, and, with Why, for somebody who has had everything.
func (a *app) valueTouch(st *store.Store, id model.PersonID, w *writings) (out draftJSON, ok bool, err error) {
	p, err := a.readProfile(st, id)
	if err != nil || !p.Draft.Empty() || p.Draft.OnItsWay() {
		return out, false, err
	}
	if len(unshared(w.shelf, p.Touches)) == 0 {
		return draftJSON{Why: "nothing new"}, false, nil
	}
	d, why, err := a.newDraft(st, p, w, &draftAsk{fromShelf: true})
	if err != nil {
		return out, false, err
	}
	d.Rev = p.Draft.Rev
	if _, err := st.SaveDraft(a.user, &d); err != nil {
		return out, false, err
	}
	return describeDraft(p, &d, why), true, nil
}

// unshared is what of the shelf somebody has not had.
func unshared(shelf []model.ShelfItem, touches []model.Touch) (some []model.ShelfItem) {
	for i := range shelf {
		if !shelf[i].SharedWith(touches) {
			some = append(some, shelf[i])
		}
	}
	return some
}
