package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"talentmap/store"
)

// listing is how a list of things is printed.
type listing[T any] struct {
	none   string // what is said where there are none; "": the header stands alone
	header string // the names of the columns, with tabs between them
	cells  func(T) []any
}

// say prints the things as JSON or in columns.
func (l listing[T]) say(a *app, things []T, asJSON bool) error {
	switch {
	case asJSON:
		return printJSON(a.out, things)
	case len(things) == 0 && l.none != "":
		fmt.Fprintln(a.out, l.none)
		return nil
	}
	return printTable(a.out, l.header, func(line func(...any)) {
		for _, t := range things {
			line(l.cells(t)...)
		}
	})
}

// verb makes of c, which has its name and what it says of itself, the verb that prints
// what is read; with opens the database.
func (l listing[T]) verb(a *app, c *cobra.Command, with func(func(*store.Store) error) error, read func(*store.Store) ([]T, error)) *cobra.Command {
	var asJSON bool
	jsonFlag(c, &asJSON)
	c.Args = args(0, 0, "no arguments")
	c.RunE = func(*cobra.Command, []string) error {
		return with(func(st *store.Store) error {
			things, err := read(st)
			if err != nil {
				return err
			}
			return l.say(a, things, asJSON)
		})
	}
	return c
}
