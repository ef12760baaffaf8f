package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// companyWord begins the arguments of a verb that is about a company.
const companyWord = "company"

func (a *app) lockVerb() *cobra.Command {
	var until, why string
	c := &cobra.Command{
		Use:   "lock PERSON do-not-contact|opted-out",
		Short: "Lock a person, or `lock company NAME`: nobody writes to her",
		Long: "Lock a person: nobody writes to her, a running sequence is over, what was approved to go out is cancelled.\n" +
			"do-not-contact is the team's, may end, and can be unlocked. opted-out is hers: it has no end, no undo opens it, and only a new\n" +
			"message from her does (`talentmap reply`). `talentmap lock company NAME` locks everybody who works there.",
		Args: args(2, 2, "a person and a lock, or company and its name"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		end, err := v.dayOr(until)
		if err != nil {
			return err
		}
		l := store.Lock{Kind: model.DoNotContact, Until: end, Why: model.CleanLine(why)}
		if args[0] == companyWord {
			return v.onCompany(args[1], func(st *store.Store, id model.CompanyID) (model.Company, error) { return st.LockCompany(v.user, id, l) })
		}
		if l.Kind, err = lockNamed(args[1]); err != nil {
			return err
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.Lock(who, l) }, "locked")
	}
	c.Flags().StringVar(&until, "until", "", "the last day of the lock, as people say it (default: without end)")
	c.Flags().StringVar(&why, "why", "", "the reason")
	return c
}

func lockNamed(name string) (model.Lock, error) {
	l, err := model.MeantLock(name)
	if err != nil {
		return "", usage("%v", err)
	}
	return l, nil
}

func (a *app) unlockVerb() *cobra.Command {
	var why string
	c := &cobra.Command{
		Use:   "unlock PERSON",
		Short: "Open a lock of the team's; `unlock company NAME`",
		Long:  "Open a lock of the team's. Who has opted out is opened by a new message from her alone: `talentmap reply`.",
		Args:  args(1, 2, "a person, or company and its name"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		reason := model.CleanLine(why)
		switch {
		case args[0] == companyWord && len(args) == 2:
			return v.onCompany(args[1], func(st *store.Store, id model.CompanyID) (model.Company, error) {
				return st.UnlockCompany(v.user, id, reason)
			})
		case len(args) == 2:
			return usage("unlock takes a person, or company and its name")
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.Unlock(who, reason) }, "unlocked")
	}
	c.Flags().StringVar(&why, "why", "", "the reason")
	return c
}

// companyLockJSON is a company's lock.
type companyLockJSON struct {
	ID        string `json:"id"`
	Company   string `json:"company"`
	Lock      string `json:"lock"`
	LockUntil string `json:"lock_until"`
	LockWhy   string `json:"lock_why"`
	LockBy    string `json:"lock_by"`
}

// onCompany acts on the company meant and says how it stands.
func (v *acting) onCompany(arg string, act func(*store.Store, model.CompanyID) (model.Company, error)) error {
	return v.with(func(st *store.Store) error {
		var c model.Company
		err := st.View(func(tx *store.Tx) (err error) {
			c, err = findCompany(tx, arg)
			return err
		})
		if err != nil {
			return err
		}
		if c, err = act(st, c.ID); err != nil {
			return err
		}
		if v.json {
			return printJSON(v.out, []companyLockJSON{{c.ID.String(), c.Name, string(c.Lock), c.LockUntil.String(), c.LockWhy, c.LockBy}})
		}
		text := "unlocked"
		if c.Lock != model.Unlocked {
			text = joined(" until ", "locked, "+string(c.Lock), c.LockUntil.String())
		}
		fmt.Fprintf(v.out, "%s (%s): %s\n", model.CleanLine(c.Name), c.ID, text)
		return nil
	})
}
