package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// approved is somebody with a message that is approved, and its time has come.
func approved(t *testing.T) (*store.Store, *time.Time, model.Person) {
	t.Helper()
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	d := model.Draft{Person: p.ID, Channel: model.Email, Subject: "Your talk", Body: "Hello", Shelf: 4, Notice: true}
	d.Override = model.Override{Rules: "why-them", Why: "we have met"}
	*now = must(st.Schedule("ada", &d, *now))(t)
	return st, now, p
}

func TestAMessageIsHandedOverOnce(t *testing.T) {
	st, now, p := approved(t)
	h := store.Handover{Person: p.ID, MessageID: "one@t.example", To: "bjorn@loom.example", Via: "mailer"}
	out := must(st.BeginSend("ada", h))(t)
	if out.OutState() != model.Sending || out.Body != "Hello" || out.Out.MessageID != h.MessageID {
		t.Errorf("handed over is %+v", out)
	}
	if _, err := st.BeginSend("ben", h); !errors.Is(err, store.ErrOnItsWay) {
		t.Errorf("a second time: %v", err)
	}
	typed := model.Draft{Person: p.ID, Rev: out.Rev, Body: "Other"}
	if _, err := st.SaveDraft("ada", &typed); !errors.Is(err, store.ErrOnItsWay) {
		t.Errorf("typing into it: %v", err)
	}
	if _, err := st.LogSent("ada", out); !errors.Is(err, store.ErrOnItsWay) {
		t.Errorf("logging it: %v", err)
	}
	if err := st.Discard("ada", p.ID); !errors.Is(err, store.ErrOnItsWay) {
		t.Errorf("throwing it away: %v", err)
	}
	*now = now.Add(time.Second)
	touch := must(st.EndSend("ada", p.ID, h.MessageID, store.Left, ""))(t)
	if again := must(st.EndSend("ada", p.ID, h.MessageID, store.Left, ""))(t); again.ID != touch.ID {
		t.Errorf("told twice there are the touches %s and %s", touch.ID, again.ID)
	}
	had := touches(t, st, p.ID)
	if len(had) != 1 || had[0].Override.Why != "we have met" || had[0].Shelf != 4 || !had[0].Notice || had[0].MessageID != h.MessageID || had[0].Via != "mailer" {
		t.Errorf("the touches are %+v", had)
	}
	if _, err := st.Undo("ada"); !errors.Is(err, store.ErrSent) {
		t.Errorf("taking back what a mailer has sent: %v", err)
	}
}

// Nothing is handed over that nobody has approved, before its time, past the gate, or
// to an address that is no longer hers.
func TestWhatIsNotHandedOver(t *testing.T) {
	st, now, p := approved(t)
	h := store.Handover{Person: p.ID, MessageID: "one@t.example", To: "old@loom.example"}
	if _, err := st.BeginSend("ada", h); err == nil || !strings.Contains(err.Error(), "not hers") {
		t.Errorf("to another address: %v", err)
	}
	h.To = ""
	*now = now.Add(-time.Minute)
	if _, err := st.BeginSend("ada", h); !errors.Is(err, store.ErrNotQueued) {
		t.Errorf("before its time: %v", err)
	}
	*now = now.Add(time.Minute)
	if _, err := st.BeginSend("ada", store.Handover{Person: p.ID}); err == nil {
		t.Error("without a Message-ID")
	}
	must(st.Reply(adas(p), store.Answer{Meaning: model.HumanReply, Text: "Wait", At: *now}))(t)
	if _, err := st.BeginSend("ada", h); !errors.Is(err, store.ErrNotQueued) {
		t.Errorf("after a reply: %v", err)
	}
	d := must(draft(st, p.ID))(t)
	*now = must(st.Schedule("ada", &d, *now))(t)
	edit(t, st, "ben", "locked", func(tx *store.Tx) error { // past what cancels
		q := person(t, st, p.ID)
		q.Outreach.Lock = model.DoNotContact
		return tx.PutPerson(&q)
	})
	if _, err := st.BeginSend("ada", h); !errors.Is(err, model.ErrGate) {
		t.Errorf("past a lock: %v", err)
	}
}

// What did not leave is a draft again, with the reason; what nobody knows waits for a
// person.
func TestHowASendEnds(t *testing.T) {
	st, now, p := approved(t)
	send := func(id string) {
		t.Helper()
		d := must(draft(st, p.ID))(t)
		if d.OutState() == model.Drafting {
			*now = must(st.Schedule("ada", &d, *now))(t)
		}
		must(st.BeginSend("ada", store.Handover{Person: p.ID, MessageID: id}))(t)
	}
	send("one")
	must(st.EndSend("ada", p.ID, "one", store.Failed, "the mailbox is full"))(t)
	if d := must(draft(st, p.ID))(t); d.OutState() != model.Drafting || d.Body != "Hello" || d.Out.Failed != "the mailbox is full" {
		t.Errorf("after a failure the draft is %+v", d)
	}
	send("two")
	must(st.EndSend("ada", p.ID, "two", store.NotKnown, "the line broke"))(t)
	waiting := read(t, st, func(tx *store.Tx) ([]model.Draft, error) { return tx.Outbox() })
	if len(waiting) != 1 || waiting[0].OutState() != model.Unknown {
		t.Errorf("the outbox has %+v", waiting)
	}
	if _, err := st.BeginSend("ada", store.Handover{Person: p.ID, MessageID: "three"}); !errors.Is(err, store.ErrOnItsWay) {
		t.Errorf("sending what nobody knows about: %v", err)
	}
	must(st.Reply(adas(p), store.Answer{Meaning: model.HumanReply, Text: "Got it", At: *now}))(t) // holds nothing back that is away
	must(st.Resolve("ada", p.ID, true))(t)
	had := touches(t, st, p.ID)
	if len(had) != 2 || had[1].MessageID != "two" || had[1].Body != "Hello" {
		t.Errorf("the touches are %+v", had)
	}
	if _, err := st.Resolve("ada", p.ID, true); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("found out twice: %v", err)
	}
}

// A thing from the shelf is shared with a person once.
func TestSharedOnce(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Nurture, Owner: "ada"})
	d := model.Draft{Person: p.ID, Channel: model.Email, Body: "One", Shelf: 2}
	must(st.LogSent("ada", d))(t)
	*now = now.AddDate(0, 4, 0)
	d.Body = "Two"
	if _, err := st.LogSent("ada", d); !errors.Is(err, store.ErrSharedAlready) {
		t.Errorf("shared again: %v", err)
	}
	if _, err := st.Schedule("ada", &d, *now); !errors.Is(err, store.ErrSharedAlready) {
		t.Errorf("approved again: %v", err)
	}
	d.Shelf = 3
	must(st.LogSent("ada", d))(t)
}

// Who begins in a sequence goes on by its days, also when it is changed meanwhile.
func TestASequenceSetsTheDays(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	s := model.Sequence{Name: "Slow", Steps: []model.Step{{Channel: model.Email}, {Channel: model.Email, Gap: 14}, {Channel: model.Phone, Gap: 28}}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutSequence(&s) })
	must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "1", Made: model.Made{Sequence: s.ID}}))(t)
	if o := person(t, st, p.ID).Outreach; o.Next != model.Day(2026, 3, 16) || o.Plan.Touches != 3 { // Monday 2 March + 14
		t.Errorf("after the first touch she is at %+v", o)
	}
	edit(t, st, "ada", "x", func(tx *store.Tx) error {
		s.Revise([]model.Step{{Channel: model.Email}, {Channel: model.Email, Gap: 1}, {Channel: model.Phone, Gap: 1}}, "ada", *now)
		return tx.PutSequence(&s)
	})
	*now = now.AddDate(0, 0, 14)
	must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "2"}))(t)
	if o := person(t, st, p.ID).Outreach; o.Next != model.Day(2026, 4, 13) { // 16 March + 28
		t.Errorf("after the second touch she is at %+v", o)
	}
	*now = now.AddDate(0, 0, 28)
	must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Phone, Body: "3"}))(t)
	*now = now.AddDate(0, 0, 30)
	if o := model.DefaultCadence(); true {
		settled := o.Settled(person(t, st, p.ID).Outreach, *now)
		if settled.State != model.Nurture || settled.Plan != (model.Plan{}) {
			t.Errorf("after the third of three she is at %+v", settled)
		}
	}
}
