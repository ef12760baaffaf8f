package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// eraseKey is where the key is by which erased people are recognized: with the
// service's credentials, else beside the database's default place.
func eraseKey() string {
	if dir := os.Getenv("CREDENTIALS_DIRECTORY"); dir != "" {
		path := filepath.Join(dir, "talentmap-erase.key")
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return filepath.Join(xdg.DataHome, "talentmap", "erase.key")
}

func (a *app) eraseVerb() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use:   "erase PERSON",
		Short: "Erase a person for good, at her request",
		Long: "Erase a person: her record and all that hangs on it, her places on maps, connections that lead to her,\n" +
			"what the journal kept of her, and her bytes in the file. She is not imported again, also after a restore.\n" +
			"What goes is shown first, and then asked; --yes answers. It can't be taken back.",
		Args: args(1, 1, "one person: an ID, e-mail address, profile link or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error { return a.erase(st, args[0], yes) })
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return c
}

func (a *app) erase(st *store.Store, arg string, yes bool) error {
	d, err := dossier(st, arg)
	if err != nil {
		return err
	}
	if !yes && !a.tty {
		return errors.New("nothing was erased: there is no terminal to ask on; --yes erases without asking")
	}
	fmt.Fprintf(a.out, "%s (%s): %s\n", model.CleanLine(d.Person.Name), d.Person.ID, holdings(&d))
	if err := a.agree(yes, "Erase all of it? It can't be taken back."); err != nil {
		return err
	}
	done, err := st.Erase(a.user, d.Person.ID)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "erased %s, and out of %s of others\n", count(done.Records, "record"), count(done.Others, "record"))
	if len(done.Mentions) > 0 {
		fmt.Fprintf(a.out, "the free text of others still names her, look at it: %s\n", strings.Join(done.Mentions, ", "))
	}
	for _, f := range done.Older {
		fmt.Fprintf(a.out, "a copy from before still holds her: %s\n", model.CleanLine(f))
	}
	return nil
}

// holdings says in a line what is held about a person.
func holdings(d *store.Dossier) string {
	draft := ""
	if d.Draft.Rev != 0 {
		draft = "a draft"
	}
	return joined(", ", "the record", count(len(d.Signals), "signal"), plural(len(d.Touches), "touch", "touches"), draft,
		count(len(d.Places), "map place"), count(len(d.Ties), "connection")+" of others", plural(len(d.Changes), "journal entry", "journal entries"))
}

func plural(n int, one, many string) string {
	if n != 1 {
		one = many
	}
	return fmt.Sprintf("%d %s", n, one)
}
