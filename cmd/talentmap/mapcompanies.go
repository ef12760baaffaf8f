package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

// workplaceJSON is a company where people of a map work.
type workplaceJSON struct {
	Company     string   `json:"company"` // "" for those who are employed nowhere
	ID          string   `json:"id"`      // "" where the company has no record
	People      int      `json:"people"`
	MeanRank    float64  `json:"mean_rank"`
	Receptivity float64  `json:"receptivity"` // the mean
	Hot         int      `json:"hot"`
	Tenure      *int     `json:"tenure_months"` // the median; null unknown
	In          int      `json:"joined"`        // within twelve months
	Out         int      `json:"left"`
	Signals     []string `json:"signals"`
	Best        []string `json:"best"` // the best ranked first
}

func (a *app) mapCompaniesVerb() *cobra.Command {
	var asJSON bool
	var by string
	c := &cobra.Command{Use: "companies MAP", Short: "Show where the people of a map work", Args: args(1, 1, "one map: an ID such as m1, or a name")}
	c.Flags().StringVar(&by, "sort", "people", "people, rank, name, receptivity, hot, tenure, in or out")
	jsonFlag(c, &asJSON)
	c.RunE = func(_ *cobra.Command, args []string) error {
		order, ok := workplaceOrders()[by]
		if !ok {
			return usage("--sort is people, rank, name, receptivity, hot, tenure, in or out, not %q", model.CleanLine(by))
		}
		return a.with(func(st *store.Store) error {
			all, left, err := a.workplaces(st, args[0])
			if err != nil {
				return err
			}
			slices.SortStableFunc(all, order)
			if asJSON {
				err = printJSON(a.out, all)
			} else {
				err = a.sayWorkplaces(all)
			}
			if err != nil {
				return err
			}
			return left.tell(a)
		})
	}
	return c
}

func workplaceOrders() map[string]func(a, b workplaceJSON) int {
	months := func(w workplaceJSON) int {
		if w.Tenure == nil {
			return -1
		}
		return *w.Tenure
	}
	return map[string]func(a, b workplaceJSON) int{
		"people":      func(a, b workplaceJSON) int { return b.People - a.People },
		"rank":        func(a, b workplaceJSON) int { return cmp.Compare(a.MeanRank, b.MeanRank) },
		"name":        func(a, b workplaceJSON) int { return cmp.Compare(model.NameKey(a.Company), model.NameKey(b.Company)) },
		"receptivity": func(a, b workplaceJSON) int { return cmp.Compare(b.Receptivity, a.Receptivity) },
		"hot":         func(a, b workplaceJSON) int { return b.Hot - a.Hot },
		"tenure":      func(a, b workplaceJSON) int { return months(b) - months(a) },
		"in":          func(a, b workplaceJSON) int { return b.In - a.In },
		"out":         func(a, b workplaceJSON) int { return b.Out - a.Out },
	}
}

func (a *app) workplaces(st *store.Store, arg string) (all []workplaceJSON, left spared, err error) {
	now := a.now()
	err = st.View(func(tx *store.Tx) error {
		m, err := findMap(tx, arg)
		if err != nil {
			return err
		}
		people, names := make([]*roster.Profile, len(m.Entries)), map[model.PersonID]string{}
		for i, e := range m.Entries {
			p, err := roster.ReadProfile(tx, &a.weights, e.Person, now)
			if errors.Is(err, store.ErrNotFound) || left.spare(err) {
				continue
			}
			if err != nil {
				return err
			}
			people[i], names[e.Person] = p, p.Person.Name
		}
		for _, w := range roster.Workplaces(people, now) {
			all = append(all, workplaceOf(&w, names))
		}
		return nil
	})
	return all, left, err
}

func workplaceOf(w *roster.Workplace, names map[model.PersonID]string) workplaceJSON {
	out := workplaceJSON{
		Company: w.Name, People: len(w.People), MeanRank: w.MeanRank, Receptivity: w.Mean, Hot: w.Hot, In: w.In, Out: w.Out,
		Signals: []string{}, Best: []string{},
	}
	if w.ID.Company != 0 {
		out.ID = w.ID.Company.String()
	}
	if w.Tenure >= 0 {
		out.Tenure = &w.Tenure
	}
	for _, k := range w.Signals {
		out.Signals = append(out.Signals, string(k))
	}
	for _, id := range w.People {
		out.Best = append(out.Best, names[id])
	}
	return out
}

func (a *app) sayWorkplaces(all []workplaceJSON) error {
	return printTable(a.out, "COMPANY\tPEOPLE\tRANK\tRECV\tHOT\tTENURE\tIN\tOUT\tSIGNALS\tBEST RANKED", func(line func(...any)) {
		for _, w := range all {
			tenure := ""
			if w.Tenure != nil {
				tenure = fmt.Sprintf("%.1f y", float64(*w.Tenure)/12)
			}
			line(cmp.Or(w.Company, "(no present employer)"), w.People, fmt.Sprintf("%.1f", w.MeanRank), fmt.Sprintf("%.0f", w.Receptivity), w.Hot, tenure,
				w.In, w.Out, strings.Join(w.Signals, ", "), strings.Join(w.Best[:min(len(w.Best), 3)], ", "))
		}
	})
}
