package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) touchVerb() *cobra.Command {
	var channel, note, at string
	c := &cobra.Command{
		Use:   "touch PERSON --channel CHANNEL",
		Short: "Log a contact that took place otherwise: a call, a meeting",
		Long: "Log a contact that has taken place. Where the gate is open it counts as the next touch; where it is closed it is\n" +
			"logged all the same, as it took place, and what the gate says is told.",
		Args: args(1, 1, "one person"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) (err error) {
		contact := store.Contact{Note: strings.TrimSpace(model.CleanText(note))}
		if contact.Channel, err = channelNamed(channel); err != nil {
			return err
		}
		if contact.Channel == "" {
			return usage("--channel says how it took place: %s", channelList())
		}
		if contact.At, err = v.moment(at); err != nil {
			return err
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.LogContact(who, contact) }, "logged "+string(contact.Channel))
	}
	c.Flags().StringVar(&channel, "channel", "", "the channel: "+channelList())
	c.Flags().StringVar(&note, "note", "", "what was said")
	c.Flags().StringVar(&at, "at", "", "the day on which it took place (default today)")
	return c
}

func (a *app) noteVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "note PERSON TEXT",
		Short: "Put a note under a person's notes; - reads standard input",
		Args:  args(2, 2, "a person and a text: put it in quotes"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) (err error) {
		text := strings.TrimSpace(model.CleanText(args[1]))
		if text == "-" {
			text, err = v.textFrom("-")
		}
		if err != nil {
			return err
		}
		if text == "" {
			return usage("the note is empty")
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.AddNote(who, text) }, "noted")
	}
	return c
}

func (a *app) stageVerb() *cobra.Command {
	var via string
	steps := []struct {
		word string
		kind model.EventKind
		what string
	}{
		{"intro", model.PathChosen, "a warm introduction was asked for, --via whom"},
		{"screen", model.ScreenBooked, "a first interview is booked: she is in the pipeline"},
		{"declined", model.Declined, "the process is over: nurture"},
		{"hired", model.GotHired, "hired; the rating falls due in six months"},
		{"rated", model.GotRated, "rated strong, adequate or weak"},
	}
	var help, words strings.Builder
	for i, s := range steps {
		fmt.Fprintf(&help, "  %-10s%s\n", s.word, s.what)
		if i > 0 {
			words.WriteString(", ")
		}
		words.WriteString(s.word)
	}
	c := &cobra.Command{
		Use:   "stage PERSON STEP [RATING]",
		Short: "Record a step that is not a message: intro, screen, declined, hired, rated",
		Long:  "Record a step of the process.\n\nThe steps:\n" + help.String(),
		Args:  args(2, 3, "a person and a step: "+words.String()),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		for _, s := range steps {
			if s.word != strings.ToLower(args[1]) {
				continue
			}
			rating, err := ratingOf(s.kind, args[2:])
			if err != nil {
				return err
			}
			if via != "" && s.kind != model.PathChosen {
				return usage("--via says who introduces, and goes with intro")
			}
			return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) {
				return st.Advance(who, s.kind, model.CleanLine(via), rating)
			}, string(s.kind))
		}
		return usage("there is no step %q: it is one of %s", model.CleanLine(args[1]), words.String())
	}
	c.Flags().StringVar(&via, "via", "", "intro: who introduces")
	return c
}

// ratingOf reads the rating behind a step; only rated has one.
func ratingOf(step model.EventKind, words []string) (model.Rating, error) {
	var known []string
	for _, r := range model.Ratings() {
		known = append(known, string(r))
		if step == model.GotRated && len(words) == 1 && strings.EqualFold(words[0], string(r)) {
			return r, nil
		}
	}
	switch {
	case step == model.GotRated:
		return "", usage("rated needs a rating: %s", strings.Join(known, ", "))
	case len(words) > 0:
		return "", usage("only rated takes a rating behind it")
	}
	return "", nil
}

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
		if s.Date, err = model.ParseDate(date); err != nil || !s.Date.Known() {
			if s.Date, err = v.day(date); err != nil {
				return err
			}
		}
	}
	switch {
	case s.Date > model.DateOf(v.now()):
		return usage("--date %s is still to come: a signal is of what has happened", s.Date)
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
