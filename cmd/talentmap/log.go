package main

import (
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

func (a *app) touchVerb() *cobra.Command {
	var channel, note, at, outcome string
	var in bool
	c := &cobra.Command{
		Use:   "touch PERSON --channel CHANNEL",
		Short: "Log a contact that took place otherwise: a call, a meeting",
		Long: "Log a contact that has taken place. Where the gate is open it counts as the next touch; where it is closed it is\n" +
			"logged all the same, as it took place, and what the gate says is told. With --in it is hers: she called, or wrote elsewhere,\n" +
			"and what that means waits, as with a reply.",
		Args: args(1, 1, "one person"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) (err error) {
		contact := store.Contact{Outcome: model.CleanLine(outcome), Note: strings.TrimSpace(model.CleanText(note))}
		if in {
			contact.Direction = model.Inbound
		}
		if contact.Channel, err = channelNamed(channel); err != nil {
			return err
		}
		if contact.Channel == "" {
			return usage("--channel says how it took place: %s", channelList())
		}
		if contact.At, err = v.moment(at); err != nil {
			return err
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.LogContact(who, contact) }, "logged "+string(contact.Channel))
	}
	c.Flags().StringVar(&channel, "channel", "", "the channel: "+channelList())
	c.Flags().StringVar(&note, "note", "", "what was said")
	c.Flags().StringVar(&outcome, "outcome", "", "how it went, in a word or two: talked, no answer, left a message")
	c.Flags().BoolVar(&in, "in", false, "it came from her")
	c.Flags().StringVar(&at, "at", "", "the day on which it took place (default today)")
	return c
}

func (a *app) noteVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "note PERSON TEXT",
		Short: "Put a note under a person's notes; - reads standard input",
		Args:  args(2, 2, "a person and a text: put it in quotes"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) (err error) {
		text := strings.TrimSpace(model.CleanText(args[1]))
		if text == "-" {
			text, err = v.textFrom("-")
		}
		if err != nil {
			return err
		}
		if text == "" {
			return usage("the note is empty")
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.AddNote(who, text) }, "noted")
	}
	return c
}
