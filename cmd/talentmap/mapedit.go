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
	return &cobra.Command{
		Use: "add MAP PERSON...", Short: "Put people on a map, behind those who are there",
		Args: args(2, math.MaxInt, "a map and at least one person"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.editMap(args, "added %s to %s", (*model.Map).Add)
		},
	}
}

func (a *app) mapRemoveVerb() *cobra.Command {
	return &cobra.Command{
		Use: "remove MAP PERSON...", Short: "Take people off a map; their records stay",
		Args: args(2, math.MaxInt, "a map and at least one person"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.editMap(args, "took %s off %s", (*model.Map).Remove)
		},
	}
}

// editMap does one thing with a map (the first argument) and each person named
// after it: all of it or nothing.
func (a *app) editMap(args []string, what string, do func(*model.Map, model.PersonID) error) error {
	return a.with(func(st *store.Store) error {
		by := store.By(a.user, "")
		err := st.View(func(tx *store.Tx) error {
			m, err := findMap(tx, args[0])
			who := fmt.Sprintf("%d people", len(args)-1)
			if len(args) == 2 {
				who = nameOf(tx, args[1])
			}
			by.What = fmt.Sprintf(what, who, m.Name)
			return err
		})
		if err != nil {
			return err
		}
		_, err = st.Edit(by, func(tx *store.Tx) error {
			m, err := findMap(tx, args[0])
			if err != nil {
				return err
			}
			for _, arg := range args[1:] {
				id, err := findPerson(tx, arg)
				if err == nil {
					err = do(&m, id)
				}
				if err != nil {
					return fmt.Errorf("%s: %w; nothing was changed", model.CleanLine(arg), err)
				}
			}
			return tx.PutMap(&m)
		})
		if err == nil {
			fmt.Fprintln(a.out, by.What)
		}
		return err
	})
}
