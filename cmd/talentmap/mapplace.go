package main

import (
	"fmt"
	"math"
	"strconv"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) mapRankVerb() *cobra.Command {
	c := &cobra.Command{Use: "rank MAP PERSON... N", Short: "Give people the ranks from N on, in the order named"}
	c.Args = args(3, math.MaxInt, "a map, at least one person, and a rank")
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		last := len(args) - 1
		n, err := strconv.Atoi(args[last])
		if err != nil || n < 1 || n > model.MapSize {
			return usage("%q is no rank: it is a number from 1 to %d", model.CleanLine(args[last]), model.MapSize)
		}
		return a.with(func(st *store.Store) error {
			return a.editMap(st, args[:last], *yes, mapChange{
				done: fmt.Sprintf("ranked %%s %d on %%s", n), ask: "Rank her on %s?",
				all: func(m *model.Map, ids ...model.PersonID) error { return m.RankAt(n, ids...) },
			})
		})
	}
	return c
}

func (a *app) mapTierVerb() *cobra.Command {
	c := &cobra.Command{Use: "tier MAP PERSON... A|B|C|none", Short: "Put people of a map or its bench in a tier, or in none"}
	c.Args = args(3, math.MaxInt, "a map, at least one person, and a tier")
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		last := len(args) - 1
		tier, err := model.ParseTier(args[last])
		if err != nil {
			return usage("%v", err)
		}
		done := "put %s in tier " + tier.String() + " on %s"
		if tier == model.NoTier {
			done = "took %s out of the tiers of %s"
		}
		return a.with(func(st *store.Store) error {
			return a.editMap(st, args[:last], *yes, mapChange{done: done, ask: "Change her tier on %s?", do: func(m *model.Map, id model.PersonID) error {
				return m.SetTier(id, tier)
			}})
		})
	}
	return c
}

func (a *app) mapNoteVerb() *cobra.Command {
	c := &cobra.Command{Use: "note MAP PERSON TEXT", Short: "Note why someone is on a map or its bench; an empty text takes the note away"}
	c.Args = args(3, 3, "a map, a person and a text in quotes")
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		note := model.CleanLine(args[2])
		done := "noted of %s on %s"
		if note == "" {
			done = "took the note of %s on %s away"
		}
		return a.with(func(st *store.Store) error {
			return a.editMap(st, args[:2], *yes, mapChange{done: done, ask: "Note it of her on %s?", do: func(m *model.Map, id model.PersonID) error {
				return m.SetNote(id, note)
			}})
		})
	}
	return c
}

func (a *app) mapBenchVerb() *cobra.Command {
	c := group(&cobra.Command{Use: "bench", Short: "The bench of a map: who comes next"}, "list, add or swap")
	add := &cobra.Command{Use: "add MAP PERSON...", Short: "Put people on the bench of a map, from the map or new ones"}
	c.AddCommand(a.benchListVerb(), a.onMap(add, mapChange{done: "put %s on the bench of %s", ask: "Put her on the bench of %s?", do: (*model.Map).ToBench}), a.benchSwapVerb())
	return c
}

// benchJSON is somebody on a bench.
type benchJSON struct {
	Place  int    `json:"place"` // from 1, the next to come in
	Person string `json:"person"`
	ID     string `json:"id"`
	Tier   string `json:"tier"`
	Note   string `json:"note"`
}

func (a *app) benchListVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{Use: "list MAP", Short: "List who is on the bench of a map", Args: args(1, 1, "one map: an ID such as m1, or a name")}
	jsonFlag(c, &asJSON)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error {
			var all []benchJSON
			var left spared
			err := st.View(func(tx *store.Tx) error {
				m, err := findMap(tx, args[0])
				if err != nil {
					return err
				}
				for i, e := range m.Bench {
					p, err := tx.Person(e.Person)
					if left.spare(err) {
						continue
					}
					if err != nil {
						return err
					}
					all = append(all, benchJSON{i + 1, p.Name, p.ID.String(), e.Tier.String(), e.Note})
				}
				return nil
			})
			if err == nil {
				err = a.sayBench(all, asJSON)
			}
			if err != nil {
				return err
			}
			return left.tell(a)
		})
	}
	return c
}

func (a *app) sayBench(all []benchJSON, asJSON bool) error {
	return listing[benchJSON]{
		none:   "nobody is on the bench: `talentmap map bench add` puts someone there",
		header: "PLACE\tNAME\tTIER\tNOTE",
		cells:  func(b benchJSON) []any { return []any{b.Place, b.Person, b.Tier, b.Note} },
	}.say(a, all, asJSON)
}

func (a *app) benchSwapVerb() *cobra.Command {
	c := &cobra.Command{Use: "swap MAP IN [OUT]", Short: "Have someone from the bench take the rank of one on the map; of the last, where none is named"}
	c.Args = args(2, 3, "a map, who comes in and, if you like, who goes out")
	yes := yesFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error {
			return a.editMap(st, args, *yes, mapChange{done: "swapped %s on %s", ask: "Swap them on %s?", all: swap})
		})
	}
	return c
}

// swap has the first come in for the second, or for the last on the map.
func swap(m *model.Map, ids ...model.PersonID) error {
	if len(ids) == 2 {
		return m.Swap(ids[0], ids[1])
	}
	if len(m.Entries) == 0 {
		return m.Add(ids[0])
	}
	return m.Swap(ids[0], m.Entries[len(m.Entries)-1].Person)
}
