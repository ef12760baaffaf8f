package main

import (
	"fmt"
	"math"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// listChange is one thing that a verb does with a role's shortlist and each person
// named after it: all of it or nothing.
type listChange struct {
	use, short string
	done       string // whom, and the role
	ask        string // of the role
	do         func(r *model.Role, id model.PersonID) error
}

func (a *app) pinVerb() *cobra.Command {
	return a.onShortlist(listChange{
		use: "pin", short: "Have people stand first on a shortlist, behind those who are pinned already",
		done: "pinned %s to the shortlist of %s", ask: "Pin her to %s?",
		do: func(r *model.Role, id model.PersonID) error { return r.List.PinAt(id) },
	})
}

func (a *app) unpinVerb() *cobra.Command {
	return a.onShortlist(listChange{
		use: "unpin", short: "Have people stand where the judgement puts them",
		done: "unpinned %s from the shortlist of %s", ask: "Unpin her from %s?",
		do: func(r *model.Role, id model.PersonID) error { return r.List.Unpin(id) },
	})
}

func (a *app) excludeVerb() *cobra.Command {
	var why string
	c := a.onShortlist(listChange{
		use: "exclude", short: "Take people off a shortlist, with the reason; they stay on their maps",
		done: "took %s off the shortlist of %s", ask: "Take her off %s?",
		do: func(r *model.Role, id model.PersonID) error {
			return r.List.Exclude(model.Excluded{Person: id, Why: model.CleanLine(why), By: a.user, On: model.DateOf(a.now())})
		},
	})
	c.Flags().StringVar(&why, "why", "", "the reason, kept on the role")
	return c
}

func (a *app) includeVerb() *cobra.Command {
	return a.onShortlist(listChange{
		use: "include", short: "Have people who were taken off a shortlist judged like everybody again",
		done: "put %s back for the shortlist of %s", ask: "Put her back for %s?",
		do: func(r *model.Role, id model.PersonID) error { return r.List.Include(id) },
	})
}

func (a *app) onShortlist(change listChange) *cobra.Command {
	c := &cobra.Command{Use: change.use + " ROLE PERSON...", Short: change.short, Args: args(2, math.MaxInt, "a role and at least one person")}
	yes := yesFlag(c)
	var asJSON bool
	jsonFlag(c, &asJSON)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error { return a.editShortlist(st, args, *yes, asJSON, change) })
	}
	return c
}

func (a *app) editShortlist(st *store.Store, args []string, yes, asJSON bool, change listChange) error {
	r, people, err := roleAndPeople(st, args)
	if err != nil {
		return err
	}
	done, err := a.agreed(yes, change.ask, change.done, r.Title, people)
	if err != nil {
		return err
	}
	if _, err := st.EditRole(store.By(a.user, done), r.ID, func(_ *store.Tx, r *model.Role) error {
		return each(people, func(id model.PersonID) error { return change.do(r, id) })
	}); err != nil {
		return err
	}
	if asJSON {
		return printJSON(a.out, []roleDone{{r.ID.String(), r.Title, done}})
	}
	fmt.Fprintln(a.out, model.CleanLine(done))
	return nil
}

// roleAndPeople finds the role and the people that the arguments name.
func roleAndPeople(st *store.Store, args []string) (r model.Role, people []whom, err error) {
	err = st.View(func(tx *store.Tx) error {
		if r, err = roleMeant(tx, args[0]); err != nil {
			return err
		}
		people, err = peopleMeant(tx, args[1:])
		return err
	})
	return r, people, err
}
