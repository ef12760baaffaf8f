package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring/drafting"
	"talentmap/store"
	"talentmap/store/roster"
)

// draftAsk is what was said of a draft on the command line.
type draftAsk struct {
	template, role, motivator, channel, subject, body, item string
	fromShelf, replace, json                                bool
}

// making reports whether a draft is to be made, and not only shown.
func (d *draftAsk) making() bool {
	return d.template != "" || d.role != "" || d.motivator != "" || d.channel != "" || d.subject != "" || d.body != "" || d.item != "" || d.fromShelf || d.replace
}

// turning reports whether nothing but the channel or the subject of a draft is to be
// another.
func (d *draftAsk) turning() bool {
	bare := draftAsk{channel: d.channel, subject: d.subject, json: d.json}
	return *d == bare && (d.channel != "" || d.subject != "")
}

// turn gives a draft another channel, or another subject.
func (a *app) turn(st *store.Store, d *model.Draft, ask *draftAsk) error {
	channel, err := channelNamed(ask.channel)
	if err != nil {
		return err
	}
	d.Channel = cmp.Or(channel, d.Channel)
	if ask.subject != "" {
		d.Subject = model.CleanLine(ask.subject)
	}
	_, err = st.SaveDraft(a.user, d)
	return err
}

func (a *app) draftVerb() *cobra.Command {
	var ask draftAsk
	c := &cobra.Command{
		Use:   "draft PERSON",
		Short: "Make a draft to a person from a template, or write one",
		Long: "Make a draft to a person: from the template that comes next for her, from one that is named, from the shelf, or from a text of your own.\n" +
			"Where there is a draft already it is shown; --replace puts another in its place and keeps it among the versions. What is missing stands in the\n" +
			"text as {{field}} and is listed.",
		Args: args(1, 1, "one person, or due, list, show, versions, restore or discard"),
	}
	v := a.actFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		ask.json = v.json
		return a.with(func(st *store.Store) error { return v.draft(st, args[0], &ask) })
	}
	f := c.Flags()
	f.StringVar(&ask.template, "template", "", "the template: its ID or name (default: the one that comes next for her)")
	f.StringVar(&ask.role, "role", "", "the role that it is for: its ID or title")
	f.StringVar(&ask.motivator, "motivator", "", "what would move her (default: of hers the first that the role offers)")
	f.BoolVar(&ask.fromShelf, "from-shelf", false, "share what fits her best from the shelf")
	f.StringVar(&ask.item, "share", "", "share this from the shelf: its ID or title")
	f.StringVar(&ask.channel, "channel", "", "the channel: "+channelList())
	f.StringVar(&ask.subject, "subject", "", "the subject")
	f.StringVar(&ask.body, "body", "", "the file with the text; - is standard input")
	f.BoolVar(&ask.replace, "replace", false, "put it in the place of the draft that there is")
	c.AddCommand(a.draftDueVerb(), a.draftListVerb(), a.draftShowVerb(), a.draftVersionsVerb(), a.draftRestoreVerb(), a.draftDiscardVerb())
	return c
}

// readProfile reads a person as she stands.
func (a *app) readProfile(st *store.Store, id model.PersonID) (p *roster.Profile, err error) {
	err = st.View(func(tx *store.Tx) error {
		p, err = roster.ReadProfile(tx, &a.weights, id, a.now())
		return err
	})
	return p, err
}

// draft makes a draft, or shows the one that there is.
func (v *acting) draft(st *store.Store, arg string, ask *draftAsk) error {
	who, err := v.meant(st, arg)
	if err != nil {
		return err
	}
	w, err := v.readWritings(st)
	if err != nil {
		return err
	}
	p, err := v.readProfile(st, who.ID)
	if err != nil {
		return err
	}
	if have := &p.Draft; !have.Empty() && !ask.replace {
		if ask.turning() {
			if err := v.turn(st, have, ask); err != nil {
				return err
			}
		} else if ask.making() {
			return fmt.Errorf("there is a draft to %s by %s of %s already: --replace puts this in its place, and keeps that among its versions",
				model.CleanLine(who.Name), have.By, count(model.CountWords(have.Body), "word"))
		}
		return v.tellDraft(p, &w, have, "", ask.json)
	}
	d, why, err := v.newDraft(st, p, &w, ask)
	if err != nil {
		return err
	}
	if _, err := st.KeepVersion(cmp.Or(p.Draft.By, v.user), &p.Draft, model.BeforeTemplate); err != nil {
		return err
	}
	d.Rev = p.Draft.Rev
	if _, err := st.SaveDraft(v.user, &d); err != nil {
		return err
	}
	return v.tellDraft(p, &w, &d, why, ask.json)
}

// newDraft is the draft that was asked for, and why it is that one.
func (a *app) newDraft(st *store.Store, p *roster.Profile, w *writings, ask *draftAsk) (d model.Draft, why string, err error) {
	channel, err := channelNamed(ask.channel)
	if err != nil {
		return d, "", err
	}
	if ask.body != "" {
		d = model.Draft{Person: p.Person.ID, Channel: cmp.Or(channel, p.Draft.Channel, model.Email), Subject: model.CleanLine(ask.subject)}
		d.Body, err = a.textFrom(ask.body)
		return d, "", err
	}
	about, why, err := a.about(st, p, w, ask)
	if err != nil {
		return d, "", err
	}
	c, err := chooseTemplate(p, w, ask, channel)
	if err != nil {
		return d, "", err
	}
	made, err := drafting.Make(&c.Template, about)
	if err != nil {
		return d, "", err
	}
	d = made.Draft
	d.Made.Sequence = c.Sequence
	if channel != "" {
		d.Channel = channel
	}
	if ask.subject != "" {
		d.Subject = model.CleanLine(ask.subject)
	}
	return d, joined("; ", c.Why, why), nil
}

// chooseTemplate is the template that is named, or the one that comes next.
func chooseTemplate(p *roster.Profile, w *writings, ask *draftAsk, channel model.Channel) (drafting.Choice, error) {
	if ask.template != "" {
		t, err := w.template(ask.template)
		return drafting.Choice{Template: t}, err
	}
	o := &p.Standing
	if ask.fromShelf || ask.item != "" {
		if c, ok := drafting.ChooseThrough(channel, &model.Outreach{State: model.Nurture}, w.templates, nil); ok {
			return c, nil
		}
		return drafting.Choice{}, errors.New("there is no template for a value touch: give one with --template")
	}
	if c, ok := drafting.ChooseThrough(channel, o, w.templates, w.sequences); ok {
		return c, nil
	}
	return drafting.Choice{}, fmt.Errorf("there is no template for somebody who is %s: give one with --template, or a text with --body", o.Current())
}

// about is what a draft is made of.
func (a *app) about(st *store.Store, p *roster.Profile, w *writings, ask *draftAsk) (about drafting.About, why string, err error) {
	about = drafting.About{Person: &p.Person, Touches: p.Touches, Sender: a.settings().Sender, Now: a.now()}
	if ask.role != "" {
		r, err := a.role(st, ask.role)
		if err != nil {
			return about, "", err
		}
		about.Role = &r
	}
	if m := model.Motivator(strings.ToLower(model.CleanLine(ask.motivator))); m != "" {
		if !slices.Contains(model.Motivators(), m) {
			return about, "", usage("there is no motivator %q: it is scope, compensation, technology or company stage", model.CleanLine(ask.motivator))
		}
		about.Motivator = m
	}
	switch {
	case ask.item != "":
		s, err := w.shared(ask.item)
		if err != nil {
			return about, "", err
		}
		if s.SharedWith(p.Touches) {
			return about, "", fmt.Errorf("%q: %w", s.Title, store.ErrSharedAlready)
		}
		about.Shelf = &s
	case ask.fromShelf:
		fits := drafting.Matches(&p.Person, p.Touches, w.shelf, a.now())
		if len(fits) == 0 {
			return about, "", errors.New("nothing on the shelf is new to her: `talentmap shelf add TITLE` puts something there")
		}
		about.Shelf, why = &fits[0].Item, fmt.Sprintf("%q: %s", fits[0].Item.Title, fits[0].Why)
	}
	return about, why, nil
}

// role is the role of an ID or a title.
func (a *app) role(st *store.Store, arg string) (r model.Role, err error) {
	err = st.View(func(tx *store.Tx) error {
		roles, err := all(tx.Roles())
		if err != nil {
			return err
		}
		r, err = named(roles, "role", arg, "role list", func(r *model.Role) string { return r.ID.String() }, func(r *model.Role) string { return r.Title })
		return err
	})
	return r, err
}
