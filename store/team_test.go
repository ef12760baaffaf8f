package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// TestTeamHistories drives three recruiters who work on the same few people, at two
// companies, over years: whatever they do, in whatever order, with undos, redos,
// mergers and reopenings, the promises of outreach hold after every step.
func TestTeamHistories(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := &team{path: ramPath(t), now: storetest.Now(), asked: map[string]bool{}}
		m.begin(rt)
		defer func() { m.st.Close() }()
		rt.Repeat(map[string]func(*rapid.T){
			"send":     m.send,
			"send 2":   m.send,
			"year":     m.year,
			"twice":    m.sendTwice,
			"reply":    m.reply,
			"reply 2":  m.reply,
			"machine":  m.machine,
			"contact":  m.contact,
			"lock":     m.lock,
			"unlock":   m.unlock,
			"company":  m.company,
			"queue":    m.queue,
			"assign":   m.assign,
			"research": m.research,
			"stage":    m.stage,
			"signal":   m.signal,
			"schedule": m.schedule,
			"sequence": m.sequence,
			"clock":    m.clock,
			"clock 2":  m.clock,
			"sweep":    m.sweep,
			"undo":     m.undo,
			"redo":     m.redo,
			"merge":    m.merge,
			"reopen":   m.reopen,
			"":         m.promises,
		})
		done, err := m.st.Check()
		if err != nil || len(done.Faults) > 0 {
			rt.Fatalf("check: %v, %v", done.Faults, err)
		}
	})
}

// team is the store under test, and what must be known beside it: who, by her
// address, has asked not to be written to.
type team struct {
	path  string
	st    *store.Store
	now   time.Time
	asked map[string]bool
	texts int
}

var recruiters = []string{"ada", "ben", "cleo"}

func (m *team) open(t *rapid.T) {
	var err error
	if m.st, err = openAt(m.path, store.Options{Clock: func() time.Time { return m.now }, Trigger: triggers}); err != nil {
		t.Fatal(err)
	}
}

func (m *team) begin(t *rapid.T) {
	m.open(t)
	_, err := m.st.Edit(store.By("founder", "x"), func(tx *store.Tx) error {
		acme, oak := model.Company{Name: "Acme"}, model.Company{Name: "Oak Mills"}
		if err := errors.Join(tx.PutCompany(&acme), tx.PutCompany(&oak)); err != nil {
			return err
		}
		for i, at := range []model.Company{acme, acme, oak, oak, {}} {
			p := model.Person{Name: fmt.Sprintf("Person %c", 'A'+i), Location: []string{"Berlin", "", "Boston, MA"}[i%3]}
			p.Contact.Emails = []string{fmt.Sprintf("p%d@people.example", i)}
			if at.ID != 0 {
				p.Positions = []model.Position{{Company: at.Name, CompanyID: at.ID, Title: "Engineer"}}
			}
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
		}
		return tx.PutSequence(&model.Sequence{Name: "Short", Steps: []model.Step{{Channel: model.Email}, {Channel: model.Email, Gap: 2}, {Channel: model.Phone, Gap: 9}}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (m *team) reopen(t *rapid.T) {
	if err := m.st.Close(); err != nil {
		t.Fatal(err)
	}
	m.open(t)
}

func (m *team) clock(t *rapid.T) {
	m.now = m.now.Add(time.Duration(rapid.SampledFrom([]int{1, 19, 25, 24 * 60, 4 * 24 * 60, 14 * 24 * 60, 40 * 24 * 60, 190 * 24 * 60}).Draw(t, "minutes")) * time.Minute)
}

// everybody reads all people.
func (m *team) everybody(t *rapid.T) (all []model.Person) {
	err := m.st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			all = append(all, p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// someone draws a recruiter and a person for her.
func (m *team) someone(t *rapid.T) (store.Act, model.Person) {
	all := m.everybody(t)
	p := all[rapid.IntRange(0, len(all)-1).Draw(t, "person")]
	return store.Act{By: rapid.SampledFrom(recruiters).Draw(t, "who"), Person: p.ID}, p
}

func channel(t *rapid.T) model.Channel {
	return rapid.SampledFrom([]model.Channel{model.Email, model.InMail}).Draw(t, "channel")
}

// text is one that was never written before.
func (m *team) text() string {
	m.texts++
	return fmt.Sprintf("text %d", m.texts)
}

// promises are what holds after every step.
func (m *team) promises(t *rapid.T) {
	c := model.DefaultCadence()
	for _, p := range m.everybody(t) {
		o := &p.Outreach
		if m.asks(&p) && o.Lock != model.OptedOut {
			t.Fatalf("%s has asked not to be written to, and is %+v", p.Name, *o)
		}
		if !o.Locked(m.now) && !c.Due(&p, m.now).Known() {
			t.Fatalf("nothing is ever due for %s: %+v", p.Name, *o)
		}
		if o.State == model.Active && (o.Step < 1 || o.Step > 4) {
			t.Fatalf("%s is in touch %d of 4", p.Name, o.Step)
		}
		if o.Plan.Touches > 0 && o.Step == 0 && (!o.Awaiting() || o.Lock == model.OptedOut) {
			t.Fatalf("%s waits for a sequence that can't begin: %+v", p.Name, *o)
		}
		m.unrepeated(t, p.ID)
		p.Outreach = c.Settled(*o, m.now)
		for _, who := range recruiters {
			for _, ch := range []model.Channel{model.Email, model.InMail} {
				m.agrees(t, p, who, ch)
			}
		}
	}
}

// unrepeated checks that no message went out twice.
func (m *team) unrepeated(t *rapid.T, id model.PersonID) {
	seen := map[string]bool{}
	for _, touch := range m.touches(t, id) {
		if touch.Direction == model.Outbound && seen[touch.Body] {
			t.Fatalf("%q went out twice", touch.Body)
		}
		seen[touch.Body] = true
	}
}

// agrees compares the gate with the oracle.
func (m *team) agrees(t *rapid.T, p model.Person, who string, ch model.Channel) {
	var says model.Answer
	err := m.st.View(func(tx *store.Tx) (err error) {
		says, err = m.st.Gate(tx, p.ID, ch, who, m.now)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []model.BlockKind
	for _, b := range says.Blocks {
		got = append(got, b.Kind)
	}
	got = slices.Compact(got) // two employers may both be locked
	if want := m.oracle(t, p, who, ch); !slices.Equal(got, want) {
		t.Fatalf("for %s to %s by %s (%+v) the gate says %v, the rules %v", who, p.Name, ch, p.Outreach, got, want)
	}
}
