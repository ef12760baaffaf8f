package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// companyPairJSON is two companies that may be one.
type companyPairJSON struct {
	A          string  `json:"a"`
	NameA      string  `json:"a_name"`
	PeopleA    int     `json:"a_people"`
	B          string  `json:"b"`
	NameB      string  `json:"b_name"`
	PeopleB    int     `json:"b_people"`
	Confidence float64 `json:"confidence"`
	Why        string  `json:"why"`
}

func (a *app) companiesReviewVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "review", Short: "List the pairs that may be one company, with how sure that is and why",
		Long: "List the pairs that may be one company, with how sure that is and why. What is at least 0.90 sure is taken as one\nwhen a file comes in; the rest waits here for merge or apart. The exit status is 1 when pairs wait.",
		Args: args(0, 0, "no arguments"),
		RunE: func(_ *cobra.Command, _ []string) error {
			return a.with(func(st *store.Store) error { return a.reviewCompanies(st, asJSON) })
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) reviewCompanies(st *store.Store, asJSON bool) error {
	pairs := []companyPairJSON{}
	found, err := st.LikeCompanies()
	if err != nil {
		return err
	}
	for _, p := range found {
		pairs = append(pairs, companyPairJSON{
			A: p.A.ID.String(), NameA: p.A.Name, PeopleA: p.PeopleA, B: p.B.ID.String(), NameB: p.B.Name, PeopleB: p.PeopleB,
			Confidence: p.Confidence, Why: p.Why,
		})
	}
	switch {
	case asJSON:
		err = printJSON(a.out, pairs)
	case len(pairs) == 0:
		fmt.Fprintln(a.out, "no two companies are left that may be one")
	default:
		err = printTable(a.out, "SURE\tA\tNAME\tPEOPLE\tB\tNAME\tPEOPLE\tWHY", func(line func(...any)) {
			for _, p := range pairs {
				line(fmt.Sprintf("%.2f", p.Confidence), p.A, p.NameA, p.PeopleA, p.B, p.NameB, p.PeopleB, p.Why)
			}
		})
		fmt.Fprintln(a.out, "`talentmap companies merge A B` makes one of two, `talentmap companies apart A B` ends the question")
	}
	if err == nil && len(pairs) > 0 {
		return errSaid
	}
	return err
}

func (a *app) companiesMergeVerb() *cobra.Command {
	return &cobra.Command{
		Use: "merge KEEP OTHER", Short: "Make one of two companies: everyone at OTHER is at KEEP, and its names become aliases",
		Args: args(2, 2, "the company to keep and the one to put in"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				two, err := twoCompanies(st, args)
				if err != nil {
					return err
				}
				n, err := st.MergeCompanies(c.Context(), a.user, two[0].ID, two[1].ID)
				if err == nil {
					fmt.Fprintf(a.out, "merged %s (%s) into %s (%s): %s moved; `talentmap undo` takes it back\n", two[1].Name, two[1].ID, two[0].Name, two[0].ID, people(n))
				}
				return err
			})
		},
	}
}

// people is a number of people in words.
func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

func (a *app) companiesApartVerb() *cobra.Command {
	return &cobra.Command{
		Use: "apart A B", Short: "Remember that two companies of like names are not one",
		Args: args(2, 2, "two companies"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				two, err := twoCompanies(st, args)
				if err != nil {
					return err
				}
				if err := st.KeepCompaniesApart(a.user, two[0].ID, two[1].ID); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "%s (%s) and %s (%s) stay two\n", two[0].Name, two[0].ID, two[1].Name, two[1].ID)
				return nil
			})
		},
	}
}

func twoCompanies(st *store.Store, args []string) (two [2]model.Company, err error) {
	err = st.View(func(tx *store.Tx) error {
		for i := range two {
			if two[i], err = findCompany(tx, args[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return two, err
}

// findCompany finds the company meant: an ID such as c17, or a name, an alias or
// a domain.
func findCompany(tx *store.Tx, arg string) (model.Company, error) {
	id, err := model.ParseCompanyID(arg)
	if err != nil {
		var ok bool
		if id, ok = tx.CompanyByName(arg); !ok {
			return model.Company{}, fmt.Errorf("no company is called %q: `talentmap companies` lists them", model.CleanLine(arg))
		}
	}
	c, err := tx.Company(id)
	if errors.Is(err, store.ErrNotFound) {
		return c, fmt.Errorf("there is no company %s", id)
	}
	return c, err
}
