package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) signalVerb() *cobra.Command {
	var s model.Signal
	var date, source, note string
	c := &cobra.Command{
		Use:   "signal PERSON KIND",
		Short: "Log a signal on a person, or `signal company NAME KIND`",
		Long: "Log a signal that somebody may be receptive. One on a person in nurture, or who asked for later, may be what she is written\n" +
			"to again for; one at a company reaches everybody who works there.\n\nThe kinds: " + kindList(),
		Args: args(2, math.MaxInt, "a person and a kind, or company, its name and a kind"),
	}
	v := a.actFlags(c)
	f := c.Flags()
	f.StringVar(&date, "date", "", "when it happened, also only the month or year (default today)")
	f.Float64Var(&s.Confidence, "confidence", 1, "how sure it is, above 0 to 1")
	f.Float64Var(&s.Magnitude, "magnitude", 0, "layoffs: percent of staff; pay: percent below market; ratings: stars lost")
	f.BoolVar(&s.OwnManager, "own-manager", false, "leadership change: her own manager")
	f.StringVar(&source, "source", "", "where it was seen")
	f.StringVar(&note, "note", "", "what was seen")
	c.RunE = func(_ *cobra.Command, args []string) (err error) {
		s.Source, s.Note = model.CleanLine(source), model.CleanLine(note)
		if err := v.signalNumbers(&s, date); err != nil {
			return err
		}
		if args[0] == companyWord && len(args) > 2 {
			if s.Kind, err = kindNamed(args[2:]); err != nil {
				return err
			}
			return v.signalAt(args[1], &s)
		}
		if s.Kind, err = kindNamed(args[1:]); err != nil {
			return err
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) {
			s.Person = who.Person
			return st.AddSignal(v.user, &s)
		}, "logged "+string(s.Kind))
	}
	return c
}

// signalNumbers checks what comes with a signal.
func (v *acting) signalNumbers(s *model.Signal, date string) (err error) {
	s.Date = model.DateOf(v.now())
	if date != "" {
		if s.Date, err = model.ParsePast(date, v.now()); err != nil {
			return usage("--date: %v", err)
		}
	}
	switch {
	case !(s.Confidence > 0 && s.Confidence <= 1):
		return usage("--confidence is above 0 and at most 1")
	case !(s.Magnitude >= 0 && s.Magnitude <= 100):
		return usage("--magnitude is from 0 to 100")
	}
	return nil
}

func (v *acting) signalAt(company string, s *model.Signal) error {
	return v.with(func(st *store.Store) error {
		var c model.Company
		err := st.View(func(tx *store.Tx) (err error) {
			c, err = findCompany(tx, company)
			return err
		})
		if err != nil {
			return err
		}
		s.Company = c.ID
		if _, err := st.AddSignal(v.user, s); err != nil {
			return err
		}
		if v.json {
			return printJSON(v.out, []companySignalJSON{{c.ID.String(), c.Name, s.ID.String(), string(s.Kind), s.Date.String()}})
		}
		fmt.Fprintf(v.out, "%s (%s): logged %s of %s\n", model.CleanLine(c.Name), c.ID, s.Kind, s.Date)
		return nil
	})
}

type companySignalJSON struct {
	ID      string `json:"id"`
	Company string `json:"company"`
	Signal  string `json:"signal"`
	Kind    string `json:"kind"`
	Date    string `json:"date"`
}

// kindNamed reads the kind of a signal, or its beginning where only one begins so.
func kindNamed(words []string) (model.SignalKind, error) {
	var found []model.SignalKind
	for _, k := range model.SignalKinds() {
		if model.SameText(string(k), strings.Join(words, " ")) {
			return k, nil
		}
		if w := letters(strings.Join(words, "")); w != "" && strings.HasPrefix(letters(string(k)), w) {
			found = append(found, k)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return "", usage("there is no kind of signal %q: it is one of %s", model.CleanLine(strings.Join(words, " ")), kindList())
}

func kindList() string {
	var names []string
	for _, k := range model.SignalKinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}
