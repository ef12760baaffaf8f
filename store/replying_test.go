package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// clocked is a store whose clock a test moves; it begins at [storetest.Now].
func clocked(tb testing.TB, o store.Options) (*store.Store, *time.Time) {
	tb.Helper()
	now := storetest.Now()
	o.Clock = func() time.Time { return now }
	st := must(openAt(dbPath(tb), o))(tb)
	tb.Cleanup(func() {
		sound(tb, st)
		if err := st.Close(); err != nil {
			tb.Error(err)
		}
	})
	return st, &now
}

// placed stores somebody at a place in the method.
func placed(tb testing.TB, st *store.Store, o model.Outreach) model.Person {
	tb.Helper()
	p := model.Person{Name: "Björn Ek", Contact: model.Contact{Emails: []string{"bjorn@loom.example"}}, Outreach: o}
	edit(tb, st, "ada", "added Björn Ek", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	return p
}

func adas(p model.Person) store.Act { return store.Act{By: "ada", Person: p.ID} }

// lastSaid is what the journal says of the last change.
func lastSaid(tb testing.TB, st *store.Store) string {
	tb.Helper()
	all := journal(tb, st)
	return all[len(all)-1].What
}

func TestReplyInASequence(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Active, Step: 2, Owner: "ada", Next: model.Day(2026, 3, 3)})
	d := model.Draft{Person: p.ID, Channel: model.Email, Body: "A second thought"}
	at := must(st.Schedule("ada", &d, storetest.Now().AddDate(0, 0, 1)))(t)
	if at.Format(time.DateTime) != "2026-03-03 09:00:00" {
		t.Fatalf("approved for %s", at)
	}
	done := must(st.Reply(adas(p), store.Answer{Meaning: model.SaysLater, Until: model.Day(2026, 6, 1), Text: "In June, please."}))(t)
	o := done.Person.Outreach
	if o.State != model.Later || o.Next != model.Day(2026, 6, 1) || o.Trail.Answered != model.Day(2026, 3, 2) || done.Was != model.Active {
		t.Errorf("she was %s and is %+v", done.Was, o)
	}
	got := touches(t, st, p.ID)
	if len(got) != 1 || got[0].Direction != model.Inbound || got[0].Body != "In June, please." || got[0].Channel != model.Email || got[0].ID != done.Touch.ID {
		t.Errorf("touches are %+v", got)
	}
	if d := must(draft(st, p.ID))(t); !d.SendAt.IsZero() || d.Body != "A second thought" {
		t.Errorf("the draft is approved for %v and says %q, want its text and no approval", d.SendAt, d.Body)
	}
	if got := lastSaid(t, st); got != "a reply from Björn Ek: later, on 2026-06-01" {
		t.Errorf("the journal says %q", got)
	}
	undo(t, st, "ada")
	if d := must(draft(st, p.ID))(t); !d.SendAt.Equal(at) || person(t, st, p.ID).Outreach.State != model.Active || len(touches(t, st, p.ID)) != 0 {
		t.Errorf("one undo leaves %+v and %s", d, person(t, st, p.ID).Outreach.State)
	}
}

// The meaning of a reply that waits is told without writing it again.
func TestReplyIsTriagedOnce(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Active, Step: 1, Owner: "ada", Next: model.Day(2026, 3, 9)})
	must(st.Reply(adas(p), store.Answer{Meaning: model.HumanReply, Text: "Tell me more"}))(t)
	must(st.Reply(adas(p), store.Answer{Meaning: model.SaysInterested}))(t)
	done := must(st.Reply(adas(p), store.Answer{Meaning: model.SaysNo}))(t) // she was misread
	if got := touches(t, st, p.ID); len(got) != 1 {
		t.Errorf("%d touches, want the one message", len(got))
	}
	if o := done.Person.Outreach; o.State != model.Nurture || o.Trail.Refused != model.Day(2026, 3, 2) || o.Next != model.Day(2026, 8, 29) {
		t.Errorf("she is %+v", o)
	}
	if got := blocked(t, st, p.ID, "ada"); got != model.BlockRefused {
		t.Errorf("after a no the gate is blocked by %q", got)
	}
	must(st.Reply(adas(p), store.Answer{Meaning: model.HumanReply, Text: "I have thought again"}))(t)
	if got := blocked(t, st, p.ID, "ada"); got != "" {
		t.Errorf("after she has written the gate is blocked by %q", got)
	}
}

func TestAutomaticMessages(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Researched})
	must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}))(t)
	done := must(st.Reply(adas(p), store.Answer{Meaning: model.OutOfOffice, Until: model.Day(2026, 3, 10)}))(t)
	if o := done.Person.Outreach; o.State != model.Paused || o.Next != model.Day(2026, 3, 12) || o.Trail.Answered.Known() || done.Touch.Auto != model.AutoReply {
		t.Errorf("away: %+v, touch %+v", o, done.Touch)
	}
	if got := blocked(t, st, p.ID, "ada"); got != model.BlockSequence {
		t.Errorf("while she is away the gate is blocked by %q", got)
	}
	*now = now.AddDate(0, 0, 10)
	done = must(st.Reply(adas(p), store.Answer{Meaning: model.HardBounce}))(t)
	o := done.Person.Outreach
	if o.State != model.Bounced || o.Trail.Bounced.Address != "bjorn@loom.example" || done.Touch.Channel != model.Email || done.Was != model.Paused {
		t.Errorf("bounced: %+v, touch %+v", o, done.Touch)
	}
	if got := lastSaid(t, st); got != "hard bounce: Björn Ek, by e-mail; before, by the clock: active (date reached)" {
		t.Errorf("the journal says %q", got)
	}
	if _, err := st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "Again"}); !errors.Is(err, model.ErrGate) {
		t.Errorf("by e-mail: %v", err)
	}
	touch := must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.InMail, Body: "Hello"}))(t)
	if o := person(t, st, p.ID).Outreach; o.State != model.Active || o.Step != 1 || touch.Step != 1 {
		t.Errorf("by another channel she is %s(%d)", o.State, o.Step)
	}
}

// An opt-out is opened by a message of hers, with its text, and by nothing else.
func TestOptOutIsOpenedByHerAlone(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Active, Step: 1, Owner: "ada"})
	must(st.Reply(adas(p), store.Answer{Meaning: model.SaysStop, Text: "Please stop"}))(t)
	o := person(t, st, p.ID).Outreach
	if o.Lock != model.OptedOut || o.LockBy != "ada" || o.LockWhy != "she asked for it on 2026-03-02" || o.State != model.Replied {
		t.Fatalf("she is %+v", o)
	}
	if _, err := st.Unlock(adas(p), "she will not mind"); !errors.Is(err, model.ErrNoFit) {
		t.Errorf("Unlock = %v", err)
	}
	if _, err := st.Undo("ada"); !errors.Is(err, store.ErrStaysLocked) || !strings.Contains(err.Error(), "Björn Ek") {
		t.Errorf("Undo = %v", err)
	}
	if _, err := st.Lock(adas(p), store.Lock{Kind: model.DoNotContact, Until: model.Year(2027)}); !errors.Is(err, model.ErrNoFit) {
		t.Errorf("a lesser lock = %v", err)
	}
	if done := must(st.Lock(adas(p), store.Lock{Kind: model.OptedOut, Why: "again"}))(t); done.Changed || done.Person.Outreach.LockWhy != o.LockWhy {
		t.Errorf("a second opt-out made of it %+v", done.Person.Outreach)
	}
	for _, m := range []store.Answer{{Meaning: model.SaysInterested}, {Meaning: model.HumanReply, Text: " "}} {
		if _, err := st.Reply(adas(p), m); !errors.Is(err, store.ErrNeedsText) {
			t.Errorf("without a text: %v", err)
		}
	}
	must(st.Reply(adas(p), store.Answer{Meaning: model.OutOfOffice, Until: model.Day(2026, 4, 1), Text: "I am away"}))(t)
	if o := person(t, st, p.ID).Outreach; o.Lock != model.OptedOut {
		t.Errorf("an automatic message has opened the lock: %+v", o)
	}
	must(st.Reply(adas(p), store.Answer{Meaning: model.SaysInterested, Text: "I have changed my mind"}))(t)
	if o := person(t, st, p.ID).Outreach; o.Lock != model.Unlocked || o.State != model.Interested {
		t.Errorf("after her message she is %+v", o)
	}
	undo(t, st, "ada") // it was filed with the wrong person
	if o := person(t, st, p.ID).Outreach; o.Lock != model.OptedOut {
		t.Errorf("without her message the lock is %q", o.Lock)
	}
	if _, err := st.Redo("ada"); err != nil {
		t.Errorf("Redo = %v", err)
	}
}

// What does not fit is refused, and leaves nothing.
func TestReplyThatDoesNotFit(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Mapped})
	hot := placed(t, st, model.Outreach{State: model.Interested})
	if _, err := st.Reply(adas(hot), store.Answer{Meaning: model.Stalled}); !errors.Is(err, model.ErrNoFit) {
		t.Errorf("what the clock does, as a reply: %v", err)
	}
	rev := must(st.Rev())(t)
	for _, m := range []store.Answer{
		{Meaning: model.SaysLater},
		{Meaning: model.SaysLater, Until: model.Day(2026, 3, 2)},
		{Meaning: model.OutOfOffice, Until: model.Day(2026, 4, 1)}, // to nothing of ours
		{Meaning: model.HumanReply, At: now.Add(time.Hour)},
	} {
		if _, err := st.Reply(adas(p), m); err == nil || !strings.Contains(err.Error(), "Björn Ek: ") {
			t.Errorf("%s: %v, want a refusal that names her", m.Meaning, err)
		}
	}
	if got := must(st.Rev())(t); got != rev || len(touches(t, st, p.ID)) != 0 {
		t.Errorf("refused replies went from revision %d to %d", rev, got)
	}
}

// Two look at the same state: the second is told, unless only the clock went on.
func TestActOnWhatWasLookedAt(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Later, Next: model.Day(2026, 3, 3)})
	*now = now.AddDate(0, 0, 1)
	if swept := must(st.Sweep(t.Context()))(t); len(swept) != 1 {
		t.Fatalf("swept %+v", swept)
	}
	must(st.Snooze(store.Act{By: "ben", Person: p.ID, Rev: p.Rev}, model.Day(2026, 3, 9)))(t)
	_, err := st.Reply(store.Act{By: "ada", Person: p.ID, Rev: p.Rev}, store.Answer{Meaning: model.HumanReply})
	var c *store.ConflictError
	if !errors.As(err, &c) || c.Change.Actor != "ben" {
		t.Errorf("Reply = %v, want a conflict with ben", err)
	}
}
