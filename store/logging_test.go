package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

func TestLogContact(t *testing.T) {
	st, now := clocked(t, store.Options{})
	call := store.Contact{Channel: model.Phone, Note: "She was in a hurry"}
	p := placed(t, st, model.Outreach{State: model.Researched})
	done := must(st.LogContact(adas(p), call))(t)
	if o := done.Person.Outreach; o.State != model.Active || o.Step != 1 || o.Owner != "ada" || done.Touch.Step != 1 || !done.Closed.Open() {
		t.Errorf("a first call leaves %+v", o)
	}
	before := done.Person.Outreach
	done = must(st.LogContact(adas(p), store.Contact{Channel: model.Event, At: now.AddDate(0, 0, -20)}))(t)
	if done.Person.Outreach != before || done.Touch.ID == 0 {
		t.Errorf("an older contact moves her to %+v", done.Person.Outreach)
	}
	done = must(st.LogContact(store.Act{By: "ben", Person: p.ID}, call))(t)
	if o := done.Person.Outreach; o.State != model.Active || o.Step != 1 || o.Owner != "ada" || done.Closed.Open() || len(touches(t, st, p.ID)) != 3 {
		t.Errorf("a call of a colleague's leaves %+v, closed: %+v", o, done.Closed)
	}
	if _, err := st.LogContact(adas(p), store.Contact{At: now.Add(time.Minute)}); err == nil || !strings.Contains(err.Error(), "not taken place yet") {
		t.Errorf("a contact to come: %v", err)
	}
	q := placed(t, st, model.Outreach{State: model.Nurture, Lock: model.OptedOut, Next: model.Day(2026, 3, 20)})
	done = must(st.LogContact(adas(q), call))(t)
	if o := done.Person.Outreach; o.Next != model.Day(2026, 5, 31) || o.Lock != model.OptedOut || done.Closed.Blocks[0].Kind != model.BlockOptedOut {
		t.Errorf("a call with somebody who has opted out leaves %+v", o)
	}
}

func TestLookAndAdvance(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	for i := range model.ReadyAt {
		done := must(st.Look(adas(p), model.ResearchItem(i), model.Finding{Looked: model.ItemNone}))(t)
		if want := map[bool]model.State{true: model.Researched, false: model.Mapped}[i == model.ReadyAt-1]; done.Person.Outreach.Current() != want {
			t.Errorf("after %d items she is %s", i+1, done.Person.Outreach.Current())
		}
	}
	step := func(kind model.EventKind, want model.State) {
		t.Helper()
		if got := must(st.Advance(adas(p), kind, "", model.RatedStrong))(t).Person.Outreach.State; got != want {
			t.Errorf("%s leads to %s, want %s", kind, got, want)
		}
	}
	must(st.Advance(adas(p), model.PathChosen, "Cleo Moss", ""))(t)
	if got := lastSaid(t, st); got != "Björn Ek: warm path chosen via Cleo Moss" {
		t.Errorf("the journal says %q", got)
	}
	must(st.Reply(adas(p), store.Answer{Meaning: model.SaysInterested, Channel: model.Introduction}))(t)
	step(model.ScreenBooked, model.Pipeline)
	step(model.GotHired, model.Hired)
	step(model.GotRated, model.Hired)
	if o := person(t, st, p.ID).Outreach; o.Trail.Rating != model.RatedStrong {
		t.Errorf("the rating is %q", o.Trail.Rating)
	}
	for _, kind := range []model.EventKind{model.Sent, model.Triggered, model.ScreenBooked} {
		if _, err := st.Advance(adas(p), kind, "", ""); !errors.Is(err, model.ErrNoFit) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestAddNote(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	must(st.AddNote(adas(p), "met at a fair"))(t)
	must(st.AddNote(adas(p), "speaks Finnish"))(t)
	if got := person(t, st, p.ID).Notes; got != "2026-03-02 ada: met at a fair\n2026-03-02 ada: speaks Finnish" {
		t.Errorf("the notes are %q", got)
	}
	if _, err := st.AddNote(adas(p), ""); err == nil {
		t.Error("a note without a word was taken")
	}
}

func TestAssign(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	ben := store.Act{By: "ben", Person: p.ID}
	must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}))(t)
	if _, err := st.Assign(ben, "ben"); !errors.Is(err, model.ErrGate) || !strings.Contains(err.Error(), "only ada can hand her over") {
		t.Errorf("ben takes her: %v", err)
	}
	must(st.Assign(adas(p), "ben"))(t)
	if got := blocked(t, st, p.ID, "ben"); got != "" {
		t.Errorf("handed over, and blocked by %q", got)
	}
	if got := blocked(t, st, p.ID, "ada"); got == "" {
		t.Error("ada, who handed her over, may still write")
	}
	*now = now.AddDate(0, 0, 30)
	must(st.Assign(store.Act{By: "cy", Person: p.ID}, "cy"))(t) // her time is over
	must(st.Assign(store.Act{By: "cy", Person: p.ID}, ""))(t)
	if o := person(t, st, p.ID).Outreach; o.Owner != "" {
		t.Errorf("she is %s's", o.Owner)
	}
}

func TestSnoozeSkipWake(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Replied, Next: model.Day(2026, 3, 1)})
	for _, day := range []model.Date{model.Day(2026, 3, 2), model.Day(2026, 3, 1), 0} {
		if _, err := st.Snooze(adas(p), day); !errors.Is(err, store.ErrPast) {
			t.Errorf("until %v: %v", day, err)
		}
	}
	must(st.Snooze(adas(p), model.Day(2026, 3, 9)))(t)
	must(st.Skip(store.Act{By: "ben", Person: p.ID}, model.Skip{Classes: 1, Next: model.Day(2026, 3, 1)}))(t)
	d := person(t, st, p.ID).Outreach.Deferral
	if d.Until != model.Day(2026, 3, 9) || d.Skip.Classes != 1 || d.By != "ben" || !d.At.Equal(st.Now()) {
		t.Errorf("deferred: %+v", d)
	}
	undo(t, st, "ben")
	if d := person(t, st, p.ID).Outreach.Deferral; d.Skipping() || d.By != "ada" {
		t.Errorf("after the undo: %+v", d)
	}
	must(st.Redo("ben"))(t)
	must(st.Reply(adas(p), store.Answer{Meaning: model.HumanReply, Text: "And another thing"}))(t)
	if d := person(t, st, p.ID).Outreach.Deferral; d != (model.Deferral{}) {
		t.Errorf("her message leaves %+v", d)
	}
	must(st.Snooze(adas(p), model.Day(2026, 3, 9)))(t)
	must(st.Wake(adas(p)))(t)
	if done := must(st.Wake(adas(p)))(t); done.Changed || done.Person.Outreach.Deferral != (model.Deferral{}) {
		t.Errorf("awake: %+v", done.Person.Outreach.Deferral)
	}
	if _, err := st.Skip(adas(p), model.Skip{}); err == nil {
		t.Error("nothing was skipped, and taken")
	}
}

func TestTag(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	must(st.Tag(adas(p), []string{"alumni", "Alumni", "lisbon"}, nil))(t)
	must(st.Tag(adas(p), []string{"LISBON", "speaker"}, []string{"ALUMNI", "unknown"}))(t)
	if got := person(t, st, p.ID).Background.Tags; !slices.Equal(got, []string{"lisbon", "speaker"}) {
		t.Errorf("the tags are %q", got)
	}
	done, err := st.Tag(adas(p), []string{"Speaker"}, []string{"alumni"})
	if err != nil || done.Changed {
		t.Errorf("what was so already: %+v, %v", done, err)
	}
}
