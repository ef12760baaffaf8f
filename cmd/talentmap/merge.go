package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) mergeVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "merge KEEP OTHER",
		Short: "Make one record of two that are of the same person",
		Long:  "Make one record of two that are of the same person: all that is known of OTHER goes to KEEP, with its signals,\ntouches and places on maps, and the stricter lock stands. One undo takes it back.",
		Args:  args(2, 2, "the person to keep and the one to put in"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				var keep, other model.PersonID
				var kept, gone string
				err := st.View(func(tx *store.Tx) (err error) {
					if keep, kept, err = named(tx, args[0]); err != nil {
						return err
					}
					other, gone, err = named(tx, args[1])
					return err
				})
				if err != nil {
					return err
				}
				if _, err := st.MergePeople(a.user, keep, other); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "merged %s (%s) into %s (%s); `talentmap undo` takes it back\n", gone, other, kept, keep)
				return nil
			})
		},
	}
}

// named finds a person with her name.
func named(tx *store.Tx, arg string) (model.PersonID, string, error) {
	id, err := findPerson(tx, arg)
	if err != nil {
		return 0, "", err
	}
	p, err := tx.Person(id)
	return id, p.Name, err
}

func (a *app) splitVerb() *cobra.Command {
	var name string
	var take []string
	c := &cobra.Command{
		Use:   "split PERSON --name NAME --take WHAT...",
		Short: "Make two records of one that holds two people",
		Long:  "Make two records of one that holds two people. --take says what goes to the new one: an e-mail address, a link,\na phone number, a skill, or an employer, with which all positions there go. A lock holds for both.\nOne undo puts them together again.",
		Args:  args(1, 1, "one person"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				var p model.Person
				err := st.View(func(tx *store.Tx) error {
					id, err := findPerson(tx, args[0])
					if err == nil {
						p, err = tx.Person(id)
					}
					return err
				})
				if err != nil {
					return err
				}
				part, err := partOf(&p, model.CleanLine(name), take)
				if err != nil {
					return err
				}
				id, err := st.SplitPerson(a.user, p.ID, p.Rev, part)
				if err == nil {
					fmt.Fprintf(a.out, "split %s (%s) off %s (%s); `talentmap undo` puts them together again\n", part.Name, id, p.Name, p.ID)
				}
				return err
			})
		},
	}
	c.Flags().StringVar(&name, "name", "", "the name of the new one")
	c.Flags().StringArrayVar(&take, "take", nil, "what goes with her; may be given several times")
	return c
}

// partOf is what of a person is meant by the texts of --take.
func partOf(p *model.Person, name string, take []string) (part model.Person, err error) {
	if name == "" {
		return part, usage("--name says who the new one is")
	}
	part.Name = name
	for _, text := range take {
		if !takeFrom(p, &part, text) {
			return part, fmt.Errorf("%s has nothing that is %q: `talentmap show %s` lists what there is", p.Name, model.CleanLine(text), p.ID)
		}
	}
	return part, nil
}

func takeFrom(p, part *model.Person, text string) (found bool) {
	for _, l := range []struct{ from, to *[]string }{
		{&p.Contact.Emails, &part.Contact.Emails},
		{&p.Contact.Links, &part.Contact.Links},
		{&p.Contact.Phones, &part.Contact.Phones},
		{&p.Contact.ExternalIDs, &part.Contact.ExternalIDs},
		{&p.Skills, &part.Skills},
	} {
		for _, s := range *l.from {
			if strings.EqualFold(s, text) || s == model.NormalizeLink(text) {
				*l.to = append(*l.to, s)
				return true
			}
		}
	}
	for _, pos := range p.Positions {
		if model.CompanyKey(pos.Company) != "" && model.CompanyKey(pos.Company) == model.CompanyKey(text) {
			part.Positions = append(part.Positions, pos)
			found = true
		}
	}
	return found
}
