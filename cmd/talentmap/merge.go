package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) mergeVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "merge KEEP OTHER",
		Short: "Make one record of two that are of the same person",
		Long: "Make one record of two that are of the same person: all that is known of OTHER goes to KEEP, with its signals,\ntouches and places on maps, and the stricter lock stands. One undo takes it back.\n" +
			"Where only the beginning of a name is given, both are shown side by side, and then asked.",
		Args: args(2, 2, "the person to keep and the one to put in"),
	}
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error { return a.merge(st, args, *yes) })
	}
	return c
}

func (a *app) merge(st *store.Store, args []string, yes bool) error {
	keep, other, err := twoPeople(st, args)
	if err != nil {
		return err
	}
	if keep.ID != other.ID { // else the store says so
		question := fmt.Sprintf("Put %s (%s) into %s (%s)?", other.Name, other.ID, keep.Name, keep.ID)
		show := func() { a.sayBoth(&keep.Person, &other.Person) }
		if err := a.sure(yes, model.CleanLine(question), show, keep, other); err != nil {
			return err
		}
	}
	if _, err := st.MergePeople(a.user, keep.ID, other.ID); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "merged %s (%s) into %s (%s); `talentmap undo` takes it back\n", other.Name, other.ID, keep.Name, keep.ID)
	return nil
}

func twoPeople(st *store.Store, args []string) (keep, other whom, err error) {
	err = st.View(func(tx *store.Tx) (err error) {
		if keep, err = findWhom(tx, args[0]); err != nil {
			return err
		}
		other, err = findWhom(tx, args[1])
		return err
	})
	return keep, other, err
}

// sayBoth prints two people, and what speaks for their being one and against it.
func (a *app) sayBoth(keep, other *model.Person) {
	for _, p := range []*model.Person{keep, other} {
		fmt.Fprintf(a.out, "%s  %s\n", p.ID, inBrief(p))
	}
	a.sayEvidence(evidence(keep, other, a.now()))
}

func (a *app) splitVerb() *cobra.Command {
	var name string
	var take []string
	c := &cobra.Command{
		Use:   "split PERSON --name NAME --take WHAT...",
		Short: "Make two records of one that holds two people",
		Long:  "Make two records of one that holds two people. --take says what goes to the new one: an e-mail address, a link,\na phone number, a skill, or an employer, with which all positions there go. A lock holds for both.\nOne undo puts them together again.",
		Args:  args(1, 1, "one person"),
	}
	c.Flags().StringVar(&name, "name", "", "the name of the new one")
	c.Flags().StringArrayVar(&take, "take", nil, "what goes with her; may be given several times")
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error { return a.split(st, args[0], model.CleanLine(name), take, *yes) })
	}
	return c
}

func (a *app) split(st *store.Store, arg, name string, take []string, yes bool) error {
	var p whom
	err := st.View(func(tx *store.Tx) (err error) {
		p, err = findWhom(tx, arg)
		return err
	})
	if err != nil {
		return err
	}
	part, err := partOf(&p.Person, name, take)
	if err != nil {
		return err
	}
	if err := a.sure(yes, fmt.Sprintf("Split %s off her?", name), func() { a.sayGuesses(p) }, p); err != nil {
		return err
	}
	id, err := st.SplitPerson(a.user, p.ID, p.Rev, part)
	if err == nil {
		fmt.Fprintf(a.out, "split %s (%s) off %s (%s); `talentmap undo` puts them together again\n", part.Name, id, p.Name, p.ID)
	}
	return err
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
