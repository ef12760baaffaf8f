package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/person"
)

func (a *app) dossierVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "dossier PERSON",
		Short: "Everything held about a person, and where each part came from",
		Long:  "Everything held about a person, with the source of each datum: what she may ask for.\nPERSON is an ID such as p17, an e-mail address, a profile link or a name.",
		Args:  args(1, 1, "one person: an ID, e-mail address, profile link or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				d, err := dossier(st, args[0])
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(a.out, person.Data(&d, time.Local))
				}
				a.tellDossier(&d)
				return nil
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// dossier reads what is held about the person meant.
func dossier(st *store.Store, arg string) (d store.Dossier, err error) {
	err = st.View(func(tx *store.Tx) error {
		id, err := findPerson(tx, arg)
		if err != nil {
			return err
		}
		d, err = tx.Dossier(id)
		return err
	})
	return d, err
}

func (a *app) tellDossier(d *store.Dossier) {
	fmt.Fprintf(a.out, "%s (%s)\n", d.Person.Name, d.Person.ID)
	for _, it := range person.Data(d, time.Local) {
		fmt.Fprintf(a.out, "%-14s%s", it.What, model.CleanLine(it.Value))
		if it.Source != "" {
			fmt.Fprintf(a.out, "  [%s]", model.CleanLine(it.Source))
		}
		fmt.Fprintln(a.out)
	}
}
