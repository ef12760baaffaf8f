package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

type queueJSON struct {
	ID          string       `json:"id"`
	Person      string       `json:"person"`
	Title       string       `json:"title"`
	Company     string       `json:"company"`
	Class       string       `json:"class"`
	Receptivity int          `json:"receptivity"`
	Reasons     []reasonJSON `json:"reasons"`
	Due         string       `json:"due"`
	WindowDays  int          `json:"window_days"` // -1: no window is open
	Owner       string       `json:"owner"`
	Deferred    deferralJSON `json:"deferred"`
}

type reasonJSON struct {
	Why   string `json:"why"`
	Class string `json:"class"`
	Since string `json:"since"` // the day on which it began; "": not known
	Until string `json:"until"` // its last day; "": it does not end by itself
}

// deferralJSON is what was decided about the place in the queue; hidden with it
// are people who are only there with --all.
type deferralJSON struct {
	Hidden  bool   `json:"hidden"`
	Snoozed string `json:"snoozed_until"`
	Skipped bool   `json:"skipped"`
	By      string `json:"by"`
	On      string `json:"on"`
}

func describeDeferral(d *model.Deferral, hidden bool, now time.Time) deferralJSON {
	out := deferralJSON{Hidden: hidden, Skipped: d.Skipping()}
	if d.Snoozed(model.DateOf(now)) {
		out.Snoozed = d.Until.String()
	}
	if out.Skipped || out.Snoozed != "" {
		out.By, out.On = d.By, d.At.In(now.Location()).Format(time.DateOnly)
	}
	return out
}

// text says it in words; "" for nothing.
func (d deferralJSON) text() string {
	what := prefixed("snoozed until ", d.Snoozed)
	if d.Skipped {
		what = joined(", ", what, "skipped")
	}
	if what == "" {
		return ""
	}
	return fmt.Sprintf("%s (%s on %s)", what, d.By, d.On)
}

func (a *app) queueVerb() *cobra.Command {
	var asJSON bool
	var want narrowing
	var date string
	c := &cobra.Command{
		Use:   "queue",
		Short: "Who next, and why",
		Long: "Who next, and why: replies waiting, touches due, those in a contact window, nurture due, and whom to keep or to erase.\n" +
			"--all shows those too who were snoozed or skipped, with who decided it and when.\n" +
			"--class takes one of: " + strings.Join(classWords(), ", ") + ". --where takes a query, as `talentmap people` does.",
		Args: args(0, 0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			now, err := a.asOf(date)
			if err != nil {
				return err
			}
			if want.limit < 1 {
				return usage("--limit must be at least 1")
			}
			if want.class, err = classNamed(want.of); err != nil {
				return err
			}
			return a.with(func(st *store.Store) error {
				rows, total, err := a.queue(c.Context(), st, now, &want)
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(a.out, rows)
				}
				return errors.Join(a.tellQueue(rows, total), a.tellDueMessages(st, now))
			})
		},
	}
	c.Flags().StringVar(&date, "as-of", "", "rank as of this DATE")
	c.Flags().IntVar(&want.limit, "limit", 100, "how many to print")
	c.Flags().BoolVar(&want.all, "all", false, "also those who were snoozed or skipped")
	c.Flags().BoolVar(&want.mine, "mine", false, "only those whom you are in touch with")
	c.Flags().StringVar(&want.of, "class", "", "only those of a CLASS")
	c.Flags().StringVar(&want.where, "where", "", "only those whom a QUERY finds")
	jsonFlag(c, &asJSON)
	c.AddCommand(a.snoozeVerb(), a.skipVerb(), a.wakeVerb(), a.assignVerb())
	return c
}

// queue loads the live index and ranks.
func (a *app) queue(ctx context.Context, st *store.Store, now time.Time, want *narrowing) ([]queueJSON, int, error) {
	snap, err := loadRoster(ctx, roster.New(st, &a.weights, func() time.Time { return now }))
	if err != nil {
		return nil, 0, err
	}
	rows, shown, total, err := a.narrowed(snap, now, want)
	if err != nil {
		return nil, 0, err
	}
	out := make([]queueJSON, 0, len(rows))
	err = st.View(func(tx *store.Tx) error {
		for i, r := range rows {
			p, err := tx.Person(r.Card.ID)
			if err != nil {
				return err
			}
			q := queueJSON{
				ID: r.Card.ID.String(), Person: r.Card.Name, Title: r.Card.Title, Company: r.Card.Company, Class: r.Next.Class.String(),
				Receptivity: r.Next.Score, Due: r.Next.Due.String(), WindowDays: r.Next.WindowDays, Owner: p.Outreach.Owner, Reasons: []reasonJSON{},
				Deferred: describeDeferral(&p.Outreach.Deferral, i >= shown, now),
			}
			for _, reason := range r.Next.Reasons(r.Card.Company, now) {
				q.Reasons = append(q.Reasons, reasonJSON{reason.Text, reason.Class.String(), reason.Since.String(), reason.Until.String()})
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
	if total == 0 && len(rows) == 0 {
		fmt.Fprintln(a.out, "nothing is due and nobody is in a window")
		return nil
	}
	err := printTable(a.out, "RECV\tPERSON\tCOMPANY\tDUE\tWINDOW\tWHY", func(line func(...any)) {
		for _, r := range rows {
			window := ""
			if r.WindowDays >= 0 {
				window = fmt.Sprintf("%dd", r.WindowDays)
			}
			why := make([]string, len(r.Reasons))
			for i, reason := range r.Reasons {
				why[i] = reason.Why
			}
			line(r.Receptivity, r.Person, r.Company, r.Due, window, joined("; ", strings.Join(why, "; "), r.Deferred.text()))
		}
	})
	shown := 0
	for _, r := range rows {
		if !r.Deferred.Hidden {
			shown++
		}
	}
	if total > shown {
		fmt.Fprintf(a.out, "… and %d more\n", total-shown)
	}
	return err
}
