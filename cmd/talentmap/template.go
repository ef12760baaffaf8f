package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type templateJSON struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Channel  string   `json:"channel"`
	Language string   `json:"language"`
	For      string   `json:"for"` // first, follow-up, value, reply; "": any
	Version  int      `json:"version"`
	Subject  string   `json:"subject"`
	Body     string   `json:"body"`
	Fields   []string `json:"fields"` // that it names
	By       string   `json:"by"`
	At       string   `json:"at"`
}

func (a *app) templateVerb() *cobra.Command {
	c := group(&cobra.Command{
		Use: "template", Short: "The texts that drafts begin from",
		Long: "Templates are texts with merge fields, such as {{first_name}}, that drafts begin from. An edit makes a new version; the earlier ones stay.\n" +
			"A template is written as a head, an empty line and the text:\n\n" +
			"  name: First e-mail\n  channel: e-mail\n  language: en\n  for: first\n  subject: Your work on {{skill}}\n\n  Hi {{first_name|there}}, …",
	}, "list, show, new, edit, versions, restore, delete or fields")
	c.AddCommand(a.templateListVerb(), a.templateShowVerb(), a.templateNewVerb(), a.templateEditVerb(), a.templateVersionsVerb(), a.templateRestoreVerb(), a.templateDeleteVerb(), a.templateFieldsVerb())
	return c
}

func describeTemplate(t *model.Template) templateJSON {
	out := templateJSON{
		ID: t.ID.String(), Name: t.Name, Channel: string(t.Now.Channel), Language: t.Now.Lang, For: string(t.Purpose), Version: t.Version,
		Subject: t.Now.Subject, Body: t.Now.Body, Fields: []string{}, By: t.By, At: stamp(t.At),
	}
	if form, err := t.Now.Parse(); err == nil {
		for _, f := range form.Fields() {
			out.Fields = append(out.Fields, f.String())
		}
	}
	return out
}

// stamp is a moment for programs; "" for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// withTemplate runs fn on the template that a text means.
func (a *app) withTemplate(arg string, fn func(*store.Store, model.Template) error) error {
	return a.with(func(st *store.Store) error {
		w, err := a.readWritings(st)
		if err != nil {
			return err
		}
		t, err := w.template(arg)
		if err != nil {
			return err
		}
		return fn(st, t)
	})
}

func (a *app) templateListVerb() *cobra.Command {
	return listing[templateJSON]{
		none:   "there is no template: `talentmap template new FILE` makes one",
		header: "ID\tNAME\tCHANNEL\tLANG\tFOR\tVERSION\tSUBJECT",
		cells: func(t templateJSON) []any {
			return []any{t.ID, t.Name, t.Channel, t.Language, t.For, t.Version, t.Subject}
		},
	}.verb(a, &cobra.Command{Use: "list", Short: "List the templates"}, a.withNew, func(st *store.Store) (out []templateJSON, err error) {
		w, err := a.readWritings(st)
		for i := range w.templates {
			out = append(out, describeTemplate(&w.templates[i]))
		}
		return out, err
	})
}

func (a *app) templateShowVerb() *cobra.Command {
	var asJSON bool
	version := 0
	c := &cobra.Command{
		Use: "show TEMPLATE", Short: "Show a template as it is edited", Args: args(1, 1, "a template: its ID or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withTemplate(args[0], func(_ *store.Store, t model.Template) error {
				if version != 0 {
					w, ok := t.WordingOf(version)
					if !ok {
						return fmt.Errorf("there is no version %d of %q: `talentmap template versions %s` lists them", version, t.Name, t.ID)
					}
					t.Now, t.Version = w, version
				}
				if asJSON {
					return printJSON(a.out, []templateJSON{describeTemplate(&t)})
				}
				fmt.Fprintln(a.out, t.Text())
				return nil
			})
		},
	}
	c.Flags().IntVar(&version, "version", 0, "an earlier version")
	jsonFlag(c, &asJSON)
	return c
}

// writtenTemplate reads a template from a file or from standard input.
func (a *app) writtenTemplate(path string) (model.Template, error) {
	text, err := a.textFrom(path)
	if err != nil {
		return model.Template{}, err
	}
	t, err := model.ParseTemplate(text)
	if err != nil {
		return t, fmt.Errorf("%s: %w", model.CleanLine(path), err)
	}
	return t, nil
}

func (a *app) templateNewVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "new FILE", Short: "Make a template from a file; - is standard input", Args: args(1, 1, "a file with a template, or - for standard input"),
		RunE: func(_ *cobra.Command, args []string) error {
			t, err := a.writtenTemplate(args[0])
			if err != nil {
				return err
			}
			return a.withNew(func(st *store.Store) error {
				if _, err := a.readWritings(st); err != nil {
					return err
				}
				t.By, t.At = a.user, a.now()
				_, err := st.Edit(store.By(a.user, "made the template "+t.Name), func(tx *store.Tx) error { return tx.PutTemplate(&t) })
				switch {
				case err != nil:
					return err
				case asJSON:
					return printJSON(a.out, []templateJSON{describeTemplate(&t)})
				}
				fmt.Fprintf(a.out, "made %s (%s)\n", t.Name, t.ID)
				return nil
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) templateEditVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "edit TEMPLATE FILE", Short: "Give a template another text, as a new version; - is standard input",
		Args: args(2, 2, "a template, and a file with its text or - for standard input"),
		RunE: func(_ *cobra.Command, args []string) error {
			fresh, err := a.writtenTemplate(args[1])
			if err != nil {
				return err
			}
			return a.withTemplate(args[0], func(st *store.Store, t model.Template) error {
				return a.revise(st, t, fresh.Now, fresh.Name, fresh.Purpose, "changed", asJSON)
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// revise writes a template with another wording, and says which version that is.
func (a *app) revise(st *store.Store, t model.Template, w model.Wording, name string, purpose model.TemplatePurpose, verb string, asJSON bool) error {
	renamed := t.Name != name || t.Purpose != purpose
	was := t.Name
	t.Name, t.Purpose = name, purpose
	if !t.Revise(w, a.user, a.now()) && !renamed {
		fmt.Fprintf(a.out, "%s (%s): nothing to change, it is so already\n", t.Name, t.ID)
		return nil
	}
	_, err := st.Edit(store.By(a.user, verb+" the template "+was), func(tx *store.Tx) error { return tx.PutTemplate(&t) })
	switch {
	case err != nil:
		return err
	case asJSON:
		return printJSON(a.out, []templateJSON{describeTemplate(&t)})
	}
	fmt.Fprintf(a.out, "%s %s (%s): version %d\n", verb, t.Name, t.ID, t.Version)
	return nil
}

func (a *app) templateVersionsVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "versions TEMPLATE", Short: "List the versions of a template", Args: args(1, 1, "a template: its ID or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withTemplate(args[0], func(_ *store.Store, t model.Template) error {
				var out []templateJSON
				for _, v := range t.Versions() {
					old := t
					old.Now, old.Version, old.By, old.At = v.Wording, v.Version, v.By, v.At
					out = append(out, describeTemplate(&old))
				}
				if asJSON {
					return printJSON(a.out, out)
				}
				return printTable(a.out, "VERSION\tBY\tAT\tWORDS\tSUBJECT", func(line func(...any)) {
					for _, v := range out {
						line(v.Version, v.By, strings.Replace(strings.TrimSuffix(v.At, "Z"), "T", " ", 1), model.CountWords(v.Body), v.Subject)
					}
				})
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) templateRestoreVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "restore TEMPLATE VERSION", Short: "Give a template the text of an earlier version, as a new one", Args: args(2, 2, "a template and the number of a version"),
		RunE: func(_ *cobra.Command, args []string) error {
			n, err := strconv.Atoi(args[1])
			if err != nil {
				return usage("%q is no version: give its number", model.CleanLine(args[1]))
			}
			return a.withTemplate(args[0], func(st *store.Store, t model.Template) error {
				w, ok := t.WordingOf(n)
				if !ok {
					return fmt.Errorf("there is no version %d of %q: `talentmap template versions %s` lists them", n, t.Name, t.ID)
				}
				return a.revise(st, t, w, t.Name, t.Purpose, "restored", asJSON)
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (a *app) templateDeleteVerb() *cobra.Command {
	return &cobra.Command{
		Use: "delete TEMPLATE", Short: "Delete a template; undo brings it back", Args: args(1, 1, "a template: its ID or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withTemplate(args[0], func(st *store.Store, t model.Template) error {
				_, err := st.Edit(store.By(a.user, "deleted the template "+t.Name), func(tx *store.Tx) error { return tx.RemoveTemplate(t.ID) })
				if err == nil {
					fmt.Fprintf(a.out, "deleted %s (%s): `talentmap undo` brings it back\n", t.Name, t.ID)
				}
				return err
			})
		},
	}
}

func (a *app) templateFieldsVerb() *cobra.Command {
	var asJSON bool
	type fieldJSON struct {
		Field   string `json:"field"`
		Says    string `json:"says"`
		Missing string `json:"missing"` // what to do where it has no value
	}
	c := &cobra.Command{
		Use: "fields", Short: "List the merge fields", Args: args(0, 0, "no arguments"),
		Long: "List the merge fields. In a template {{first_name}} is a field, {{title|engineer}} one with words for where it has no value,\n" +
			"and {{if published}} … {{else}} … {{end}} a choice. There are no loops.",
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				var out []fieldJSON
				for _, f := range model.Fields() {
					out = append(out, fieldJSON{f.String(), f.Says(), f.Missing()})
				}
				return printJSON(a.out, out)
			}
			return printTable(a.out, "FIELD\tWHAT IT IS", func(line func(...any)) {
				for _, f := range model.Fields() {
					line(f.Tag(), f.Says())
				}
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}
