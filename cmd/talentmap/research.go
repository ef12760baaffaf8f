package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type findingJSON struct {
	Item   string `json:"item"`
	Looked string `json:"looked"` // open, found or none
	Fact   string `json:"fact"`
	Source string `json:"source"`
	Date   string `json:"date"`
}

func (a *app) researchVerb() *cobra.Command {
	var source, date string
	c := &cobra.Command{
		Use:   "research PERSON [ITEM found FACT | none | open]",
		Short: "The research checklist of a person: show it, answer an item",
		Long: "Show the six items to look up before writing, or answer one: found with the fact and where it stands, none where there is\n" +
			"nothing, open to look again. With four of six she is researched.\n\nThe items: " + itemList() + "; a word of one, a beginning or its number from 1 will do, where it means no other.",
		Args: args(1, math.MaxInt, "one person, then an item and what was found"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 1 {
			return v.showResearch(args[0])
		}
		item, rest, err := itemNamed(args[1:])
		if err != nil {
			return err
		}
		found, err := v.finding(rest, source, date)
		if err != nil {
			return err
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.Look(who, item, found) },
			"looked up "+item.String())
	}
	c.Flags().StringVar(&source, "source", "", "found: where it stands")
	c.Flags().StringVar(&date, "date", "", "found: of when it is")
	return c
}

func itemList() string {
	var names []string
	for _, i := range model.ResearchItems() {
		names = append(names, i.String())
	}
	return strings.Join(names, ", ")
}

// itemNamed reads an item at the beginning of some words: a number from 1, or words
// of its name, where they mean no other. rest is what comes behind.
func itemNamed(words []string) (item model.ResearchItem, rest []string, err error) {
	for i, it := range model.ResearchItems() {
		if words[0] == fmt.Sprint(i+1) {
			return it, words[1:], nil
		}
	}
	for n := len(words); n > 0; n-- {
		switch meant := itemsMeant(words[:n]); {
		case len(meant) == 1:
			return meant[0], words[n:], nil
		case len(meant) > 1:
			var names []string
			for _, it := range meant {
				names = append(names, fmt.Sprintf("%s (%d)", it, int(it)+1))
			}
			return 0, nil, usage("%q is more than one item: %s", model.CleanLine(strings.Join(words[:n], " ")), strings.Join(names, ", "))
		}
	}
	return 0, nil, usage("there is no item %q: it is one of %s", model.CleanLine(words[0]), itemList())
}

// itemsMeant are the items whose names begin with some words, or one of whose words
// begins with the only one.
func itemsMeant(words []string) (meant []model.ResearchItem) {
	const least = 4 // letters of a word within a name
	w := letters(strings.Join(words, ""))
	for _, it := range model.ResearchItems() {
		begins := w != "" && strings.HasPrefix(letters(it.String()), w)
		for word := range strings.FieldsSeq(it.String()) {
			begins = begins || len(words) == 1 && len(w) >= least && strings.HasPrefix(word, w)
		}
		if begins {
			meant = append(meant, it)
		}
	}
	return meant
}

// finding reads found FACT, none or open.
func (v *acting) finding(words []string, source, date string) (f model.Finding, err error) {
	if len(words) == 0 {
		return f, usage("say what there is: found FACT, none or open")
	}
	f.Fact, f.Source = model.CleanLine(strings.Join(words[1:], " ")), model.CleanLine(source)
	switch word := strings.ToLower(words[0]); {
	case word == "found" && f.Fact == "":
		return f, usage("found needs the fact")
	case word == "found" && f.Source == "":
		return f, usage("found needs --source: a fact without one is worth nothing")
	case word == "found":
		f.Looked, f.Date = model.ItemFound, model.DateOf(v.now())
		if date != "" {
			f.Date, err = model.ParseDate(date)
		}
		if err != nil {
			err = usage("--date: %v", err)
		}
	case f.Fact != "" || f.Source != "" || date != "":
		return f, usage("only found takes a fact, --source and --date")
	case word == "none":
		f.Looked = model.ItemNone
	case word != "open":
		return f, usage("%q says nothing of it: found FACT, none or open", model.CleanLine(words[0]))
	}
	return f, err
}

func (v *acting) showResearch(arg string) error {
	return v.with(func(st *store.Store) error {
		var p model.Person
		err := st.View(func(tx *store.Tx) error {
			id, err := findPerson(tx, arg)
			if err == nil {
				p, err = tx.Person(id)
			}
			return err
		})
		if err != nil {
			return err
		}
		out := findingsOf(p.Outreach.Research)
		if v.json {
			return printJSON(v.out, out)
		}
		fmt.Fprintf(v.out, "%s (%s): %d of %d looked up\n", model.CleanLine(p.Name), p.ID, p.Outreach.Research.Done(), len(out))
		return printTable(v.out, "ITEM\tFOUND\tFACT\tSOURCE\tDATE", func(line func(...any)) {
			for _, f := range out {
				line(f.Item, f.Looked, f.Fact, f.Source, f.Date)
			}
		})
	})
}
