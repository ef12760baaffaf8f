package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

// companyJSON is a company with what is known of its people.
type companyJSON struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases,omitempty"`
	Domain   string   `json:"domain,omitempty"`
	Industry string   `json:"industry,omitempty"`
	Location string   `json:"location,omitempty"`
	Staff    int      `json:"staff,omitempty"`
	People   int      `json:"people"` // who work or worked there
	Signals  int      `json:"signals"`
	Lock     string   `json:"lock,omitempty"` // while it holds
	Now      int      `json:"now"`            // who work there
	Came     int      `json:"came"`           // of them, within twelve months
	Mapped   int      `json:"mapped"`         // of them, on talent maps
	Rank     int      `json:"rank"`           // the mean of their best ranks there; 0: none
	Tenure   int      `json:"tenure"`         // the median of their months there; -1: not known
	Hot      int      `json:"hot"`
}

// companyOrders are the ways in which the list is sorted.
func companyOrders() map[string]func(a, b companyJSON) int {
	most := func(of func(companyJSON) int) func(a, b companyJSON) int {
		return func(a, b companyJSON) int { return cmp.Compare(of(b), of(a)) }
	}
	return map[string]func(a, b companyJSON) int{
		"people":  most(func(c companyJSON) int { return c.People }),
		"now":     most(func(c companyJSON) int { return c.Now }),
		"came":    most(func(c companyJSON) int { return c.Came }),
		"mapped":  most(func(c companyJSON) int { return c.Mapped }),
		"tenure":  most(func(c companyJSON) int { return c.Tenure }),
		"hot":     most(func(c companyJSON) int { return c.Hot }),
		"signals": most(func(c companyJSON) int { return c.Signals }),
		"rank": func(a, b companyJSON) int {
			return cmp.Compare(cmp.Or(a.Rank, model.MapSize+1), cmp.Or(b.Rank, model.MapSize+1))
		},
		"name":  func(a, b companyJSON) int { return cmp.Compare(model.NameKey(a.Name), model.NameKey(b.Name)) },
		"place": func(a, b companyJSON) int { return cmp.Compare(a.Location, b.Location) },
	}
}

func orderNames() string {
	var names []string
	for name := range companyOrders() {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func (a *app) companiesVerb() *cobra.Command {
	c := a.companiesListVerb()
	c.Use = "companies"
	c.Short = "List the companies; show one; review, merge or keep apart those of like names"
	c.AddCommand(a.companiesListVerb(), a.companiesShowVerb(), a.companiesReviewVerb(), a.companiesMergeVerb(), a.companiesApartVerb())
	c.Args = func(_ *cobra.Command, got []string) error {
		if len(got) > 0 {
			return usage("companies has no verb %q: it is list, show, review, merge or apart, or none to list", got[0])
		}
		return nil
	}
	return c
}

func (a *app) companiesListVerb() *cobra.Command {
	var asJSON bool
	var by string
	c := &cobra.Command{Use: "list", Short: "List the companies, with their people, how many are on maps, and hot", Args: args(0, 0, "no arguments")}
	c.RunE = func(c *cobra.Command, _ []string) error {
		compare, ok := companyOrders()[by]
		if !ok {
			return usage("--sort takes %s", orderNames())
		}
		return a.with(func(st *store.Store) error {
			list, err := a.listCompanies(c.Context(), st)
			if err != nil {
				return err
			}
			slices.SortStableFunc(list, compare)
			return a.sayCompanies(list, asJSON)
		})
	}
	c.Flags().StringVar(&by, "sort", "people", "the column to sort by: "+orderNames())
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) listCompanies(ctx context.Context, st *store.Store) ([]companyJSON, error) {
	snap, err := a.roster(ctx, st)
	if err != nil {
		return nil, err
	}
	firms := snap.Market(a.now())
	list := []companyJSON{}
	return list, st.View(func(tx *store.Tx) error {
		for c, err := range tx.Companies() {
			if err != nil {
				return err
			}
			list = append(list, a.describeCompany(tx, &c, firms[c.ID]))
		}
		return nil
	})
}

func (a *app) describeCompany(tx *store.Tx, c *model.Company, f *roster.Firm) companyJSON {
	j := companyJSON{
		ID: c.ID.String(), Name: c.Name, Aliases: c.Aliases, Domain: c.Domain, Industry: c.Industry, Location: c.Location,
		Staff: c.Staff, People: len(tx.PeopleAt(c.ID)), Tenure: -1,
	}
	for range tx.SignalsAt(c.ID) {
		j.Signals++
	}
	if c.Locked(a.now()) {
		j.Lock = joined(" until ", string(c.Lock), c.LockUntil.String())
	}
	if f != nil {
		j.Now, j.Came, j.Mapped, j.Rank, j.Tenure, j.Hot = f.People, f.Joined, f.OnMaps, f.Rank, f.Tenure, f.Hot
	}
	return j
}

func (a *app) sayCompanies(list []companyJSON, asJSON bool) error {
	return listing[companyJSON]{
		header: "ID\tNAME\tPEOPLE\tNOW\tCAME\tMAPPED\tRANK\tMONTHS\tHOT\tSIGNALS\tLOCATION\tLOCK",
		cells: func(c companyJSON) []any {
			return []any{c.ID, c.Name, c.People, c.Now, c.Came, c.Mapped, numberOr(c.Rank, 0), numberOr(c.Tenure, -1), c.Hot, c.Signals, c.Location, c.Lock}
		},
	}.say(a, list, asJSON)
}

// numberOr is a number, or "" for the one that means none.
func numberOr(n, none int) string {
	if n == none {
		return ""
	}
	return fmt.Sprint(n)
}

// staffJSON is somebody at a company, or who came or went within twelve months.
type staffJSON struct {
	ID          string `json:"id"`
	Person      string `json:"person"`
	Title       string `json:"title"`
	Since       string `json:"since,omitempty"`
	On          string `json:"on,omitempty"`    // of a move
	Where       string `json:"where,omitempty"` // from which company, or to which
	Receptivity int    `json:"receptivity"`
	Rank        int    `json:"rank"` // the best on a map; 0: on none
}

// employerJSON is one company with its people.
type employerJSON struct {
	companyJSON
	Former      int         `json:"former"`
	Here        []staffJSON `json:"here"`
	In          []staffJSON `json:"in"`
	Out         []staffJSON `json:"out"`
	SignalsList []atFirm    `json:"signal_list"`
}

type atFirm struct {
	Date   string `json:"date"`
	Kind   string `json:"kind"`
	Note   string `json:"note"`
	Source string `json:"source"`
}

func (a *app) companiesShowVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "show COMPANY", Short: "Show a company: its people, who came and went within a year, signals, its lock",
		Args: args(1, 1, "one company: an ID such as c17, a name, an alias or a domain"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error { return a.showCompany(c.Context(), st, args[0], asJSON) })
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) showCompany(ctx context.Context, st *store.Store, arg string, asJSON bool) error {
	var id model.CompanyID
	if err := st.View(func(tx *store.Tx) error {
		c, err := findCompany(tx, arg)
		id = c.ID
		return err
	}); err != nil {
		return err
	}
	e, err := roster.ReadEmployer(ctx, st, &a.weights, id, a.now())
	if err != nil {
		return err
	}
	j := a.describeEmployer(e)
	if asJSON {
		return printJSON(a.out, []employerJSON{j})
	}
	return a.sayEmployer(&j)
}

func (a *app) describeEmployer(e *roster.Employer) employerJSON {
	c := &e.Company
	j := employerJSON{
		companyJSON: companyJSON{
			ID: c.ID.String(), Name: c.Name, Aliases: c.Aliases, Domain: c.Domain, Industry: c.Industry, Location: c.Location, Staff: c.Staff,
			People: len(e.Staff) + e.Former, Signals: len(e.Signals), Now: len(e.Staff), Came: len(e.In), Tenure: e.Tenure(a.now()),
		},
		Former: e.Former, Here: []staffJSON{}, In: []staffJSON{}, Out: []staffJSON{}, SignalsList: []atFirm{},
	}
	if c.Locked(a.now()) {
		j.Lock = joined(" until ", string(c.Lock), c.LockUntil.String())
	}
	ranks := 0
	for _, p := range e.Staff {
		best := e.BestRank(p.Person.ID)
		if best > 0 {
			j.Mapped, ranks = j.Mapped+1, ranks+best
		}
		if p.Receptivity.Score >= a.weights.Scale.Hot {
			j.Hot++
		}
		j.Here = append(j.Here, staffJSON{ID: p.Person.ID.String(), Person: p.Person.Name, Title: p.Latest.Title, Since: p.Since.String(), Receptivity: p.Receptivity.Score, Rank: best})
	}
	if j.Mapped > 0 {
		j.Rank = (ranks + j.Mapped/2) / j.Mapped
	}
	moves := func(all []roster.Move) (out []staffJSON) {
		for _, m := range all {
			out = append(out, staffJSON{ID: m.Person.String(), Person: m.Name, Title: m.Title, On: m.On.String(), Where: m.Where, Rank: e.BestRank(m.Person)})
		}
		return out
	}
	j.In, j.Out = append(j.In, moves(e.In)...), append(j.Out, moves(e.Out)...)
	for _, s := range e.Signals {
		j.SignalsList = append(j.SignalsList, atFirm{s.Date.String(), string(s.Kind), s.Note, s.Source})
	}
	return j
}

func (a *app) sayEmployer(j *employerJSON) error {
	fmt.Fprintf(a.out, "%s (%s)\n", model.CleanLine(j.Name), j.ID)
	say := func(what, text string) {
		if text != "" {
			fmt.Fprintf(a.out, "%-12s%s\n", what, model.CleanLine(text))
		}
	}
	say("lock", j.Lock)
	say("also called", strings.Join(j.Aliases, ", "))
	say("is", joined(", ", j.Industry, prefixed("staff ", numberOr(j.Staff, 0)), j.Location, j.Domain))
	say("people", joined(", ", people(j.Now)+" there", fmt.Sprintf("%d hot", j.Hot), fmt.Sprintf("%d on maps", j.Mapped)+prefixed(" with a mean rank of ", numberOr(j.Rank, 0)),
		prefixed("median months ", numberOr(j.Tenure, -1)), fmt.Sprintf("%d former", j.Former)))
	for _, s := range j.SignalsList {
		say("signal", joined(", ", s.Date, s.Kind, s.Note, s.Source))
	}
	return printTable(a.out, "ID\tNAME\tTITLE\tSINCE\tRANK\tRECV\tMOVED", func(line func(...any)) {
		for _, part := range []struct {
			people []staffJSON
			word   string
		}{{j.Here, ""}, {j.In, "came from "}, {j.Out, "went to "}} {
			for _, p := range part.people {
				moved, recv := "", fmt.Sprint(p.Receptivity)
				if part.word != "" {
					moved, recv = part.word+cmp.Or(p.Where, "somewhere")+" on "+p.On, ""
				}
				line(p.ID, p.Person, p.Title, p.Since, numberOr(p.Rank, 0), recv, moved)
			}
		}
	})
}
