package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

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
