package store_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// full is somebody of whom everything is known.
func full() model.Person {
	now := storetest.Now()
	p := storetest.Person(7)
	p.Headline, p.Summary, p.Notes = "Headline", "Summary", "Notes"
	p.Positions[0].CompanyID, p.Positions[0].Location, p.Positions[0].Summary = 300, "Leeds", "Looms"
	p.Background = model.Background{
		Content:     []model.Content{{Kind: "talk", Title: "Looms", Date: model.Year(2024)}},
		Connections: []model.Connection{{Name: "Bo", Person: 70_000}},
		Custom:      map[string]string{"a": "b", "c": ""},
		Tags:        []string{"alumni", "é"},
	}
	p.Motivators = []model.Motivator{model.Scope}
	p.Outreach = model.Outreach{
		State: model.Active, Step: 2, Next: model.Day(2026, 3, 9), Owner: "björn",
		LastTouch: time.Date(2026, 3, 1, 8, 30, 0, 7, time.FixedZone("", 5400)),
		Lock:      model.OptedOut, LockUntil: model.Year(2027), LockWhy: "asked", LockBy: "cy",
		Trail: model.Trail{
			Since: model.Day(2026, 2, 1), Cause: model.Sent, Refused: model.Day(2025, 7, 1), Answered: model.Day(2025, 7, 2),
			Bounced: model.Bounces{Channels: 3, Address: "old@example.com", Soft: 1}, Rating: model.RatedStrong,
		},
		Deferral: model.Deferral{
			Until: model.Day(2026, 4, 1), By: "ada", At: now,
			Skip: model.Skip{Classes: 5, Next: model.Day(2026, 3, 9), Kind: model.Layoffs, Event: model.Day(2026, 2, 2)},
		},
		Plan: model.Plan{Sequence: 3, Version: 2, Touches: 5, Gaps: [model.MostTouches]int{0, 4, 30, 7, 9}},
		Kept: model.Kept{On: model.Day(2026, 2, 3), Why: "she asked to be", By: "ada"},
	}
	p.Outreach.Research[1] = model.Finding{Looked: model.ItemFound, Fact: "a fact", Date: model.Year(2020)}
	p.Origin = model.Origin{Source: "here", Import: 3, At: now, MadeUp: true}
	return p
}

// What is read in brief is what the decoder reads, without the rest.
func TestBriefIsAPartOfTheWhole(t *testing.T) {
	st := storetest.Open(t)
	_, err := st.Edit(store.By("tester", "added"), func(tx *store.Tx) error {
		all, bare := full(), model.Person{Name: "Bare"}
		again := full()
		return errors.Join(tx.PutPerson(&all), tx.PutPerson(&bare), tx.PutPerson(&again))
	})
	if err != nil {
		t.Fatal(err)
	}
	err = st.View(func(tx *store.Tx) error {
		next := model.PersonID(1)
		for got, err := range tx.PeopleInBrief(1, 3) {
			if err != nil {
				return err
			}
			want, err := tx.Person(next)
			if err != nil {
				return err
			}
			if got.ID != next || got.Name != want.Name || got.Location != want.Location || len(got.Positions) != len(want.Positions) {
				t.Errorf("in brief: %+v\nwhole: %+v", got, want)
			}
			for i, pos := range want.Positions {
				pos.Location, pos.Summary = "", ""
				if got.Positions[i] != pos {
					t.Errorf("position %+v, want %+v", got.Positions[i], pos)
				}
			}
			same(t, got.Skills, want.Skills)
			same(t, got.Background.Tags, want.Background.Tags)
			if !got.Outreach.LastTouch.Equal(want.Outreach.LastTouch) {
				t.Errorf("last touch %v, want %v", got.Outreach.LastTouch, want.Outreach.LastTouch)
			}
			o := want.Outreach
			o.LastTouch, o.LockWhy, o.LockBy, o.Research = got.Outreach.LastTouch, "", "", model.Research{}
			o.Kept = model.Kept{On: want.Outreach.Kept.On}
			o.Trail.Bounced, o.Trail.Rating, o.Deferral.By, o.Deferral.At = model.Bounces{}, "", "", time.Time{}
			if got.Outreach != o {
				t.Errorf("outreach %+v, want %+v", got.Outreach, o)
			}
			if !got.Origin.At.Equal(want.Origin.At) {
				t.Errorf("came in %v, want %v", got.Origin.At, want.Origin.At)
			}
			if from := (model.Origin{Import: want.Origin.Import, At: got.Origin.At}); got.Origin != from {
				t.Errorf("origin %+v, want %+v", got.Origin, from)
			}
			next++
		}
		if next != 3 {
			t.Errorf("the scan ended before %s, want p3", next)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSignalsInBrief(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 300)
	signals := []model.Signal{
		{Kind: model.OpenToWork, Person: 1, Date: model.Year(2026), Confidence: 0.4, Source: "press", Note: "a note"},
		{Kind: model.LeadershipChange, Person: 255, OwnManager: true},
		{Kind: model.ProfileUpdated, Person: 255, Date: model.Day(2026, 1, 2)},
		{Kind: model.ProfileUpdated, Person: 256, Date: model.Day(2026, 1, 3)},
		{Kind: model.Layoffs, Company: 2, Magnitude: 1.5, Origin: model.Origin{At: storetest.Now()}},
		{Kind: "unheard of", Company: 300},
	}
	_, err := st.Edit(store.By("tester", "signals"), func(tx *store.Tx) error {
		for i := range signals {
			if err := tx.PutSignal(&signals[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []model.Signal
	err = st.View(func(tx *store.Tx) error {
		for s, err := range tx.PersonSignalsInBrief(1, 256) {
			if err != nil {
				return err
			}
			got = append(got, *s)
			got[len(got)-1].Kind = model.SignalKind(string([]byte(s.Kind)))
		}
		for s, err := range tx.CompanySignalsInBrief(2) {
			if err != nil {
				return err
			}
			got = append(got, *s)
			got[len(got)-1].Kind = model.SignalKind(string([]byte(s.Kind)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var want []model.Signal
	for _, i := range []int{0, 1, 2, 4, 5} {
		s := signals[i]
		want = append(want, model.Signal{
			Kind: s.Kind, Person: s.Person, Company: s.Company, Date: s.Date,
			Confidence: s.Confidence, Magnitude: s.Magnitude, OwnManager: s.OwnManager,
		})
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("in brief\n%+v, want\n%+v", got, want)
	}
}

func TestNewsInBrief(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 300)
	told := []model.News{
		{Person: 1, Kind: model.Moved, From: "Engineer at Acme", To: "CTO at Oak", Date: model.Day(2026, 1, 2), NotBefore: model.Year(2025), Confidence: 0.9, Evidence: "said so", Meaning: "none", Source: 2, Import: 3, Seen: model.Day(2026, 3, 1)},
		{Person: 255, Kind: model.Gone},
		{Person: 255, Kind: "unheard of", Import: 70_000},
		{Person: 256, Kind: model.Promoted, Import: 4},
	}
	_, err := st.Edit(store.By("tester", "news"), func(tx *store.Tx) error {
		for i := range told {
			if err := tx.PutNews(&told[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []model.News
	err = st.View(func(tx *store.Tx) error {
		for n, err := range tx.NewsInBrief(1, 256) {
			if err != nil {
				return err
			}
			got = append(got, *n)
			got[len(got)-1].Kind = model.NewsKind(strings.Clone(string(n.Kind)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var want []model.News
	for _, n := range told[:3] {
		want = append(want, model.News{Person: n.Person, Kind: n.Kind, Import: n.Import})
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("in brief\n%+v, want\n%+v", got, want)
	}
}
