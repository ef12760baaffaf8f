package main

import (
	"fmt"
	"math"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) mapNewVerb() *cobra.Command {
	var m model.Map
	c := &cobra.Command{
		Use: "new NAME", Short: "Start a talent map", Args: args(1, 1, "one name"),
		RunE: func(_ *cobra.Command, args []string) error {
			m.Name = model.CleanLine(args[0])
			if m.Name == "" {
				return usage("a map needs a name")
			}
			for _, s := range []*string{&m.Function, &m.Domain, &m.Geography} {
				*s = model.CleanLine(*s)
			}
			for i := range m.Skills {
				m.Skills[i] = model.CleanLine(m.Skills[i])
			}
			return a.withNew(func(st *store.Store) error {
				if _, err := st.Edit(store.By(a.user, "started the map "+m.Name), func(tx *store.Tx) error { return tx.PutMap(&m) }); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "started %s (%s)\n", m.Name, m.ID)
				return nil
			})
		},
	}
	c.Flags().StringVar(&m.Function, "function", "", "what the people do, such as \"platform engineering\"")
	c.Flags().StringVar(&m.Domain, "domain", "", "in which field, such as payments")
	c.Flags().StringVar(&m.Geography, "geography", "", "where, such as \"Berlin or remote\"")
	c.Flags().StringSliceVar(&m.Skills, "skills", nil, "skills for the fit, separated by commas")
	return c
}

func (a *app) mapAddVerb() *cobra.Command {
	c := &cobra.Command{Use: "add MAP PERSON...", Short: "Put people on a map, behind those who are there"}
	return a.onMap(c, mapChange{done: "added %s to %s", ask: "Put her on %s?", do: (*model.Map).Add})
}

func (a *app) mapRemoveVerb() *cobra.Command {
	c := &cobra.Command{Use: "remove MAP PERSON...", Short: "Take people off a map; their records stay"}
	return a.onMap(c, mapChange{done: "took %s off %s", ask: "Take her off %s?", do: (*model.Map).Remove})
}

// mapChange is one thing that a verb does with a map and each person named after
// it: all of it or nothing.
type mapChange struct {
	done string // whom, and the map
	ask  string // of the map
	do   func(*model.Map, model.PersonID) error
	all  func(*model.Map, ...model.PersonID) error // in place of do: with all of them at once
}

// edit changes the map.
func (c *mapChange) edit(m *model.Map, people []whom) error {
	if c.all != nil {
		ids := make([]model.PersonID, len(people))
		for i, p := range people {
			ids[i] = p.ID
		}
		if err := c.all(m, ids...); err != nil {
			return fmt.Errorf("%w; nothing was changed", err)
		}
		return nil
	}
	return each(people, func(id model.PersonID) error { return c.do(m, id) })
}

func (a *app) onMap(c *cobra.Command, change mapChange) *cobra.Command {
	c.Args = args(2, math.MaxInt, "a map and at least one person")
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error { return a.editMap(st, args, *yes, change) })
	}
	return c
}

func (a *app) editMap(st *store.Store, args []string, yes bool, change mapChange) error {
	m, people, err := mapAndPeople(st, args)
	if err != nil {
		return err
	}
	done, err := a.agreed(yes, change.ask, change.done, m.Name, people)
	if err != nil {
		return err
	}
	by := store.By(a.user, done)
	_, err = st.Edit(by, func(tx *store.Tx) error {
		m, err := tx.Map(m.ID)
		if err != nil {
			return err
		}
		if err := change.edit(&m, people); err != nil {
			return err
		}
		return tx.PutMap(&m)
	})
	if err == nil {
		fmt.Fprintln(a.out, by.What)
	}
	return err
}

// mapAndPeople finds the map and the people that the arguments name.
func mapAndPeople(st *store.Store, args []string) (m model.Map, people []whom, err error) {
	err = st.View(func(tx *store.Tx) error {
		if m, err = findMap(tx, args[0]); err != nil {
			return err
		}
		people, err = peopleMeant(tx, args[1:])
		return err
	})
	return m, people, err
}
