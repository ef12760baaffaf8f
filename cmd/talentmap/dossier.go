package main

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// datum is one thing that is held about a person, and where it came from.
type datum struct {
	What   string `json:"what"`
	Value  string `json:"value"`
	Source string `json:"source"`
}

func (a *app) dossierVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "dossier PERSON",
		Short: "Everything held about a person, and where each part came from",
		Long:  "Everything held about a person, with the source of each datum: what she may ask for.\nPERSON is an ID such as p17, an e-mail address, a profile link or a name.",
		Args:  args(1, 1, "one person: an ID, e-mail address, profile link or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.with(func(st *store.Store) error {
				d, err := dossier(st, args[0])
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(a.out, data(&d))
				}
				a.tellDossier(&d)
				return nil
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// dossier reads what is held about the person meant.
func dossier(st *store.Store, arg string) (d store.Dossier, err error) {
	err = st.View(func(tx *store.Tx) error {
		id, err := findPerson(tx, arg)
		if err != nil {
			return err
		}
		d, err = tx.Dossier(id)
		return err
	})
	return d, err
}

func (a *app) tellDossier(d *store.Dossier) {
	fmt.Fprintf(a.out, "%s (%s)\n", d.Person.Name, d.Person.ID)
	for _, it := range data(d) {
		fmt.Fprintf(a.out, "%-14s%s", it.What, model.CleanLine(it.Value))
		if it.Source != "" {
			fmt.Fprintf(a.out, "  [%s]", model.CleanLine(it.Source))
		}
		fmt.Fprintln(a.out)
	}
}

// data lists everything in a dossier, part by part.
func data(d *store.Dossier) []datum {
	l := &dataList{}
	l.record(&d.Person)
	l.background(&d.Person)
	l.outreach(&d.Person)
	l.hanging(d)
	for _, c := range d.Changes {
		l.source = fmt.Sprintf("journal revision %d", c.Rev)
		l.add("change", fmt.Sprintf("%s %s: %s", c.At.Local().Format(time.DateTime), c.Actor, c.What))
	}
	return l.all
}

// dataList gathers data of one source after the other.
type dataList struct {
	source string
	all    []datum
}

// add adds what is known of one thing.
func (l *dataList) add(what string, values ...string) {
	for _, v := range values {
		if v != "" {
			l.all = append(l.all, datum{what, v, l.source})
		}
	}
}

// origin says where a record came from.
func origin(o model.Origin) string {
	text, imp, at := o.Source, "", ""
	if o.Import != 0 {
		imp = "import " + o.Import.String()
	}
	if !o.At.IsZero() {
		at = o.At.Format(time.DateOnly)
	}
	if o.MadeUp {
		text = joined(", ", text, "made up")
	}
	return joined(", ", text, imp, at)
}

func (l *dataList) record(p *model.Person) {
	l.source = origin(p.Origin)
	l.add("name", p.Name)
	l.add("e-mail", p.Contact.Emails...)
	l.add("phone", p.Contact.Phones...)
	l.add("link", p.Contact.Links...)
	l.add("external ID", p.Contact.ExternalIDs...)
	l.add("place", p.Location)
	l.add("headline", p.Headline)
	l.add("summary", p.Summary)
	l.add("skill", p.Skills...)
	l.add("notes", p.Notes)
	for _, q := range p.Positions {
		when := ""
		if q.Start.Known() || q.End.Known() {
			when = q.Start.String() + " – " + q.End.String()
		}
		l.add("position", joined(", ", q.Title, q.Company, q.Location, when, q.Summary))
	}
	for _, m := range p.Motivators {
		l.add("motivator", string(m))
	}
}

func (l *dataList) background(p *model.Person) {
	b := &p.Background
	for _, c := range b.Content {
		l.add("published", joined(", ", c.Kind, c.Title, c.Link, c.Date.String()))
	}
	for _, c := range b.Connections {
		l.add("connection", joined(", ", c.Name, c.How))
	}
	for _, k := range slices.Sorted(maps.Keys(b.Custom)) {
		l.add("custom field", k+": "+b.Custom[k])
	}
	l.add("tag", b.Tags...)
}

func (l *dataList) outreach(p *model.Person) {
	o := &p.Outreach
	next := ""
	if o.Next.Known() {
		next = "next " + o.Next.String()
	}
	l.source = "kept by the team"
	l.add("outreach", joined(", ", string(o.Current()), next))
	l.add("in touch", o.Owner)
	l.add("lock", joined(", ", string(o.Lock), o.LockUntil.String(), o.LockWhy))
	for i, f := range o.Research {
		if f.Looked == model.ItemOpen {
			continue
		}
		l.source = joined(", ", f.Source, f.Date.String())
		fact := f.Fact
		if f.Looked == model.ItemNone {
			fact = "nothing found"
		}
		l.add("research", model.ResearchItem(i).String()+": "+fact)
	}
}

// hanging lists what hangs on the person: signals, messages, places, ties.
func (l *dataList) hanging(d *store.Dossier) {
	for _, s := range d.Signals {
		l.source = joined(", ", s.Source, origin(s.Origin))
		l.add("signal", joined(", ", string(s.Kind), s.Date.String(), s.Note))
	}
	for _, t := range d.Touches {
		l.source = joined(", ", "logged by "+t.By, origin(t.Origin))
		way := "to her"
		if t.Direction == model.Inbound {
			way = "from her"
		}
		l.add("touch", joined(", ", t.At.Format(time.DateOnly), string(t.Channel), way, t.Subject, t.Body))
	}
	if d.Draft.Rev != 0 {
		l.source = "being written by " + d.Draft.By
		l.add("draft", joined(", ", string(d.Draft.Channel), d.Draft.Subject, d.Draft.Body))
	}
	for _, p := range d.Places {
		l.source = "map " + p.Map.String()
		l.add("map place", joined(", ", p.Name, fmt.Sprintf("rank %d", p.Rank), p.Note))
	}
	for _, t := range d.Ties {
		l.source = "record of " + t.Of.String()
		l.add("connection of", joined(", ", t.Name, t.Connection.How))
	}
}
