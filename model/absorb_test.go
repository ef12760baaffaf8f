package model_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"talentmap/model"
)

func TestAbsorb(t *testing.T) {
	march, may := at(t, "2026-03-01"), at(t, "2026-05-01")
	keep := model.Person{
		ID: 3, Rev: 7, Name: "Ann Lee", Skills: []string{"Go"}, Motivators: []model.Motivator{model.Scope},
		Contact:    model.Contact{Emails: []string{"ann@example.com"}},
		Positions:  []model.Position{{Company: "Acme", Title: "CTO"}},
		Background: model.Background{Content: []model.Content{{Title: "A talk"}}},
		Outreach: model.Outreach{
			State: model.Active, Step: 2, LastTouch: march, Next: model.Day(2026, 6, 1), Lock: model.DoNotContact, LockUntil: model.Year(2027),
			Research: model.Research{model.Progression: {Looked: model.ItemNone}},
		},
	}
	other := model.Person{
		ID: 9, Name: "李安", Skills: []string{"go", "Kafka"}, Motivators: []model.Motivator{model.Scope, model.Technology},
		Contact:    model.Contact{Emails: []string{"ann@home.example"}},
		Positions:  []model.Position{{Company: "Acme", Title: "CTO", Start: model.Year(2020)}, {Company: "Old", End: model.Year(2019)}},
		Background: model.Background{Content: []model.Content{{Title: "A talk"}, {Title: "A post"}}, Connections: []model.Connection{{Name: "Bo Day"}}},
		Outreach: model.Outreach{
			State: model.Replied, LastTouch: may, Owner: "grace", Next: model.Day(2026, 9, 1), Lock: model.OptedOut,
			Research: model.Research{model.Progression: {Looked: model.ItemFound, Fact: "led two teams"}},
		},
	}
	fields := model.Absorb(&keep, &other)
	want := model.Person{
		ID: 3, Rev: 7, Name: "Ann Lee", Skills: []string{"Go", "Kafka"}, Motivators: []model.Motivator{model.Scope, model.Technology}, Notes: "also known as 李安",
		Contact:    model.Contact{Emails: []string{"ann@example.com", "ann@home.example"}},
		Positions:  []model.Position{{Company: "Acme", Title: "CTO", Start: model.Year(2020)}, {Company: "Old", End: model.Year(2019)}},
		Background: model.Background{Content: []model.Content{{Title: "A talk"}, {Title: "A post"}}, Connections: []model.Connection{{Name: "Bo Day"}}},
		Outreach: model.Outreach{
			State: model.Replied, LastTouch: may, Owner: "grace", Next: model.Day(2026, 9, 1), Lock: model.OptedOut,
			Research: model.Research{model.Progression: {Looked: model.ItemFound, Fact: "led two teams"}},
		},
	}
	if !reflect.DeepEqual(keep, want) {
		t.Errorf("got  %+v\nwant %+v", keep, want)
	}
	if !slices.Equal(fields, []string{"connections", "content", "e-mail", "lock", "motivators", "notes", "outreach", "position", "research", "skills"}) {
		t.Errorf("fields %v", fields)
	}
	if again := model.Absorb(&keep, &other); again != nil {
		t.Errorf("the second time changes %v", again)
	}
}

// Whichever record is kept, the lock that stands is the stricter one.
func TestTheStricterLockSurvivesAbsorbing(t *testing.T) {
	locks := []model.Outreach{
		{}, {Lock: model.DoNotContact, LockUntil: model.Year(2027), LastTouch: time.Unix(9, 0)}, {Lock: model.DoNotContact}, {Lock: model.OptedOut},
	}
	for i, a := range locks {
		for j, b := range locks {
			p, q := model.Person{Name: "A", Outreach: a}, model.Person{Name: "A", Outreach: b}
			model.Absorb(&p, &q)
			strict := locks[max(i, j)]
			if p.Outreach.Lock != strict.Lock || p.Outreach.LockUntil != strict.LockUntil {
				t.Errorf("%d with %d: %s until %s", i, j, p.Outreach.Lock, p.Outreach.LockUntil)
			}
		}
	}
}

// Whoever was put into a sequence and turns out to be somebody who has opted out, or is
// not to be contacted, waits for no touch any more; one that is free does.
func TestALockThatIsAbsorbedEndsASequenceThatHasNotBegun(t *testing.T) {
	waits := model.Outreach{Plan: model.Plan{Sequence: 1, Version: 1, Touches: 3}}
	for lock, want := range map[model.Lock]bool{model.Unlocked: true, model.OptedOut: false, model.DoNotContact: false} {
		for _, turned := range []bool{false, true} {
			p, q := model.Person{Name: "A", Outreach: waits}, model.Person{Name: "A", Outreach: model.Outreach{Lock: lock}}
			if turned {
				p.Outreach, q.Outreach = q.Outreach, p.Outreach
				p.Outreach.LastTouch = time.Unix(1, 0)
				q.Outreach.LastTouch = time.Unix(9, 0)
			}
			model.Absorb(&p, &q)
			if got := p.Outreach.Awaiting(); got != want {
				t.Errorf("with the lock %q, turned %t: she waits: %t", lock, turned, got)
			}
		}
	}
}
