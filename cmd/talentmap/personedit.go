package main

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/person"
)

// fieldsJSON are a person's fields as they can be edited.
type fieldsJSON struct {
	ID      string         `json:"id"`
	Rev     model.Rev      `json:"rev"`
	Fields  map[string]any `json:"fields"`  // a text, or an array of texts
	Changed []string       `json:"changed"` // by this edit
}

// differenceJSON is one field of a refused edit.
type differenceJSON struct {
	Field  string `json:"field"`
	Theirs string `json:"theirs"`
	Mine   string `json:"mine"`
	By     string `json:"by"` // who has changed the person last
	At     string `json:"at"`
}

func (a *app) editVerb() *cobra.Command {
	var asJSON bool
	var rev uint64
	c := &cobra.Command{
		Use:   "edit PERSON [FIELD=VALUE...]",
		Short: "Change a person's fields; without any, show them and their revision",
		Long: "Change a person's fields, as one step that one undo takes back. Without fields they are shown, with the revision.\n" +
			"A list is given item by item and replaces what was there: skills=Go skills=Rust; an empty value empties a field.\n" +
			"With --rev nothing is changed when somebody else has changed the person since that revision: both versions are shown.\n\n" +
			fieldHelp(),
		Args: args(1, math.MaxInt, "one person, then fields such as location=Berlin"),
	}
	yes := yesFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		values, err := fieldValues(args[1:])
		if err != nil {
			return err
		}
		e := personEdit{app: a, values: values, since: model.Rev(rev), json: asJSON, yes: *yes}
		if c.Flags().Changed("rev") && rev == 0 {
			return usage("--rev takes the revision that `talentmap edit PERSON` shows")
		}
		return a.with(func(st *store.Store) error { return e.run(st, args[0]) })
	}
	c.Flags().Uint64Var(&rev, "rev", 0, "the revision at which the edit began")
	jsonFlag(c, &asJSON)
	return c
}

// fieldHelp lists the fields and how each is written.
func fieldHelp() string {
	var b strings.Builder
	b.WriteString("The fields:\n")
	for _, f := range model.PersonFields() {
		fmt.Fprintf(&b, "  %-12s%s\n", f.Name, strings.ReplaceAll(f.Hint, ", one a line", ""))
	}
	return b.String()
}

// fieldValues reads FIELD=VALUE; a field given again has another line.
func fieldValues(args []string) (map[string]string, error) {
	known := model.PersonFields()
	values := map[string]string{}
	for _, arg := range args {
		f, value, err := fieldValue(known, func(f *model.PersonField) string { return f.Name }, arg)
		if err != nil {
			return nil, err
		}
		before, again := values[f.Name]
		switch {
		case again && f.Shape != model.FieldItems:
			return nil, usage("%s is given twice", f.Name)
		case again:
			value = before + "\n" + value
		}
		values[f.Name] = value
	}
	return values, nil
}

// personEdit is one run of the verb.
type personEdit struct {
	*app
	values map[string]string
	since  model.Rev // 0: whatever stands
	json   bool
	yes    bool
}

func (e *personEdit) run(st *store.Store, arg string) error {
	who, err := e.read(st, arg)
	if err != nil {
		return err
	}
	base := who.Person
	mine := base
	for _, f := range model.PersonFields() {
		if value, given := e.values[f.Name]; given {
			if err := f.Set(&mine, value); err != nil {
				return fmt.Errorf("nothing was changed: %w", err)
			}
		}
	}
	if e.since != 0 && e.since != base.Rev {
		return e.refuse(st, &base, &mine)
	}
	if len(e.values) > 0 {
		if err := e.sure(e.yes, "Edit her?", func() { e.sayGuesses(who) }, who); err != nil {
			return err
		}
	}
	changed, err := person.Save(st, e.user, &base, &mine)
	if err != nil {
		return err
	}
	now, err := e.read(st, base.ID.String())
	if err != nil {
		return err
	}
	return e.tell(&now.Person, changed)
}

func (e *personEdit) read(st *store.Store, arg string) (who whom, err error) {
	err = st.View(func(tx *store.Tx) (err error) {
		who, err = findWhom(tx, arg)
		return err
	})
	return who, err
}

// tell shows the fields, or which of them have changed.
func (e *personEdit) tell(p *model.Person, changed []string) error {
	if e.json || len(e.values) > 0 {
		return e.tellChanged(p, changed)
	}
	fmt.Fprintf(e.out, "%s (%s), revision %d\n", model.CleanLine(p.Name), p.ID, p.Rev)
	for _, f := range model.PersonFields() {
		printField(e.app, f.Name, f.Text(p))
	}
	return nil
}

// tellChanged says which fields have changed.
func (e *personEdit) tellChanged(p *model.Person, changed []string) error {
	if e.json {
		fields := map[string]any{}
		for _, f := range model.PersonFields() {
			fields[f.Name] = f.Text(p)
			if f.Shape == model.FieldItems {
				fields[f.Name] = lines(f.Text(p))
			}
		}
		return printJSON(e.out, []fieldsJSON{{p.ID.String(), p.Rev, fields, list(changed)}})
	}
	name := model.CleanLine(p.Name)
	if len(changed) == 0 {
		fmt.Fprintf(e.out, "nothing to change: %s is like that\n", name)
		return nil
	}
	fmt.Fprintf(e.out, "edited %s: %s (revision %d)\n", name, strings.Join(changed, ", "), p.Rev)
	return nil
}

// lines are the lines of a text, none of an empty one.
func lines(text string) []string {
	if text == "" {
		return []string{}
	}
	return strings.Split(text, "\n")
}

// printField prints a field's value, its further lines under the first.
func printField(a *app, label, text string) {
	for _, l := range lines(text) {
		fmt.Fprintf(a.out, "%-12s%s\n", label, model.CleanLine(l))
		label = ""
	}
}

// refuse shows what was to be written beside what stands there now.
func (e *personEdit) refuse(st *store.Store, theirs, mine *model.Person) error {
	var last store.Change
	err := st.View(func(tx *store.Tx) error {
		all, err := person.Since(tx, theirs.ID, e.since)
		if err == nil && len(all) > 0 {
			last = all[len(all)-1]
		}
		return err
	})
	if err != nil {
		return err
	}
	if last.Rev == 0 {
		return fmt.Errorf("nothing was changed: %s stands at revision %d, and %d is none of hers; `talentmap edit %s` shows the fields", theirs.Name, theirs.Rev, e.since, theirs.ID)
	}
	at := last.At.Local().Format("2006-01-02 15:04")
	var differ []differenceJSON
	for _, f := range model.PersonFields() {
		if t, m := f.Text(theirs), f.Text(mine); t != m {
			differ = append(differ, differenceJSON{f.Name, t, m, last.Actor, at})
		}
	}
	if e.json {
		return errors.Join(printJSON(e.out, differ), errSaid)
	}
	for _, d := range differ {
		fmt.Fprintln(e.out, d.Field)
		printField(e.app, "  theirs", d.Theirs)
		printField(e.app, "  mine", d.Mine)
	}
	return fmt.Errorf("nothing was changed: %s was changed since revision %d by %s at %s (%s); she is at revision %d now", theirs.Name, e.since, last.Actor, at, last.What, theirs.Rev)
}
