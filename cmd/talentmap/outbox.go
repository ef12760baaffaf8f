package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) outboxVerb() *cobra.Command {
	c := &cobra.Command{
		Use: "outbox", Short: "What is approved and has not been sent",
		Long: "What is approved and has not been sent, by its time; first of all what was handed over and of which nobody knows whether it left:\n" +
			"it is never sent again by the program. Look, and say `talentmap send PERSON --left` or `--not-left`.",
	}
	return listing[draftJSON]{
		none:   "nothing waits to be sent: `talentmap send PERSON --schedule WHEN` approves a draft",
		header: "ID\tPERSON\tCHANNEL\tSTATE\tDUE\tBY\tSUBJECT",
		cells:  func(d draftJSON) []any { return []any{d.ID, d.Person, d.Channel, d.State, d.SendAt, d.By, d.Subject} },
	}.verb(a, c, a.with, func(st *store.Store) ([]draftJSON, error) { return readDrafts(st, (*store.Tx).Outbox) })
}

// tellDueMessages says below the queue how many messages wait for somebody to send
// them, and of how many nobody knows whether they left; nothing where there are none.
func (a *app) tellDueMessages(st *store.Store, now time.Time) error {
	due, unknown := 0, 0
	err := st.View(func(tx *store.Tx) error {
		waiting, err := tx.Outbox()
		for i := range waiting {
			switch d := &waiting[i]; {
			case d.OutState() == model.Unknown:
				unknown++
			case d.OutState() == model.Queued && !d.SendAt.After(now):
				due++
			}
		}
		return err
	})
	if due > 0 {
		fmt.Fprintf(a.out, "approved and due to be sent: %s, see `talentmap outbox`\n", count(due, "message"))
	}
	if unknown > 0 {
		fmt.Fprintf(a.out, "of %s nobody knows whether it left: `talentmap outbox`\n", count(unknown, "message"))
	}
	return err
}
