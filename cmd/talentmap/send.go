package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/edge/mailfile"
	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/roster"
)

// sendAsk is what was said of sending on the command line.
type sendAsk struct {
	eml, when, override                 string
	copy, sent, takeBack, left, notLeft bool
}

// ways counts in how many ways the message is to go.
func (s *sendAsk) ways() (n int) {
	for _, on := range []bool{s.eml != "", s.when != "", s.copy, s.sent, s.takeBack, s.left, s.notLeft} {
		if on {
			n++
		}
	}
	return n
}

type sendJSON struct {
	draftJSON
	To       string                `json:"to"`
	Gate     string                `json:"gate"` // why it is closed; "": open
	Grade    int                   `json:"grade"`
	Findings []critiqueFindingJSON `json:"findings"`
	Done     string                `json:"done"` // what was done; "": the message was only shown
	File     string                `json:"file"` // that was written
	Touch    string                `json:"touch"`
}

func (a *app) sendVerb() *cobra.Command {
	var ask sendAsk
	c := &cobra.Command{
		Use:   "send PERSON",
		Short: "Look over the draft to a person, and have it leave",
		Long: "Look over the draft to a person: to whom, by which channel, the text as it goes, what the critique finds and what the gate says. With a flag it leaves:\n" +
			"as a file for your mail program, by way of the clipboard, or approved for a time; --mark-sent says that you have sent it. What the critique holds against\n" +
			"it with an E keeps it, unless --override says why; the reason is kept with the touch. The gate cannot be overridden.",
		Args: args(1, 1, "one person"),
	}
	v := a.actFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		if ask.ways() > 1 {
			return usage("send takes one of --eml, --copy, --mark-sent, --schedule, --take-back, --left and --not-left")
		}
		ask.override = model.CleanLine(ask.override)
		return v.onDraft(args[0], func(st *store.Store, p *roster.Profile) error { return v.send(c.Context(), st, p, &ask) })
	}
	f := c.Flags()
	f.StringVar(&ask.eml, "eml", "", "write it as a file for your mail program: a folder, or a file that ends in .eml")
	f.BoolVar(&ask.copy, "copy", false, "copy it to the clipboard of your terminal")
	f.BoolVar(&ask.sent, "mark-sent", false, "you have sent it: the touch is written, and she moves on")
	f.StringVar(&ask.when, "schedule", "", "approve it to go out: now, a day such as monday, or 2026-03-09T08:30, moved into the send window of her time zone")
	f.BoolVar(&ask.takeBack, "take-back", false, "take the approval back")
	f.BoolVar(&ask.left, "left", false, "of a message of which nobody knows: it did leave")
	f.BoolVar(&ask.notLeft, "not-left", false, "of a message of which nobody knows: it did not leave")
	f.StringVar(&ask.override, "override", "", "why it goes although the critique holds an E against it")
	return c
}

// sending is one message on its way out of the program.
type sending struct {
	*acting
	st     *store.Store
	p      *roster.Profile
	d      *model.Draft
	report critique.Report
	gate   model.Answer
	out    sendJSON
}

func (v *acting) send(ctx context.Context, st *store.Store, p *roster.Profile, ask *sendAsk) error {
	s := &sending{acting: v, st: st, p: p, d: &p.Draft}
	if p.Draft.Empty() {
		return noDraft(p)
	}
	if ask.takeBack || ask.left || ask.notLeft {
		return s.settle(ask)
	}
	var err error
	if s.report, err = v.findings(ctx, st, p, s.d); err != nil {
		return err
	}
	if err := st.View(func(tx *store.Tx) (err error) {
		s.gate, err = st.Gate(tx, p.Person.ID, s.d.Channel, v.user, v.now())
		return err
	}); err != nil {
		return err
	}
	s.describe()
	if ask.ways() == 0 {
		return s.show()
	}
	if err := s.may(ask.override); err != nil {
		return err
	}
	return s.leave(ask)
}

// findings is what the critique says of a draft to somebody.
func (a *app) findings(ctx context.Context, st *store.Store, p *roster.Profile, d *model.Draft) (critique.Report, error) {
	l := letter{Draft: critique.Draft{Channel: d.Channel, Subject: d.Subject, Body: d.Body}}
	return a.readTo(ctx, st, p, &l, false, a.now())
}

// describe fills what is printed.
func (s *sending) describe() {
	s.out.draftJSON = describeDraft(s.p, s.d, "")
	s.out.Grade, s.out.Findings = s.report.Grade, []critiqueFindingJSON{}
	l := letter{Draft: critique.Draft{Subject: s.d.Subject, Body: s.d.Body}}
	for i := range s.report.Findings {
		s.out.Findings = append(s.out.Findings, l.describe(&s.report.Findings[i]))
	}
	if err := s.gate.Err(); err != nil {
		s.out.Gate = err.Error()
	}
	if all := s.p.Person.Contact.Emails; len(all) > 0 && s.d.Channel == model.Email {
		s.out.To = all[0]
	}
}

// may refuses a message that the gate or the critique keeps, and takes the reason why
// it goes all the same.
func (s *sending) may(override string) error {
	if err := s.gate.Err(); err != nil {
		return err
	}
	var rules []string
	for _, f := range s.report.Findings {
		if f.Severity == critique.Error && !slices.Contains(rules, f.Rule) {
			rules = append(rules, f.Rule)
		}
	}
	s.d.Override = model.Override{}
	switch {
	case len(rules) == 0:
		return nil
	case override == "":
		return fmt.Errorf("the critique keeps it: %s; `talentmap send %s` shows why. Mend it, or say with --override why it goes all the same", strings.Join(rules, ", "), s.p.Person.ID)
	}
	s.d.Override = model.Override{Rules: strings.Join(rules, ", "), Why: override}
	return nil
}

// leave has the message go in the way that was asked for.
func (s *sending) leave(ask *sendAsk) error {
	sender := s.settings().Sender
	s.d.Notice = sender.TellsNotice(s.d.Body)
	switch {
	case ask.eml != "":
		return s.asFile(&sender, ask.eml)
	case ask.copy:
		return s.toClipboard()
	case ask.sent:
		t, err := s.st.LogSent(s.user, *s.d)
		if err != nil {
			return err
		}
		s.out.Touch = t.ID.String()
		return s.done("logged " + string(t.Channel) + " as sent")
	}
	at, err := s.at(ask.when)
	if err != nil {
		return err
	}
	if s.d.Channel == model.Email && len(s.p.Person.Contact.Emails) == 0 {
		return fmt.Errorf("no e-mail address of %s is known: `talentmap edit %[2]s e-mails=ADDRESS` enters one, `talentmap draft %[2]s --channel` chooses another channel", model.CleanLine(s.p.Person.Name), s.p.Person.ID)
	}
	due, err := s.st.Schedule(s.user, s.d, at)
	if err != nil {
		return err
	}
	s.out.SendAt, s.out.State = stamp(due), string(model.Queued)
	return s.done("approved for " + due.Format("Mon 2 Jan 2006 15:04 MST") + "; it is in `talentmap outbox` until somebody sends it")
}

// at is a moment as people say it.
func (s *sending) at(when string) (time.Time, error) {
	now := s.now()
	if strings.EqualFold(strings.TrimSpace(when), "now") {
		return now, nil
	}
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(form, when, now.Location()); err == nil {
			return t, nil
		}
	}
	d, err := s.day(when)
	if err != nil {
		return now, err
	}
	y, m, day := d.Parts()
	return time.Date(y, m, day, 0, 0, 0, 0, now.Location()), nil
}

func (s *sending) asFile(sender *model.Sender, path string) error {
	if s.d.Channel != model.Email {
		return fmt.Errorf("the draft is for %s: an .eml file is an e-mail; `talentmap draft %s --channel e-mail` makes it one", s.d.Channel, s.p.Person.ID)
	}
	fresh, err := mailfile.NewID(rand.Reader, sender.Email)
	if err != nil {
		return err
	}
	m := mailfile.Message{From: *sender, To: s.out.To, Name: s.p.Person.Name, Subject: s.d.Subject, Body: s.d.Body, ID: fresh, Date: s.now()}
	if s.d.Out.MessageID != "" {
		m.ID = s.d.Out.MessageID
	}
	if s.out.File, err = mailfile.Write(path, &m); err != nil {
		return err
	}
	if _, err := s.st.NameMessage(s.user, s.p.Person.ID, m.ID); err != nil {
		return err
	}
	return s.done(fmt.Sprintf("wrote %s: send it from your mail program, then `talentmap send %s --mark-sent`", s.out.File, s.p.Person.ID))
}

// mostCopied is how many bytes the clipboard is given.
const mostCopied = 64 << 10

func (s *sending) toClipboard() error {
	text := s.d.Body
	if s.d.Subject != "" {
		text = s.d.Subject + "\n\n" + text
	}
	switch {
	case !s.tty:
		return errors.New("there is no terminal whose clipboard could be written: `talentmap draft show` prints the text")
	case len(text) > mostCopied:
		return fmt.Errorf("the text has %d KB, and the clipboard takes %d", len(text)>>10, mostCopied>>10)
	}
	fmt.Fprintf(s.app.out, "\x1b]52;c;%s\a", base64.StdEncoding.EncodeToString([]byte(text)))
	return s.done(fmt.Sprintf("copied the message, %s: send it, then `talentmap send %s --mark-sent`", count(model.CountWords(s.d.Body), "word"), s.p.Person.ID))
}

// settle takes an approval back, or says what was found out of a message that is on its
// way.
func (s *sending) settle(ask *sendAsk) error {
	s.describe()
	if ask.takeBack {
		if s.d.SendAt.IsZero() {
			return errors.New("it is not approved: there is nothing to take back")
		}
		if _, err := s.st.Schedule(s.user, s.d, time.Time{}); err != nil {
			return err
		}
		s.out.SendAt, s.out.State = "", ""
		return s.done("took the approval back; the draft stays")
	}
	t, err := s.st.Resolve(s.user, s.p.Person.ID, ask.left)
	if err != nil {
		return err
	}
	s.out.SendAt, s.out.State = "", ""
	if ask.left {
		s.out.Touch = t.ID.String()
		return s.done("it has left: the touch is written")
	}
	return s.done("it has not left: it is a draft again")
}

// done says what was done.
func (s *sending) done(what string) error {
	s.out.Done = what
	if s.json {
		return printJSON(s.app.out, []sendJSON{s.out})
	}
	fmt.Fprintf(s.app.out, "%s (%s): %s\n", model.CleanLine(s.p.Person.Name), s.p.Person.ID, model.CleanLine(what))
	return nil
}

// show prints the message as it would go, with what speaks against it. The exit status
// is 1 where something keeps it.
func (s *sending) show() error {
	var kept error
	if !s.gate.Open() || s.report.Blocks() {
		kept = errSaid
	}
	if s.json {
		return errors.Join(printJSON(s.app.out, []sendJSON{s.out}), kept)
	}
	out := s.app.out
	fmt.Fprintf(out, "to       %s (%s)\n", model.CleanLine(joined(", ", s.p.Person.Name, s.out.To)), s.p.Person.ID)
	fmt.Fprintf(out, "channel  %s\n", s.d.Channel)
	if !s.d.SendAt.IsZero() {
		fmt.Fprintf(out, "approved for %s\n", s.d.SendAt.Format("Mon 2 Jan 2006 15:04 MST"))
	}
	s.tellText(s.d)
	for _, f := range s.out.Findings {
		fmt.Fprintf(out, "%s %s: %s\n", f.Severity, f.Rule, model.CleanLine(joined(". ", f.Reason, f.Mend)))
	}
	l := model.LengthOf(s.d.Channel)
	n := s.report.Words // without greeting and signature
	if l.Characters {
		n = s.report.Characters
	}
	fmt.Fprintf(out, "%s, grade %d\n", lengthText(l, n), s.report.Grade)
	fmt.Fprintf(out, "gate     %s\n", cmp.Or(model.CleanLine(s.out.Gate), "open"))
	return kept
}
