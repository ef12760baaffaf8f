package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type sequenceJSON struct {
	ID      string          `json:"id"`
	Name    string          `json:"name"`
	Version int             `json:"version"`
	Steps   []touchStepJSON `json:"steps"`
	People  int             `json:"people"` // who are in it, or were put into it
	By      string          `json:"by"`
	At      string          `json:"at"`
}

type touchStepJSON struct {
	Day      int    `json:"day"` // counted from the first touch
	Gap      int    `json:"gap"` // days after the touch before
	Channel  string `json:"channel"`
	Template string `json:"template"` // its ID; "": none
	Called   string `json:"called"`
}

func (a *app) sequenceVerb() *cobra.Command {
	c := group(&cobra.Command{
		Use: "sequence", Short: "The plans of touches",
		Long: "A sequence is three to five touches: by which channel, how many days after the one before, from which template. Whoever begins in one goes on by its days,\n" +
			"each moved into the send window of her time zone. A step is CHANNEL,DAYS or CHANNEL,DAYS,TEMPLATE; the first is on day 0.\n" +
			"Who is put into a sequence begins it with the next touch to her, and is in the queue for that.",
	}, "list, show, new, edit, delete, put or out")
	c.AddCommand(a.sequenceListVerb(), a.sequenceShowVerb(), a.sequenceNewVerb(), a.sequenceEditVerb(), a.sequenceDeleteVerb(), a.sequencePutVerb(), a.sequenceOutVerb())
	return c
}

func describeSequence(s *model.Sequence, w *writings, people int) sequenceJSON {
	out := sequenceJSON{ID: s.ID.String(), Name: s.Name, Version: s.Version, People: people, By: s.By, At: stamp(s.At)}
	days := s.Days()
	for i, st := range s.Steps {
		step := touchStepJSON{Day: days[i], Gap: st.Gap, Channel: string(st.Channel), Called: w.templateName(st.Template)}
		if st.Template != 0 {
			step.Template = st.Template.String()
		}
		out.Steps = append(out.Steps, step)
	}
	return out
}

// days are the days of a sequence in words: 0, 4, 9, 16.
func (s *sequenceJSON) days() string {
	days := make([]string, len(s.Steps))
	for i, st := range s.Steps {
		days[i] = strconv.Itoa(st.Day)
	}
	return strings.Join(days, ", ")
}

func (a *app) sequenceListVerb() *cobra.Command {
	return listing[sequenceJSON]{
		none:   "there is no sequence: `talentmap sequence new NAME STEP...` makes one",
		header: "ID\tNAME\tTOUCHES\tDAYS\tPEOPLE\tVERSION",
		cells:  func(s sequenceJSON) []any { return []any{s.ID, s.Name, len(s.Steps), s.days(), s.People, s.Version} },
	}.verb(a, &cobra.Command{Use: "list", Short: "List the sequences"}, a.withNew, func(st *store.Store) (out []sequenceJSON, err error) {
		w, err := a.readWritings(st)
		if err != nil {
			return nil, err
		}
		in, err := inSequences(st)
		for i := range w.sequences {
			out = append(out, describeSequence(&w.sequences[i], &w, in[w.sequences[i].ID]))
		}
		return out, err
	})
}

func (a *app) sequenceShowVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "show SEQUENCE", Short: "Show the touches of a sequence", Args: args(1, 1, "a sequence: its ID or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withSequence(args[0], func(st *store.Store, w *writings, s model.Sequence) error { return a.tellSequence(st, &s, w, asJSON) })
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// withSequence runs fn on the sequence that a text means.
func (a *app) withSequence(arg string, fn func(*store.Store, *writings, model.Sequence) error) error {
	return a.with(func(st *store.Store) error {
		w, err := a.readWritings(st)
		if err != nil {
			return err
		}
		s, err := w.sequence(arg)
		if err != nil {
			return err
		}
		return fn(st, &w, s)
	})
}

// inSequences is how many people are in each sequence, or were put into it.
func inSequences(st *store.Store) (map[model.SequenceID]int, error) {
	all, err := st.InSequences(context.Background())
	in := map[model.SequenceID]int{}
	for i := range all {
		in[all[i].Outreach.Plan.Sequence]++
	}
	return in, err
}

func (a *app) tellSequence(st *store.Store, s *model.Sequence, w *writings, asJSON bool) error {
	in, err := inSequences(st)
	if err != nil {
		return err
	}
	out := describeSequence(s, w, in[s.ID])
	if asJSON {
		return printJSON(a.out, []sequenceJSON{out})
	}
	fmt.Fprintf(a.out, "%s (%s), version %d, %s in it\n", s.Name, s.ID, s.Version, people(out.People))
	return printTable(a.out, "TOUCH\tDAY\tCHANNEL\tTEMPLATE", func(line func(...any)) {
		for i, st := range out.Steps {
			line(i+1, st.Day, st.Channel, st.Called)
		}
	})
}

// steps reads the touches of a sequence as the verb takes them.
func (w *writings) steps(texts []string) ([]model.Step, error) {
	steps, err := model.ParseSteps(texts, func(text string) (model.TemplateID, error) {
		t, err := w.template(text)
		return t.ID, err
	})
	if errors.Is(err, model.ErrStepLine) {
		return nil, usage("%v", err)
	}
	return steps, err
}

func (a *app) sequenceNewVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "new NAME STEP...", Short: "Make a sequence", Args: args(1+model.LeastTouches, 1+model.MostTouches, "a NAME and three to five steps, such as e-mail,0,g1 e-mail,4,g2 phone,7"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withNew(func(st *store.Store) error {
				w, err := a.readWritings(st)
				if err != nil {
					return err
				}
				s := model.Sequence{Name: model.CleanLine(args[0]), By: a.user, At: a.now()}
				if s.Steps, err = w.steps(args[1:]); err != nil {
					return err
				}
				if _, err = st.Edit(store.By(a.user, "made the sequence "+s.Name), func(tx *store.Tx) error { return tx.PutSequence(&s) }); err != nil {
					return err
				}
				return a.tellSequence(st, &s, &w, asJSON)
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) sequenceEditVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "edit SEQUENCE STEP...", Short: "Give a sequence other touches, as a new version", Args: args(1+model.LeastTouches, 1+model.MostTouches, "a sequence and three to five steps"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withSequence(args[0], func(st *store.Store, w *writings, s model.Sequence) error {
				steps, err := w.steps(args[1:])
				if err != nil {
					return err
				}
				if s.Revise(steps, a.user, a.now()) {
					if _, err = st.Edit(store.By(a.user, "changed the sequence "+s.Name), func(tx *store.Tx) error { return tx.PutSequence(&s) }); err != nil {
						return err
					}
				}
				return a.tellSequence(st, &s, w, asJSON)
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) sequenceDeleteVerb() *cobra.Command {
	return &cobra.Command{
		Use: "delete SEQUENCE", Short: "Delete a sequence; undo brings it back", Args: args(1, 1, "a sequence: its ID or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withSequence(args[0], func(st *store.Store, _ *writings, s model.Sequence) error {
				_, err := st.Edit(store.By(a.user, "deleted the sequence "+s.Name), func(tx *store.Tx) error { return tx.RemoveSequence(s.ID) })
				if err == nil {
					fmt.Fprintf(a.out, "deleted %s (%s): `talentmap undo` brings it back\n", s.Name, s.ID)
				}
				return err
			})
		},
	}
}
