package main

import (
	"math"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

func (a *app) snoozeVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "snooze PERSON DATE|off",
		Short: "Keep a person out of the queue until a day",
		Long: "Keep a person out of the queue until a day: 3d, monday, next month. Her next message and any change of her lock wake her\n" +
			"sooner, `off` does now. `talentmap queue --all` shows who is snoozed.",
		Args: args(2, math.MaxInt, "a person and a date, or off"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 2 && strings.EqualFold(args[1], "off") {
			return v.on(args[0], (*store.Store).Wake, "in the queue again")
		}
		until, err := v.day(args[1:]...)
		if err != nil {
			return err
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.Snooze(who, until) }, "snoozed until "+until.String())
	}
	return c
}

func (a *app) wakeVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "wake PERSON",
		Short: "End a snooze and a skip",
		Args:  args(1, 1, "one person"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.on(args[0], (*store.Store).Wake, "in the queue again")
	}
	return c
}

func (a *app) skipVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "skip PERSON",
		Short: "Pass over the reasons that a person is in the queue, until there is a new one",
		Long: "Pass over the reasons for which a person is in the queue now. She is in it again when there is a new one: another touch due,\n" +
			"another signal, her message. `talentmap snooze PERSON off` takes it back.",
		Args: args(1, 1, "one person"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) {
			var p *roster.Profile
			err := st.View(func(tx *store.Tx) (err error) {
				p, err = roster.ReadProfile(tx, &v.weights, who.Person, v.now())
				return err
			})
			if err != nil {
				return store.Acted{}, err
			}
			who.Rev = p.Person.Rev // what is skipped is what was looked at
			return st.Skip(who, p.Next.Skip())
		}, "skipped in the queue")
	}
	return c
}

func (a *app) assignVerb() *cobra.Command {
	var nobody bool
	c := &cobra.Command{
		Use:   "assign PERSON USER",
		Short: "Hand a person over to a colleague",
		Long:  "Hand a person over to a colleague, who may write to her from then on. While others are held off only the owner can.\n--nobody lets her go.",
		Args:  args(1, 2, "a person and a user, or --nobody"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		to := ""
		if len(args) == 2 {
			if to = model.CleanLine(args[1]); to == "" {
				return usage("the name of the user is empty")
			}
		}
		if (to == "") != nobody {
			return usage("assign takes a person and a user, or a person and --nobody")
		}
		done := "handed over to " + to
		if nobody {
			done = "nobody's now"
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.Assign(who, to) }, done)
	}
	c.Flags().BoolVar(&nobody, "nobody", false, "let her go: she is nobody's")
	return c
}
