package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type changeJSON struct {
	Rev    uint64 `json:"rev"`
	At     string `json:"at"`
	Actor  string `json:"actor"`
	What   string `json:"what"`
	Import string `json:"import,omitempty"`
	Undoes uint64 `json:"undoes,omitempty"`
	Redoes uint64 `json:"redoes,omitempty"`
	Quiet  bool   `json:"quiet,omitempty"`
	Things int    `json:"touched"`
}

func (a *app) journalVerb() *cobra.Command {
	var asJSON, all bool
	var limit int
	c := &cobra.Command{
		Use: "journal", Short: "Who changed what, and when, newest first", Args: args(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if limit < 1 {
				return usage("--limit must be at least 1")
			}
			return a.with(func(st *store.Store) error {
				out, err := changes(st, limit, all)
				if err != nil {
					return err
				}
				return listing[changeJSON]{
					none: "nothing has been changed yet", header: "REV\tAT\tWHO\tTOUCHED\tWHAT",
					cells: func(c changeJSON) []any { return []any{c.Rev, c.At, c.Actor, c.Things, c.What} },
				}.say(a, out, asJSON)
			})
		},
	}
	jsonFlag(c, &asJSON)
	c.Flags().IntVar(&limit, "limit", 100, "how many to print")
	c.Flags().BoolVar(&all, "all", false, "also drafts saved as they were typed")
	return c
}

func changes(st *store.Store, limit int, all bool) (out []changeJSON, err error) {
	err = st.View(func(tx *store.Tx) error {
		for c, err := range tx.Changes() {
			if err != nil {
				return err
			}
			if len(out) >= limit {
				return nil
			}
			if c.Quiet && !all {
				continue
			}
			j := changeJSON{
				Rev: uint64(c.Rev), At: c.At.Local().Format(time.DateTime), Actor: c.Actor, What: c.What,
				Undoes: uint64(c.Undoes), Redoes: uint64(c.Redoes), Quiet: c.Quiet, Things: len(c.Refs),
			}
			if c.Import != 0 {
				j.Import = c.Import.String()
			}
			out = append(out, j)
		}
		return nil
	})
	return out, err
}

func (a *app) undoVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "undo [IMPORT|REV]", Short: "Take back your last change; an import goes as one",
		Long: "Take back your last change that still stands, or the import (i3) or revision (17) named.\nIt is refused where the same record has been changed since, saying by whom and when.",
		Args: args(0, 1, "at most one import, such as i3, or revision, such as 17"),
		RunE: func(_ *cobra.Command, args []string) error {
			undo, err := a.undoing(args)
			if err != nil {
				return err
			}
			return a.takeBack(undo, "took back", asJSON)
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) redoVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "redo", Short: "Bring back what you took back last; an import comes as one",
		Long: "Bring back what you took back last, by undo or in the workbench, again and again, until you change something new.\nIt is refused where the same record has been changed since, saying by whom and when.",
		Args: args(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			return a.takeBack(func(st *store.Store) (store.Undone, error) { return st.Redo(a.user) }, "again", asJSON)
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// takeBack runs an undo or a redo and prints what it did.
func (a *app) takeBack(run func(*store.Store) (store.Undone, error), did string, asJSON bool) error {
	return a.with(func(st *store.Store) error {
		u, err := run(st)
		if err != nil {
			return err
		}
		if asJSON {
			type undoneJSON struct {
				Rev     uint64 `json:"rev"`
				What    string `json:"what"`
				Records int    `json:"records"`
				Locked  int    `json:"stay_opted_out,omitempty"`
			}
			return printJSON(a.out, []undoneJSON{{uint64(u.Rev), u.What, u.Records, u.Locked}})
		}
		fmt.Fprintf(a.out, "%s: %s (%s)\n", did, u, count(u.Records, "record"))
		return nil
	})
}

// undoing is the undo of what is named, else of the user's last change.
func (a *app) undoing(args []string) (func(*store.Store) (store.Undone, error), error) {
	if len(args) == 0 {
		return func(st *store.Store) (store.Undone, error) { return st.Undo(a.user) }, nil
	}
	if id, err := model.ParseImportID(args[0]); err == nil {
		return func(st *store.Store) (store.Undone, error) { return st.UndoImport(a.user, id) }, nil
	}
	rev, err := strconv.ParseUint(args[0], 10, 64)
	if err != nil {
		return nil, usage("%q is neither an import, such as i3, nor a revision, such as 17", model.CleanLine(args[0]))
	}
	return func(st *store.Store) (store.Undone, error) { return st.UndoChange(a.user, model.Rev(rev)) }, nil
}
