package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

type gateJSON struct {
	ID      string      `json:"id"` // "" of someone who was erased
	Person  string      `json:"person"`
	Channel string      `json:"channel"`
	Open    bool        `json:"open"`
	Blocks  []blockJSON `json:"blocks"`
}

type blockJSON struct {
	Kind  string `json:"kind"`
	Why   string `json:"why"`
	Owner string `json:"owner"`
	Since string `json:"since"`
	Opens string `json:"opens"` // the first day on which it blocks no longer; "": it does not end by itself
	Touch string `json:"touch"`
	Do    string `json:"do"`
}

func (a *app) gateVerb() *cobra.Command {
	var asJSON bool
	var channel, date string
	c := &cobra.Command{
		Use:   "gate PERSON",
		Short: "Whether a person may be written to, and what blocks",
		Long: "Whether you may write to a person now, and all that blocks, the strictest first: since when, who holds it, when it opens and what to do.\n" +
			"The gate is asked again when something is sent. The exit status is 0 for an open gate, 1 for a closed one.",
		Args: args(1, 1, "one person: an ID, e-mail address, profile link or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			now, err := a.asOf(date)
			if err != nil {
				return err
			}
			ch, err := channelNamed(channel)
			if err != nil {
				return err
			}
			return a.with(func(st *store.Store) error {
				g, err := a.gate(st, args[0], ch, now)
				if err != nil {
					return err
				}
				return a.tellGate(g, asJSON)
			})
		},
	}
	c.Flags().StringVar(&channel, "channel", "", "the channel: "+channelList())
	c.Flags().StringVar(&date, "as-of", "", "ask as of this DATE")
	jsonFlag(c, &asJSON)
	return c
}

// channelNamed reads the name of a channel, its beginning, or just mail; "" for
// none.
func channelNamed(name string) (model.Channel, error) {
	if name == "" {
		return "", nil
	}
	ch, err := model.MeantChannel(name)
	if err != nil {
		return "", usage("%v", err)
	}
	return ch, nil
}

// letters are the letters of a text in lower case: email is e-mail.
func letters(s string) string { return strings.ReplaceAll(model.NameKey(s), " ", "") }

func channelList() string {
	var names []string
	for _, ch := range model.Channels() {
		names = append(names, string(ch))
	}
	return strings.Join(names, ", ")
}

// gate asks for the person meant, who may have been erased.
func (a *app) gate(st *store.Store, arg string, ch model.Channel, now time.Time) (g gateJSON, err error) {
	g = gateJSON{Channel: string(ch), Blocks: []blockJSON{}}
	var says model.Answer
	err = st.View(func(tx *store.Tx) error {
		id, err := findPerson(tx, arg)
		if err != nil {
			if who, gone := erasedUnder(st, arg); gone {
				g.Person = who
				says = a.weights.Cadence.Gate(model.Asking{Person: &model.Person{}, Erased: true, Now: now})
				return nil
			}
			return err
		}
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		g.ID, g.Person = id.String(), p.Name
		says, err = st.Gate(tx, id, ch, a.user, now)
		return err
	})
	g.Open = says.Open()
	for _, b := range says.Blocks {
		touch := ""
		if b.Touch != 0 {
			touch = b.Touch.String()
		}
		g.Blocks = append(g.Blocks, blockJSON{string(b.Kind), b.Why, b.Owner, b.Since.String(), b.Opens.String(), touch, b.Do})
	}
	return g, err
}

// erasedUnder reports whether someone was erased who had the address or link.
func erasedUnder(st *store.Store, arg string) (who string, gone bool) {
	var p model.Person
	if e, ok := model.NormalizeEmail(arg); ok {
		who, p.Contact.Emails = e, []string{e}
	} else if l := model.NormalizeLink(arg); l != "" {
		who, p.Contact.Links = l, []string{l}
	}
	return who, len(p.Keys()) > 0 && st.Erased(&p)
}

func (a *app) tellGate(g gateJSON, asJSON bool) error {
	var closed error
	if !g.Open {
		closed = errSaid
	}
	if asJSON {
		return errors.Join(printJSON(a.out, []gateJSON{g}), closed)
	}
	who := model.CleanLine(g.Person)
	if g.ID != "" {
		who += " (" + g.ID + ")"
	}
	if g.Open {
		fmt.Fprintf(a.out, "%s: open\n", who)
		return nil
	}
	fmt.Fprintf(a.out, "%s: closed\n", who)
	for _, b := range g.Blocks {
		facts := slices.DeleteFunc([]string{prefixed("since ", b.Since), prefixed("by ", b.Owner), prefixed("touch ", b.Touch), prefixed("opens ", b.Opens)},
			func(s string) bool { return s == "" })
		fmt.Fprintf(a.out, "  %s: %s\n", b.Kind, model.CleanLine(b.Why))
		if len(facts) > 0 {
			fmt.Fprintf(a.out, "    %s\n", model.CleanLine(strings.Join(facts, ", ")))
		}
		fmt.Fprintf(a.out, "    → %s\n", model.CleanLine(b.Do))
	}
	return closed
}

// prefixed is a text with words before it, "" for none.
func prefixed(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}
