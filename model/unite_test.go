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
