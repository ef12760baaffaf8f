package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"talentmap/model"
)

func (a *app) connectionVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "connection", Short: "Who could introduce you to a person: add, remove"}, "add or remove")
	c.AddCommand(a.connectionAddVerb(), a.connectionRemoveVerb())
	return c
}

func (a *app) connectionAddVerb() *cobra.Command {
	var how string
	c := &cobra.Command{
		Use: "add PERSON NAME", Short: "Add somebody who knows her; of the same name, say anew how",
		Args: args(2, 2, "a person and the name of who knows her"),
	}
	v := a.actFlags(c)
	c.Flags().StringVar(&how, "how", "", "how they know one another: \"same team at Acme 2018–20\"")
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.change(args[0], func(mine *model.Person) error {
			who := model.Connection{Name: model.CleanLine(args[1]), How: model.CleanLine(how)}
			if model.NameKey(who.Name) == "" {
				return errors.New("a connection needs a name")
			}
			all := &mine.Background.Connections
			if i := connectionNamed(mine, who.Name); i >= 0 {
				(*all)[i].How = who.How
				return nil
			}
			*all = append(*all, who)
			return nil
		})
	}
	return c
}

func (a *app) connectionRemoveVerb() *cobra.Command {
	c := &cobra.Command{Use: "remove PERSON NAME", Short: "Take somebody out who knows her", Args: args(2, 2, "a person and the name of who knows her")}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.change(args[0], func(mine *model.Person) error {
			i := connectionNamed(mine, args[1])
			if i < 0 {
				return fmt.Errorf("%.60q is not among those who know her: `talentmap show %s` names them", model.CleanLine(args[1]), mine.ID)
			}
			mine.Background.Connections = slices.Delete(mine.Background.Connections, i, i+1)
			return nil
		})
	}
	return c
}

func connectionNamed(p *model.Person, name string) int {
	return slices.IndexFunc(p.Background.Connections, func(c model.Connection) bool { return model.SameText(c.Name, name) })
}
