package person_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"testing/synctest"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/storetest"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/person"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// grace is someone of whom everything is known.
func grace() model.Person {
	p := storetest.Person(7)
	p.Name, p.Location, p.Headline = "Grace Sample", "Oslo, Norway", "Ledgers that balance"
	p.Summary, p.Notes = "Builds ledgers.", "Met at a meetup."
	p.Motivators = []model.Motivator{model.Scope, model.Technology}
	p.Background.Content = []model.Content{{Kind: "talk", Title: "Ledgers for people in a hurry", Date: model.YearMonth(2025, 5)}}
	p.Background.Connections = []model.Connection{{Name: "Linus Muster", How: "same team at Acme"}}
	p.Outreach = model.Outreach{State: model.Active, Step: 1, Owner: "ada", Next: model.Day(2026, 3, 6), LastTouch: storetest.Now()}
	p.Outreach.Research[model.Progression] = model.Finding{Looked: model.ItemFound, Fact: "led two teams", Source: "her page", Date: model.Year(2024)}
	p.Outreach.Research[model.CompanyContext] = model.Finding{Looked: model.ItemNone}
	return p
}

// at shows the page of a person, with a touch and a signal, in 100 × 60.
func at(t *testing.T, p model.Person, test func(s *tuitest.Session, h *panetest.Host, st *store.Store)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		st := storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))
		_, err := st.Edit(store.By("ada", "set up"), func(tx *store.Tx) error {
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
			if err := tx.PutTouch(&model.Touch{Person: p.ID, At: storetest.Now().AddDate(0, 0, -4), By: "ada", Channel: model.Email, Subject: "your talk"}); err != nil {
				return err
			}
			return tx.PutSignal(&model.Signal{Kind: model.OpenToWork, Person: p.ID, Date: model.Day(2026, 2, 28), Source: "profile text"})
		})
		if err != nil {
			t.Fatal(err)
		}
		weights := scoring.Default()
		env := &pane.Env{Theme: theme.Dark(), Keys: panetest.Keys(), User: "ada", Now: storetest.Now, After: tuitest.NewClock(storetest.Now()).After}
		h := panetest.New(person.New(env, person.Deps{Store: st, Weights: &weights}, p.ID, nil))
		test(tuitest.New(t, h, 100, 60), h, st)
	})
}

func TestEverythingKnownIsThere(t *testing.T) {
	at(t, grace(), func(s *tuitest.Session, _ *panetest.Host, _ *store.Store) {
		s.Contains("Staff Engineer at Company 7", "Oslo, Norway · Mon 10:00 there", "Ledgers that balance",
			"outreach: active, touch 1 of 4 sent, next 2026-03-06, with ada", "moved by scope, technology",
			"2021-03 – now", "2017-01 – 2021-02", "open to work", "profile text",
			"Touches · 1", "2026-02-26  → e-mail", "your talk",
			"Research · 2 of 6, ready at 4", "led two teams · her page · 2024", "looked, nothing there",
			"Go, Kubernetes, PostgreSQL", "2025-05", "Ledgers for people in a hurry", "Linus Muster", "same team at Acme",
			"Builds ledgers.", "Met at a meetup.", "person000007@people.example", "profiles.example/person000007")
	})
}

func TestALockIsSaidWithItsReason(t *testing.T) {
	p := grace()
	p.Outreach.Lock, p.Outreach.LockWhy = model.OptedOut, "by mail"
	at(t, p, func(s *tuitest.Session, _ *panetest.Host, _ *store.Store) {
		s.Contains("the gate is closed: opted-out (by mail)")
	})
}

func TestAConfusableNameIsSaid(t *testing.T) {
	p := grace()
	p.Name = "Grаce Sample" // the third letter is Cyrillic
	at(t, p, func(s *tuitest.Session, h *panetest.Host, _ *store.Store) {
		s.Contains("the name mixes alphabets")
		if got, want := h.Pane.Title(), "Grаce Sample (look twice)"; got != want {
			t.Errorf("the title is %q, want %q", got, want)
		}
	})
}

func TestSomeoneOfWhomNothingIsKnown(t *testing.T) {
	at(t, model.Person{Name: "Ada Example"}, func(s *tuitest.Session, _ *panetest.Host, _ *store.Store) {
		s.Contains("none known", "outreach: mapped", "Research · 0 of 6")
		s.Lacks(" at \n", "moved by", "More fields", "What changed")
	})
}

func TestItScrollsAndStaysInView(t *testing.T) {
	at(t, grace(), func(s *tuitest.Session, _ *panetest.Host, _ *store.Store) {
		s.Resize(60, 10)
		s.Contains("Staff Engineer at Company 7")
		s.Keys("G")
		s.Contains("id ")
		s.Lacks("Staff Engineer at Company 7")
		s.Keys("j", "ctrl+d")
		s.Contains("id ")
		s.Resize(100, 60) // all of it fits
		s.Contains("Staff Engineer at Company 7", "id ")
	})
}

func TestAChangeIsShown(t *testing.T) {
	at(t, grace(), func(s *tuitest.Session, _ *panetest.Host, st *store.Store) {
		_, err := st.Edit(store.By("grace", "moved"), func(tx *store.Tx) error {
			p, err := tx.Person(1)
			if err != nil {
				return err
			}
			p.Location = "Bergen, Norway"
			return tx.PutPerson(&p)
		})
		if err != nil {
			t.Fatal(err)
		}
		s.Send(pane.Changed{Notice: store.Notice{Rev: 9, Kinds: store.KindsOf(store.People)}})
		s.Contains("Bergen, Norway")
	})
}

func TestRequests(t *testing.T) {
	at(t, grace(), func(s *tuitest.Session, h *panetest.Host, _ *store.Store) {
		s.Keys("c", "w", "esc")
		if len(h.Asked) != 3 {
			t.Fatalf("asked %v", h.Asked)
		}
		write, ok := h.Asked[0].(pane.Write)
		why, ok2 := h.Asked[1].(pane.Why)
		_, ok3 := h.Asked[2].(pane.Close)
		if !ok || !ok2 || !ok3 || write.ID != 1 || why.Profile.Person.Name != "Grace Sample" {
			t.Errorf("asked %#v", h.Asked)
		}
	})
}

// The signals end in the sum and the score that it makes.
func TestLedger(t *testing.T) {
	at(t, grace(), func(s *tuitest.Session, h *panetest.Host, _ *store.Store) {
		rec := h.Pane.(pane.Previewer).Preview().Receptivity
		s.Contains(fmt.Sprintf("makes %d, %s", rec.Score, rec.Band))
	})
}
