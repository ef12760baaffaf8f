package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
)

// roleJSON is a role with how its shortlist stands.
type roleJSON struct {
	ID        string            `json:"id"`
	Title     string            `json:"title"`
	Level     string            `json:"level"`
	Company   string            `json:"company"`
	Place     string            `json:"place"`
	Must      []string          `json:"must"`
	Nice      []string          `json:"nice"`
	Offers    []string          `json:"offers"`
	Words     map[string]string `json:"words"`
	Maps      []string          `json:"maps"` // none: all
	Opened    string            `json:"opened"`
	Closed    string            `json:"closed"` // "": open
	Listed    int               `json:"listed"`
	Apart     int               `json:"apart"` // would be listed, and can't be written to now
	Contacted int               `json:"contacted"`
	Replied   int               `json:"replied"`
}

func (a *app) roleVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "role", Short: "The roles and their shortlists"}, "list, show, new, edit, close, reopen, remove, shortlist, pin, unpin, exclude or include")
	c.AddCommand(
		a.roleListVerb(), a.roleShowVerb(), a.roleNewVerb(), a.roleEditVerb(), a.roleCloseVerb(), a.roleReopenVerb(), a.roleRemoveVerb(),
		a.shortlistVerb(), a.pinVerb(), a.unpinVerb(), a.excludeVerb(), a.includeVerb(),
	)
	return c
}

func (a *app) roleListVerb() *cobra.Command {
	var asJSON, all bool
	c := &cobra.Command{
		Use: "list", Short: "List the open roles, with how many are on the shortlist, were written to, have answered", Args: args(0, 0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(func(st *store.Store) error {
				pool, err := a.pool(c.Context(), st, a.now(), nil)
				if err != nil {
					return err
				}
				rows := []roleJSON{}
				for i := range pool.Roles {
					if r := &pool.Roles[i]; all || r.Open() {
						rows = append(rows, describeRole(pool, r))
					}
				}
				if err := a.sayRoles(rows, len(pool.Roles), asJSON); err != nil {
					return err
				}
				return (*spared)(&pool.Damaged).tell(a)
			})
		},
	}
	jsonFlag(c, &asJSON)
	c.Flags().BoolVar(&all, "all", false, "the closed ones, too")
	return c
}

// pool reads the people from whom shortlists are drawn.
func (a *app) pool(ctx context.Context, st *store.Store, now time.Time, also []model.PersonID) (*roster.Pool, error) {
	return roster.ReadPool(ctx, st, &a.weights, a.user, now, also, nil)
}

func describeRole(pool *roster.Pool, r *model.Role) roleJSON {
	list := pool.Shortlist(r)
	j := roleJSON{
		ID: r.ID.String(), Title: r.Title, Level: r.Level, Company: r.Company, Place: r.Location, Must: texts(r.Must), Nice: texts(r.Nice),
		Offers: texts(r.Offers), Words: map[string]string{}, Maps: []string{}, Opened: r.Opened.String(), Closed: r.Closed.String(),
		Listed: len(list.Listed), Apart: len(list.Apart),
	}
	for m, words := range r.Words {
		j.Words[string(m)] = words
	}
	for _, id := range r.Maps {
		j.Maps = append(j.Maps, id.String())
	}
	j.Contacted, j.Replied = pool.Reached(r, list.Listed, list.Apart)
	return j
}

// texts are the texts of a list, none as an empty one.
func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

func (a *app) sayRoles(rows []roleJSON, all int, asJSON bool) error {
	none := "there is no role yet: `talentmap role new TITLE` opens one"
	if all > 0 {
		none = fmt.Sprintf("no role is open; --all lists the %d closed", all)
	}
	return listing[roleJSON]{
		none:   none,
		header: "ID\tTITLE\tCOMPANY\tOPENED\tCLOSED\tLISTED\tCONTACTED\tREPLIED\tPLACE",
		cells: func(r roleJSON) []any {
			return []any{r.ID, r.Title, r.Company, r.Opened, r.Closed, r.Listed, r.Contacted, r.Replied, r.Place}
		},
	}.say(a, rows, asJSON)
}

func (a *app) roleShowVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "show ROLE", Short: "Show what a role asks for and offers", Args: args(1, 1, "one role: an ID such as r1, or a title"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				pool, err := a.pool(c.Context(), st, a.now(), nil)
				if err != nil {
					return err
				}
				r, err := findRole(pool.Roles, args[0])
				if err != nil {
					return err
				}
				row := describeRole(pool, r)
				if asJSON {
					return printJSON(a.out, []roleJSON{row})
				}
				a.sayRole(pool, r, &row)
				return nil
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) sayRole(pool *roster.Pool, r *model.Role, row *roleJSON) {
	say := func(what, text string) {
		if text != "" {
			fmt.Fprintf(a.out, "%-12s%s\n", what, model.CleanLine(text))
		}
	}
	say("role", joined(" ", r.Title, "("+row.ID+")"))
	for _, f := range model.RoleFields(pool.Maps) {
		if f.Name != "title" {
			say(f.Name, f.Text(r))
		}
	}
	say("closed", row.Closed)
	say("ladder", prefixed("level ", levelOf(r)))
	say("shortlist", fmt.Sprintf("%s, %d apart; %d contacted, %d replied", count(row.Listed, "name"), row.Apart, row.Contacted, row.Replied))
	for _, e := range r.List.Pinned {
		say("pinned", a.named(pool, e.Person))
	}
	for _, x := range r.List.Out {
		say("excluded", a.named(pool, x.Person)+", "+x.String())
	}
}

// levelOf is where a role stands on the ladder of titles; "" for nowhere.
func levelOf(r *model.Role) string {
	title := r.Level
	if title == "" {
		title = r.Title
	}
	if level := scoring.Level(title); level > 0 {
		return fmt.Sprint(level)
	}
	return ""
}

func (a *app) named(pool *roster.Pool, id model.PersonID) string {
	if p := pool.Profiles[id]; p != nil {
		return fmt.Sprintf("%s (%s)", p.Person.Name, id)
	}
	return id.String()
}

// findRole finds the role meant: an ID such as r1, a title, or the beginning of one;
// of several an open one before those that are closed.
func findRole(all []model.Role, arg string) (*model.Role, error) {
	want := model.NameKey(arg)
	is := func(r *model.Role) bool { return model.NameKey(r.Title) == want }
	begins := func(r *model.Role) bool { return strings.HasPrefix(model.NameKey(r.Title), want) }
	for _, meant := range []func(r *model.Role) bool{
		func(r *model.Role) bool { return strings.EqualFold(r.ID.String(), arg) },
		func(r *model.Role) bool { return is(r) && r.Open() }, is,
		func(r *model.Role) bool { return begins(r) && r.Open() }, begins,
	} {
		var some []*model.Role
		for i := range all {
			if meant(&all[i]) {
				some = append(some, &all[i])
			}
		}
		if len(some) == 1 {
			return some[0], nil
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("there is no role %q, nor any other: `talentmap role new TITLE` opens one", model.CleanLine(arg))
	}
	names := make([]string, len(all))
	for i := range all {
		names[i] = fmt.Sprintf("%s (%s)", all[i].Title, all[i].ID)
	}
	return nil, fmt.Errorf("which role is %q? There are: %s", model.CleanLine(arg), strings.Join(names, ", "))
}

// roleMeant reads the roles and finds the one meant.
func roleMeant(tx *store.Tx, arg string) (model.Role, error) {
	var all []model.Role
	for r, err := range tx.Roles() {
		if errors.Is(err, store.ErrDamaged) {
			continue
		}
		if err != nil {
			return r, err
		}
		all = append(all, r)
	}
	r, err := findRole(all, arg)
	if err != nil {
		return model.Role{}, err
	}
	return *r, nil
}
