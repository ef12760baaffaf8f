package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/tui"
	"talentmap/tui/action"
)

//go:generate sh -c "go run . keys --md > ../../docs/keys.md"

type keyJSON struct {
	Context string   `json:"context"`
	ID      string   `json:"id"`
	Keys    []string `json:"keys"`
	Short   string   `json:"short"`
	Long    string   `json:"long"`
	Asks    bool     `json:"asks_first"`
}

// keyed puts the keys of the person's workbench into a sentence, see
// [action.Keymap.Say].
func (a *app) keyed(sentence string) string {
	return action.NewKeymap(a.settings().Keys, tui.Contexts).Say(sentence)
}

func (a *app) keysVerb() *cobra.Command {
	var asJSON, md bool
	c := &cobra.Command{
		Use: "keys", Short: "List every key of the workbench, with those of your config", Args: args(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			contexts := tui.Contexts()
			if md {
				return action.Markdown(a.out, contexts)
			}
			keys := action.NewKeymap(a.settings().Keys, nil)
			for _, c := range contexts {
				keys.Bind(c.Actions)
			}
			if asJSON {
				var out []keyJSON
				for _, c := range contexts {
					for _, act := range c.Actions {
						out = append(out, keyJSON{c.Name, act.ID, act.Keys, act.Short, act.Long, act.Danger})
					}
				}
				return printJSON(a.out, out)
			}
			return printTable(a.out, "WHERE\tKEYS\tACTION", func(line func(...any)) {
				for _, c := range contexts {
					for _, act := range c.Actions {
						line(c.Name, strings.Join(act.Keys, " "), fmt.Sprintf("%s: %s", act.Short, act.Long))
					}
				}
			})
		},
	}
	c.Flags().BoolVar(&md, "md", false, "print docs/keys.md")
	jsonFlag(c, &asJSON)
	return c
}
