package store_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// blocked is the kind of what blocks first; "" for an open gate.
func blocked(tb testing.TB, st *store.Store, id model.PersonID, by string) model.BlockKind {
	tb.Helper()
	a := read(tb, st, func(tx *store.Tx) (model.Answer, error) { return st.Gate(tx, id, model.Email, by, st.Now()) })
	if a.Open() {
		return ""
	}
	return a.Blocks[0].Kind
}

// A company that is not to be contacted closes the gate for whoever works there
// now, and opens it for whoever has left.
func TestGateAtALockedCompany(t *testing.T) {
	st := storetest.Open(t)
	c := model.Company{Name: "Acme", Lock: model.DoNotContact, LockUntil: model.Day(2026, 6, 30)}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutCompany(&c) })
	for _, tt := range []struct {
		name      string
		positions []model.Position
		want      model.BlockKind
	}{
		{"there", []model.Position{{Company: "Acme", CompanyID: c.ID}}, model.BlockCompany},
		{"there beside another", []model.Position{{Company: "Oak"}, {Company: "Acme", CompanyID: c.ID, End: model.Year(2027)}}, model.BlockCompany},
		{"left", []model.Position{{Company: "Oak"}, {Company: "Acme", CompanyID: c.ID, End: model.YearMonth(2026, 2)}}, ""},
		{"to come", []model.Position{{Company: "Acme", CompanyID: c.ID, Start: model.YearMonth(2026, 4)}}, ""},
		{"never", []model.Position{{Company: "Oak"}}, ""},
	} {
		p := model.Person{Name: tt.name, Positions: tt.positions}
		edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
		if got := blocked(t, st, p.ID, "ada"); got != tt.want {
			t.Errorf("%s: blocked by %q, want %q", tt.name, got, tt.want)
		}
		_, err := st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"})
		if errors.Is(err, model.ErrGate) != (tt.want != "") {
			t.Errorf("%s: LogSent = %v", tt.name, err)
		}
		if tt.want != "" && !strings.Contains(err.Error(), "everybody at Acme is do-not-contact until 2026-06-30") {
			t.Errorf("%s: LogSent = %v, want it to name the company", tt.name, err)
		}
	}
}

// Entered again by hand, somebody who was erased is still not written to.
func TestGateOfTheErased(t *testing.T) {
	st := eraseStore(t, dbPath(t))
	t.Cleanup(func() { st.Close() })
	her, bo, _ := live(t, st)
	if got := blocked(t, st, her, "ada"); got != "" {
		t.Fatalf("before she is erased: %q", got)
	}
	must(st.Erase("ada", her))(t)
	again := vilhelmina()
	if !st.Erased(&again) {
		t.Error("the erased is not known")
	}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&again) })
	if got := blocked(t, st, again.ID, "ada"); got != model.BlockErased {
		t.Errorf("entered again: blocked by %q", got)
	}
	if _, err := st.LogSent("ada", model.Draft{Person: again.ID, Body: "Hello"}); !errors.Is(err, model.ErrGate) {
		t.Errorf("LogSent = %v", err)
	}
	if got := blocked(t, st, bo, "ada"); got != "" {
		t.Errorf("somebody else: %q", got)
	}
}

// What has happened by the clock alone counts at the gate before it is written
// down: the sequence of a colleague is over, and so is her hold.
func TestLogSentSettlesFirst(t *testing.T) {
	st := storetest.Open(t)
	p := model.Person{Name: "Björn Ek"}
	p.Outreach = model.Outreach{State: model.Later, Owner: "ada", Next: model.Day(2026, 2, 27)}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	touch := must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}))(t)
	if o := person(t, st, p.ID).Outreach; o.State != model.Active || touch.Step != 1 {
		t.Errorf("who was asked for later is %s after touch %d, want active after 1: her day had come", o.State, touch.Step)
	}
}
