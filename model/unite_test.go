package model_test

import (
	"reflect"
	"slices"
	"testing"

	"talentmap/model"
)

func TestUnite(t *testing.T) {
	known := model.Person{
		ID: 7, Rev: 3, Name: "Ann Lee", Location: "Berlin", Notes: "met", Skills: []string{"Go"},
		Contact:    model.Contact{Emails: []string{"ann@example.com"}},
		Positions:  []model.Position{{Company: "Acme", Title: "Engineer", Start: model.Year(2020)}, {Company: "Old", Title: "Dev", Start: model.Year(2015), End: model.Year(2019)}},
		Background: model.Background{Custom: map[string]string{"team": "a"}},
		Outreach:   model.Outreach{Lock: model.OptedOut},
	}
	incoming := model.Person{
		Name: "Ann B. Lee", Location: "Munich", Headline: "Builder", Notes: "called", Skills: []string{"go", "Kafka"},
		Positions:  []model.Position{{Company: "New Co", Title: "CTO"}, {Company: "acme", Title: "engineer"}, {Company: "Older", Title: "Intern", Start: model.Year(2012), End: model.Year(2014)}},
		Background: model.Background{Custom: map[string]string{"team": "b", "floor": "2"}},
	}
	want := known
	want.Contact.Emails = []string{"ann@example.com"}
	want.Headline, want.Notes, want.Skills = "Builder", "met\ncalled", []string{"Go", "Kafka"}
	want.Positions = []model.Position{incoming.Positions[0], known.Positions[0], known.Positions[1], incoming.Positions[2]}
	want.Background.Custom = map[string]string{"team": "a", "floor": "2"}

	if got := model.Unite(&known, &incoming); !slices.Equal(got, []string{"headline", "skills", "notes", "position", "custom"}) {
		t.Errorf("fields %v", got)
	}
	if !reflect.DeepEqual(known, want) {
		t.Errorf("got  %+v\nwant %+v", known, want)
	}
	if got := model.Unite(&known, &incoming); got != nil {
		t.Errorf("the second time changes %v", got)
	}
}

func TestUniteDatesAPosition(t *testing.T) {
	p := model.Person{Name: "Ann", Positions: []model.Position{{Company: "Acme", Title: "CTO"}}}
	in := model.Person{Name: "Ann", Positions: []model.Position{{Company: "Acme", Title: "CTO", Start: model.Year(2020)}, {Company: "New", Start: model.YearMonth(2026, 1)}}}
	model.Unite(&p, &in)
	want := []model.Position{{Company: "New", Start: model.YearMonth(2026, 1)}, {Company: "Acme", Title: "CTO", Start: model.Year(2020)}}
	if !reflect.DeepEqual(p.Positions, want) {
		t.Errorf("%+v", p.Positions)
	}
}

// A lock that comes in holds where it is the stricter; a laxer one, or none, loosens
// nothing. What is found answers what is open, and takes the place of nothing found.
func TestUniteTakesLocksAndFindings(t *testing.T) {
	opted := model.Outreach{Lock: model.OptedOut, LockWhy: "asked us to stop"}
	forever, until := model.Outreach{Lock: model.DoNotContact}, model.Outreach{Lock: model.DoNotContact, LockUntil: model.Year(2027), LockWhy: "client"}
	for _, c := range []struct{ known, in, want model.Outreach }{
		{model.Outreach{}, opted, opted},
		{opted, model.Outreach{}, opted},
		{opted, forever, opted},
		{forever, opted, opted},
		{until, forever, forever},
		{forever, until, forever},
	} {
		p, q := model.Person{Name: "A", Outreach: c.known}, model.Person{Name: "A", Outreach: c.in}
		fields := model.Unite(&p, &q)
		if p.Outreach != c.want || slices.Contains(fields, "lock") != (c.want != c.known) {
			t.Errorf("%+v with %+v: %+v, fields %v", c.known, c.in, p.Outreach, fields)
		}
	}
	p := model.Person{Name: "A", Motivators: []model.Motivator{model.Scope}, Outreach: model.Outreach{State: model.Active, Owner: "ada"}}
	p.Outreach.Research[model.Progression] = model.Finding{Looked: model.ItemFound, Fact: "led two"}
	p.Outreach.Research[model.PublishedContent] = model.Finding{Looked: model.ItemNone}
	q := model.Person{Name: "A", Motivators: []model.Motivator{model.Technology, model.Scope}, Outreach: model.Outreach{State: model.Hired, Owner: "bo"}}
	talk := model.Finding{Looked: model.ItemFound, Fact: "a talk", Date: model.Year(2025)}
	q.Outreach.Research = model.Research{model.Progression: {Looked: model.ItemFound, Fact: "led nobody"}, model.PublishedContent: talk, model.CompanyContext: {Looked: model.ItemNone}}
	want := model.Outreach{State: model.Active, Owner: "ada", Research: model.Research{
		model.Progression: {Looked: model.ItemFound, Fact: "led two"}, model.PublishedContent: talk, model.CompanyContext: {Looked: model.ItemNone},
	}}
	if fields := model.Unite(&p, &q); p.Outreach != want || !slices.Equal(fields, []string{"motivators", "research"}) || !slices.Equal(p.Motivators, []model.Motivator{model.Scope, model.Technology}) {
		t.Errorf("%+v, %v, fields %v", p.Outreach, p.Motivators, fields)
	}
	if fields := model.Unite(&p, &q); fields != nil {
		t.Errorf("the second time changes %v", fields)
	}
}
