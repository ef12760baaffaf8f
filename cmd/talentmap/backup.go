package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) backupVerb() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Write a verified copy of the database", Args: args(1, 1, "one file to write"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				if same(args[0], st.Path()) {
					return usage("%s is the database itself: name another file", args[0])
				}
				done, err := st.Backup(args[0])
				if err != nil {
					return err
				}
				fmt.Fprintf(a.out, "backed up and verified %s and %s in %s\n", count(done.Records, "record"), count(done.Changes, "change"), model.CleanLine(args[0]))
				return nil
			})
		},
	}
}

func same(a, b string) bool {
	ai, err := os.Stat(a)
	if err != nil {
		return false
	}
	bi, err := os.Stat(b)
	return err == nil && os.SameFile(ai, bi)
}

func (a *app) restoreVerb() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: "Put a backup in the place of the database, which is kept", Args: args(1, 1, "one backup"),
		RunE: func(_ *cobra.Command, args []string) error {
			if same(args[0], a.db()) {
				return usage("%s is the database itself", args[0])
			}
			kept, done, err := store.Restore(a.db(), args[0], a.now())
			if err != nil {
				return err
			}
			fmt.Fprintf(a.out, "restored %s and %s from %s\n", count(done.Records, "record"), count(done.Changes, "change"), model.CleanLine(args[0]))
			if kept != "" {
				fmt.Fprintf(a.out, "the database as it was is kept as %s\n", model.CleanLine(kept))
			}
			return nil
		},
	}
}
