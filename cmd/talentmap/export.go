package main

import (
	"github.com/spf13/cobra"

	"talentmap/edge/export"
	"talentmap/store"
)

func (a *app) exportVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "export", Short: "Write people or a map to standard output"}, "people or map")
	c.AddCommand(a.exportPeopleVerb(), a.exportMapVerb())
	return c
}

// formatFlag adds --format csv|json, and --json for short.
func formatFlag(c *cobra.Command) func() (export.Format, error) {
	format := c.Flags().String("format", "csv", "csv or json")
	var short bool
	jsonFlag(c, &short)
	return func() (export.Format, error) {
		if short {
			return export.JSON, nil
		}
		f, err := export.FormatNamed(*format)
		if err != nil {
			return "", usage("--format is csv or json, not %q", *format)
		}
		return f, nil
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
		as, err := format()
		if err != nil {
			return err
		}
		return a.with(func(st *store.Store) error {
			q, err := a.query(st, *where)
			if err != nil {
				return err
			}
			var left spared
			people := export.Everyone(st, left.spare)
			if *where != "" {
				found, err := a.found(c.Context(), st, q)
				if err != nil {
					return err
				}
				people = export.These(st, found, left.spare)
			}
			if err := as.People(a.out, people, a.now()); err != nil {
				return err
			}
			return left.tell(a)
		})
	}
	return c
}

func (a *app) exportMapVerb() *cobra.Command {
	c := &cobra.Command{Use: "map MAP", Short: "Write a map's ranked people", Args: args(1, 1, "one map: an ID such as m1, or a name")}
	format := formatFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		as, err := format()
		if err != nil {
			return err
		}
		return a.with(func(st *store.Store) error {
			rows, left, err := a.mapRows(st, args[0], a.now())
			if err != nil {
				return err
			}
			if err := as.Map(a.out, rows, a.now()); err != nil {
				return err
			}
			return left.tell(a)
		})
	}
	return c
}
