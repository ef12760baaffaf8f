package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

type filterJSON struct {
	Name  string `json:"name"`
	Query string `json:"query"`
	Owner string `json:"owner"`
}

func (a *app) filterVerb() *cobra.Command {
	c := group(&cobra.Command{
		Use: "filter", Short: "The saved filters",
		Long: "The saved filters, which all share: @NAME in a query stands for what NAME looks for, and -@NAME for everyone else.",
	}, "list, save, show or delete")
	c.AddCommand(a.filterListVerb(), a.filterSaveVerb(), a.filterShowVerb(), a.filterDeleteVerb())
	return c
}

// filters reads the saved filters in the order of their names.
func (a *app) filters(st *store.Store) (all roster.Filters, err error) {
	err = st.View(func(tx *store.Tx) (err error) {
		all, err = roster.ReadFilters(tx)
		return err
	})
	slices.SortFunc(all, func(x, y model.Filter) int {
		return strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name))
	})
	return all, err
}

func (a *app) filterListVerb() *cobra.Command {
	return listing[filterJSON]{
		none:   "there is no saved filter yet: `talentmap filter save NAME QUERY` makes one",
		header: "NAME\tOWNER\tQUERY",
		cells:  func(f filterJSON) []any { return []any{"@" + f.Name, f.Owner, f.Query} },
	}.verb(a, &cobra.Command{Use: "list", Short: "List the saved filters"}, a.with, func(st *store.Store) ([]filterJSON, error) {
		all, err := a.filters(st)
		return describeFilters(all...), err
	})
}

func describeFilters(all ...model.Filter) (out []filterJSON) {
	for _, f := range all {
		out = append(out, filterJSON{f.Name, f.Query, f.Owner})
	}
	return out
}

func (a *app) filterSaveVerb() *cobra.Command {
	var replace, asJSON bool
	c := &cobra.Command{
		Use: "save NAME QUERY", Short: "Save a query under a name",
		Long: "Save a query under a name: @NAME in a query stands for it. owner:me in it is whoever uses it.\n\n" + queryHelp(),
		Args: args(2, 2, "a NAME and a QUERY: put the query in quotes"),
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error {
			var saved model.Filter
			_, err := st.Edit(store.By(a.user, "saved the filter @"+model.CleanLine(strings.TrimPrefix(args[0], "@"))), func(tx *store.Tx) error {
				all, err := roster.ReadFilters(tx)
				if err != nil {
					return err
				}
				if f, ok := all.Named(strings.TrimPrefix(args[0], "@")); ok && !replace {
					return fmt.Errorf("there is a filter @%s by %s: %s; --replace puts this in its place", f.Name, f.Owner, f.Query)
				}
				saved, err = roster.SaveFilter(tx, args[0], args[1], a.user, a.now())
				return err
			})
			switch {
			case err != nil:
				return a.point(model.CleanLine(args[1]), "the query", err)
			case asJSON:
				return printJSON(a.out, describeFilters(saved))
			}
			fmt.Fprintf(a.out, "saved @%s: %s\n", saved.Name, saved.Query)
			return nil
		})
	}
	c.Flags().BoolVar(&replace, "replace", false, "put it in the place of the filter that has the name")
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) filterShowVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "show NAME", Short: "Show what a saved filter looks for", Args: args(1, 1, "the NAME of a filter"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				all, err := a.filters(st)
				if err != nil {
					return err
				}
				name := strings.TrimPrefix(args[0], "@")
				f, ok := all.Named(name)
				switch {
				case !ok:
					return fmt.Errorf("there is no saved filter @%s: `talentmap filter list` lists them", name)
				case asJSON:
					return printJSON(a.out, describeFilters(f))
				}
				fmt.Fprintf(a.out, "@%s by %s: %s\n", f.Name, f.Owner, f.Query)
				return nil
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) filterDeleteVerb() *cobra.Command {
	return &cobra.Command{
		Use: "delete NAME", Short: "Delete a saved filter; undo brings it back", Args: args(1, 1, "the NAME of a filter"),
		RunE: func(_ *cobra.Command, args []string) error {
			name := model.CleanLine(strings.TrimPrefix(args[0], "@"))
			return a.with(func(st *store.Store) error {
				_, err := st.Edit(store.By(a.user, "deleted the filter @"+name), func(tx *store.Tx) error {
					return roster.RemoveFilter(tx, name)
				})
				if err == nil {
					fmt.Fprintf(a.out, "deleted @%s: `talentmap undo` brings it back\n", name)
				}
				return err
			})
		},
	}
}
