package main

import (
	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type undecidedJSON struct {
	ID       string `json:"id"`
	Person   string `json:"person"`
	Location string `json:"location"`
	Since    string `json:"since"`    // the day on which the decision was due
	Answered string `json:"answered"` // her last answer; "": never
}

func (a *app) keepVerb() *cobra.Command {
	var why string
	c := &cobra.Command{
		Use: "keep PERSON --why REASON", Short: "Keep somebody who has not answered for two years, with the reason",
		Long: "The law of the EU and of the United Kingdom wants nobody kept for ever without a reason. Who has not answered for 24 months is to be kept, with a\n" +
			"reason, or erased: `talentmap keep list` lists them, `talentmap erase` erases. The next decision is due after as many months.",
		Args: args(1, 1, "one person, or list"),
	}
	v := a.actFlags(c)
	c.Flags().StringVar(&why, "why", "", "the reason")
	c.RunE = func(_ *cobra.Command, args []string) error {
		if model.CleanLine(why) == "" {
			return usage("--why says why she is kept: the law asks for the reason")
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.Keep(who, why) }, "kept")
	}
	c.AddCommand(a.keepListVerb())
	return c
}

func (a *app) keepListVerb() *cobra.Command {
	return listing[undecidedJSON]{
		none:   "nobody is to be decided on",
		header: "ID\tPERSON\tSINCE\tLAST ANSWER\tPLACE",
		cells:  func(u undecidedJSON) []any { return []any{u.ID, u.Person, u.Since, u.Answered, u.Location} },
	}.verb(a, &cobra.Command{Use: "list", Short: "List those who are to be kept or erased"}, a.with, func(st *store.Store) (out []undecidedJSON, err error) {
		err = st.View(func(tx *store.Tx) error {
			due, err := st.KeepOrErase(tx)
			for _, u := range due {
				out = append(out, undecidedJSON{u.Person.String(), u.Name, u.Location, u.Since.String(), u.Answered.String()})
			}
			return err
		})
		return out, err
	})
}
