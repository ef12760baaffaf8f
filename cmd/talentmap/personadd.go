package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// typedPerson is somebody new as a person has given her.
type typedPerson struct {
	title, company, mail, link, place, onto string
	another                                 bool
}

func (a *app) personVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "person", Short: "Somebody new"}, "add")
	c.AddCommand(a.personAddVerb())
	return c
}

func (a *app) personAddVerb() *cobra.Command {
	var t typedPerson
	var asJSON bool
	c := &cobra.Command{
		Use:   "add NAME",
		Short: "Enter somebody new",
		Long: "Enter somebody new. Where somebody known has her e-mail address, her link or her name it says who, and adds nobody:\n" +
			"--another says that she is somebody else.",
		Args: args(1, 1, "a name: put it in quotes"),
	}
	f := c.Flags()
	f.StringVar(&t.title, "title", "", "her title")
	f.StringVar(&t.company, "company", "", "where she works")
	f.StringVar(&t.mail, "email", "", "her e-mail address")
	f.StringVar(&t.link, "link", "", "a link to her profile")
	f.StringVar(&t.place, "place", "", "where she lives")
	f.StringVar(&t.onto, "map", "", "the talent MAP onto which she goes, at its end")
	f.BoolVar(&t.another, "another", false, "she is somebody else than those who are known")
	jsonFlag(c, &asJSON)
	c.RunE = func(_ *cobra.Command, args []string) error {
		p, err := t.person(args[0])
		if err != nil {
			return err
		}
		return a.with(func(st *store.Store) error {
			if err := a.enter(st, &p, &t); err != nil {
				return err
			}
			if asJSON {
				return printJSON(a.out, []enteredJSON{{p.ID.String(), p.Name}})
			}
			fmt.Fprintf(a.out, "%s (%s): added\n", model.CleanLine(p.Name), p.ID)
			return nil
		})
	}
	return c
}

// enteredJSON is somebody who was added.
type enteredJSON struct {
	ID     string `json:"id"`
	Person string `json:"person"`
}

// person reads what was given of her. An error names the flag.
func (t *typedPerson) person(name string) (p model.Person, err error) {
	given := map[string]struct{ flag, text string }{
		"name": {"NAME", name}, "e-mails": {"--email", t.mail}, "links": {"--link", t.link}, "location": {"--place", t.place},
	}
	for _, field := range model.PersonFields() {
		g, ok := given[field.Name]
		if !ok || g.text == "" && field.Name != "name" {
			continue
		}
		if err := field.Set(&p, g.text); err != nil {
			return p, usage("%s: %v", g.flag, err)
		}
	}
	if p.Name == "" {
		return p, usage("the name is empty")
	}
	if at := (model.Position{Title: model.CleanLine(t.title), Company: model.CleanLine(t.company)}); at != (model.Position{}) {
		p.Positions = []model.Position{at}
	}
	return p, nil
}

// enter adds her, unless she may be somebody who is known.
func (a *app) enter(st *store.Store, p *model.Person, t *typedPerson) error {
	var onto model.MapID
	err := st.View(func(tx *store.Tx) error {
		if t.onto != "" {
			m, err := findMap(tx, t.onto)
			if err != nil {
				return err
			}
			onto = m.ID
		}
		if t.another {
			return nil
		}
		known, err := tx.Namesakes(p)
		if err != nil || len(known) == 0 {
			return err
		}
		said := make([]string, len(known))
		for i := range known {
			said[i] = fmt.Sprintf("%s, %s", known[i].ID, inBrief(&known[i].Person))
		}
		return errors.New("nobody was added: she may be " + strings.Join(said, "; or ") + ". --another says that she is somebody else")
	})
	if err != nil {
		return err
	}
	return st.AddPerson(a.user, p, onto)
}
