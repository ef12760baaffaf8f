package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/edge/export"
	"talentmap/model"
	"talentmap/store"
)

type mapJSON struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Function  string `json:"function"`
	Domain    string `json:"domain"`
	Geography string `json:"geography"`
	People    int    `json:"people"`
}

func (a *app) mapVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "map", Short: "The talent maps"}, "list, show, new, edit, copy, delete, add, remove, rank, tier, note, bench, companies or compare")
	c.AddCommand(a.mapListVerb(), a.mapShowVerb(), a.mapNewVerb(), a.mapAddVerb(), a.mapRemoveVerb())
	c.AddCommand(a.mapEditVerb(), a.mapCopyVerb(), a.mapDeleteVerb())
	c.AddCommand(a.mapRankVerb(), a.mapTierVerb(), a.mapNoteVerb(), a.mapBenchVerb(), a.mapCompaniesVerb(), a.mapCompareVerb())
	return c
}

func (a *app) mapListVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list", Short: "List the talent maps", Args: args(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			return a.with(func(st *store.Store) error {
				var left spared
				all, err := listMaps(st, &left)
				if err == nil {
					err = a.sayMaps(all, asJSON)
				}
				if err != nil {
					return err
				}
				return left.tell(a)
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func listMaps(st *store.Store, left *spared) (all []mapJSON, err error) {
	err = st.View(func(tx *store.Tx) error {
		for m, err := range tx.Maps() {
			if left.spare(err) {
				continue
			}
			if err != nil {
				return err
			}
			all = append(all, mapJSON{m.ID.String(), m.Name, m.Function, m.Domain, m.Geography, len(m.Entries)})
		}
		return nil
	})
	return all, err
}

func (a *app) sayMaps(all []mapJSON, asJSON bool) error {
	return listing[mapJSON]{
		none:   a.keyed("there is no map yet: {talent.new} starts one in the workbench, `talentmap sample` loads two"),
		header: "ID\tNAME\tPEOPLE\tSEGMENT",
		cells: func(m mapJSON) []any {
			return []any{m.ID, m.Name, fmt.Sprintf("%d of %d", m.People, model.MapSize), joined(" × ", m.Function, m.Domain, m.Geography)}
		},
	}.say(a, all, asJSON)
}

func (a *app) mapShowVerb() *cobra.Command {
	var asJSON bool
	var by string
	c := &cobra.Command{
		Use: "show MAP", Short: "Show a map's ranked people", Args: args(1, 1, "one map: an ID such as m1, or a name"),
		RunE: func(_ *cobra.Command, args []string) error {
			order, ok := rankedOrders(a.now())[by]
			if !ok {
				return usage("--sort is rank, tier, name, company, fit, receptivity or state, not %q", model.CleanLine(by))
			}
			return a.with(func(st *store.Store) error {
				rows, left, err := a.mapRows(st, args[0], a.now())
				if err == nil {
					slices.SortStableFunc(rows, order)
					err = a.sayMap(rows, asJSON)
				}
				if err != nil {
					return err
				}
				return left.tell(a)
			})
		},
	}
	c.Flags().StringVar(&by, "sort", "rank", "rank, tier, name, company, fit, receptivity or state")
	jsonFlag(c, &asJSON)
	return c
}

// rankedOrders are the orders of a map's people, who come by rank.
func rankedOrders(now time.Time) map[string]func(a, b export.Ranked) int {
	company := func(r *export.Ranked) string { return model.NameKey(r.Who.Latest(now).Company) }
	return map[string]func(a, b export.Ranked) int{
		"rank":        func(a, b export.Ranked) int { return a.Rank - b.Rank },
		"tier":        func(a, b export.Ranked) int { return a.Tier.Compare(b.Tier) },
		"name":        func(a, b export.Ranked) int { return cmp.Compare(model.NameKey(a.Who.Name), model.NameKey(b.Who.Name)) },
		"company":     func(a, b export.Ranked) int { return cmp.Compare(company(&a), company(&b)) },
		"fit":         func(a, b export.Ranked) int { return b.Fit - a.Fit },
		"receptivity": func(a, b export.Ranked) int { return b.Receptivity - a.Receptivity },
		"state":       func(a, b export.Ranked) int { return cmp.Compare(a.Who.Outreach.Current(), b.Who.Outreach.Current()) },
	}
}

// mapRowJSON is one person's line in a ranked map.
type mapRowJSON struct {
	Rank        int         `json:"rank"`
	Person      string      `json:"person"`
	ID          string      `json:"id"`
	Title       string      `json:"title"`
	Company     string      `json:"company"`
	Since       string      `json:"since"`
	Trajectory  string      `json:"trajectory"`
	Fit         int         `json:"fit"`
	Receptivity int         `json:"receptivity"`
	State       model.State `json:"state"`
	Tier        string      `json:"tier"`
	Note        string      `json:"note"`
}

func (a *app) sayMap(ranked []export.Ranked, asJSON bool) error {
	rows, now := make([]mapRowJSON, len(ranked)), a.now()
	for i := range ranked {
		r := &ranked[i]
		job := r.Who.Latest(now)
		rows[i] = mapRowJSON{
			r.Rank, r.Who.Name, r.Who.ID.String(), job.Title, job.Company, r.Who.Since(now).String(),
			r.Trajectory, r.Fit, r.Receptivity, r.Who.Outreach.Current(), r.Tier.String(), r.Note,
		}
	}
	if asJSON {
		return printJSON(a.out, rows)
	}
	return printTable(a.out, "RANK\tTIER\tNAME\tTITLE\tCOMPANY\tSINCE\tTRAJECTORY\tFIT\tRECV\tSTATE\tNOTE", func(line func(...any)) {
		for _, r := range rows {
			line(r.Rank, r.Tier, r.Person, r.Title, r.Company, r.Since, r.Trajectory, r.Fit, r.Receptivity, r.State, r.Note)
		}
	})
}

// findMap finds the map meant: an ID such as m1, a name, or the beginning of
// one.
func findMap(tx *store.Tx, arg string) (model.Map, error) {
	want := model.NameKey(arg)
	var same, starts, all []model.Map
	var left spared
	for m, err := range tx.Maps() {
		if left.spare(err) {
			continue
		}
		if err != nil {
			return m, err
		}
		switch {
		case m.ID.String() == strings.ToLower(arg):
			return m, nil
		case model.NameKey(m.Name) == want:
			same = append(same, m)
		}
		if strings.HasPrefix(model.NameKey(m.Name), want) {
			starts = append(starts, m)
		}
		all = append(all, m)
	}
	if len(same) == 1 {
		return same[0], nil
	}
	if len(starts) == 1 {
		return starts[0], nil
	}
	names := make([]string, len(all))
	for i, m := range all {
		names[i] = fmt.Sprintf("%s (%s)", m.Name, m.ID)
	}
	if len(names) == 0 && len(left) == 0 {
		return model.Map{}, fmt.Errorf("there is no map %q, nor any other: `talentmap map new NAME` starts one", model.CleanLine(arg))
	}
	err := fmt.Errorf("which map is %q? There are: %s", model.CleanLine(arg), strings.Join(names, ", "))
	return model.Map{}, errors.Join(append([]error{err}, left...)...)
}

// mapRows are a map's people with what is judged of them, but for those of whom
// a record is damaged.
func (a *app) mapRows(st *store.Store, arg string, now time.Time) (rows []export.Ranked, left spared, err error) {
	err = st.View(func(tx *store.Tx) error {
		m, err := findMap(tx, arg)
		if err != nil {
			return err
		}
		rows, err = export.ReadMap(tx, &a.weights, &m, now, left.spare)
		return err
	})
	return rows, left, err
}
