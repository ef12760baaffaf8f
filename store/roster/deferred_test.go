package roster_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// outreachAtRandom is any place in the method, with a trail and what may have been
// decided about the queue.
func outreachAtRandom(rnd *rand.Rand) model.Outreach {
	day := func() model.Date { return today(rnd.IntN(60) - 40) }
	o := model.Outreach{State: model.States()[rnd.IntN(len(model.States()))], Step: rnd.IntN(5), Next: day()}
	if rnd.IntN(4) > 0 {
		o.LastTouch = storetest.Now().AddDate(0, 0, -rnd.IntN(90))
	}
	if rnd.IntN(2) == 0 {
		o.Trail = model.Trail{Since: day(), Cause: model.Events()[rnd.IntN(len(model.Events()))]}
		if rnd.IntN(3) == 0 {
			o.Trail.Refused, o.Trail.Answered = today(-rnd.IntN(300)), day()
		}
	}
	switch rnd.IntN(6) {
	case 0:
		o.Deferral.Until = today(rnd.IntN(5) - 1)
	case 1:
		o.Deferral.Skip = model.Skip{Classes: uint8(rnd.IntN(16)), Next: o.Next, Kind: model.Layoffs, Event: today(-10)}
	case 2:
		o.State, o.Trail.Answered = model.Replied, o.Next.AddDays(-rnd.IntN(2))
	case 3:
		o.Lock, o.LockUntil = model.DoNotContact, []model.Date{0, today(-1), today(0)}[rnd.IntN(3)]
	}
	return o
}

// Whatever somebody has been through, the queue of the index is what the whole
// records say one by one, also after changes, and of those who are hidden too.
func TestQueueIsWhatTheRecordsSay(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 5))
	st := storetest.Open(t)
	var people []model.Person
	for i := range 400 {
		p := at(fmt.Sprintf("Person %d", i), []string{"Acme", "Oak Mills", "Fen Dyers"}[rnd.IntN(3)])
		p.Outreach = outreachAtRandom(rnd)
		people = append(people, p)
	}
	add(t, st, people...)
	companies := map[string]model.CompanyID{}
	_, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error {
		for _, name := range []string{"Acme", "Oak Mills", "Fen Dyers"} {
			companies[name], _ = tx.CompanyByName(name)
		}
		return signal(tx, model.Signal{Kind: model.Layoffs, Company: companies["Acme"], Date: today(-10), Magnitude: 8})
	})
	if err != nil {
		t.Fatal(err)
	}
	ros := openRoster(t, st)
	agrees := func(when string) {
		t.Helper()
		settle := settled(t, st, ros)
		for _, days := range []int{0, 1, 20, 0} { // what was asked last is what the index keeps
			compareQueue(t, st, settle, storetest.Now().AddDate(0, 0, days), fmt.Sprintf("%s, in %d days", when, days))
		}
	}
	agrees("loaded")
	for id := range 60 {
		_, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error {
			p, err := tx.Person(model.PersonID(id*5 + 1))
			if err != nil {
				return err
			}
			p.Outreach = outreachAtRandom(rnd)
			return tx.PutPerson(&p)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	agrees("changed")
	if _, err := st.LockCompany("ada", companies["Acme"], store.Lock{Kind: model.DoNotContact, Until: today(1)}); err != nil {
		t.Fatal(err)
	}
	agrees("a company locked")
	if _, err := st.LockCompany("ada", companies["Oak Mills"], store.Lock{Kind: model.DoNotContact}); err != nil {
		t.Fatal(err)
	}
	if _, err := st.UnlockCompany("ada", companies["Acme"], ""); err != nil {
		t.Fatal(err)
	}
	agrees("another locked")
	fresh := openRoster(t, st)
	compareQueue(t, st, fresh.Snapshot(), storetest.Now(), "loaded anew")
}

// compareQueue compares a snapshot's queue with what each record says.
func compareQueue(t *testing.T, st *store.Store, s *roster.Snapshot, now time.Time, when string) {
	t.Helper()
	y, m, d := now.Date()
	day := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	w := scoring.Default()
	var open, hidden []string
	err := st.View(func(tx *store.Tx) error {
		for id := range tx.LastPerson() {
			p, err := roster.ReadProfile(tx, &w, id+1, day)
			if err != nil {
				return err
			}
			switch {
			case p.Due:
				open = append(open, said(p.Person.Name, p.Next, day))
			case p.Hidden:
				hidden = append(hidden, said(p.Person.Name, p.WouldBe, day))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	rows, total := s.Queue(now, 1000)
	if got := saidAll(rows, day); !slices.Equal(got, sorted(open)) || total != len(open) {
		t.Errorf("%s: the queue of %d is\n%q\nwant\n%q", when, total, got, sorted(open))
	}
	if got := saidAll(s.Deferred(now), day); !slices.Equal(got, sorted(hidden)) {
		t.Errorf("%s: hidden are\n%q\nwant\n%q", when, got, sorted(hidden))
	}
}

// said is somebody's place in the queue in words.
func said(name string, n scoring.Next, now time.Time) string {
	return fmt.Sprintf("%s: %.4f %v %+v", name, n.Rank, n.Skip(), n.Reasons("A", now))
}

func saidAll(rows []roster.Row, now time.Time) (all []string) {
	for _, r := range rows {
		all = append(all, said(r.Card.Name, r.Next, now))
	}
	return sorted(all)
}

func sorted(all []string) []string {
	all = slices.Clone(all)
	slices.Sort(all)
	return all
}
