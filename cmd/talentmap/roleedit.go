package main

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

func roleHelp() string {
	var b strings.Builder
	b.WriteString("The fields:\n")
	for _, f := range model.RoleFields(nil) {
		fmt.Fprintf(&b, "  %-12s%s\n", f.Name, f.Hint)
	}
	return b.String()
}

func (a *app) roleNewVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "new TITLE [FIELD=VALUE...]", Short: "Open a role, whose shortlist is drawn from the maps",
		Long: "Open a role, whose shortlist is drawn from the maps. Without opened= it opens today.\n\n" + roleHelp(),
		Args: args(1, math.MaxInt, "a title, then fields such as must=\"Go, Kafka\""),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withNew(func(st *store.Store) error {
				r := model.Role{Opened: model.DateOf(a.now()), Origin: model.Origin{Source: "entered by " + a.user, At: a.now()}}
				fields := append([]string{"title=" + args[0]}, args[1:]...)
				by := store.By(a.user, "opened the role "+model.CleanLine(args[0]))
				if _, err := st.Edit(by, func(tx *store.Tx) error {
					if err := setRole(tx, &r, fields); err != nil {
						return err
					}
					return tx.PutRole(&r)
				}); err != nil {
					return err
				}
				return a.tellRole(&r, "opened", asJSON)
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) roleEditVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "edit ROLE FIELD=VALUE...", Short: "Change what a role asks for or offers",
		Long: "Change what a role asks for or offers, as one step that one undo takes back. An empty value empties a field.\n\n" + roleHelp(),
		Args: args(2, math.MaxInt, "one role and at least one field such as must=\"Go, Kafka\""),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.onRole(args[0], "edited the role %s", "edited", asJSON, func(tx *store.Tx, r *model.Role) error { return setRole(tx, r, args[1:]) })
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// roleDone is the line that a verb about a role prints, as JSON.
type roleDone struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Done  string `json:"done"`
}

func (a *app) tellRole(r *model.Role, done string, asJSON bool) error {
	if asJSON {
		return printJSON(a.out, []roleDone{{r.ID.String(), r.Title, done}})
	}
	fmt.Fprintf(a.out, "%s %s (%s)\n", done, model.CleanLine(r.Title), r.ID)
	return nil
}

// onRole changes the role meant, in one step.
func (a *app) onRole(arg, what, done string, asJSON bool, change func(*store.Tx, *model.Role) error) error {
	return a.with(func(st *store.Store) error {
		var r model.Role
		err := st.View(func(tx *store.Tx) (err error) {
			r, err = roleMeant(tx, arg)
			return err
		})
		if err != nil {
			return err
		}
		if r, err = st.EditRole(store.By(a.user, fmt.Sprintf(what, r.Title)), r.ID, change); err != nil {
			return fmt.Errorf("%w; nothing was changed", err)
		}
		return a.tellRole(&r, done, asJSON)
	})
}

// setRole reads FIELD=VALUE into a role.
func setRole(tx *store.Tx, r *model.Role, fields []string) error {
	var maps []model.Map
	for m, err := range tx.Maps() {
		if err == nil {
			maps = append(maps, m)
		} else if !errors.Is(err, store.ErrDamaged) {
			return err
		}
	}
	known := scoring.RoleFields(maps)
	for _, arg := range fields {
		f, value, err := fieldValue(known, func(f *model.RoleField) string { return f.Name }, arg)
		if err != nil {
			return err
		}
		if err := f.Set(r, value); err != nil {
			return usage("%v", err)
		}
	}
	return nil
}

func (a *app) roleCloseVerb() *cobra.Command {
	var on string
	var asJSON bool
	c := &cobra.Command{
		Use: "close ROLE", Short: "Close a role that is filled or given up; its shortlist stays as it was decided", Args: args(1, 1, "one role"),
		RunE: func(_ *cobra.Command, args []string) error {
			day, err := a.dayOr(on)
			if err != nil {
				return err
			}
			if !day.Known() {
				day = model.DateOf(a.now())
			}
			return a.onRole(args[0], "closed the role %s", "closed", asJSON, func(_ *store.Tx, r *model.Role) error { return r.Close(day) })
		},
	}
	c.Flags().StringVar(&on, "on", "", "the day, as people say it (default today)")
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) roleReopenVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "reopen ROLE", Short: "Open a closed role again", Args: args(1, 1, "one role"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.onRole(args[0], "opened the role %s again", "opened again", asJSON, func(_ *store.Tx, r *model.Role) error { return r.Reopen() })
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) roleRemoveVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "remove ROLE", Short: "Delete a role with what was decided about its shortlist; `talentmap undo` brings it back", Args: args(1, 1, "one role"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				var r model.Role
				err := st.View(func(tx *store.Tx) (err error) {
					r, err = roleMeant(tx, args[0])
					return err
				})
				if err != nil {
					return err
				}
				if _, err := st.Edit(store.By(a.user, "deleted the role "+r.Title), func(tx *store.Tx) error { return tx.RemoveRole(r.ID) }); err != nil {
					return err
				}
				return a.tellRole(&r, "deleted", asJSON)
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}
