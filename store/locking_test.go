package store_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// TestUndoLocksAgain has a lock come back by the undo of what opened it: what was
// approved in between does not go out.
func TestUndoLocksAgain(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	acme := model.Company{Name: "Acme"}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutCompany(&acme) })
	p := placed(t, st, model.Outreach{State: model.Active, Step: 1, Owner: "ada"})
	edit(t, st, "ada", "x", func(tx *store.Tx) error {
		q := person(t, st, p.ID)
		q.Positions = []model.Position{{Company: acme.Name, CompanyID: acme.ID, Start: model.Year(2020)}}
		return tx.PutPerson(&q)
	})
	forbidden := store.Lock{Kind: model.DoNotContact}
	for name, lock := range map[string]func(){
		"her own": func() {
			must(st.Lock(adas(p), forbidden))(t)
			must(st.Unlock(store.Act{By: "ben", Person: p.ID}, ""))(t)
		},
		"her employer": func() {
			must(st.LockCompany("ada", acme.ID, forbidden))(t)
			must(st.UnlockCompany("ben", acme.ID, ""))(t)
		},
	} {
		lock()
		d := model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}
		if was, err := draft(st, p.ID); err == nil {
			d = was
		}
		must(st.Schedule("ada", &d, st.Now()))(t)
		undo(t, st, "ben")
		if d := must(draft(st, p.ID))(t); !d.SendAt.IsZero() || d.Body != "Hello" {
			t.Errorf("the lock is %s: what was approved is %+v", name, d)
		}
		must(st.Redo("ben"))(t)
		sound(t, st)
	}
}

// TestASecondStopStays has somebody ask again while she is locked by a merger: that the
// merger goes opens nothing that she has asked for.
func TestASecondStopStays(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	gone, kept := placed(t, st, model.Outreach{Lock: model.OptedOut}), placed(t, st, model.Outreach{State: model.Mapped})
	must(st.MergePeople("ada", kept.ID, gone.ID))(t)
	must(st.Reply(store.Act{By: "ben", Person: kept.ID}, store.Answer{Meaning: model.SaysStop}))(t)
	if _, err := st.Undo("ben"); !errors.Is(err, store.ErrStaysLocked) {
		t.Errorf("the undo of what she asked for: %v", err)
	}
	if _, err := st.Undo("ada"); err == nil && person(t, st, kept.ID).Outreach.Lock != model.OptedOut {
		t.Error("with the merger her own request is gone")
	}
	sound(t, st)
}

func TestLockCancelsAndUnlockOpens(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Active, Step: 2, Owner: "ada", Next: model.Day(2026, 3, 3), LastTouch: time.Date(2026, 2, 27, 9, 0, 0, 0, time.UTC)})
	d := model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}
	must(st.Schedule("ada", &d, st.Now()))(t)
	must(st.Snooze(adas(p), model.Day(2026, 3, 9)))(t)
	must(st.Lock(adas(p), store.Lock{Kind: model.DoNotContact, Until: model.Day(2026, 6, 30), Why: "a client's"}))(t)
	o := person(t, st, p.ID).Outreach
	if o.Lock != model.DoNotContact || o.LockUntil != model.Day(2026, 6, 30) || o.State != model.Nurture || o.Step != 0 || o.Deferral != (model.Deferral{}) {
		t.Errorf("locked she is %+v", o)
	}
	if !must(draft(st, p.ID))(t).SendAt.IsZero() {
		t.Error("what was approved is approved still")
	}
	if got := lastSaid(t, st); got != "locked Björn Ek: do-not-contact until 2026-06-30 (a client's)" {
		t.Errorf("the journal says %q", got)
	}
	if _, err := st.Schedule("ada", &d, st.Now()); !errors.Is(err, model.ErrGate) {
		t.Errorf("Schedule under a lock = %v", err)
	}
	must(st.Unlock(store.Act{By: "ben", Person: p.ID}, "the contract is over"))(t)
	if got := blocked(t, st, p.ID, "ada"); got != "" {
		t.Errorf("unlocked, and blocked by %q", got)
	}
	undo(t, st, "ben")
	undo(t, st, "ada") // a lock of the team's is taken back as anything else
	if o := person(t, st, p.ID).Outreach; o.Lock != model.Unlocked || o.State != model.Active || o.Deferral.Until != model.Day(2026, 3, 9) {
		t.Errorf("after the undo she is %+v", o)
	}
	for _, l := range []store.Lock{{Kind: model.OptedOut, Until: model.Year(2027)}, {Kind: "erased"}, {Kind: model.DoNotContact, Until: model.Day(2026, 3, 1)}} {
		if _, err := st.Lock(adas(p), l); !errors.Is(err, model.ErrNoFit) {
			t.Errorf("%+v: %v", l, err)
		}
	}
}

func TestLockCompany(t *testing.T) {
	st, now := clocked(t, store.Options{})
	acme, oak := model.Company{Name: "Acme"}, model.Company{Name: "Oak Mills"}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return errors.Join(tx.PutCompany(&acme), tx.PutCompany(&oak)) })
	p := model.Person{Name: "Björn Ek", Positions: []model.Position{{Company: "Acme", CompanyID: acme.ID}}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	must(st.LockCompany("ada", acme.ID, store.Lock{Kind: model.DoNotContact, Until: model.Day(2026, 6, 30), Why: "a client"}))(t)
	if got := blocked(t, st, p.ID, "ada"); got != model.BlockCompany {
		t.Errorf("blocked by %q", got)
	}
	if got := lastSaid(t, st); got != "locked the company Acme until 2026-06-30 (a client)" {
		t.Errorf("the journal says %q", got)
	}
	// Of two companies that are one the stricter lock stands, whichever is kept.
	must(st.LockCompany("ben", oak.ID, store.Lock{Kind: model.DoNotContact}))(t)
	must(st.MergeCompanies(t.Context(), "ada", acme.ID, oak.ID))(t)
	c := read(t, st, func(tx *store.Tx) (model.Company, error) { return tx.Company(acme.ID) })
	if c.Lock != model.DoNotContact || c.LockUntil.Known() || c.LockBy != "ben" {
		t.Errorf("merged: %+v", c)
	}
	must(st.UnlockCompany("ben", acme.ID, ""))(t)
	if _, err := st.UnlockCompany("ben", acme.ID, ""); !errors.Is(err, model.ErrNoFit) {
		t.Errorf("a second time: %v", err)
	}
	if _, err := st.LockCompany("ben", acme.ID, store.Lock{Kind: model.OptedOut}); !errors.Is(err, model.ErrNoFit) {
		t.Errorf("a company can't opt out: %v", err)
	}
	must(st.LockCompany("ada", acme.ID, store.Lock{Kind: model.DoNotContact, Until: model.Day(2026, 3, 31)}))(t)
	for _, day := range []struct {
		days int
		want model.BlockKind
	}{{29, model.BlockCompany}, {1, ""}} {
		*now = now.AddDate(0, 0, day.days)
		if got := blocked(t, st, p.ID, "ada"); got != day.want {
			t.Errorf("on %s: %q, want %q", now.Format(time.DateOnly), got, day.want)
		}
	}
}

// Of two records that are one the stricter lock stands, and an undo gives each its
// own again.
func TestMergeKeepsTheLock(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	a, b := placed(t, st, model.Outreach{State: model.Active, Step: 1}), placed(t, st, model.Outreach{})
	must(st.Reply(adas(b), store.Answer{Meaning: model.SaysStop, Text: "No more"}))(t)
	must(st.MergePeople("ben", a.ID, b.ID))(t)
	if o := person(t, st, a.ID).Outreach; o.Lock != model.OptedOut {
		t.Errorf("merged: %+v", o)
	}
	undo(t, st, "ben")
	if one, two := person(t, st, a.ID).Outreach, person(t, st, b.ID).Outreach; one.Lock != model.Unlocked || two.Lock != model.OptedOut {
		t.Errorf("apart again: %q and %q", one.Lock, two.Lock)
	}
}

// An import that is taken back leaves a lock that it brought: the rest of the
// record is what it was.
func TestUndoOfAnImportKeepsTheLock(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{})
	im := st.Importer("ben", model.Import{Source: "list.csv"})
	for _, headline := range []string{"First", "Second"} { // in two chunks
		try(t, im.Edit(func(tx *store.Tx) error {
			q, err := tx.Person(p.ID)
			if err != nil {
				return err
			}
			q.Headline, q.Outreach.Lock, q.Outreach.LockWhy = headline, model.OptedOut, "list.csv says so"
			return tx.PutPerson(&q)
		}))
	}
	try(t, im.Finish(model.Import{Changed: 1}))
	u := undo(t, st, "ben")
	if got := person(t, st, p.ID); got.Headline != "" || got.Outreach.Lock != model.OptedOut || got.Outreach.LockWhy != "list.csv says so" || u.Records == 0 {
		t.Errorf("after the undo: %q, %+v", got.Headline, got.Outreach)
	}
	if _, err := st.Redo("ben"); err != nil {
		t.Fatal(err)
	}
	if got := person(t, st, p.ID); got.Headline != "Second" || got.Outreach.Lock != model.OptedOut {
		t.Errorf("after the redo: %q, %+v", got.Headline, got.Outreach)
	}
}

// Somebody whom an import brought in with an opt-out stays, when it is taken back, with
// what she is known by and her lock; whoever came with her goes, and so does the rest.
// A redo brings back all of it.
func TestUndoOfAnImportThatBroughtALock(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	im := st.Importer("ben", model.Import{Source: "list.csv"})
	ann := model.Person{
		Name: "Ann Lee", Headline: "Baker", Skills: []string{"bread"}, Contact: model.Contact{Emails: []string{"ann@people.example"}},
		Positions: []model.Position{{Company: "Acme"}},
	}
	ann.Outreach.Lock, ann.Outreach.LockWhy = model.OptedOut, "list.csv says so"
	tom := model.Person{Name: "Tom Roe", Contact: model.Contact{Emails: []string{"tom@people.example"}}}
	tom.Outreach.Lock = model.DoNotContact
	late := model.Person{Name: "Una Day", Contact: model.Contact{Emails: []string{"una@people.example"}}} // her lock comes with a later chunk
	try(t, im.Write(t.Context(), []*model.Person{&ann, &tom, &late}))
	late.Outreach.Lock = model.OptedOut
	try(t, im.Write(t.Context(), []*model.Person{&late}))
	try(t, im.Finish(model.Import{New: 3}))
	for range 2 { // it can be done again, and taken back again
		if u := undo(t, st, "ben"); u.Locked != 2 {
			t.Errorf("the undo tells of %d who stay locked, want 2: %+v", u.Locked, u)
		}
		got := person(t, st, ann.ID)
		if got.Name != "Ann Lee" || !slices.Equal(got.Contact.Emails, ann.Contact.Emails) || got.Outreach.Lock != model.OptedOut || got.Outreach.LockWhy != "list.csv says so" {
			t.Errorf("Ann is known as %+v", got)
		}
		if got.Headline != "" || got.Skills != nil || got.Positions != nil {
			t.Errorf("of what the file said there stays %+v", got)
		}
		if got := person(t, st, late.ID); got.Outreach.Lock != model.OptedOut || got.Name != "Una Day" {
			t.Errorf("Una is known as %+v", got)
		}
		if err := st.View(func(tx *store.Tx) error { _, err := tx.Person(tom.ID); return err }); !isNotFound(err) {
			t.Errorf("Tom, who asked for nothing, is still there: %v", err)
		}
		if ids := byKey(t, st, "e:ann@people.example"); len(ids) != 1 {
			t.Errorf("her address leads to %v", ids)
		}
		must(st.Redo("ben"))(t)
		if got := person(t, st, ann.ID); got.Headline != "Baker" || len(got.Positions) != 1 || got.Outreach.Lock != model.OptedOut {
			t.Errorf("after the redo Ann is %+v", got)
		}
	}
	if found := must(st.Check())(t); len(found.Faults) > 0 {
		t.Errorf("check finds %v", found.Faults)
	}
}

func TestCarryCompanyLocks(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	acme := model.Company{Name: "Acme GmbH"}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutCompany(&acme) })
	backup := path + ".backup"
	must(st.Backup(backup))(t)
	late := model.Company{Name: "Oak Mills", Aliases: []string{"OM"}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutCompany(&late) })
	for _, id := range []model.CompanyID{acme.ID, late.ID} {
		must(st.LockCompany("ada", id, store.Lock{Kind: model.DoNotContact}))(t)
	}
	try(t, st.Close())
	kept, _, err := store.Restore(path, backup, st.Now())
	try(t, err)
	st = mustOpen(t, path)
	defer st.Close()
	held := must(st.CarryLocks(kept, "ada"))(t)
	if len(held) != 2 || held[0].Ref() != "c1" || held[1].Name != "Oak Mills" {
		t.Errorf("held %v", held)
	}
	if got := lastSaid(t, st); got != "locked 0 people and 2 companies, that were locked before the restore" {
		t.Errorf("the journal says %q", got)
	}
	for _, name := range []string{"Acme", "OM"} {
		id, _ := read(t, st, func(tx *store.Tx) (model.CompanyID, error) { id, _ := tx.CompanyByName(name); return id, nil }), 0
		if c := read(t, st, func(tx *store.Tx) (model.Company, error) { return tx.Company(id) }); c.Lock != model.DoNotContact {
			t.Errorf("%s is %q", name, c.Lock)
		}
	}
	if again := must(st.CarryLocks(kept, "ada"))(t); len(again) > 0 {
		t.Errorf("the second time it holds %v", again)
	}
	sound(t, st)
}
