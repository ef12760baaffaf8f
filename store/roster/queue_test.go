package roster_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// today is the day of storetest.Now, days off.
func today(days int) model.Date { return model.DateOf(storetest.Now().AddDate(0, 0, days)) }

// at is someone who has worked at a company for just over two years: no tenure,
// no anniversary near.
func at(name, company string) model.Person {
	return model.Person{Name: name, Positions: []model.Position{
		{Company: company, Title: "Engineer", Start: model.YearMonth(2023, 10)},
	}}
}

func signal(tx *store.Tx, s model.Signal) error { return tx.PutSignal(&s) }

func TestQueueOrder(t *testing.T) {
	st := storetest.Open(t)
	replied, due, nurture := at("Replied", "A"), at("Due", "A"), at("Nurture", "A")
	longDue, idle, locked := at("Long Due", "A"), at("Idle", "A"), at("Locked", "A")
	open, early := at("Open", "A"), at("Early", "A")
	replied.Outreach.State = model.Replied
	due.Outreach = model.Outreach{State: model.Active, Step: 1, Next: today(0)}
	longDue.Outreach = model.Outreach{State: model.Active, Step: 1, Next: today(-5)}
	early.Outreach = model.Outreach{State: model.Active, Step: 1, Next: today(1)}
	nurture.Outreach = model.Outreach{State: model.Nurture, Next: today(-1)}
	locked.Outreach = model.Outreach{State: model.Replied, Lock: model.OptedOut}
	add(t, st, nurture, idle, open, due, locked, longDue, replied, early)
	r := openRoster(t, st)
	s := edit(t, st, r, func(tx *store.Tx) error {
		return signal(tx, model.Signal{Kind: model.OpenToWork, Person: 3, Date: today(-2)})
	})
	rows, total := s.Queue(storetest.Now(), 10)
	var got []string
	for _, row := range rows {
		got = append(got, fmt.Sprintf("%s: %s", row.Card.Name, row.Next.Class))
	}
	want := []string{
		"Replied: reply waiting", "Long Due: touch due", "Due: touch due",
		"Open: receptive now", "Nurture: nurture due",
	}
	if !slices.Equal(got, want) || total != len(want) {
		t.Errorf("queue of %d is\n%q, want\n%q", total, got, want)
	}
	rows, total = s.Queue(storetest.Now(), 2)
	if len(rows) != 2 || rows[1].Card.Name != "Long Due" || total != 5 {
		t.Errorf("the first two of %d are %+v", total, rows)
	}
	if rows, total = s.Queue(storetest.Now(), 0); len(rows) != 0 || total != 5 {
		t.Errorf("none of %d are %+v", total, rows)
	}
}

// Who is interested, or has another touch due, comes on the day; a message that
// bounced waits for another address from the start, and so does somebody to be
// re-engaged, until the day on which she is in nurture again.
func TestQueueSeesEveryStateWhoseDayHasCome(t *testing.T) {
	st := storetest.Open(t)
	var all []model.Person
	for _, s := range []model.State{
		model.Mapped, model.Researched, model.IntroPending, model.Active, model.Paused, model.Interested, model.Later,
		model.Nurture, model.ReEngage, model.Pipeline, model.Hired, model.Bounced,
	} {
		p := at(string(s), "A")
		p.Outreach = model.Outreach{State: s, Step: 1, Next: today(0)}
		all = append(all, p)
	}
	lost := at("no date", "A")
	lost.Outreach.State = model.Bounced
	add(t, st, append(all, lost)...)
	s := openRoster(t, st).Snapshot()
	for _, tt := range []struct {
		days int
		want string
	}{
		{-1, "re-engage no date"},
		{0, "intro-pending active paused interested later pipeline hired bounced no date nurture re-engage"},
	} {
		rows, total := s.Queue(storetest.Now().AddDate(0, 0, tt.days), 20)
		var got []string
		for _, row := range rows {
			got = append(got, row.Card.Name)
		}
		if strings.Join(got, " ") != tt.want || total != len(rows) {
			t.Errorf("in %d days the queue of %d is %q, want %q", tt.days, total, got, tt.want)
		}
	}
}

func TestQueueAsksTheDay(t *testing.T) {
	st := storetest.Open(t)
	p := at("Due", "A")
	p.Outreach = model.Outreach{State: model.Active, Step: 1, Next: today(1)}
	add(t, st, p)
	s := openRoster(t, st).Snapshot()
	for days, want := range []int{0, 1, 1} {
		if _, total := s.Queue(storetest.Now().AddDate(0, 0, days), 5); total != want {
			t.Errorf("in %d days %d are in the queue, want %d", days, total, want)
		}
	}
	if _, total := s.Queue(storetest.Now(), 5); total != 0 {
		t.Errorf("back today %d are in the queue, want none", total)
	}
}

// A signal at a company of 2,000 reaches everybody there, and nobody else.
func TestSignalReachesTheWholeCompany(t *testing.T) {
	const size = 2000
	st := storetest.Open(t)
	var people []model.Person
	for i := range size {
		people = append(people, at(fmt.Sprint("Big ", i), "Big"), at(fmt.Sprint("Small ", i), "Small"))
	}
	add(t, st, people...)
	r := openRoster(t, st)
	before := r.Snapshot()
	if _, total := before.Queue(storetest.Now(), 1); total != 0 {
		t.Fatalf("%d in the queue before the signal", total)
	}
	card, _ := before.Card(1)
	after := edit(t, st, r, func(tx *store.Tx) error {
		return signal(tx, model.Signal{Kind: model.Layoffs, Company: card.CompanyID, Date: today(-10), Magnitude: 8})
	})
	rows, total := after.Queue(storetest.Now(), size+10)
	if total != size || len(rows) != size {
		t.Fatalf("%d in the queue, want %d", total, size)
	}
	for _, row := range rows {
		if row.Card.Company != "Big" || row.Next.Class != scoring.ReceptiveNow || row.Next.Window.Kind != model.Layoffs {
			t.Fatalf("in the queue is %+v", row)
		}
	}
	if _, total := before.Queue(storetest.Now(), 1); total != 0 {
		t.Errorf("the snapshot from before has %d in the queue now", total)
	}
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if _, total := settled(t, st, r).Queue(storetest.Now(), 1); total != 0 {
		t.Errorf("%d in the queue after the undo", total)
	}
}

func TestJoinerAndLeaverFollowTheCompany(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, at("Leaver", "Troubled"), at("Joiner", "Calm"))
	r := openRoster(t, st)
	edit(t, st, r, func(tx *store.Tx) error {
		c, ok := tx.CompanyByName("Troubled")
		if !ok {
			t.Error("the company is not there")
		}
		return signal(tx, model.Signal{Kind: model.Layoffs, Company: c, Date: today(-10), Magnitude: 8})
	})
	s := edit(t, st, r, func(tx *store.Tx) error {
		leaver, err := tx.Person(1)
		if err != nil {
			return err
		}
		joiner, err := tx.Person(2)
		if err != nil {
			return err
		}
		leaver.Positions, joiner.Positions = joiner.Positions, leaver.Positions
		if err := tx.PutPerson(&leaver); err != nil {
			return err
		}
		return tx.PutPerson(&joiner)
	})
	rows, _ := s.Queue(storetest.Now(), 5)
	if len(rows) != 1 || rows[0].Card.Name != "Joiner" {
		t.Errorf("the queue is %+v, want the joiner alone", rows)
	}
}

// The roster's scores are those of the ledger over the store's own records.
func TestScoreIsTheLedgers(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, at("Ada", "Acme"), at("Bo", "Acme"))
	signals := []model.Signal{
		{Kind: model.OpenToWork, Person: 1, Date: today(-3), Confidence: 0.4},
		{Kind: model.LeadershipChange, Person: 1, Date: today(-20), OwnManager: true},
		{Kind: model.PayBelowMarket, Company: 1, Date: today(-100), Magnitude: 9.5},
		{Kind: model.Layoffs, Company: 1, Date: today(-30), Magnitude: 3},
	}
	r := openRoster(t, st)
	s := edit(t, st, r, func(tx *store.Tx) error {
		for _, one := range signals {
			if err := signal(tx, one); err != nil {
				return err
			}
		}
		return nil
	})
	w := scoring.Default()
	for id, of := range map[model.PersonID][]model.Signal{1: signals, 2: signals[2:]} {
		card, _ := s.Card(id)
		want := w.Ledger(card.Facts, of, storetest.Now())
		score, win := s.Score(id, storetest.Now())
		if score != want.Score || win != want.Window || score == 0 {
			t.Errorf("%s scores %d in %+v, want %d in %+v", card.Name, score, win, want.Score, want.Window)
		}
	}
	if score, win := s.Score(99, storetest.Now()); score != 0 || win.Known() {
		t.Errorf("nobody scores %d", score)
	}
}

// What is remembered of a day and what is counted from nothing are the same.
func TestQueueKeptCurrentEqualsQueueFromNothing(t *testing.T) {
	st := storetest.Open(t)
	var people []model.Person
	for i := range 900 {
		people = append(people, at(fmt.Sprint("Person ", i), fmt.Sprint("Company ", i%7)))
	}
	add(t, st, people...)
	kept := openRoster(t, st)
	for i := range 20 {
		s := edit(t, st, kept, func(tx *store.Tx) error {
			if i%4 == 0 {
				return signal(tx, model.Signal{Kind: model.Reorg, Company: model.CompanyID(i/4 + 1), Date: today(-5 - i)})
			}
			return signal(tx, model.Signal{Kind: model.OpenToWork, Person: model.PersonID(1 + i*41), Date: today(-i % 7)})
		})
		s.Queue(storetest.Now(), 5)
	}
	rows, total := kept.Snapshot().Queue(storetest.Now(), 900)
	fresh, freshTotal := openRoster(t, st).Snapshot().Queue(storetest.Now(), 900)
	if total != freshTotal || !slices.Equal(rows, fresh) || total < 5 {
		t.Errorf("kept current it is of %d, from nothing of %d", total, freshTotal)
	}
}

func TestQueueIgnoresTheHour(t *testing.T) {
	st := storetest.Open(t)
	p := at("Rested", "A")
	p.Outreach = model.Outreach{State: model.Researched, LastTouch: storetest.Now().AddDate(0, 0, -31)}
	add(t, st, p)
	s := edit(t, st, openRoster(t, st), func(tx *store.Tx) error {
		return signal(tx, model.Signal{Kind: model.OpenToWork, Person: 1, Date: today(-2)})
	})
	for _, hour := range []time.Duration{-8, 0, 14} {
		if _, total := s.Queue(storetest.Now().Add(hour*time.Hour), 5); total != 1 {
			t.Errorf("%d hours off %d are in the queue, want 1", hour, total)
		}
	}
}

// A queue that is narrowed keeps its order, and counts whom the query finds in every
// class, also where the rows are of one.
func TestQueueNarrowed(t *testing.T) {
	st := storetest.Open(t)
	people := []model.Person{at("Ada Reply", "Acme"), at("Bo Reply", "Loom"), at("Cleo Due", "Acme"), at("Dana Nurture", "Acme"), at("Edda Idle", "Acme")}
	people[0].Outreach = model.Outreach{State: model.Replied, Owner: "ada"}
	people[1].Outreach = model.Outreach{State: model.Replied, Owner: "grace"}
	people[2].Outreach = model.Outreach{State: model.Active, Step: 1, Owner: "ada", Next: today(0)}
	people[3].Outreach = model.Outreach{State: model.Nurture, Next: today(-1)}
	add(t, st, people...)
	s := edit(t, st, openRoster(t, st), func(tx *store.Tx) error {
		return signal(tx, model.Signal{Kind: model.PostsMore, Person: 5, Date: today(-100)})
	})
	for _, c := range []struct {
		query string
		class uint8
		want  string
		count roster.Counts
	}{
		{"", 0, "Ada Reply, Bo Reply, Cleo Due, Dana Nurture", roster.Counts{2, 1, 0, 1}},
		{"", 2, "Cleo Due", roster.Counts{2, 1, 0, 1}},
		{"acme", 0, "Ada Reply, Cleo Due, Dana Nurture", roster.Counts{1, 1, 0, 1}},
		{"owner:me", 0, "Ada Reply, Cleo Due", roster.Counts{1, 1, 0, 0}},
		{"owner:me", 1, "Ada Reply", roster.Counts{1, 1, 0, 0}},
		{"dnntr", 0, "Dana Nurture", roster.Counts{0, 0, 0, 1}}, // scattered letters, as there is no such word
		{"idle", 0, "", roster.Counts{}},
	} {
		q, err := s.Filters().Parse(c.query, "ada", storetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		rows, count := s.Waiting(storetest.Now(), roster.Narrow{Query: q, Class: c.class}, 10)
		var names []string
		for _, r := range rows {
			names = append(names, r.Card.Name)
		}
		if got := strings.Join(names, ", "); got != c.want || count != c.count {
			t.Errorf("%q of class %d: %s (%v), want %s (%v)", c.query, c.class, got, count, c.want, c.count)
		}
	}
}

func TestNextDue(t *testing.T) {
	st := storetest.Open(t)
	later, soon, locked, now := at("Later", "A"), at("Soon", "A"), at("Locked", "A"), at("Now", "A")
	later.Outreach = model.Outreach{State: model.Later, Next: today(9)}
	soon.Outreach = model.Outreach{State: model.Active, Step: 1, Next: today(3)}
	locked.Outreach = model.Outreach{State: model.Later, Next: today(1), Lock: model.OptedOut}
	now.Outreach = model.Outreach{State: model.Active, Step: 1, Next: today(0)}
	add(t, st, later, soon, locked, now)
	s := edit(t, st, openRoster(t, st), func(tx *store.Tx) error { return nil })
	if day, who, ok := s.NextDue(storetest.Now()); !ok || day != today(3) || who.Name != "Soon" {
		t.Errorf("next is %s, %s (%v)", day, who.Name, ok)
	}
}

// Where the law asks to keep or to erase is read out of the place and of the day on which
// somebody came in, answered or was kept.
func TestQueueAsksWhomToKeep(t *testing.T) {
	st := storetest.Open(t)
	in := func(name, place string, months int) model.Person {
		p := model.Person{Name: name, Location: place}
		p.Origin.At = storetest.Now().AddDate(0, -months, 0)
		return p
	}
	kept := in("Kept", "Lyon, France", 40)
	kept.Outreach.Kept = model.Kept{On: today(-30), Why: "asked to be"}
	answered := in("Answered", "Lyon, France", 40)
	answered.Outreach.Trail.Answered = today(-300)
	add(t, st, in("Long", "Lyon, France", 30), in("Longer", "Leeds, United Kingdom", 40), in("Texan", "Austin, Texas", 40),
		in("Lately", "Lyon, France", 3), kept, answered)
	r := openRoster(t, st)
	rows, counts := r.Snapshot().Waiting(storetest.Now(), roster.Narrow{}, 10)
	if len(rows) != 2 || rows[0].Card.Name != "Longer" || rows[1].Card.Name != "Long" || counts[scoring.KeepOrErase] != 2 {
		t.Fatalf("the queue is %+v, %v", rows, counts)
	}
	s := edit(t, st, r, func(tx *store.Tx) error {
		p, err := tx.Person(rows[0].Card.ID)
		p.Outreach.Kept.On = today(0)
		return errors.Join(err, tx.PutPerson(&p))
	})
	if rows, _ = s.Queue(storetest.Now(), 10); len(rows) != 1 || rows[0].Card.Name != "Long" {
		t.Errorf("after one was kept: %+v", rows)
	}
}
