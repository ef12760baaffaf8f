package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// dueSince is somebody whose day has come on 2 March 2026.
func dueSince(s model.State, day model.Date) model.Outreach {
	return model.Outreach{State: s, Step: 4, Next: day, LastTouch: time.Date(2026, 2, 2, 9, 0, 0, 0, time.UTC)}
}

func TestSweep(t *testing.T) {
	st, now := clocked(t, store.Options{})
	silent := placed(t, st, dueSince(model.Active, model.Day(2026, 2, 27)))
	later := placed(t, st, dueSince(model.Later, model.Day(2026, 2, 10)))
	waiting := placed(t, st, dueSince(model.Later, model.Day(2026, 3, 3)))
	replied := placed(t, st, dueSince(model.Replied, model.Day(2026, 2, 27)))
	swept := must(st.Sweep(t.Context()))(t)
	want := "[{p1 Björn Ek active nurture [nurture (10 business days silent)]} " +
		"{p2 Björn Ek later nurture [re-engage (date reached) nurture (14 d unused)]}]"
	if fmt.Sprint(swept) != want {
		t.Errorf("swept %v\nwant  %v", swept, want)
	}
	o := person(t, st, silent.ID).Outreach
	if o.State != model.Nurture || o.Trail.Since != model.Day(2026, 2, 27) || o.Next != model.Day(2026, 5, 3) {
		t.Errorf("who was silent is %+v", o)
	}
	for _, p := range []model.Person{waiting, replied} {
		if got := person(t, st, p.ID); got.Rev != p.Rev {
			t.Errorf("%s was written though nothing happened: %+v", p.ID, got.Outreach)
		}
	}
	all := journal(t, st)
	last := all[len(all)-1]
	if last.Actor != "the clock" || !last.Clock || last.What != "Björn Ek: later → re-engage (date reached) → nurture (14 d unused)" {
		t.Errorf("the journal says %+v", last)
	}
	if again := must(st.Sweep(t.Context()))(t); len(again) != 0 || len(journal(t, st)) != len(all) {
		t.Errorf("the second time it swept %v", again)
	}
	*now = now.AddDate(0, 0, 1)
	if swept := must(st.Sweep(t.Context()))(t); len(swept) != 1 || swept[0].Person != waiting.ID {
		t.Errorf("the day after it swept %v", swept)
	}
	_ = later
}

// An undo takes along what the clock did since to the same record; it comes again
// with the next sweep, and is in nobody's way.
func TestUndoTakesTheClockAlong(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Replied, Next: model.Day(2026, 3, 2)})
	must(st.Reply(adas(p), store.Answer{Meaning: model.SaysLater, Until: model.Day(2026, 3, 3)}))(t)
	*now = now.AddDate(0, 0, 2)
	must(st.Sweep(t.Context()))(t)
	*now = now.AddDate(0, 1, 0)
	must(st.Sweep(t.Context()))(t)
	if o := person(t, st, p.ID).Outreach; o.State != model.Nurture {
		t.Fatalf("by the clock she is %s", o.State)
	}
	if _, err := st.UndoChange("ada", must(st.Rev())(t)); !errors.Is(err, store.ErrByTheClock) {
		t.Errorf("an undo of the clock = %v", err)
	}
	u := undo(t, st, "ada")
	if o := person(t, st, p.ID).Outreach; u.What != "a reply from Björn Ek: later, on 2026-03-03" || o.State != model.Replied {
		t.Errorf("took back %q, and she is %s", u.What, o.State)
	}
	if _, err := st.Redo("ada"); err != nil {
		t.Fatal(err)
	}
	if o := person(t, st, p.ID).Outreach; o.State != model.Later {
		t.Errorf("after the redo she is %s", o.State)
	}
	if _, err := st.Redo("ada"); !errors.Is(err, store.ErrNothingToRedo) {
		t.Errorf("a second redo = %v: what the clock did comes by itself", err)
	}
	if swept := must(st.Sweep(t.Context()))(t); len(swept) != 1 {
		t.Errorf("the clock goes on with %v", swept)
	}
	// What somebody else has changed since stands in the way, as before.
	must(st.AddNote(store.Act{By: "ben", Person: p.ID}, "x"))(t)
	refusedUndo(t, st, "ada", "ben")
}

// A merger of people who share an address goes by undo, whatever the clock has done
// since to the one who stays, or to a third with the same address. Only who has been
// given the address since is in the way, and is named as such.
func TestUndoOfAMergerAfterTheClock(t *testing.T) {
	const address = "ek@people.example"
	for _, c := range []struct {
		name         string
		third, given bool   // a third has the address from the first, or is given it
		refused      string // who is in the way
	}{
		{name: "the one who stays"},
		{name: "a third", third: true},
		{name: "one who is given it", given: true, refused: "by ben at 2026-03-02 09:00 (gave an address)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			st, now := clocked(t, store.Options{})
			due := dueSince(model.Later, model.Day(2026, 3, 3))
			a, b, third := placed(t, st, due), placed(t, st, model.Outreach{}), placed(t, st, due)
			give := func(who string, ids ...model.PersonID) {
				for _, id := range ids {
					edit(t, st, who, "gave an address", func(tx *store.Tx) error {
						p, err := tx.Person(id)
						p.Contact.Emails = []string{address}
						return errors.Join(err, tx.PutPerson(&p))
					})
				}
			}
			give("ben", a.ID, b.ID)
			if c.third {
				give("ben", third.ID)
			}
			must(st.MergePeople("ada", a.ID, b.ID))(t)
			if c.given {
				give("ben", third.ID)
			}
			*now = now.AddDate(0, 2, 0)
			if swept := must(st.Sweep(t.Context()))(t); len(swept) != 2 {
				t.Fatalf("the clock went on with %v", swept)
			}
			if c.refused != "" {
				refusedUndo(t, st, "ada", "has the same address", c.refused)
				return
			}
			undo(t, st, "ada")
			if got := person(t, st, b.ID); len(got.Contact.Emails) != 1 || got.Contact.Emails[0] != address {
				t.Errorf("who was merged is back as %+v", got.Contact)
			}
		})
	}
}

// triggers brings back whoever has a signal of open to work.
func triggers(p *model.Person, signals []model.Signal, _ time.Time) (string, bool) {
	return "she looks around", slices.ContainsFunc(signals, func(s model.Signal) bool { return s.Kind == model.OpenToWork })
}

func TestTriggersAreNoticed(t *testing.T) {
	st, _ := clocked(t, store.Options{Trigger: triggers})
	nurtured := placed(t, st, model.Outreach{State: model.Nurture, Owner: "ada", Next: model.Day(2026, 6, 1)})
	mapped := placed(t, st, model.Outreach{})
	refused := placed(t, st, model.Outreach{State: model.Nurture, Trail: model.Trail{Refused: model.Day(2026, 1, 5)}})
	locked := placed(t, st, model.Outreach{State: model.Nurture, Lock: model.DoNotContact})
	for _, p := range []model.Person{mapped, refused, locked} {
		done := must(st.AddSignal("ada", &model.Signal{Kind: model.OpenToWork, Person: p.ID}))(t)
		if !done.Changed || done.Person.Outreach != p.Outreach {
			t.Errorf("%s: a signal leaves %+v", p.ID, done.Person.Outreach)
		}
	}
	sig := model.Signal{Kind: model.OpenToWork, Person: nurtured.ID, Source: "her profile"}
	done := must(st.AddSignal("ada", &sig))(t)
	if o := done.Person.Outreach; o.State != model.ReEngage || o.Trail.Cause != model.Triggered || o.Next != model.Day(2026, 3, 16) {
		t.Errorf("a signal leaves %+v", o)
	}
	if got := lastSaid(t, st); !strings.Contains(got, "logged open to work of Björn Ek") || !strings.Contains(got, "re-engage (she looks around)") {
		t.Errorf("the journal says %q", got)
	}
	touch := must(st.LogSent("ada", model.Draft{Person: nurtured.ID, Channel: model.Email, Body: "Hello"}))(t)
	if o := person(t, st, nurtured.ID).Outreach; o.State != model.Active || o.Step != 1 || !touch.ReEngages {
		t.Errorf("written to again she is %s(%d), touch %+v", o.State, o.Step, touch)
	}
	undo(t, st, "ada")
	undo(t, st, "ada")
	if n := len(read(t, st, func(tx *store.Tx) ([]model.Signal, error) {
		var all []model.Signal
		for s, err := range tx.SignalsOf(nurtured.ID) {
			if err != nil {
				return nil, err
			}
			all = append(all, s)
		}
		return all, nil
	})); n != 0 || person(t, st, nurtured.ID).Outreach.State != model.Nurture {
		t.Errorf("one undo of the signal leaves %d, and her in %s", n, person(t, st, nurtured.ID).Outreach.State)
	}
}

// At a company the next sweep notices, for all who work there.
func TestSweepNoticesTriggers(t *testing.T) {
	st, _ := clocked(t, store.Options{Trigger: triggers})
	acme := model.Company{Name: "Acme"}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutCompany(&acme) })
	at := placed(t, st, model.Outreach{State: model.Later, Next: model.Day(2026, 6, 1)})
	at.Positions = []model.Position{{Company: "Acme", CompanyID: acme.ID}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&at) })
	must(st.AddSignal("ada", &model.Signal{Kind: model.OpenToWork, Company: acme.ID}))(t)
	must(st.LockCompany("ada", acme.ID, store.Lock{Kind: model.DoNotContact}))(t)
	if swept := must(st.Sweep(t.Context()))(t); len(swept) != 0 {
		t.Errorf("at a company that is left alone it swept %v", swept)
	}
	must(st.UnlockCompany("ada", acme.ID, ""))(t)
	if swept := must(st.Sweep(t.Context()))(t); len(swept) != 1 || swept[0].Now != model.ReEngage {
		t.Errorf("it swept %v", swept)
	}
}
