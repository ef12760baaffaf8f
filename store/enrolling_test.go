package store_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// slow is a sequence of three touches, on the days 0, 14 and 42.
func slow(t *testing.T, st *store.Store, name string) model.Sequence {
	t.Helper()
	s := model.Sequence{Name: name, Steps: []model.Step{{Channel: model.Email}, {Channel: model.Email, Gap: 14}, {Channel: model.Phone, Gap: 28}}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutSequence(&s) })
	return s
}

// Who was put into a sequence begins it with the next touch, whatever that is made of,
// by the days that it has by then.
func TestPutIntoASequence(t *testing.T) {
	st, now := clocked(t, store.Options{})
	s, other := slow(t, st, "Slow"), slow(t, st, "Other")
	p := placed(t, st, model.Outreach{})
	must(st.PutInto(adas(p), other.ID))(t)
	done := must(st.PutInto(adas(p), s.ID))(t)
	if o := done.Person.Outreach; !done.Changed || !o.Awaiting() || o.Plan.Sequence != s.ID || o.Current() != model.Mapped {
		t.Fatalf("put into the sequence she is %+v", o)
	}
	if got := lastSaid(t, st); got != "put Björn Ek into the sequence Slow" {
		t.Errorf("the journal says %q", got)
	}
	if again := must(st.PutInto(adas(p), s.ID))(t); again.Changed {
		t.Error("put into it twice something has changed")
	}
	s.Revise([]model.Step{{Channel: model.Email}, {Channel: model.Email, Gap: 7}, {Channel: model.Phone, Gap: 28}}, "ada", *now)
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutSequence(&s) })
	must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "1", Made: model.Made{Sequence: other.ID}}))(t)
	if o := person(t, st, p.ID).Outreach; !o.InSequence() || o.Plan.Sequence != s.ID || o.Plan.Version != 2 || o.Next != model.Day(2026, 3, 9) { // Monday 2 March + 7
		t.Errorf("after the first touch she is at %+v", o)
	}
	_, err := st.PutInto(adas(p), other.ID)
	if !errors.Is(err, model.ErrNoFit) || !strings.Contains(err.Error(), "touch 1 of 3 of a sequence has gone out to her") {
		t.Errorf("in the midst of one: %v", err)
	}

	q := placed(t, st, model.Outreach{State: model.Researched})
	must(st.PutInto(adas(q), s.ID))(t)
	must(st.LogContact(adas(q), store.Contact{Channel: model.Phone}))(t)
	if o := person(t, st, q.ID).Outreach; o.Plan.Sequence != s.ID || o.Step != 1 {
		t.Errorf("after a first call she is at %+v", o)
	}
	for _, o := range []model.Outreach{{State: model.Nurture}, {State: model.Replied}, {Lock: model.OptedOut}} {
		if _, err := st.PutInto(adas(placed(t, st, o)), s.ID); !errors.Is(err, model.ErrNoFit) {
			t.Errorf("%+v is put into a sequence: %v", o, err)
		}
	}
	if _, err := st.PutInto(adas(placed(t, st, model.Outreach{})), 99); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a sequence that is not there: %v", err)
	}
}

// A sequence that can't begin any more is forgotten.
func TestWhatEndsASequenceThatHasNotBegun(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	s := slow(t, st, "Slow")
	for name, end := range map[string]func(store.Act) (store.Acted, error){
		"taken out": st.TakeOut,
		"an answer": func(who store.Act) (store.Acted, error) {
			return st.Reply(who, store.Answer{Meaning: model.SaysInterested, Channel: model.Email, Text: "Tell me more"})
		},
		"a lock": func(who store.Act) (store.Acted, error) {
			return st.Lock(who, store.Lock{Kind: model.DoNotContact})
		},
		"a stop": func(who store.Act) (store.Acted, error) {
			return st.Reply(who, store.Answer{Meaning: model.SaysStop, Channel: model.Email, Text: "Stop"})
		},
	} {
		p := placed(t, st, model.Outreach{})
		must(st.PutInto(adas(p), s.ID))(t)
		if o := must(end(adas(p)))(t).Person.Outreach; o.Plan != (model.Plan{}) {
			t.Errorf("%s leaves %+v", name, o)
		}
	}
}

func TestTakeOutOfASequence(t *testing.T) {
	st, now := clocked(t, store.Options{})
	s := slow(t, st, "Slow")
	p := placed(t, st, model.Outreach{})
	must(st.PutInto(adas(p), s.ID))(t)
	must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "1"}))(t)
	*now = now.AddDate(0, 0, 14)
	d := model.Draft{Person: p.ID, Channel: model.Email, Body: "2"}
	must(st.Schedule("ada", &d, *now))(t)
	if _, err := st.TakeOut(store.Act{By: "ben", Person: p.ID}); !errors.Is(err, model.ErrGate) {
		t.Errorf("a colleague ends it: %v", err)
	}
	o := must(st.TakeOut(adas(p)))(t).Person.Outreach
	if o.State != model.Nurture || o.Step != 0 || o.Plan != (model.Plan{}) || o.Next != model.Day(2026, 5, 31) { // 2 March + 90
		t.Errorf("taken out she is at %+v", o)
	}
	if d := must(draft(st, p.ID))(t); !d.SendAt.IsZero() || d.Body != "2" {
		t.Errorf("what was approved is %+v", d)
	}
	if again := must(st.TakeOut(adas(p)))(t); again.Changed {
		t.Error("taken out twice something has changed")
	}
	must(st.Undo("ada"))(t)
	if o := person(t, st, p.ID).Outreach; !o.InSequence() || o.Plan.Sequence != s.ID {
		t.Errorf("after the undo she is at %+v", o)
	}
}

// Those in a sequence are told as the clock has them.
func TestWhoIsInASequence(t *testing.T) {
	st, now := clocked(t, store.Options{})
	s := slow(t, st, "Slow")
	waits, runs := placed(t, st, model.Outreach{}), placed(t, st, model.Outreach{})
	placed(t, st, model.Outreach{})
	for _, p := range []model.Person{waits, runs} {
		must(st.PutInto(adas(p), s.ID))(t)
	}
	must(st.LogSent("ada", model.Draft{Person: runs.ID, Channel: model.Email, Body: "1"}))(t)
	all := must(st.InSequences(t.Context()))(t)
	if len(all) != 2 || all[0].ID != waits.ID || !all[0].Outreach.Awaiting() || all[1].ID != runs.ID || all[1].Name != "Björn Ek" ||
		all[1].Outreach.Owner != "ada" || all[1].Outreach.Next != model.Day(2026, 3, 16) || all[1].Outreach.Plan.Sequence != s.ID {
		t.Errorf("in sequences are %+v", all)
	}
	for range 2 {
		*now = now.AddDate(0, 0, 40)
		must(st.LogSent("ada", model.Draft{Person: runs.ID, Channel: model.Email, Body: now.String()}))(t)
	}
	*now = now.AddDate(0, 0, 30) // silent after the last
	if all := must(st.InSequences(t.Context()))(t); len(all) != 1 || all[0].ID != waits.ID {
		t.Errorf("once one is over there are %+v", all)
	}
}

// BenchmarkInSequences looks for those in a sequence among 100,000 people.
func BenchmarkInSequences(b *testing.B) {
	st := storetest.Open(b)
	im := st.Importer("tester", model.Import{Source: "crowd"})
	for at := 0; at < 100_000; at += 2000 {
		some := make([]*model.Person, 2000)
		for i := range some {
			p := storetest.Person(at + i)
			some[i] = &p
		}
		if err := im.Write(b.Context(), some); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := st.InSequences(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
