package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
)

// pastJSON is one file that came in.
type pastJSON struct {
	Import      string                 `json:"import"`
	File        string                 `json:"file"`
	Dialect     string                 `json:"dialect,omitempty"`
	By          string                 `json:"by"`
	At          string                 `json:"at"`
	Rows        int                    `json:"rows"`
	People      int                    `json:"people"`
	New         int                    `json:"new"`
	Changed     int                    `json:"changed"`
	Same        int                    `json:"same"`
	Review      int                    `json:"review"` // rows that waited, or wait, for a decision
	LeftOut     int                    `json:"left_out"`
	News        map[model.NewsKind]int `json:"news_counts,omitempty"`
	Interrupted bool                   `json:"interrupted,omitempty"`
	TakenBackBy string                 `json:"taken_back_by,omitempty"`
	TakenBackAt string                 `json:"taken_back_at,omitempty"`
	Brought     string                 `json:"brought,omitempty"` // of one taken back, as the journal told it
}

func (a *app) importsVerb() *cobra.Command {
	var asJSON bool
	var limit int
	c := &cobra.Command{
		Use: "imports", Short: "List the files that came in, newest first, with what each brought",
		Long: "List the files that came in, newest first, with what each brought: people who are new, changed\nand the same, rows that waited for a look, and rows left out. `talentmap undo i3` takes one back.",
		Args: args(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if limit < 1 {
				return usage("--limit must be at least 1")
			}
			return a.with(func(st *store.Store) error { return a.listImports(st, limit, asJSON) })
		},
	}
	jsonFlag(c, &asJSON)
	c.Flags().IntVar(&limit, "limit", 20, "how many to print")
	return c
}

func (a *app) listImports(st *store.Store, limit int, asJSON bool) error {
	var all []*intake.Past
	err := st.View(func(tx *store.Tx) (err error) {
		all, err = intake.Imported(tx)
		return err
	})
	if err != nil {
		return err
	}
	more := max(len(all)-limit, 0)
	all = all[:len(all)-more]
	if asJSON {
		out := []pastJSON{}
		for _, p := range all {
			out = append(out, describePast(p))
		}
		return printJSON(a.out, out)
	}
	if len(all) == 0 {
		fmt.Fprintln(a.out, "nothing has been imported yet: `talentmap import FILE`")
		return nil
	}
	err = printTable(a.out, "ID\tAT\tWHO\tFILE\tNEW\tCHANGED\tSAME\tREVIEW\tOUT\t", func(line func(...any)) {
		for _, p := range all {
			at := p.At.Local().Format("2006-01-02 15:04")
			switch {
			case p.BackBy != "":
				line(p.ID, at, p.By, p.Source, "", "", "", "", "", "taken back by "+p.BackBy)
			case !p.Done:
				line(p.ID, at, p.By, p.Source, p.New, p.Changed, p.Same, p.Review, p.Bad+p.Erased, "interrupted")
			default:
				line(p.ID, at, p.By, p.Source, p.New, p.Changed, p.Same, p.Review, p.Bad+p.Erased, "")
			}
		}
	})
	if err == nil && more > 0 {
		fmt.Fprintf(a.out, "… and %d before them: --limit prints more\n", more)
	}
	return err
}

func describePast(p *intake.Past) pastJSON {
	out := pastJSON{
		Import: p.ID.String(), File: p.Source, Dialect: p.Dialect, By: p.By, At: p.At.Local().Format(time.DateTime), Rows: p.Rows, People: p.People,
		New: p.New, Changed: p.Changed, Same: p.Same, Review: p.Review, LeftOut: p.Bad + p.Erased, News: p.News,
		Interrupted: !p.Done && p.BackBy == "", TakenBackBy: p.BackBy, Brought: p.Counts,
	}
	if p.BackBy != "" {
		out.TakenBackAt = p.BackAt.Local().Format(time.DateTime)
	}
	return out
}
