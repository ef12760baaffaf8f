package main

import (
	"math"
	"strings"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
)

// meaning is a word for what a message means, as the verb takes it.
type meaning struct {
	word string
	kind model.EventKind
	what string
	date bool // a day follows
}

func meanings() []meaning {
	return []meaning{
		{"interested", model.SaysInterested, "she is interested", false},
		{"later", model.SaysLater, "later, on a DATE", true},
		{"no", model.SaysNo, "no: the whole team waits", false},
		{"stop", model.SaysStop, "she wants no more messages: she is opted out", false},
		{"ooo", model.OutOfOffice, "out of office, back on a DATE", true},
		{"bounce", model.HardBounce, "the message came back, --hard or --soft", false},
		{"introduced", model.HumanReply, "the introduction has come about", false},
	}
}

func (a *app) replyVerb() *cobra.Command {
	var m store.Answer
	var from, channel, at, subject string
	var hard, soft bool
	c := &cobra.Command{
		Use:   "reply PERSON [MEANING] [DATE]",
		Short: "Take in a reply, and what it means",
		Long: "Take in a message of somebody: it is written down with its text, she moves on by what it means, and what was approved\n" +
			"to go out to her is cancelled, all in one step that one undo takes back. Without a MEANING it waits to be looked at.\n" +
			"Where her reply waits already a MEANING without --text is that of her last message.\n\n" + meaningHelp() +
			"\nA DATE is a day to come as people say it: 3m, 2w, monday, next quarter, q2, 1 Feb, 2027-02-01.\n" +
			"Somebody who has opted out is opened by a message of hers alone: give its text.",
		Args: args(1, math.MaxInt, "one person, what she means, and perhaps a date"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) (err error) {
		if err := v.meaning(&m, args[1:], hard, soft); err != nil {
			return err
		}
		if m.Channel, err = channelNamed(channel); err != nil {
			return err
		}
		if m.Channel == "" && len(args) > 1 && args[1] == "introduced" {
			m.Channel = model.Introduction
		}
		if m.At, err = v.moment(at); err != nil {
			return err
		}
		m.Subject = model.CleanLine(subject)
		if m.Text, err = v.textFrom(from); err != nil {
			return err
		}
		done := "her reply is taken in"
		if m.Meaning != model.HumanReply {
			done = "taken in as " + string(m.Meaning)
		}
		return v.on(args[0], func(st *store.Store, who store.Act) (store.Acted, error) { return st.Reply(who, m) }, done)
	}
	f := c.Flags()
	f.StringVar(&from, "text", "", "the file with her text; - is standard input")
	f.StringVar(&subject, "subject", "", "the subject")
	f.StringVar(&channel, "channel", "", "the channel: "+channelList()+" (default: of the last touch)")
	f.StringVar(&at, "at", "", "the day on which it came (default today)")
	f.BoolVar(&hard, "hard", false, "bounce: the address does not exist (default)")
	f.BoolVar(&soft, "soft", false, "bounce: for the moment; three are as good as a hard one")
	return c
}

func meaningHelp() string {
	var b strings.Builder
	b.WriteString("The meanings:\n")
	for _, m := range meanings() {
		b.WriteString("  " + m.word + strings.Repeat(" ", 12-len(m.word)) + m.what + "\n")
	}
	return b.String()
}

// meaning reads what a reply means, and the date behind it.
func (v *acting) meaning(m *store.Answer, words []string, hard, soft bool) (err error) {
	m.Meaning = model.HumanReply
	if len(words) == 0 {
		return nil
	}
	for _, one := range meanings() {
		switch {
		case one.word != strings.ToLower(words[0]):
			continue
		case one.date && len(words) == 1:
			return usage("%s needs a DATE, such as 3m, next month or 2027-02-01", one.word)
		case !one.date && len(words) > 1:
			return usage("%s takes nothing behind it, and there is %q", one.word, model.CleanLine(strings.Join(words[1:], " ")))
		case (hard || soft) && one.kind != model.HardBounce, hard && soft:
			return usage("--hard or --soft is said of a bounce, one of them")
		}
		m.Meaning = one.kind
		if soft {
			m.Meaning = model.SoftBounce
		}
		if one.date {
			m.Until, err = v.day(words[1:]...)
		}
		return err
	}
	var known []string
	for _, one := range meanings() {
		known = append(known, one.word)
	}
	return usage("%q is no meaning: it is one of %s", model.CleanLine(words[0]), strings.Join(known, ", "))
}
