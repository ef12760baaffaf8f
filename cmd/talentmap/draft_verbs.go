package main

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

func (a *app) draftListVerb() *cobra.Command {
	return listing[draftJSON]{
		none:   "there is no draft: `talentmap draft PERSON` makes one",
		header: "ID\tPERSON\tCHANNEL\tBY\tWORDS\tSTATE\tSUBJECT",
		cells: func(d draftJSON) []any {
			return []any{d.ID, d.Person, d.Channel, d.By, d.Words, cmp.Or(d.State, "draft"), d.Subject}
		},
	}.verb(a, &cobra.Command{Use: "list", Short: "List the drafts"}, a.with, func(st *store.Store) ([]draftJSON, error) {
		return readDrafts(st, (*store.Tx).Drafts)
	})
}

// readDrafts describes drafts with the names of those to whom they are.
func readDrafts(st *store.Store, read func(*store.Tx) ([]model.Draft, error)) (out []draftJSON, err error) {
	err = st.View(func(tx *store.Tx) error {
		drafts, err := read(tx)
		if err != nil {
			return err
		}
		for i := range drafts {
			d := &drafts[i]
			if d.Empty() && d.OutState() == model.Drafting {
				continue
			}
			p, err := tx.Person(d.Person)
			if err != nil {
				return err
			}
			out = append(out, describeDraft(&roster.Profile{Person: p}, d, ""))
		}
		return nil
	})
	return out, err
}

// onDraft runs fn on the person meant and the draft to her.
func (v *acting) onDraft(arg string, fn func(*store.Store, *roster.Profile) error) error {
	return v.with(func(st *store.Store) error {
		who, err := v.meant(st, arg)
		if err != nil {
			return err
		}
		p, err := v.readProfile(st, who.ID)
		if err != nil {
			return err
		}
		return fn(st, p)
	})
}

func noDraft(p *roster.Profile) error {
	return fmt.Errorf("there is no draft to %s: `talentmap draft %s` makes one", model.CleanLine(p.Person.Name), p.Person.ID)
}

func (a *app) draftShowVerb() *cobra.Command {
	c := &cobra.Command{Use: "show PERSON", Short: "Show the draft to a person", Args: args(1, 1, "one person")}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.onDraft(args[0], func(st *store.Store, p *roster.Profile) error {
			if p.Draft.Empty() {
				return noDraft(p)
			}
			w, err := a.readWritings(st)
			if err != nil {
				return err
			}
			return a.tellDraft(p, &w, &p.Draft, "", v.json)
		})
	}
	return c
}

type versionJSON struct {
	Version  int    `json:"version"` // from 1, the newest
	At       string `json:"at"`
	By       string `json:"by"`
	Occasion string `json:"occasion"`
	Channel  string `json:"channel"`
	Words    int    `json:"words"`
	Subject  string `json:"subject"`
	Body     string `json:"body"`
}

// versions are those of the draft to somebody, the newest first.
func versionsOf(st *store.Store, id model.PersonID) (newest []model.DraftVersion, err error) {
	err = st.View(func(tx *store.Tx) error {
		old, err := all(tx.VersionsOf(id))
		for i := len(old) - 1; i >= 0; i-- {
			newest = append(newest, old[i])
		}
		return err
	})
	return newest, err
}

func (a *app) draftVersionsVerb() *cobra.Command {
	c := &cobra.Command{Use: "versions PERSON", Short: "List the versions of the draft to a person", Args: args(1, 1, "one person")}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.onDraft(args[0], func(st *store.Store, p *roster.Profile) error {
			versions, err := versionsOf(st, p.Person.ID)
			if err != nil {
				return err
			}
			var out []versionJSON
			for i, o := range versions {
				out = append(out, versionJSON{i + 1, stamp(o.At), o.By, string(o.Occasion), string(o.Channel), model.CountWords(o.Body), o.Subject, o.Body})
			}
			switch {
			case v.json:
				return printJSON(a.out, out)
			case len(out) == 0:
				fmt.Fprintln(a.out, "no version was kept: one is where a template or another text takes the place of a draft")
				return nil
			}
			return printTable(a.out, "VERSION\tAT\tBY\tWHEN\tCHANNEL\tWORDS\tSUBJECT", func(line func(...any)) {
				for i, o := range out {
					line(o.Version, versions[i].At.Format("2006-01-02 15:04"), o.By, o.Occasion, o.Channel, o.Words, o.Subject)
				}
			})
		})
	}
	return c
}

func (a *app) draftRestoreVerb() *cobra.Command {
	c := &cobra.Command{Use: "restore PERSON VERSION", Short: "Give the draft the text of a version; the present one is kept", Args: args(2, 2, "one person and the number of a version")}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return usage("%q is no version: give its number", model.CleanLine(args[1]))
		}
		return v.onDraft(args[0], func(st *store.Store, p *roster.Profile) error {
			versions, err := versionsOf(st, p.Person.ID)
			if err != nil {
				return err
			}
			if n < 1 || n > len(versions) {
				return fmt.Errorf("there is no version %d: `talentmap draft versions %s` lists them", n, p.Person.ID)
			}
			d := p.Draft
			if _, err := st.KeepVersion(cmp.Or(d.By, a.user), &d, model.BeforeRestore); err != nil {
				return err
			}
			d.Restore(&versions[n-1])
			if _, err := st.SaveDraft(a.user, &d); err != nil {
				return err
			}
			w, err := a.readWritings(st)
			return errors.Join(err, a.tellDraft(p, &w, &d, "", v.json))
		})
	}
	return c
}

func (a *app) draftDiscardVerb() *cobra.Command {
	c := &cobra.Command{Use: "discard PERSON", Short: "Throw the draft to a person away; undo brings it back", Args: args(1, 1, "one person")}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.onDraft(args[0], func(st *store.Store, p *roster.Profile) error {
			if p.Draft.Rev == 0 {
				return noDraft(p)
			}
			if err := st.Discard(a.user, p.Person.ID); err != nil {
				return err
			}
			if v.json {
				return printJSON(a.out, []draftJSON{describeDraft(p, &p.Draft, "")})
			}
			fmt.Fprintf(a.out, "threw away the draft to %s (%s): `talentmap undo` brings it back\n", model.CleanLine(p.Person.Name), p.Person.ID)
			return nil
		})
	}
	return c
}
