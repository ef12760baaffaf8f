package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
)

// comparedJSON is one of two people who are compared.
type comparedJSON struct {
	Rank        int             `json:"rank"`  // 0: not on the map
	Bench       int             `json:"bench"` // 0: not on its bench
	Tier        string          `json:"tier"`
	Note        string          `json:"note"`
	Person      string          `json:"person"`
	ID          string          `json:"id"`
	Title       string          `json:"title"`
	Company     string          `json:"company"`
	Since       string          `json:"since"`
	Level       int             `json:"level"` // of the title; 0 unknown
	Trajectory  string          `json:"trajectory"`
	Why         string          `json:"trajectory_why"`
	Fit         int             `json:"fit"`
	FitParts    []comparedPart  `json:"fit_parts"`
	Receptivity int             `json:"receptivity"`
	Points      []comparedPoint `json:"points"`
	Motivators  []string        `json:"motivators"`
	Both        []string        `json:"skills_both"`
	Only        []string        `json:"skills_only"`
	State       model.State     `json:"state"`
	Touches     int             `json:"touches"`

	profile *roster.Profile
}

type comparedPart struct {
	Part  string  `json:"part"`
	Score float64 `json:"score"`
	Of    float64 `json:"of"`
	Why   string  `json:"why"`
}

type comparedPoint struct {
	Points float64 `json:"points"`
	What   string  `json:"what"`
}

func (a *app) mapCompareVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{Use: "compare MAP PERSON PERSON", Short: "Compare two people side by side, as the map judges them", Args: args(3, 3, "a map and two people")}
	jsonFlag(c, &asJSON)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.with(func(st *store.Store) error {
			m, people, err := mapAndPeople(st, args)
			if err != nil {
				return err
			}
			both, err := a.compared(st, &m, people)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(a.out, both)
			}
			return a.sayCompared(both)
		})
	}
	return c
}

func (a *app) compared(st *store.Store, m *model.Map, people []whom) ([]comparedJSON, error) {
	now, target := a.now(), scoring.TargetOf(m)
	var both []comparedJSON
	err := st.View(func(tx *store.Tx) error {
		peers, err := a.peersOn(tx, m)
		if err != nil {
			return err
		}
		for _, who := range people {
			p, err := roster.ReadProfile(tx, &a.weights, who.ID, now)
			if err != nil {
				return err
			}
			p.Trend, p.TrendWhy = scoring.Trajectory(p.Person.Positions, peers, now)
			both = append(both, compare(m, p, scoring.Fit(&p.Person, target, now)))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range both {
		other := both[1-i].profile
		both[i].Both, both[i].Only, _ = scoring.Alike(both[i].profile.Person.Skills, other.Person.Skills)
	}
	return both, nil
}

// peersOn are the people of a map, whose pace sets what is usual there.
func (a *app) peersOn(tx *store.Tx, m *model.Map) (scoring.Peers, error) {
	var there []*roster.Profile
	for _, e := range m.Entries {
		p, err := tx.Person(e.Person)
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return scoring.Peers{}, err
		}
		there = append(there, &roster.Profile{Person: p})
	}
	return roster.Peers(there, a.now()), nil
}

func compare(m *model.Map, p *roster.Profile, fit scoring.FitResult) comparedJSON {
	e, _ := m.Entry(p.Person.ID)
	out := comparedJSON{
		Rank: m.Rank(p.Person.ID), Bench: m.BenchRank(p.Person.ID), Tier: e.Tier.String(), Note: e.Note,
		Person: p.Person.Name, ID: p.Person.ID.String(), Title: p.Latest.Title, Company: p.Latest.Company, Since: p.Since.String(),
		Level: scoring.Level(p.Latest.Title), Trajectory: p.Trend.String(), Why: p.TrendWhy, Fit: fit.Score,
		Receptivity: p.Receptivity.Score, State: p.Person.Outreach.Current(), Touches: len(p.Touches), profile: p,
		FitParts: []comparedPart{}, Points: []comparedPoint{}, Motivators: []string{},
	}
	for _, part := range fit.Parts {
		out.FitParts = append(out.FitParts, comparedPart{part.Name, part.Score, part.Of, part.Why})
	}
	for _, pt := range p.Receptivity.Points {
		if pt.Why == "" {
			out.Points = append(out.Points, comparedPoint{pt.Points - pt.Cut, pt.Label})
		}
	}
	for _, m := range p.Person.Motivators {
		out.Motivators = append(out.Motivators, string(m))
	}
	return out
}

// sayCompared prints what is told of each beside that of the other.
func (a *app) sayCompared(both []comparedJSON) error {
	return printTable(a.out, "\t"+both[0].Person+"\t"+both[1].Person, func(line func(...any)) {
		say := func(what string, of func(*comparedJSON) any) {
			l, r := fmt.Sprint(of(&both[0])), fmt.Sprint(of(&both[1]))
			if l+r != "" {
				line(what, l, r)
			}
		}
		say("rank", func(c *comparedJSON) any { return where(c) })
		say("note", func(c *comparedJSON) any { return c.Note })
		say("now", func(c *comparedJSON) any { return joined(" at ", c.Title, c.Company) })
		say("since", func(c *comparedJSON) any { return c.Since })
		say("level", func(c *comparedJSON) any { return c.Level })
		say("trajectory", func(c *comparedJSON) any { return c.Trajectory + ": " + c.Why })
		say("moved by", func(c *comparedJSON) any { return strings.Join(c.Motivators, ", ") })
		say("fit", func(c *comparedJSON) any { return c.Fit })
		for _, part := range both[0].FitParts {
			say("  "+part.Part, func(c *comparedJSON) any {
				i := slices.IndexFunc(c.FitParts, func(p comparedPart) bool { return p.Part == part.Part })
				return fmt.Sprintf("%.0f of %.0f", c.FitParts[i].Score, c.FitParts[i].Of)
			})
		}
		say("receptivity", func(c *comparedJSON) any { return c.Receptivity })
		for i := range max(len(both[0].Points), len(both[1].Points)) {
			say("", func(c *comparedJSON) any {
				if i >= len(c.Points) {
					return ""
				}
				return fmt.Sprintf("%+.1f %s", c.Points[i].Points, c.Points[i].What)
			})
		}
		say("both know", func(c *comparedJSON) any { return strings.Join(c.Both, ", ") })
		say("only", func(c *comparedJSON) any { return strings.Join(c.Only, ", ") })
		say("state", func(c *comparedJSON) any { return c.State })
		say("touches", func(c *comparedJSON) any { return c.Touches })
	})
}

// where is a place on a map in words.
func where(c *comparedJSON) string {
	switch {
	case c.Rank > 0:
		return joined(", tier ", fmt.Sprint(c.Rank), c.Tier)
	case c.Bench > 0:
		return joined(", tier ", fmt.Sprintf("bench %d", c.Bench), c.Tier)
	}
	return "not on the map"
}
