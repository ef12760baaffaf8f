package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// segmentFlags are what a map is for.
type segmentFlags struct {
	name, function, domain, geography string
	skills                            []string
}

func (a *app) mapEditVerb() *cobra.Command {
	var to segmentFlags
	c := &cobra.Command{Use: "edit MAP", Short: "Change a map's name and what it is for", Args: args(1, 1, "one map: an ID such as m1, or a name")}
	c.Flags().StringVar(&to.name, "name", "", "what it is called")
	c.Flags().StringVar(&to.function, "function", "", "what the people do")
	c.Flags().StringVar(&to.domain, "domain", "", "in which field")
	c.Flags().StringVar(&to.geography, "geography", "", "where")
	c.Flags().StringSliceVar(&to.skills, "skills", nil, "skills for the fit, separated by commas")
	c.RunE = func(c *cobra.Command, args []string) error {
		if c.Flags().NFlag() == 0 {
			return usage("nothing is said to change: --name, --function, --domain, --geography or --skills says what")
		}
		if c.Flags().Changed("name") && model.CleanLine(to.name) == "" {
			return usage("a map needs a name")
		}
		return a.changeMap(args[0], "changed the map %s", func(tx *store.Tx, m *model.Map) error {
			for name, field := range map[string]struct{ at, to *string }{
				"name": {&m.Name, &to.name}, "function": {&m.Function, &to.function}, "domain": {&m.Domain, &to.domain}, "geography": {&m.Geography, &to.geography},
			} {
				if c.Flags().Changed(name) {
					*field.at = model.CleanLine(*field.to)
				}
			}
			if c.Flags().Changed("skills") {
				m.Skills = nil
				for _, s := range to.skills {
					if s = model.CleanLine(s); s != "" {
						m.Skills = append(m.Skills, s)
					}
				}
			}
			return tx.PutMap(m)
		})
	}
	return c
}

func (a *app) mapCopyVerb() *cobra.Command {
	return &cobra.Command{
		Use: "copy MAP NAME", Short: "Start a map with the same people, ranks, tiers, notes and bench", Args: args(2, 2, "a map and a name for the new one"),
		RunE: func(_ *cobra.Command, args []string) error {
			name := model.CleanLine(args[1])
			if name == "" {
				return usage("a map needs a name")
			}
			return a.changeMap(args[0], "copied the map %s", func(tx *store.Tx, m *model.Map) error {
				m.ID, m.Rev, m.Origin, m.Name = 0, 0, model.Origin{}, name
				return tx.PutMap(m)
			})
		},
	}
}

func (a *app) mapDeleteVerb() *cobra.Command {
	c := &cobra.Command{Use: "delete MAP", Short: "Delete a map; the people's records stay", Args: args(1, 1, "one map: an ID such as m1, or a name")}
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error {
			var m model.Map
			if err := st.View(func(tx *store.Tx) (err error) { m, err = findMap(tx, args[0]); return err }); err != nil {
				return err
			}
			who := count(len(m.Entries), "person")
			if len(m.Entries) != 1 {
				who = fmt.Sprintf("%d people", len(m.Entries))
			}
			if err := a.agree(*yes, fmt.Sprintf("Delete %s with the ranks of %s?", m.Name, who)); err != nil {
				return err
			}
			by := store.By(a.user, "deleted the map "+m.Name)
			if _, err := st.Edit(by, func(tx *store.Tx) error { return tx.DeleteMap(m.ID) }); err != nil {
				return err
			}
			fmt.Fprintf(a.out, "%s; `talentmap undo` brings it back\n", by.What)
			return nil
		})
	}
	return c
}

// changeMap changes the map that is meant.
func (a *app) changeMap(arg, done string, fn func(*store.Tx, *model.Map) error) error {
	return a.with(func(st *store.Store) error {
		var m model.Map
		if err := st.View(func(tx *store.Tx) (err error) { m, err = findMap(tx, arg); return err }); err != nil {
			return err
		}
		by := store.By(a.user, strings.Replace(done, "%s", m.Name, 1))
		_, err := st.Edit(by, func(tx *store.Tx) (err error) {
			if m, err = tx.Map(m.ID); err != nil {
				return err
			}
			return fn(tx, &m)
		})
		if err == nil {
			fmt.Fprintf(a.out, "%s (%s)\n", by.What, m.ID)
		}
		return err
	})
}
