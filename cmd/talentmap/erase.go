package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/person"
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
	fmt.Fprintf(a.out, "%s (%s): %s\n", model.CleanLine(d.Person.Name), d.Person.ID, person.Holdings(&d))
	if err := a.agree(yes, "Erase all of it? It can't be taken back."); err != nil {
		return err
	}
	done, err := st.Erase(a.user, d.Person.ID)
	if err != nil {
		return err
	}
	what, left := person.Aftermath(&done)
	for _, line := range append([]string{what}, left...) {
		fmt.Fprintln(a.out, line)
	}
	return nil
}
