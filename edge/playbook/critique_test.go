package playbook_test

import (
	"testing"
	"time"

	"talentmap/edge/playbook"
	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/scoring/drafting"
)

// Each template, filled for somebody who has been looked up, is one that the critique
// holds nothing against, whether she has published or not.
func TestTheCritiqueHoldsNothingAgainstThem(t *testing.T) {
	now := time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)
	me := model.Sender{Name: "Ada Lovelace", Title: "Talent partner", Company: "Tidewater Talent", Address: "4 Quay Row, Dublin 2", Email: "ada@tidewater.example", Privacy: "https://tidewater.example/privacy"}
	all, err := playbook.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		for _, published := range []bool{true, false} {
			p := known(now, published)
			about := drafting.About{Person: p, Sender: me, Now: now}
			writtenTo(&about, all[i].Purpose)
			made, err := drafting.Make(&all[i], about)
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range made.Gaps {
				t.Errorf("%q has a gap: %s", all[i].Name, g.Missing())
			}
			d := &made.Draft
			r := critique.Read(critique.Draft{Channel: d.Channel, Subject: d.Subject, Body: d.Body}, critique.About{
				Person: p, Touches: about.Touches, Now: now, Sender: critique.Sender{Name: me.Name, Company: me.Company, Address: me.Address},
			}, nil)
			for _, f := range r.Findings {
				if f.Severity != critique.Note && f.Rule != "referral-first" { // of her, and not of the text
					t.Errorf("%q: %s %s: %s\n%s", all[i].Name, f.Severity, f.Rule, f.Reason, d.Body)
				}
			}
			if l := model.LengthOf(d.Channel); l.Most > 0 && l.Characters && l.Measure(d.Body) > l.Most {
				t.Errorf("%q has %d characters", all[i].Name, l.Measure(d.Body))
			}
		}
	}
}

// known is somebody of whom all six items of the research are found.
func known(now time.Time, published bool) *model.Person {
	p := &model.Person{
		ID: 7, Name: "Björn Ek", Location: "Stockholm, Sweden", Skills: []string{"Kafka", "Go"}, Motivators: []model.Motivator{model.Technology},
		Positions: []model.Position{
			{Title: "Staff Engineer", Company: "Acme Streams", Start: model.Day(2022, 2, 1)},
			{Title: "Engineer", Company: "Borealis", Start: model.Day(2018, 1, 1), End: model.Day(2022, 1, 31)},
		},
	}
	p.Origin = model.Origin{Source: "connections.csv", At: now}
	p.Contact.Links = []string{"linkedin.com/in/bjorn"}
	p.Background.Connections = []model.Connection{{Name: "Mia Lund", How: "worked together at Borealis"}}
	if published {
		p.Background.Content = []model.Content{{Kind: "talk", Title: "Moving a Billion Events to Flink", Date: model.Year(2025)}}
	}
	for i, fact := range []string{
		"you run the event platform at Acme Streams with a team of nine", "from on-call engineer to owner of the pipeline in three years",
		"your talk on migrating to Flink", "Mia Lund", "Acme Streams opening a second region", "ten years of Kafka and Flink in production",
	} {
		p.Outreach.Research[i] = model.Finding{Looked: model.ItemFound, Fact: fact, Date: model.Day(2026, 1, 1)}
	}
	return p
}

// writtenTo gives her what came before a message of that purpose.
func writtenTo(a *drafting.About, purpose model.TemplatePurpose) {
	before := model.Touch{At: a.Now.AddDate(0, 0, -10), Channel: model.Email, Subject: "Flink at a second region", Body: "Other words on another matter."}
	if purpose != model.ForFirst {
		a.Touches, a.Person.Outreach.State = []model.Touch{before}, model.Active
	}
	switch purpose {
	case model.ForReply:
		a.Touches = append(a.Touches, model.Touch{At: a.Now, Direction: model.Inbound, Body: "Sounds interesting"})
		a.Person.Outreach.State = model.Replied
	case model.ForValue:
		a.Shelf = &model.ShelfItem{ID: 1, Title: "A benchmark of streaming teams", Link: "https://tidewater.example/benchmark", Text: "Forty teams, their size, their load and what they would do again."}
	}
}
