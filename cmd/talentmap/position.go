package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
)

// positionFlags are the parts of a position, each changed only where it is given.
type positionFlags struct {
	company, title, place, from, to, what string
}

func (f *positionFlags) add(c *cobra.Command) {
	fl := c.Flags()
	fl.StringVar(&f.company, "company", "", "the company")
	fl.StringVar(&f.title, "title", "", "the title")
	fl.StringVar(&f.place, "place", "", "where it is")
	fl.StringVar(&f.from, "from", "", "when it began: 2021-03, or 2021")
	fl.StringVar(&f.to, "to", "", "when it ended; now: it goes on")
	fl.StringVar(&f.what, "what", "", "what she does there")
}

// into takes the parts that are given into a position.
func (f *positionFlags) into(c *cobra.Command, q *model.Position) (err error) {
	given := func(name string) bool { return c.Flags().Changed(name) }
	if given("company") && !model.SameText(q.Company, f.company) {
		q.CompanyID = 0 // another company
	}
	for _, part := range []struct {
		name, value string
		at          *string
	}{{"company", f.company, &q.Company}, {"title", f.title, &q.Title}, {"place", f.place, &q.Location}} {
		if given(part.name) {
			*part.at = model.CleanLine(part.value)
		}
	}
	if given("what") {
		q.Summary = strings.TrimSpace(model.CleanText(f.what))
	}
	for _, part := range []struct {
		name, value string
		at          *model.Date
	}{{"from", f.from, &q.Start}, {"to", f.to, &q.End}} {
		if !given(part.name) {
			continue
		}
		if *part.at, err = model.ParseDate(part.value); err != nil {
			return fmt.Errorf("--%s: %w", part.name, err)
		}
	}
	return q.Check()
}

func (a *app) positionVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "position", Short: "The positions of a person: list, add, edit, remove"}, "list, add, edit or remove")
	c.AddCommand(a.positionListVerb(), a.positionAddVerb(), a.positionEditVerb(), a.positionRemoveVerb())
	return c
}

func (a *app) positionListVerb() *cobra.Command {
	c := &cobra.Command{Use: "list PERSON", Short: "List the positions with their numbers, newest first", Args: args(1, 1, "one person")}
	v := &acting{app: a}
	jsonFlag(c, &v.json)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.look(args[0], func(p *model.Person) error {
			if v.json {
				return printJSON(v.out, positionsOf(p))
			}
			return printTable(v.out, "NO\tFROM\tTO\tTITLE\tCOMPANY\tPLACE", func(line func(...any)) {
				for _, q := range positionsOf(p) {
					line(q.Number, q.Start, q.End, q.Title, q.Company, q.Place)
				}
			})
		})
	}
	return c
}

func (a *app) positionAddVerb() *cobra.Command {
	c := &cobra.Command{Use: "add PERSON --title TITLE --company COMPANY", Short: "Add a position", Args: args(1, 1, "one person")}
	v, f := a.actFlags(c), &positionFlags{}
	f.add(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return v.change(args[0], func(mine *model.Person) error {
			var q model.Position
			if err := f.into(c, &q); err != nil {
				return err
			}
			if slices.Contains(mine.Positions, q) {
				return nil
			}
			mine.Positions = append(mine.Positions, q)
			mine.SortPositions()
			return nil
		})
	}
	return c
}

func (a *app) positionEditVerb() *cobra.Command {
	c := &cobra.Command{
		Use: "edit PERSON NUMBER", Short: "Change what is given of a position; the rest stays",
		Long: "Change what is given of a position; the rest stays. NUMBER is the one of `talentmap position list`, 1 for the newest.",
		Args: args(2, 2, "a person and the number of a position"),
	}
	v, f := a.actFlags(c), &positionFlags{}
	f.add(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return v.change(args[0], func(mine *model.Person) error {
			q, err := positionNumbered(mine, args[1])
			if err == nil {
				err = f.into(c, q)
			}
			mine.SortPositions()
			return err
		})
	}
	return c
}

func (a *app) positionRemoveVerb() *cobra.Command {
	c := &cobra.Command{Use: "remove PERSON NUMBER", Short: "Take a position out", Args: args(2, 2, "a person and the number of a position")}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.change(args[0], func(mine *model.Person) error {
			q, err := positionNumbered(mine, args[1])
			if err != nil {
				return err
			}
			out := *q
			mine.Positions = slices.DeleteFunc(mine.Positions, func(one model.Position) bool { return one == out })
			return nil
		})
	}
	return c
}

// positionNumbered is a position by its number, 1 for the newest.
func positionNumbered(p *model.Person, number string) (*model.Position, error) {
	n, err := strconv.Atoi(number)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%.20q is no number: `talentmap position list %s` shows them", model.CleanLine(number), p.ID)
	case n < 1 || n > len(p.Positions):
		return nil, fmt.Errorf("there is no position %d: `talentmap position list %s` shows the %d that there are", n, p.ID, len(p.Positions))
	}
	return &p.Positions[n-1], nil
}
