package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/store"
	"talentmap/store/roster"
)

type queueJSON struct {
	ID          string   `json:"id"`
	Person      string   `json:"person"`
	Title       string   `json:"title"`
	Company     string   `json:"company"`
	Class       string   `json:"class"`
	Receptivity int      `json:"receptivity"`
	Reasons     []string `json:"reasons"`
	Due         string   `json:"due"`
	WindowDays  int      `json:"window_days"` // -1: no window is open
}

func (a *app) queueVerb() *cobra.Command {
	var asJSON bool
	var date string
	var limit int
	c := &cobra.Command{
		Use:   "queue",
		Short: "Who next, and why",
		Args:  args(0, 0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			now, err := a.asOf(date)
			if err != nil {
				return err
			}
			if limit < 1 {
				return usage("--limit must be at least 1")
			}
			return a.with(func(st *store.Store) error {
				rows, total, err := a.queue(c.Context(), st, now, limit)
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(a.out, rows)
				}
				return a.tellQueue(rows, total)
			})
		},
	}
	c.Flags().StringVar(&date, "as-of", "", "rank as of this DATE")
	c.Flags().IntVar(&limit, "limit", 100, "how many to print")
	jsonFlag(c, &asJSON)
	return c
}

// queue loads the live index and ranks.
func (a *app) queue(ctx context.Context, st *store.Store, now time.Time, limit int) ([]queueJSON, int, error) {
	snap, err := loadRoster(ctx, roster.New(st, &a.weights, func() time.Time { return now }))
	if err != nil {
		return nil, 0, err
	}
	rows, total := snap.Queue(now, limit)
	out := make([]queueJSON, 0, len(rows))
	err = st.View(func(tx *store.Tx) error {
		for _, r := range rows {
			p, err := tx.Person(r.Card.ID)
			if err != nil {
				return err
			}
			q := queueJSON{
				ID: r.Card.ID.String(), Person: r.Card.Name, Title: r.Card.Title, Company: r.Card.Company, Class: r.Next.Class.String(),
				Receptivity: r.Next.Score, Due: r.Next.Due.String(), WindowDays: r.Next.WindowDays, Reasons: []string{},
			}
			for _, reason := range r.Next.Reasons(p.Outreach, r.Card.Company, now) {
				q.Reasons = append(q.Reasons, reason.Text)
			}
			out = append(out, q)
		}
		return nil
	})
	return out, total, err
}

// loadRoster runs a roster until it has read everyone.
func loadRoster(ctx context.Context, ros *roster.Roster) (*roster.Snapshot, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	changed, stop := ros.Changed()
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- ros.Run(ctx) }()
	for {
		select {
		case err := <-ended:
			if err == nil {
				err = ctx.Err()
			}
			return ros.Snapshot(), err
		case <-changed:
		}
		if _, _, complete := ros.Snapshot().Loaded(); complete {
			cancel()
			return ros.Snapshot(), <-ended
		}
	}
}

func (a *app) tellQueue(rows []queueJSON, total int) error {
	if total == 0 {
		fmt.Fprintln(a.out, "nothing is due and nobody is in a window")
		return nil
	}
	err := printTable(a.out, "RECV\tPERSON\tCOMPANY\tDUE\tWINDOW\tWHY", func(line func(...any)) {
		for _, r := range rows {
			window := ""
			if r.WindowDays >= 0 {
				window = fmt.Sprintf("%dd", r.WindowDays)
			}
			line(r.Receptivity, r.Person, r.Company, r.Due, window, strings.Join(r.Reasons, "; "))
		}
	})
	if total > len(rows) {
		fmt.Fprintf(a.out, "… and %d more\n", total-len(rows))
	}
	return err
}
