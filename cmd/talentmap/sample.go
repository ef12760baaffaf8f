package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"talentmap/edge/sample"
	"talentmap/store"
)

func (a *app) sampleVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "sample",
		Short: "Load 120 made-up people to try things on",
		Args:  args(0, 0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withNew(func(st *store.Store) error {
				var there bool
				err := st.View(func(tx *store.Tx) (err error) {
					there, err = sample.There(tx)
					return err
				})
				switch {
				case err != nil:
					return err
				case there:
					return errors.New("the sample is loaded already: `talentmap undo` takes it away, when it was your last change")
				}
				s, err := sample.Load(c.Context(), st, a.user, a.now())
				if err != nil {
					return err
				}
				fmt.Fprintf(a.out, "loaded %d made-up people at %d companies, %d signals, %d maps, as %s\n`talentmap undo` takes them away again\n",
					s.People, s.Companies, s.Signals, s.Maps, s.Import)
				return nil
			})
		},
	}
}
