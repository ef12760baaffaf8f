package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
)

//go:generate sh -c "go run . states --md > ../../docs/outreach.md"

type stepJSON struct {
	From  []string `json:"from"` // empty: any state
	Event string   `json:"event"`
	On    string   `json:"on"`
	When  string   `json:"when"`
	To    string   `json:"to"` // "": the same
	Next  string   `json:"next"`
	Clock bool     `json:"by_the_clock"`
}

func (a *app) statesVerb() *cobra.Command {
	var asJSON, md bool
	c := &cobra.Command{
		Use: "states", Short: "List what leads from one outreach state to the next", Args: args(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			rows := a.weights.Cadence.Table()
			switch {
			case md:
				return outreachMarkdown(a.out, &a.weights.Cadence)
			case asJSON:
				var out []stepJSON
				for _, r := range rows {
					out = append(out, stepJSON{fromStates(&r), string(r.Event), r.On, r.When, string(r.To), r.Next, r.Clock})
				}
				return printJSON(a.out, out)
			}
			return printTable(a.out, "FROM\tEVENT\tTO\tNEXT DUE", func(line func(...any)) {
				for _, r := range rows {
					line(fromText(&r), onText(&r), toText(&r), r.Next)
				}
			})
		},
	}
	c.Flags().BoolVar(&md, "md", false, "print docs/outreach.md")
	jsonFlag(c, &asJSON)
	return c
}

func fromStates(r *model.TransitionRow) []string {
	names := []string{}
	if !r.Any() {
		for _, s := range r.From {
			names = append(names, string(s))
		}
	}
	return names
}

func fromText(r *model.TransitionRow) string {
	switch {
	case r.Any():
		return "any"
	case len(r.From) > len(model.States())/2:
		return fmt.Sprintf("any but %s", strings.Join(others(r.From), ", "))
	}
	return strings.Join(fromStates(r), ", ")
}

// others are the states that are not among some.
func others(some []model.State) (names []string) {
	has := map[model.State]bool{}
	for _, s := range some {
		has[s] = true
	}
	for _, s := range model.States() {
		if !has[s] {
			names = append(names, string(s))
		}
	}
	return names
}

// onText is the event with what must hold beside it.
func onText(r *model.TransitionRow) string {
	text := r.On
	if r.When != "" {
		text += ", " + r.When
	}
	if r.Clock {
		text += " ⏱"
	}
	return text
}

func toText(r *model.TransitionRow) string {
	if r.To == "" {
		return "the same"
	}
	return string(r.To)
}

// outreachMarkdown writes docs/outreach.md.
func outreachMarkdown(w io.Writer, c *model.Cadence) error {
	var b strings.Builder
	b.WriteString(outreachHead)
	diagram(&b, c.Table())
	b.WriteString(outreachTable)
	for _, r := range c.Table() {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", fromText(&r), onText(&r), toText(&r), r.Next)
	}
	outreachRules.Execute(&b, c)
	_, err := io.WriteString(w, b.String())
	return err
}

// diagram draws the steps that lead to another state, and from touch to touch;
// those of the locks are left to the table.
func diagram(b *strings.Builder, rows []model.TransitionRow) {
	b.WriteString("```mermaid\nstateDiagram-v2\n")
	for _, s := range model.States() {
		fmt.Fprintf(b, "    state \"%s\" as %s\n", s, stateID(s))
	}
	fmt.Fprintf(b, "    [*] --> %s\n", stateID(model.Mapped))
	for _, from := range model.States() {
		for _, to := range model.States() {
			var labels []string
			for _, r := range rows {
				lock := r.Event == model.SaysStop || r.Event == model.Forbidden
				if r.To == to && slices.Contains(r.From, from) && !lock && (from != to || r.Event == model.Sent) {
					labels = append(labels, strings.ReplaceAll(onText(&r), ":", ","))
				}
			}
			if len(labels) > 0 {
				fmt.Fprintf(b, "    %s --> %s : %s\n", stateID(from), stateID(to), strings.Join(labels, " / "))
			}
		}
	}
	b.WriteString("```\n")
}

// stateID is a state as the diagram's language can name it.
func stateID(s model.State) string { return strings.ReplaceAll(string(s), "-", "_") }
