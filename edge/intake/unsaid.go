package intake

import (
	"slices"

	"talentmap/model"
)

// unsaid is a row without what its source said before. That has been in the record
// once: where it no longer is, somebody has changed it or taken it out by hand. A
// lock is said again each time: only a person opens it.
func unsaid(was, in *model.Person) *model.Person {
	p := *in
	for _, f := range []struct {
		now    *string
		before string
	}{{&p.Location, was.Location}, {&p.Headline, was.Headline}, {&p.Summary, was.Summary}} {
		if *f.now == f.before {
			*f.now = ""
		}
	}
	p.Skills, p.Positions = without(in.Skills, was.Skills), without(in.Positions, was.Positions)
	p.Contact.Emails, p.Contact.Phones = without(in.Contact.Emails, was.Contact.Emails), without(in.Contact.Phones, was.Contact.Phones)
	p.Contact.Links, p.Background.Tags = without(in.Contact.Links, was.Contact.Links), without(in.Background.Tags, was.Background.Tags)
	p.Motivators = without(in.Motivators, was.Motivators)
	for i, f := range was.Outreach.Research {
		if p.Outreach.Research[i] == f {
			p.Outreach.Research[i] = model.Finding{}
		}
	}
	return &p
}

// without is the items of list that are not among said. It leaves list as it is.
func without[T comparable](list, said []T) (rest []T) {
	for _, item := range list {
		if !slices.Contains(said, item) {
			rest = append(rest, item)
		}
	}
	return rest
}
