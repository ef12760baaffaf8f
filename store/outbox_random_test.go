package store_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// TestNeverTwice drives a mailer that dies at every moment beside people who type,
// approve, take back, hear and undo: no text leaves twice, and whatever has left is
// told, as a touch or as something to be found out.
func TestNeverTwice(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := &post{path: ramPath(t), now: storetest.Now(), wire: map[string]int{}, bodies: map[string]string{}}
		m.open(rt)
		defer func() { m.st.Close() }()
		for range 2 {
			p := model.Person{Name: "P", Outreach: model.Outreach{}}
			if _, err := m.st.Edit(store.By("eve", "added"), func(tx *store.Tx) error { return tx.PutPerson(&p) }); err != nil {
				rt.Fatal(err)
			}
		}
		defer func() {
			if done, err := m.st.Check(); err != nil || len(done.Faults) > 0 {
				rt.Errorf("check: %v, %v", done.Faults, err)
			}
		}()
		rt.Repeat(map[string]func(*rapid.T){
			"type":      m.typeText,
			"approve":   m.approve,
			"take back": m.takeBack,
			"send":      m.send,
			"send more": m.send,
			"tell late": m.tellLate,
			"find out":  m.findOut,
			"log":       m.log,
			"reply":     m.reply,
			"undo":      func(t *rapid.T) { _, _ = m.st.Undo(actors.Draw(t, "who")) },
			"redo":      func(t *rapid.T) { _, _ = m.st.Redo(actors.Draw(t, "who")) },
			"reopen":    m.reopen,
			"days later": func(t *rapid.T) {
				m.now = m.now.Add(time.Duration(rapid.IntRange(1, 100).Draw(t, "hours")) * time.Hour)
			},
			"": m.look,
		})
	})
}

// post is the store beside the wire: what really left.
type post struct {
	path   string
	st     *store.Store
	now    time.Time
	texts  int
	wire   map[string]int    // how often a text left
	bodies map[string]string // of a Message-ID, what was handed over
	late   []lateWord        // what a mailer knows and has not told
}

type lateWord struct {
	person model.PersonID
	id     string
	how    store.Outcome
}

func (m *post) open(t *rapid.T) {
	var err error
	if m.st, err = openAt(m.path, store.Options{Clock: func() time.Time { return m.now }}); err != nil {
		t.Fatal(err)
	}
}

// reopen is also what a death looks like to the next start: whatever was on its way
// stays there.
func (m *post) reopen(t *rapid.T) {
	if err := m.st.Close(); err != nil {
		t.Fatal(err)
	}
	m.open(t)
	_ = m.st.View(func(tx *store.Tx) error {
		waiting, _ := tx.Outbox()
		for _, d := range waiting {
			if d.OutState() == model.Sending {
				t.Errorf("after a start %s is still being sent", d.Person)
			}
		}
		return nil
	})
}

func (m *post) whom(t *rapid.T) (model.PersonID, model.Draft) {
	id := model.PersonID(rapid.IntRange(1, 2).Draw(t, "whom"))
	d, err := draft(m.st, id)
	if err != nil {
		d = model.Draft{Person: id, Channel: model.Email}
	}
	return id, d
}

func (m *post) typeText(t *rapid.T) {
	_, d := m.whom(t)
	m.texts++
	d.Body = fmt.Sprint("text ", m.texts)
	if _, err := m.st.SaveDraft(actors.Draw(t, "who"), &d); err != nil && !errors.Is(err, store.ErrOnItsWay) {
		t.Fatal(err)
	}
}

func (m *post) approve(t *rapid.T) {
	_, d := m.whom(t)
	if !d.Empty() {
		_, _ = m.st.Schedule(actors.Draw(t, "who"), &d, m.now)
	}
}

func (m *post) takeBack(t *rapid.T) {
	if _, d := m.whom(t); d.OutState() == model.Queued {
		_, _ = m.st.Schedule(actors.Draw(t, "who"), &d, time.Time{})
	}
}

// send is a mailer at work, which may die before the message leaves, after that, or
// before it tells.
func (m *post) send(t *rapid.T) {
	id, d := m.whom(t)
	m.ready(t, &d)
	name := fmt.Sprint("message-", len(m.bodies)+1)
	out, err := m.st.BeginSend("mailer", store.Handover{Person: id, MessageID: name, Via: "mailer"})
	if err != nil {
		return
	}
	m.bodies[name] = out.Body
	left := rapid.Bool().Draw(t, "leaves")
	how := store.Failed
	if left {
		m.wire[out.Body]++
		how = store.Left
	}
	switch rapid.IntRange(0, 3).Draw(t, "and then") {
	case 0: // it dies
		m.reopen(t)
	case 1: // it does not know
		how = store.NotKnown
		fallthrough
	case 2:
		if _, err := m.st.EndSend("mailer", id, name, how, "x"); err != nil {
			t.Fatalf("telling how it ended: %v", err)
		}
	case 3: // it is slow
		m.late = append(m.late, lateWord{id, name, how})
	}
}

// ready has a message approved, and its time come, most of the time.
func (m *post) ready(t *rapid.T, d *model.Draft) {
	if d.OnItsWay() || rapid.IntRange(0, 4).Draw(t, "as it is") == 0 {
		return
	}
	if d.Empty() {
		m.texts++
		d.Body = fmt.Sprint("text ", m.texts)
	}
	if at, err := m.st.Schedule("ada", d, m.now); err == nil && at.After(m.now) {
		m.now = at
	}
}

// tellLate tells what a mailer knew already; told twice it is nothing new.
func (m *post) tellLate(t *rapid.T) {
	if len(m.late) == 0 {
		return
	}
	l := m.late[0]
	m.late = m.late[1:]
	for range 2 {
		if _, err := m.st.EndSend("mailer", l.person, l.id, l.how, ""); err != nil && !errors.Is(err, store.ErrNotFound) {
			t.Fatal(err)
		}
	}
}

// findOut is a person who looks, and tells the truth.
func (m *post) findOut(t *rapid.T) {
	id, d := m.whom(t)
	if d.OnItsWay() {
		if _, err := m.st.Resolve(actors.Draw(t, "who"), id, m.wire[d.Body] > 0); err != nil {
			t.Fatal(err)
		}
	}
}

func (m *post) log(t *rapid.T) {
	if _, d := m.whom(t); !d.Empty() && !d.OnItsWay() {
		_, _ = m.st.LogSent(actors.Draw(t, "who"), d)
	}
}

func (m *post) reply(t *rapid.T) {
	id, _ := m.whom(t)
	a := store.Answer{Meaning: rapid.SampledFrom([]model.EventKind{model.HumanReply, model.HumanReply, model.SaysInterested, model.SaysStop}).Draw(t, "meaning"), Text: "Hm"}
	if _, err := m.st.Reply(store.Act{By: "ada", Person: id}, a); err != nil {
		return
	}
	if d, err := draft(m.st, id); err == nil && d.OutState() == model.Queued {
		t.Errorf("after a reply it is still waiting to go out: %+v", d)
	}
}

// look holds what left against what is told.
func (m *post) look(t *rapid.T) {
	told := map[string]int{}
	for id := model.PersonID(1); id <= 2; id++ {
		_ = m.st.View(func(tx *store.Tx) error {
			for touch := range tx.TouchesOf(id) {
				if touch.Direction == model.Outbound {
					told[touch.Body]++
				}
			}
			if d, err := tx.Draft(id); err == nil && d.OnItsWay() {
				told[d.Body]++
			}
			return nil
		})
	}
	for name, body := range m.bodies {
		if m.wire[body] > 1 {
			t.Fatalf("%q (%s) left %d times", body, name, m.wire[body])
		}
		if m.wire[body] == 1 && told[body] == 0 {
			t.Fatalf("%q (%s) left, and nothing says so", body, name)
		}
	}
	for body, n := range told {
		if n > 1 {
			t.Fatalf("%q is told %d times", body, n)
		}
	}
}
