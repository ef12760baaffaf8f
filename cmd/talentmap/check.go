package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type faultJSON struct {
	Where string `json:"where"`
	What  string `json:"what"`
}

func (a *app) checkVerb() *cobra.Command {
	var asJSON, mend, here bool
	c := &cobra.Command{
		Use: "check [FILE]", Short: "Look for damage in the database, or in a backup, and repair it",
		Long: "Look for damage in the database, or in a backup.\n--repair sets damaged records aside, builds the indexes anew and checks again. The file as it was is kept beside it.",
		Args: args(0, 1, "at most one file"),
		RunE: func(c *cobra.Command, args []string) error {
			path := a.db()
			if len(args) > 0 {
				path = args[0]
			}
			switch {
			case !here:
				return a.checkApart(c.Context(), path, asJSON, mend)
			case mend:
				return a.repair(path, asJSON)
			}
			return a.check(path, asJSON)
		},
	}
	jsonFlag(c, &asJSON)
	c.Flags().BoolVar(&mend, "repair", false, "set damaged records aside and build the indexes anew")
	hiddenFlag(c, &here, "in-process", "check in this process, which a badly damaged file can end")
	return c
}

func (a *app) checkApart(ctx context.Context, path string, asJSON, mend bool) error {
	flag := func(name string, on bool) string { return "--" + name + "=" + strconv.FormatBool(on) }
	err := a.apart(ctx, a.out, "check", "--in-process", flag("json", asJSON), flag("repair", mend), "--", path)
	if errors.Is(err, errCrashed) {
		return fmt.Errorf("%s is %w: put a backup in its place with `talentmap restore`", path, err)
	}
	return err
}

func (a *app) check(path string, asJSON bool) error {
	st, err := store.Open(path, store.Options{Clock: a.now, ReadOnly: true})
	if err != nil {
		return err
	}
	done, err := st.Check()
	if err = errors.Join(err, st.Close()); err != nil {
		return err
	}
	if !asJSON {
		a.sayChecked(path, done)
	}
	return a.verdict(done, asJSON, "keep the file, and repair it with `talentmap check --repair`, or put a backup in its place with `talentmap restore`")
}

func (a *app) sayChecked(path string, done store.Checked) {
	fmt.Fprintf(a.out, "%s: %s, %d index entries, %s\n", model.CleanLine(path), count(done.Records, "record"), done.IndexEntries, count(done.Changes, "change"))
	if done.Lagging {
		fmt.Fprintln(a.out, "  an import broke off in it: its indexes are not looked at, they are made whole when it is opened")
	}
	if done.Older != 0 {
		fmt.Fprintf(a.out, "  written by an older talentmap (schema %d): its indexes are not looked at, they are built anew when it is opened\n", done.Older)
	}
	for _, l := range done.Lost {
		fmt.Fprintln(a.out, "  "+model.CleanLine(l.String()))
	}
	a.sayFaults(done.Faults)
}

func (a *app) sayFaults(faults []store.Fault) {
	for _, f := range faults {
		fmt.Fprintln(a.out, "  "+model.CleanLine(f.String()))
	}
}

// verdict ends a check: with errSaid, and what to do, where there are faults.
func (a *app) verdict(done store.Checked, asJSON bool, todo string) error {
	if asJSON {
		out := make([]faultJSON, len(done.Faults))
		for i, f := range done.Faults {
			out[i] = faultJSON{f.Where, f.What}
		}
		if err := printJSON(a.out, out); err != nil {
			return err
		}
	}
	switch n := len(done.Faults); {
	case n > 0:
		fmt.Fprintf(a.err, "talentmap: %s: %s\n", count(n, "fault"), todo)
		return errSaid
	case !asJSON:
		fmt.Fprintln(a.out, "no faults")
	}
	return nil
}

// repair repairs and says what was done; with asJSON only what is left.
func (a *app) repair(path string, asJSON bool) error {
	done, err := store.Repair(path, a.user, a.now())
	if err != nil {
		return err
	}
	if !asJSON {
		a.sayChecked(path, done.Before)
		if done.Kept != "" {
			a.sayRepaired(done)
			a.sayChecked(path, done.After)
		}
	}
	return a.verdict(done.After, asJSON, "this can't be repaired: work goes on with what there is, or put a backup in its place with `talentmap restore`")
}

func (a *app) sayRepaired(done store.Repaired) {
	fmt.Fprintf(a.out, "the file as it was is kept as %s\n", model.CleanLine(done.Kept))
	if n := len(done.SetAside); n > 0 {
		fmt.Fprintf(a.out, "%s set aside in %s\n", count(n, "record"), model.CleanLine(done.Aside))
		a.sayFaults(done.SetAside)
	}
	if n := len(done.Lost); n > 0 {
		fmt.Fprintf(a.out, "%s lost\n", count(n, "record"))
		a.sayFaults(done.Lost)
	}
	for _, span := range done.Revisions {
		fmt.Fprintf(a.out, "%s of the journal lost: what was changed then is not known\n", span)
	}
	a.sayHeld(done)
	fmt.Fprintf(a.out, "the indexes are built anew: %d entries\n", done.After.IndexEntries)
	fmt.Fprintln(a.out, "checked again:")
}

// sayHeld says whom the repair has locked, and whom it could not.
func (a *app) sayHeld(done store.Repaired) {
	if len(done.Held) > 0 {
		fmt.Fprintln(a.out, "LOOK AT THESE PEOPLE: their records are gone. They stand again with name and keys, and nobody can write to them until a person has looked:")
	}
	for _, h := range done.Held {
		fmt.Fprintln(a.out, "  "+model.CleanLine(h.String()))
	}
	for _, id := range done.Unknown {
		fmt.Fprintf(a.out, "  %s: NOT KNOWN ANY MORE, neither name nor keys: if this person had opted out, an import can take her in anew\n", id)
	}
}
