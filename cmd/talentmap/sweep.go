package main

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type sweptJSON struct {
	ID     string   `json:"id"`
	Person string   `json:"person"`
	Was    string   `json:"was"`
	State  string   `json:"state"`
	Why    []string `json:"why"`
}

func (a *app) sweepVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "sweep",
		Short: "Write down what has happened by the clock, and whom a trigger brings back",
		Long: "Write down what has happened by the clock alone, and whom a new signal or a risen score brings back. The workbench does it\n" +
			"when it opens and once an hour. Nothing waits for it: whoever looks at a person sees her where she stands by the clock.",
		Args: args(0, 0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(func(st *store.Store) error {
				swept, err := st.Sweep(c.Context())
				if err != nil {
					return err
				}
				if asJSON {
					var out []sweptJSON
					for _, s := range swept {
						out = append(out, sweptJSON{s.Person.String(), s.Name, string(s.Was), string(s.Now), s.Why})
					}
					return printJSON(a.out, out)
				}
				for _, s := range swept {
					fmt.Fprintf(a.out, "%s (%s): %s\n", model.CleanLine(s.Name), s.Person, model.CleanLine(joined(" → ", string(s.Was), strings.Join(s.Why, " → "))))
				}
				fmt.Fprintf(a.out, "%s moved on\n", people(len(swept)))
				return nil
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

const (
	// sweepEvery is the time between two sweeps of the workbench.
	sweepEvery = time.Hour
	// sweepLook is how often the clock is looked at: a machine that slept for a
	// night knows within a minute that the day is another.
	sweepLook = time.Minute
)

// autoSweep sweeps in the background: once begin is closed, and every hour, until
// ctx is done; then done is closed. What fails is told.
func (a *app) autoSweep(ctx context.Context, st *store.Store, begin <-chan struct{}, failed func(error)) (done <-chan struct{}) {
	over := make(chan struct{})
	after := a.after
	if after == nil {
		after = time.After
	}
	go func() {
		defer close(over)
		defer func() {
			if p := recover(); p != nil {
				failed(fmt.Errorf("the sweep stopped: %v\n%s", p, debug.Stack()))
			}
		}()
		select {
		case <-begin:
		case <-ctx.Done():
			return
		}
		var last time.Time
		for {
			if now := a.now(); last.IsZero() || now.Sub(last) >= sweepEvery || now.Before(last) {
				if _, err := st.Sweep(ctx); err != nil && ctx.Err() == nil {
					failed(fmt.Errorf("the sweep failed, the next try is in an hour: %w", err))
				}
				last = now
			}
			select {
			case <-ctx.Done():
				return
			case <-after(sweepLook):
			}
		}
	}()
	return over
}
