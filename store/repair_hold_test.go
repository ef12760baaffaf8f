package store_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// lock makes one change that locks a person.
func lock(tb testing.TB, st *store.Store, id model.PersonID, as model.Lock) {
	tb.Helper()
	p := person(tb, st, id)
	p.Outreach.Lock = as
	edit(tb, st, "ada", "locked", func(tx *store.Tx) error { return tx.PutPerson(&p) })
}

// A person whose record is damaged stands again, known by name and keys and
// locked as strictly as any trace of her says.
func TestRepairKeepsLocks(t *testing.T) {
	const none = model.Unlocked
	for name, tt := range map[string]struct {
		locks []model.Lock // of p5, one change each
		after bool         // a change after the last lock
		spoil func(*testing.T, string)
		held  string
	}{
		"never locked": {
			nil, false, flipValue(key("p", 5), 30),
			"p5 Person 000004: do-not-contact (nothing tells whether she had opted out)",
		},
		"opted out in an earlier state": {
			[]model.Lock{model.OptedOut},
			true, put(key("p", 5), "rubbish"),
			"p5 Person 000004: opted-out (as before)",
		},
		"opted out, then less": {
			[]model.Lock{model.OptedOut, model.DoNotContact},
			true, put(key("p", 5), "rubbish"),
			"p5 Person 000004: opted-out (as before)",
		},
		"not to be contacted, then free": {
			[]model.Lock{model.DoNotContact, none},
			true, put(key("p", 5), "rubbish"),
			"p5 Person 000004: do-not-contact (as before)",
		},
		"opted out in what can be read only": {
			[]model.Lock{model.OptedOut},
			false, spoilText(key("p", 5), "Berlin"),
			"p5 Person 000004: opted-out (as before)",
		},
		"gone without a trace of the lock": {
			[]model.Lock{model.OptedOut},
			false, put(key("p", 5), ""),
			"p5 Person 000004: do-not-contact (nothing tells whether she had opted out)",
		},
		"lost": {
			[]model.Lock{model.OptedOut},
			true, func(t *testing.T, path string) { withEngine(t, path, key("p", 5), nil) },
			"p5 Person 000004: opted-out (as before)",
		},
		"lost, and the journal has a gap": {
			[]model.Lock{model.OptedOut},
			true, func(t *testing.T, path string) {
				for _, k := range []string{key("p", 5), key("j", 3), key("u", 3)} {
					withEngine(t, path, k, nil)
				}
			},
			"p5 Person 000004: opted-out (as before)",
		},
		"lost with its change": {
			[]model.Lock{model.OptedOut},
			true, func(t *testing.T, path string) {
				for _, k := range []string{key("p", 5), key("j", 4), key("u", 4)} {
					withEngine(t, path, k, nil)
				}
			},
			"p5 Person 000004: do-not-contact (nothing tells whether she had opted out)",
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := ramPath(t)
			st := mustOpen(t, path)
			storetest.Fill(t, st, 20)
			for _, l := range tt.locks {
				lock(t, st, 5, l)
			}
			if tt.after {
				p := person(t, st, 5)
				p.Notes = "called"
				edit(t, st, "ben", "noted", func(tx *store.Tx) error { return tx.PutPerson(&p) })
			}
			try(t, st.Close())
			tt.spoil(t, path)
			done := must(store.Repair(path, "ada", storetest.Now()))(t)
			if got := fmt.Sprint(done.Held); got != "["+tt.held+"]" {
				t.Errorf("held %s, want %s", got, tt.held)
			}
			for _, f := range done.After.Faults {
				t.Errorf("after: %s", f)
			}
			wantHeld(t, storetest.OpenAt(t, path))
		})
	}
}

// wantHeld looks whether p5 is locked, and known by her address and link to
// whoever would take her in anew.
func wantHeld(t *testing.T, st *store.Store) {
	t.Helper()
	p := person(t, st, 5)
	if !p.Outreach.Locked(storetest.Now()) || p.Outreach.LockUntil.Known() {
		t.Errorf("she is not locked: %+v", p.Outreach)
	}
	if p.Location != "" || len(p.Skills) > 0 || len(p.Positions) > 0 {
		t.Errorf("what was damaged is shown as true: %+v", p)
	}
	_ = st.View(func(tx *store.Tx) error {
		if ids := tx.PeopleByKey("e:person000004@people.example"); len(ids) != 1 || ids[0] != 5 {
			t.Errorf("by her address there is %v", ids)
		}
		if ids := tx.PeopleByName("Person 000004"); len(ids) != 1 || ids[0] != 5 {
			t.Errorf("by her name there is %v", ids)
		}
		return nil
	})
	d := model.Draft{Person: 5, Channel: model.Email, Body: "Hello"}
	if _, err := st.LogSent("ben", d); err == nil {
		t.Error("something can be sent to her")
	}
}

// Someone who has no address or link is told from her namesakes by her employer.
func TestRepairKeepsTheEmployerOfThoseWithoutKeys(t *testing.T) {
	path := ramPath(t)
	st := mustOpen(t, path)
	im := st.Importer("ada", model.Import{Source: "fair.csv"})
	try(t, im.Write(t.Context(), []*model.Person{{Name: "Björn Ek", Positions: []model.Position{{Company: "Flux", Title: "Engineer"}}}}))
	try(t, st.Close())
	put(key("p", 1), "rubbish")(t, path)
	must(store.Repair(path, "ada", storetest.Now()))(t)
	st = storetest.OpenAt(t, path)
	p := person(t, st, 1)
	if len(p.Positions) != 1 || p.Positions[0].Company != "Flux" || p.Positions[0].Title != "" {
		t.Errorf("she is %+v", p)
	}
}

// Nobody can be kept from who is known by nothing: that is told.
func TestRepairTellsWhomItCannotKeep(t *testing.T) {
	path := ramPath(t)
	st := mustOpen(t, path)
	storetest.Fill(t, st, 20)
	try(t, st.Close())
	put(key("p", 5), "rubbish")(t, path)
	withEngine(t, path, key("ke:person000004@people.example\x00", 5), nil)
	withEngine(t, path, key("nperson 000004\x00", 5), nil)
	damaged := content(path)
	for name, more := range map[string]string{"that alone": "", "and what the journal has of her": key("j", 1)} {
		try(t, os.WriteFile(path, damaged, 0o600))
		if more != "" {
			withEngine(t, path, more, nil)
		}
		done := must(store.Repair(path, "ada", storetest.Now()))(t)
		if len(done.Held) > 0 || fmt.Sprint(done.Unknown) != "[p5]" {
			t.Errorf("%s: held %v, unknown %v", name, done.Held, done.Unknown)
		}
	}
}

// put makes a record another.
func put(key, value string) func(*testing.T, string) {
	return func(t *testing.T, path string) { withEngine(t, path, key, []byte(value)) }
}

// spoilText flips a bit in a text of a record, whose form stays readable.
func spoilText(key, text string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		v := valueOf(t, path, key)
		v[bytes.Index(v, []byte(text))] ^= 1
		withEngine(t, path, key, v)
	}
}
