package main

import (
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
)

func (a *app) motivatorsVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "motivators PERSON [MOTIVATOR... | none]",
		Short: "What would move a person: show it, or say it anew",
		Long:  "Show what would move a person, or say it anew: those given stand from then on and no others.\n\nThe motivators: " + motivatorList() + "; a beginning will do.",
		Args:  args(1, math.MaxInt, "one person, then motivators"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 1 {
			return v.look(args[0], func(p *model.Person) error { return v.sayList(motivatorNames(p.Motivators)) })
		}
		named, err := motivatorsNamed(args[1:])
		if err != nil {
			return err
		}
		return v.change(args[0], func(mine *model.Person) error {
			mine.Motivators = named
			return nil
		})
	}
	return c
}

// motivatorsNamed reads motivators, each by its name or the beginning of it.
func motivatorsNamed(words []string) (all []model.Motivator, err error) {
	if len(words) == 1 && strings.EqualFold(words[0], "none") {
		return nil, nil
	}
	for _, w := range words {
		fit := slices.DeleteFunc(model.Motivators(), func(m model.Motivator) bool {
			return letters(w) == "" || !strings.HasPrefix(letters(string(m)), letters(w))
		})
		if len(fit) != 1 {
			return nil, usage("%q is no motivator, or may be several: %s, or none", model.CleanLine(w), motivatorList())
		}
		if !slices.Contains(all, fit[0]) {
			all = append(all, fit[0])
		}
	}
	return all, nil
}

func motivatorNames(all []model.Motivator) []string {
	names := make([]string, len(all))
	for i, m := range all {
		names[i] = string(m)
	}
	return names
}

func motivatorList() string { return strings.Join(motivatorNames(model.Motivators()), ", ") }

func (a *app) tagVerb() *cobra.Command {
	var remove bool
	c := &cobra.Command{
		Use: "tag PERSON [TAG...]", Short: "Tag a person; without tags, list those that she has",
		Args: args(1, math.MaxInt, "one person, then tags"),
	}
	v := a.actFlags(c)
	c.Flags().BoolVar(&remove, "remove", false, "take the tags away")
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 1 {
			return v.look(args[0], func(p *model.Person) error { return v.sayList(p.Background.Tags) })
		}
		return v.change(args[0], func(mine *model.Person) error {
			for _, t := range args[1:] {
				t = model.CleanLine(t)
				same := func(has string) bool { return model.SameText(has, t) }
				switch there := slices.ContainsFunc(mine.Background.Tags, same); {
				case t == "":
					return errors.New("a tag needs a text")
				case remove:
					mine.Background.Tags = slices.DeleteFunc(mine.Background.Tags, same)
				case !there:
					mine.Background.Tags = append(mine.Background.Tags, t)
				}
			}
			return nil
		})
	}
	return c
}
