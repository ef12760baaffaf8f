package export

import (
	"time"

	"talentmap/model"
)

// person is someone as JSON has her. Every key is always there: a text that is
// not known is empty, a list without entries is [].
type person struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Emails   []string `json:"emails"`
	Phones   []string `json:"phones"`
	Links    []string `json:"links"`
	Title    string   `json:"title"`
	Company  string   `json:"company"`
	Since    string   `json:"since"`
	Location string   `json:"location"`
	Zone     string   `json:"time_zone"`
	Headline string   `json:"headline"`
	Summary  string   `json:"summary"`
	Skills   []string `json:"skills"`
	Tags     []string `json:"tags"`
	Notes    string   `json:"notes"`
	outreach
	Motivators []model.Motivator `json:"motivators"`
	Positions  []position        `json:"positions"`

	Research    []finding      `json:"research"`
	Content     []published    `json:"content"`
	Connections []acquaintance `json:"connections"`
	Custom      []field        `json:"custom"`
	ExternalIDs []string       `json:"external_ids"`
}

// outreach is where someone stands. Next is when something is due.
type outreach struct {
	State     model.State `json:"state"`
	Next      string      `json:"next"`
	Owner     string      `json:"owner"`
	Lock      model.Lock  `json:"lock"`
	LockUntil string      `json:"lock_until"`
	LockWhy   string      `json:"lock_why"`
}

// position is a job in JSON.
type position struct {
	Company  string `json:"company"`
	Title    string `json:"title"`
	Location string `json:"location"`
	Start    string `json:"start"`
	End      string `json:"end"`
	Summary  string `json:"summary"`
}

// personOf is a person as of now: the title and company are those of the
// current position, else of the last one.
func personOf(p *model.Person, now time.Time) person {
	job := p.Latest(now)
	out := person{
		ID: p.ID.String(), Name: p.Name,
		Emails: list(p.Contact.Emails), Phones: list(p.Contact.Phones), Links: list(p.Contact.Links),
		Title: job.Title, Company: job.Company, Since: p.Since(now).String(), Location: p.Location, Zone: p.Zone,
		Headline: p.Headline, Summary: p.Summary, Skills: list(p.Skills), Tags: list(p.Background.Tags), Notes: p.Notes,
		outreach: outreachOf(p.Outreach, now), Motivators: list(p.Motivators),
		Positions: make([]position, len(p.Positions)),
		Research:  findings(&p.Outreach.Research), Content: publications(p.Background.Content),
		Connections: acquaintances(p.Background.Connections), Custom: fields(p.Background.Custom), ExternalIDs: list(p.Contact.ExternalIDs),
	}
	for i, q := range p.Positions {
		out.Positions[i] = position{q.Company, q.Title, q.Location, q.Start.String(), q.End.String(), q.Summary}
	}
	return out
}

// outreachOf leaves out a lock that has expired by now.
func outreachOf(o model.Outreach, now time.Time) outreach {
	out := outreach{State: o.Current(), Next: o.Next.String(), Owner: o.Owner}
	if o.Locked(now) {
		out.Lock, out.LockUntil, out.LockWhy = o.Lock, o.LockUntil.String(), o.LockWhy
	}
	return out
}

// list is a list that JSON writes as [] when it has no entries.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
