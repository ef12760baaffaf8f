package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/scoring/critique/prose"
	"talentmap/store"
	"talentmap/store/corpus"
	"talentmap/store/roster"
)

//go:generate sh -c "go run . critique --rules --md > ../../docs/critique.md"

// critiqueFlags are what was said of a draft on the command line.
type critiqueFlags struct {
	person, channel, lang, subject, date string
	followUp, rules, md, json            bool
}

func (a *app) critiqueVerb() *cobra.Command {
	var f critiqueFlags
	c := &cobra.Command{
		Use:   "critique [FILE]",
		Short: "What there is to say of a message before it goes out",
		Long: "What there is to say of a message before it goes out: each place with the reason and how to mend it. - is standard input; a first line\n" +
			"\"Subject: …\" is the subject. With --person it is read as a message to her, and without a FILE it is the draft that is kept for her.\n" +
			"The exit status is 1 where something is found that keeps a message from being sent.",
		Args: args(0, 1, "a file with a message, or - for standard input"),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case f.rules || f.md:
				if len(args) > 0 {
					return usage("--rules takes no file")
				}
				return a.tellRules(f.md, f.json)
			case len(args) == 0 && f.person == "":
				return usage("critique takes a file with a message, or - for standard input, or --person for the draft that is kept for her")
			}
			return a.critique(c.Context(), &f, args)
		},
	}
	c.Flags().StringVar(&f.person, "person", "", "to whom it goes: an ID, e-mail address, profile link or name")
	c.Flags().StringVar(&f.channel, "channel", "", "the channel: "+channelList()+" (default e-mail)")
	c.Flags().StringVar(&f.lang, "lang", "", "the language: en, de, fr, es (default: found out)")
	c.Flags().StringVar(&f.subject, "subject", "", "the subject, where no first line has it")
	c.Flags().StringVar(&f.date, "as-of", "", "read it as of this DATE")
	c.Flags().BoolVar(&f.followUp, "follow-up", false, "a message went out before")
	c.Flags().BoolVar(&f.rules, "rules", false, "list the rules")
	c.Flags().BoolVar(&f.md, "md", false, "with --rules: print docs/critique.md")
	jsonFlag(c, &f.json)
	return c
}

// letter is a message as it came in.
type letter struct {
	critique.Draft
	name  string // of the file; "" for a draft of the store
	first int    // how many lines stand before the body
	ahead int    // how many characters of the first line stand before the subject
}

// critique reads a message and tells what is found.
func (a *app) critique(ctx context.Context, f *critiqueFlags, args []string) error {
	now, err := a.asOf(f.date)
	if err != nil {
		return err
	}
	l := letter{}
	if l.Lang, err = languageNamed(f.lang); err != nil {
		return err
	}
	if l.Channel, err = channelNamed(f.channel); err != nil {
		return err
	}
	if len(args) > 0 {
		if err := a.readLetter(args[0], &l); err != nil {
			return err
		}
	}
	if f.subject != "" {
		l.Subject = f.subject
	}
	if f.person == "" {
		l.Channel = cmp.Or(l.Channel, model.Email)
		r := critique.Read(l.Draft, critique.About{FollowUp: f.followUp, Now: now}, nil)
		return a.tellCritique(&l, nil, &r, f.json)
	}
	return a.with(func(st *store.Store) error { return a.critiqueTo(ctx, st, f, &l, now) })
}

// critiqueTo reads a message to somebody who is known.
func (a *app) critiqueTo(ctx context.Context, st *store.Store, f *critiqueFlags, l *letter, now time.Time) error {
	var p *roster.Profile
	err := st.View(func(tx *store.Tx) error {
		id, err := findPerson(tx, f.person)
		if err != nil {
			return err
		}
		p, err = roster.ReadProfile(tx, &a.weights, id, now)
		return err
	})
	if err != nil {
		return err
	}
	if l.name == "" {
		if p.Draft.Empty() {
			return fmt.Errorf("no draft is kept for %s: give a file, or - for standard input", model.CleanLine(p.Person.Name))
		}
		l.Channel = cmp.Or(l.Channel, p.Draft.Channel)
		l.Subject, l.Body = cmp.Or(f.subject, p.Draft.Subject), p.Draft.Body
	}
	l.Channel = cmp.Or(l.Channel, model.Email)
	r, err := a.readTo(ctx, st, p, l, f.followUp, now)
	if err != nil {
		return err
	}
	return a.tellCritique(l, &p.Person, &r, f.json)
}

// readTo reads a message to somebody who is known, beside what was sent to others.
func (a *app) readTo(ctx context.Context, st *store.Store, p *roster.Profile, l *letter, followUp bool, now time.Time) (critique.Report, error) {
	about := p.About(a.user, l.Channel, now)
	about.FollowUp = followUp
	sender := a.settings().Sender
	about.Sender = critique.Sender{Name: sender.Name, Company: sender.Company, Address: sender.Address}
	return corpus.ReadOnce(ctx, st, l.Draft, about, a.now())
}

// languageNamed reads the code or the English name of a language whose phrases are
// known.
func languageNamed(name string) (prose.Lang, error) {
	if name == "" {
		return prose.Unknown, nil
	}
	var known []string
	for _, l := range prose.Languages() {
		if strings.EqualFold(name, string(l)) || strings.EqualFold(name, l.Name()) {
			return l, nil
		}
		known = append(known, string(l))
	}
	return "", usage("--lang %q is not one of %s", model.CleanLine(name), strings.Join(known, ", "))
}

// longestLetter is how many bytes of a message are read: more than the critique
// looks at.
const longestLetter = 1 << 20

// readLetter reads a message from a file or from standard input.
func (a *app) readLetter(path string, l *letter) error {
	in := a.in
	if l.name = path; path == "-" {
		l.name = "standard input"
	} else {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		if info, err := file.Stat(); err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder: give a file with a message", path)
		}
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, longestLetter+1))
	switch {
	case err != nil:
		return fmt.Errorf("read %s: %w", l.name, err)
	case len(data) > longestLetter:
		return fmt.Errorf("%s has more than %d MB: that is no message", l.name, longestLetter>>20)
	case bytes.IndexByte(data, 0) >= 0:
		return fmt.Errorf("%s is no plain text: it has a NUL byte at %d. Save it as UTF-8", l.name, bytes.IndexByte(data, 0)+1)
	case len(bytes.TrimSpace(data)) == 0:
		return errors.New(l.name + " is empty: there is no message to read")
	}
	l.takeSubject(strings.TrimPrefix(string(data), "\ufeff"))
	return nil
}

// takeSubject parts a message into its subject, where the first line has one, and
// its body.
func (l *letter) takeSubject(text string) {
	l.Body = text
	first, rest, _ := strings.Cut(text, "\n")
	name, subject, ok := strings.Cut(first, ":")
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "subject", "betreff", "objet", "asunto":
	default:
		ok = false
	}
	if !ok {
		return
	}
	l.Subject, l.Body, l.first = strings.TrimSpace(subject), rest, 1
	l.ahead = utf8.RuneCountInString(first[:len(first)-len(strings.TrimLeft(subject, " \t"))])
	for {
		line, more, found := strings.Cut(l.Body, "\n")
		if !found || strings.TrimSpace(line) != "" {
			return
		}
		l.Body = more
		l.first++
	}
}
