package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

type personJSON struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Company     string         `json:"company"`
	Employed    bool           `json:"employed"`
	InRole      string         `json:"since"`
	Location    string         `json:"location"`
	Emails      []string       `json:"emails"`
	Links       []string       `json:"links"`
	Skills      []string       `json:"skills"`
	Motivators  []string       `json:"motivators"`
	Trajectory  string         `json:"trajectory"`
	Receptivity int            `json:"receptivity"`
	State       string         `json:"state"` // by the clock
	Since       string         `json:"state_since"`
	Step        int            `json:"touches_sent"`
	Next        string         `json:"next"` // never "" of someone who is not locked
	Review      string         `json:"review"`
	Owner       string         `json:"owner"`
	Refused     string         `json:"refused"`
	Rating      string         `json:"rating"`
	Lock        string         `json:"lock"`
	LockUntil   string         `json:"lock_until"`
	LockWhy     string         `json:"lock_why"`
	LockBy      string         `json:"lock_by"`
	CompanyLock string         `json:"company_lock"`
	Deferred    deferralJSON   `json:"deferred"`
	Research    int            `json:"research_done"`
	Positions   []positionJSON `json:"positions"`
	Touches     []touchJSON    `json:"touches"`
	Source      string         `json:"source"`
	MadeUp      bool           `json:"made_up"`

	Headline    string            `json:"headline"`
	Summary     string            `json:"summary"`
	Notes       string            `json:"notes"`
	Phones      []string          `json:"phones"`
	Tags        []string          `json:"tags"`
	Custom      map[string]string `json:"custom"` // columns of imports that nobody knew
	Trend       string            `json:"trajectory_why"`
	Zone        string            `json:"time_zone"` // "" where it is not known
	Maps        []placeJSON       `json:"maps"`
	Signals     []signalJSON      `json:"signals"`
	Checklist   []findingJSON     `json:"research"`
	Connections []connectionJSON  `json:"connections"`
	Published   []contentJSON     `json:"published"`
	News        []toldJSON        `json:"news"`   // from file to file, oldest first
	Drafts      []draftJSON       `json:"drafts"` // none, or the one that is being written
	Rev         model.Rev         `json:"rev"`
}

type touchJSON struct {
	At        string `json:"at"`
	Direction string `json:"direction"`
	Channel   string `json:"channel"`
	By        string `json:"by"`
	Subject   string `json:"subject"`
	Text      string `json:"text"`
	Auto      string `json:"auto"` // what a machine sent: "out of office"; "" for a person
}

func (a *app) showVerb() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "show PERSON",
		Short: "Show a person: positions, signals, touches",
		Long:  "Show a person. PERSON is an ID such as p17, an e-mail address, a profile link or a name.",
		Args:  args(1, 1, "one person: an ID, e-mail address, profile link or name"),
		RunE: func(_ *cobra.Command, args []string) error {
			var facts shownFacts
			read := func(tx *store.Tx, id model.PersonID) (err error) {
				facts, err = readShown(tx, id)
				return err
			}
			return a.profileWith(args[0], a.now(), read, func(p *roster.Profile) error {
				if asJSON {
					out := a.describePerson(p)
					out.describeFacts(p, &facts)
					return printJSON(a.out, []personJSON{out})
				}
				a.tellPerson(p, &facts)
				return nil
			})
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// profile reads the person meant and hands her on.
func (a *app) profile(arg string, now time.Time, fn func(*roster.Profile) error) error {
	return a.profileWith(arg, now, func(*store.Tx, model.PersonID) error { return nil }, fn)
}

// profileWith is profile, with more read of her in the same view.
func (a *app) profileWith(arg string, now time.Time, more func(*store.Tx, model.PersonID) error, fn func(*roster.Profile) error) error {
	return a.with(func(st *store.Store) error {
		var p *roster.Profile
		err := st.View(func(tx *store.Tx) error {
			id, err := findPerson(tx, arg)
			if err != nil {
				return err
			}
			if p, err = roster.ReadProfile(tx, &a.weights, id, now); err != nil {
				return err
			}
			return more(tx, id)
		})
		if err != nil {
			return err
		}
		return fn(p)
	})
}

func (a *app) describePerson(p *roster.Profile) personJSON {
	per, o, now := &p.Person, &p.Standing, a.now()
	out := personJSON{
		ID: per.ID.String(), Name: per.Name, Title: p.Latest.Title, Company: p.Latest.Company, Employed: p.Employed,
		InRole: p.Since.String(), Location: per.Location, Emails: list(per.Contact.Emails), Links: list(per.Contact.Links),
		Skills: list(per.Skills), Motivators: []string{}, Trajectory: p.Trend.String(), Receptivity: p.Receptivity.Score,
		State: string(o.Current()), Since: o.Trail.Since.String(), Step: o.Step, Next: a.due(p).String(), Review: a.weights.Cadence.ReviewOn(per, now).String(),
		Owner: o.Owner, Refused: o.Trail.Refused.String(), Rating: string(o.Trail.Rating),
		Lock: string(o.Lock), LockUntil: o.LockUntil.String(), LockWhy: o.LockWhy, LockBy: o.LockBy,
		Deferred: describeDeferral(&o.Deferral, p.Hidden, now), Research: o.Research.Done(),
		Touches: []touchJSON{}, Source: per.Origin.Source, MadeUp: per.Origin.MadeUp,
	}
	for i := range p.Employers {
		if e := &p.Employers[i]; e.Locked(now) {
			out.CompanyLock = joined(" until ", e.Name+": "+string(e.Lock), e.LockUntil.String())
		}
	}
	for _, m := range per.Motivators {
		out.Motivators = append(out.Motivators, string(m))
	}
	out.Positions = positionsOf(per)
	for _, t := range p.Touches {
		way := "out"
		if t.Direction == model.Inbound {
			way = "in"
		}
		out.Touches = append(out.Touches, touchJSON{t.At.UTC().Format(time.RFC3339), way, string(t.Channel), t.By, t.Subject, t.Body, string(t.Auto)})
	}
	return out
}

// due is when something is next due for her, as she stands by the clock.
func (a *app) due(p *roster.Profile) model.Date {
	per := p.Person
	per.Outreach = p.Standing
	return a.weights.Cadence.Due(&per, a.now())
}

// list is never null in JSON.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// standing says where she is in outreach, and what is next due.
func (a *app) standing(p *roster.Profile) string {
	o := &p.Standing
	state := string(o.Current())
	if o.State == model.Active {
		state += fmt.Sprintf(", touch %d of %d sent", o.Step, a.weights.Cadence.TouchesOf(o))
	}
	state = joined(", ", state, prefixed("since ", o.Trail.Since.String()))
	switch due := a.due(p); {
	case !due.Known():
	case o.Next.Known() && !o.Locked(a.now()):
		state += ", next " + due.String()
	case !o.Locked(a.now()):
		state += ", to keep or to erase on " + due.String()
	}
	return joined(", ", state, prefixed("with ", o.Owner))
}

func (a *app) tellPerson(p *roster.Profile, facts *shownFacts) {
	per, o := &p.Person, &p.Standing
	line := func(label, text string) {
		if text != "" {
			fmt.Fprintf(a.out, "%-12s%s\n", label, text)
		}
	}
	fmt.Fprintf(a.out, "%s (%s)\n", per.Name, per.ID)
	at := joined(" at ", p.Latest.Title, p.Latest.Company)
	if p.Since.Known() {
		at += " since " + p.Since.String()
	}
	label := "now"
	if !p.Employed {
		label = "last"
	}
	line(label, at)
	line("place", per.Location)
	line("headline", per.Headline)
	line("trajectory", p.Trend.String()+", "+p.TrendWhy)
	line("receptivity", fmt.Sprintf("%d, %s (`talentmap why %s` explains it)", p.Receptivity.Score, p.Receptivity.Band, per.ID))
	line("outreach", a.standing(p))
	switch says := p.Gate(a.user, "", a.now()); {
	case o.Locked(a.now()):
		line("locked", joined(" ", string(o.Lock), o.LockUntil.String(), o.LockWhy))
	case !says.Open():
		line("closed", fmt.Sprintf("%s (`talentmap gate %s` tells all)", says.Blocks[0].Why, per.ID))
	}
	line("queue", describeDeferral(&o.Deferral, p.Hidden, a.now()).text())
	for _, r := range p.Reasons(a.now()) {
		line("why now", r.Text)
	}
	line("moved by", strings.Join(motivatorNames(per.Motivators), ", "))
	for _, pl := range facts.places {
		line("map", pl.Name+": "+pl.String())
	}
	line("skills", strings.Join(per.Skills, ", "))
	line("tags", strings.Join(per.Background.Tags, ", "))
	line("e-mail", strings.Join(per.Contact.Emails, ", "))
	line("phone", strings.Join(per.Contact.Phones, ", "))
	line("profile", strings.Join(per.Contact.Links, ", "))
	for _, c := range per.Background.Connections {
		line("knows", joined(", ", c.Name, c.How))
	}
	for _, q := range per.Positions {
		fmt.Fprintf(a.out, "  %10s – %-10s  %s\n", q.Start, q.End, joined(", ", q.Title, q.Company))
	}
	for _, t := range p.Touches {
		way := "→"
		if t.Direction == model.Inbound {
			way = "←"
		}
		fmt.Fprintf(a.out, "  %s %s %s %s %s\n", t.At.Format("2006-01-02"), way, t.Channel, t.By, t.Subject)
	}
	line("source", per.Origin.Source)
}
