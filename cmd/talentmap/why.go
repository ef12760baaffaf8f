package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"talentmap/store/roster"
)

type pointJSON struct {
	Signal     string  `json:"signal"`
	Date       string  `json:"date"`
	Source     string  `json:"source"`
	Evidence   string  `json:"evidence"`
	Weak       bool    `json:"weak"`
	Weight     float64 `json:"weight"`
	Confidence float64 `json:"confidence"`
	Decay      float64 `json:"decay"`
	Points     float64 `json:"points"`
	Cut        float64 `json:"cut"`
	Why        string  `json:"why"`
}

func (a *app) whyVerb() *cobra.Command {
	var asJSON bool
	var date string
	c := &cobra.Command{
		Use:   "why PERSON",
		Short: "Explain every point of a person's receptivity",
		Args:  args(1, 1, "one person: an ID, e-mail address, profile link or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			now, err := a.asOf(date)
			if err != nil {
				return err
			}
			return a.profile(args[0], now, func(p *roster.Profile) error {
				if asJSON {
					return printJSON(a.out, points(p))
				}
				return a.tellWhy(p)
			})
		},
	}
	c.Flags().StringVar(&date, "as-of", "", "judge as of this DATE")
	jsonFlag(c, &asJSON)
	return c
}

func points(p *roster.Profile) []pointJSON {
	var out []pointJSON
	for _, pt := range p.Receptivity.Points {
		out = append(out, pointJSON{
			pt.Label, pt.Date.String(), pt.Source, pt.Evidence, pt.Weak,
			pt.Weight, pt.Confidence, pt.Decay, pt.Points - pt.Cut, pt.Cut, pt.Why,
		})
	}
	return out
}

func (a *app) tellWhy(p *roster.Profile) error {
	rec := p.Receptivity
	fmt.Fprintf(a.out, "%s (%s): receptivity %d, %s\n", p.Person.Name, p.Person.ID, rec.Score, rec.Band)
	err := printTable(a.out, "POINTS\tSIGNAL\tDATE\tWEIGHT\tLEFT\tWHY", func(line func(...any)) {
		for _, pt := range rec.Points {
			why := pt.Evidence
			if pt.Why != "" {
				why = pt.Why
			}
			if pt.Source != "" {
				why += " (" + pt.Source + ")"
			}
			line(fmt.Sprintf("%+.1f", pt.Points-pt.Cut), pt.Label, pt.Date, fmt.Sprintf("%.4g × %.2g", pt.Weight, pt.Confidence), fmt.Sprintf("%.2f", pt.Decay), why)
		}
	})
	if w := rec.Window; err == nil && w.Known() {
		fmt.Fprintf(a.out, "contact window (%s): %s to %s\n", w.Label(), w.Opens, w.Closes)
	}
	return err
}
