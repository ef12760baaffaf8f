package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

type foundJSON struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Title       string `json:"title"`
	Company     string `json:"company"`
	Location    string `json:"location"`
	Since       string `json:"since"`
	Receptivity int    `json:"receptivity"`
	State       string `json:"state"`
	Next        string `json:"next"`
	Owner       string `json:"owner"`
	Lock        string `json:"lock"`
}

func (a *app) peopleVerb() *cobra.Command {
	var asJSON bool
	var limit int
	c := &cobra.Command{
		Use: "people", Short: "List everyone, or those that a query finds",
		Long: "List everyone, or those that a query finds.\n\n" + queryHelp(), Args: args(0, 0, "no arguments"),
	}
	where := whereFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if limit < 1 {
			return usage("--limit must be at least 1")
		}
		if asJSON && !c.Flags().Changed("limit") {
			limit = math.MaxInt // a program wants all of them
		}
		return a.with(func(st *store.Store) error {
			q, err := a.query(st, *where)
			if err != nil {
				return err
			}
			snap, err := a.roster(c.Context(), st)
			if err != nil {
				return err
			}
			limit = min(limit, max(snap.Len(), 1))
			cards, total := chosen(snap, q, *where != "", limit)
			rows := make([]foundJSON, len(cards))
			for i := range cards {
				rows[i] = a.describeCard(snap, &cards[i])
			}
			if asJSON {
				return printJSON(a.out, rows)
			}
			return a.tellPeople(rows, total)
		})
	}
	c.Flags().IntVar(&limit, "limit", 100, "how many to print; with --json all, unless given")
	jsonFlag(c, &asJSON)
	return c
}

// whereFlag adds --where to a verb that deals with people.
func whereFlag(c *cobra.Command) *string {
	return c.Flags().String("where", "", "only those whom this QUERY finds")
}

// queryHelp is the language of queries, for the help of a verb.
func queryHelp() string {
	var b strings.Builder
	b.WriteString("A query is words, all of which must hold: plain ones, and fields such as\n\n" +
		"  staff company:\"acme looms\" -contacted receptivity>60 since<2022\n\n" +
		"A minus turns a word round, = wants a whole word, quotes keep spaces, @NAME stands for a\n" +
		"saved filter (talentmap filter list). The fields:\n\n")
	for _, f := range roster.Fields() {
		fmt.Fprintf(&b, "  %-24s %s\n", f.Example, f.What)
	}
	return b.String()
}

// query reads what --where says.
func (a *app) query(st *store.Store, where string) (roster.Query, error) {
	if where == "" {
		return roster.Query{}, nil
	}
	saved, err := a.filters(st)
	if err != nil {
		return roster.Query{}, err
	}
	text := model.CleanLine(where)
	q, err := saved.Parse(text, a.user, a.now())
	switch {
	case err != nil:
		return q, a.point(text, "--where", err)
	case q.Unclosed() != nil:
		return q, a.point(text, "--where", q.Unclosed())
	case q.Empty():
		return q, usage("--where %q looks for nothing", text)
	}
	return q, nil
}

// point shows a word of a query that cannot be understood with a mark under it,
// and makes that wrong usage; any other error stays as it is.
func (a *app) point(text, what string, err error) error {
	var bad *roster.QueryError
	if !errors.As(err, &bad) {
		return err
	}
	fmt.Fprintf(
		a.err, "  %s\n  %s%s\n", text, strings.Repeat(" ", ansi.StringWidth(text[:bad.Start])),
		strings.Repeat("^", max(ansi.StringWidth(text[bad.Start:bad.End]), 1)),
	)
	return usage("%s: %s", what, bad.Reason)
}

// chosen are the first people found, or of everyone, and how many there are.
func chosen(snap *roster.Snapshot, q roster.Query, filtered bool, limit int) (cards []roster.Card, total int) {
	if filtered {
		matches, total := snap.Find(q, limit)
		for _, m := range matches {
			cards = append(cards, m.Card)
		}
		return cards, total
	}
	for c := range snap.Cards() {
		if cards = append(cards, c); len(cards) == limit {
			break
		}
	}
	return cards, snap.Len()
}

// roster loads the live index, and says what is not in it.
func (a *app) roster(ctx context.Context, st *store.Store) (*roster.Snapshot, error) {
	snap, err := loadRoster(ctx, roster.New(st, &a.weights, a.now))
	if err == nil && snap.Damaged() > 0 {
		fmt.Fprintf(a.err, "talentmap: %s left out; `talentmap check` says more\n", count(snap.Damaged(), "damaged record"))
	}
	return snap, err
}

// found are those whom a query finds, in order of ID.
func (a *app) found(ctx context.Context, st *store.Store, q roster.Query) ([]model.PersonID, error) {
	snap, err := a.roster(ctx, st)
	if err != nil {
		return nil, err
	}
	matches, _ := snap.Find(q, snap.Len())
	ids := make([]model.PersonID, len(matches))
	for i, m := range matches {
		ids[i] = m.Card.ID
	}
	slices.Sort(ids)
	return ids, nil
}

func (a *app) describeCard(snap *roster.Snapshot, c *roster.Card) foundJSON {
	score, _ := snap.Score(c.ID, a.now())
	f := foundJSON{
		ID: c.ID.String(), Name: c.Name, Title: c.Title, Company: c.Company, Location: c.Location,
		Since: c.Facts.Since.String(), Receptivity: score, State: string(c.State), Next: c.Next.String(), Owner: c.Owner,
	}
	if o := c.Outreach(); o.Locked(a.now()) {
		f.Lock = string(c.Lock)
	}
	return f
}

func (a *app) tellPeople(rows []foundJSON, total int) error {
	if total == 0 {
		fmt.Fprintln(a.out, "nobody")
		return nil
	}
	err := printTable(a.out, "ID\tNAME\tTITLE\tCOMPANY\tPLACE\tSINCE\tRECV\tSTATE\tOWNER", func(line func(...any)) {
		for _, r := range rows {
			line(r.ID, r.Name, r.Title, r.Company, r.Location, r.Since, r.Receptivity, joined(", ", r.State, r.Lock), r.Owner)
		}
	})
	if total > len(rows) {
		fmt.Fprintf(a.out, "… and %d more\n", total-len(rows))
	}
	return err
}
