package main

import (
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
			return a.with(func(st *store.Store) error {
				if there, err := sampleLoaded(st); err != nil || there {
					if there {
						return fmt.Errorf("the sample is loaded already: `talentmap undo` takes it away, when it was your last change")
					}
					return err
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

func sampleLoaded(st *store.Store) (there bool, err error) {
	err = st.View(func(tx *store.Tx) error {
		for imp, err := range tx.Imports() {
			if err != nil {
				return err
			}
			there = there || imp.Dialect == "sample"
		}
		return nil
	})
	return there, err
}
