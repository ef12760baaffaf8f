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
	Headline string   `json:"headline"`
	Summary  string   `json:"summary"`
	Skills   []string `json:"skills"`
	Tags     []string `json:"tags"`
	Notes    string   `json:"notes"`
	outreach
	Motivators []model.Motivator `json:"motivators"`
	Positions  []position        `json:"positions"`
}

// outreach is where someone stands. Next is when something is due.
type outreach struct {
	State     model.State `json:"state"`
	Next      string      `json:"next"`
	Owner     string      `json:"owner"`
	Lock      model.Lock  `json:"lock"`
	LockUntil string      `json:"lock_until"`
}

// position is a job in JSON.
type position struct {
	Company  string `json:"company"`
	Title    string `json:"title"`
	Location string `json:"location"`
	Start    string `json:"start"`
	End      string `json:"end"`
}

// personOf is a person as of now: the title and company are those of the
// current position, else of the last one.
func personOf(p *model.Person, now time.Time) person {
	job := p.Latest(now)
	out := person{
		ID: p.ID.String(), Name: p.Name,
		Emails: list(p.Contact.Emails), Phones: list(p.Contact.Phones), Links: list(p.Contact.Links),
		Title: job.Title, Company: job.Company, Since: p.Since(now).String(), Location: p.Location,
		Headline: p.Headline, Summary: p.Summary, Skills: list(p.Skills), Tags: list(p.Background.Tags), Notes: p.Notes,
		outreach: outreachOf(p.Outreach, now), Motivators: list(p.Motivators),
		Positions: make([]position, len(p.Positions)),
	}
	for i, q := range p.Positions {
		out.Positions[i] = position{q.Company, q.Title, q.Location, q.Start.String(), q.End.String()}
	}
	return out
}

// outreachOf leaves out a lock that has expired by now.
func outreachOf(o model.Outreach, now time.Time) outreach {
	out := outreach{State: o.Current(), Next: o.Next.String(), Owner: o.Owner}
	if o.Locked(now) {
		out.Lock, out.LockUntil = o.Lock, o.LockUntil.String()
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
