package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

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

// restoring are the flags of restore.
type restoring struct {
	yes, dry, verify, asJSON, here bool
}

func (a *app) restoreVerb() *cobra.Command {
	var o restoring
	c := &cobra.Command{
		Use: "restore [FILE|latest]", Short: "Put a backup in the place of the database, which is kept; without one list the backups",
		Long: "Put a backup in the place of the database. What that would change is shown first, and then asked; --yes answers.\n" +
			"The database as it was is kept beside it. `latest` is the newest sound one of the automatic backups, which are\nlisted without an argument.",
		Args: args(0, 1, "at most one backup, or latest"),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return a.listBackups(c.Context(), o)
			case same(args[0], a.db()):
				return usage("%s is the database itself", args[0])
			case o.here:
				return a.showRestore(args[0])
			}
			return a.restore(c.Context(), args[0], o)
		},
	}
	jsonFlag(c, &o.asJSON)
	c.Flags().BoolVar(&o.yes, "yes", false, "restore without asking")
	c.Flags().BoolVar(&o.dry, "dry-run", false, "only show what would change")
	c.Flags().BoolVar(&o.verify, "verify", false, "check every backup that is listed")
	hiddenFlag(c, &o.here, "in-process", "compare in this process, which a badly damaged file can end")
	return c
}

// restore verifies a copy of the backup, shows what it would change, asks, and
// puts it in place. A dry run looks at the backup itself.
func (a *app) restore(ctx context.Context, file string, o restoring) error {
	c, err := a.meant(ctx, file, o.dry)
	if err != nil {
		return err
	}
	if c.copied != nil {
		defer c.copied.Drop()
	}
	err = a.apart(ctx, a.out, "--db", a.db(), "restore", "--in-process", "--", c.file)
	unreadable := errors.Is(err, errCrashed)
	switch {
	case unreadable:
		fmt.Fprintln(a.out, "the present database is too badly damaged to be compared with it")
	case err != nil:
		return err
	}
	if o.dry {
		return nil
	}
	if err := a.agree(o.yes, "Put the backup in its place?"); err != nil {
		return err
	}
	kept, err := c.copied.Put(a.now())
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "restored %s\n", model.CleanLine(c.backup))
	if kept != "" {
		fmt.Fprintf(a.out, "the database as it was is kept as %s\n", model.CleanLine(kept))
	}
	return a.with(func(st *store.Store) error { // opening has erased again who was erased since
		switch {
		case unreadable:
			a.tell("who has opted out since the backup is not known")
		case kept != "":
			a.carryLocks(st, kept)
		}
		return nil
	})
}

// carryLocks locks again who was locked in the database that was replaced.
func (a *app) carryLocks(st *store.Store, kept string) {
	held, err := st.CarryLocks(kept, a.user)
	if err != nil {
		a.tell(fmt.Sprintf("who has opted out since the backup is not known, as %s can't be read: %v", kept, err))
		return
	}
	for _, h := range held {
		fmt.Fprintf(a.out, "locked again, as before the restore: %s\n", model.CleanLine(h.Ref()+" "+h.Name+", "+string(h.Lock)))
	}
}

// agree asks on a terminal; only yes is yes.
func (a *app) agree(yes bool, question string) error {
	if yes {
		return nil
	}
	if !a.tty {
		return errors.New("nothing was changed: there is no terminal to ask on; --yes goes on without asking")
	}
	fmt.Fprintf(a.out, "%s [y/N] ", question)
	answer, err := bufio.NewReader(a.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("nothing was changed: %w", err)
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return errors.New("nothing was changed")
}

// candidate is a backup that was found sound.
type candidate struct {
	backup string             // as it is called
	file   string             // what was looked at: the copy, or in a dry run itself
	copied *store.Restoration // nil in a dry run
}

// meant is the backup meant, found sound: the file, or for latest the newest
// sound one of the automatic backups.
func (a *app) meant(ctx context.Context, file string, dry bool) (candidate, error) {
	if file != "latest" {
		return a.soundCopy(ctx, file, dry)
	}
	all, err := store.Backups(a.db())
	if err != nil {
		return candidate{}, err
	}
	for _, b := range all {
		c, err := a.soundCopy(ctx, b.Path, dry)
		if err == nil {
			fmt.Fprintf(a.out, "the newest sound backup is %s\n", model.CleanLine(b.Path))
			return c, nil
		}
		fmt.Fprintf(a.err, "talentmap: passed over %s\n", model.CleanLine(strings.TrimPrefix(err.Error(), "restore from ")))
	}
	return candidate{}, fmt.Errorf("there is no sound backup in %s: name a file with `talentmap restore FILE`", store.BackupFolder(a.db()))
}

// soundCopy copies a backup beside the database and verifies the copy: once, and
// of the very bytes that are put in place.
func (a *app) soundCopy(ctx context.Context, backup string, dry bool) (candidate, error) {
	c := candidate{backup: backup, file: backup}
	if err := thereIs(backup); err != nil {
		return c, fmt.Errorf("restore from %s: %w", backup, err)
	}
	if !dry {
		var err error
		if c.copied, err = store.PrepareRestore(a.db(), backup); err != nil {
			return c, err
		}
		c.file = c.copied.File()
	}
	err := a.sound(ctx, c.file)
	if err == nil {
		return c, nil
	}
	if c.copied != nil {
		c.copied.Drop()
	}
	return c, fmt.Errorf("restore from %s: %s", backup, strings.ReplaceAll(err.Error(), c.file, backup))
}
