package main

import (
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"talentmap/edge/export"
	"talentmap/model"
	"talentmap/store"
)

func (a *app) exportVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "export", Short: "Write people or a map to standard output"}, "people or map")
	c.AddCommand(a.exportPeopleVerb(), a.exportMapVerb())
	return c
}

// formatFlag adds --format csv|json, and --json for short.
func formatFlag(c *cobra.Command) func() (asJSON bool, err error) {
	format := c.Flags().String("format", "csv", "csv or json")
	var short bool
	jsonFlag(c, &short)
	return func() (bool, error) {
		switch {
		case short, *format == "json":
			return true, nil
		case *format == "csv":
			return false, nil
		}
		return false, usage("--format is csv or json, not %q", *format)
	}
}

func (a *app) exportPeopleVerb() *cobra.Command {
	c := &cobra.Command{
		Use: "people", Short: "Write everyone, or those that a query finds",
		Long: "Write everyone, or those that a query finds.\n\n" + queryHelp(), Args: args(0, 0, "no arguments"),
	}
	format := formatFlag(c)
	where := whereFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		asJSON, err := format()
		if err != nil {
			return err
		}
		return a.with(func(st *store.Store) error {
			q, err := a.query(st, *where)
			if err != nil {
				return err
			}
			var left spared
			people := everyone(st, &left)
			if *where != "" {
				found, err := a.found(c.Context(), st, q)
				if err != nil {
					return err
				}
				people = those(st, found, &left)
			}
			write := export.PeopleCSV
			if asJSON {
				write = export.PeopleJSON
			}
			if err := write(a.out, people, a.now()); err != nil {
				return err
			}
			return left.tell(a)
		})
	}
	return c
}

// those yields some people in short reads, but for those whose records are
// damaged.
func those(st *store.Store, ids []model.PersonID, left *spared) iter.Seq2[model.Person, error] {
	return func(yield func(model.Person, error) bool) {
		for some := range slices.Chunk(ids, atOnce) {
			people := make([]model.Person, 0, len(some))
			err := st.View(func(tx *store.Tx) error {
				for _, id := range some {
					p, err := tx.Person(id)
					if left.spare(err) {
						continue
					}
					if err != nil {
						return err
					}
					people = append(people, p)
				}
				return nil
			})
			for _, p := range people {
				if !yield(p, nil) {
					return
				}
			}
			if err != nil {
				yield(model.Person{}, err)
				return
			}
		}
	}
}

// atOnce is how many people are read in one go.
const atOnce = 1000

// everyone yields all people in short reads, so that none stays open while the
// reader of the output takes its time, but for those whose records are damaged.
func everyone(st *store.Store, left *spared) iter.Seq2[model.Person, error] {
	return func(yield func(model.Person, error) bool) {
		for from := model.PersonID(1); ; {
			var some []model.Person
			more := false
			err := st.View(func(tx *store.Tx) error {
				for p, err := range tx.People(from) {
					if left.spare(err) {
						continue
					}
					if err != nil {
						return err
					}
					if some = append(some, p); len(some) == atOnce {
						more = true
						break
					}
				}
				return nil
			})
			for _, p := range some {
				if !yield(p, nil) {
					return
				}
			}
			if err != nil {
				yield(model.Person{}, err)
				return
			}
			if !more {
				return
			}
			from = some[atOnce-1].ID + 1
		}
	}
}

func (a *app) exportMapVerb() *cobra.Command {
	c := &cobra.Command{Use: "map MAP", Short: "Write a map's ranked people", Args: args(1, 1, "one map: an ID such as m1, or a name")}
	format := formatFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		asJSON, err := format()
		if err != nil {
			return err
		}
		return a.with(func(st *store.Store) error {
			rows, left, err := a.mapRows(st, args[0], a.now())
			if err != nil {
				return err
			}
			write := export.MapCSV
			if asJSON {
				write = export.MapJSON
			}
			if err := write(a.out, rows, a.now()); err != nil {
				return err
			}
			return left.tell(a)
		})
	}
	return c
}
