package store_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// five are people of whom the third has opted out.
func five(tb testing.TB, st *store.Store) (ids []model.PersonID) {
	tb.Helper()
	for i := range 5 {
		o := model.Outreach{State: model.Nurture, Owner: "ada", Next: model.Day(2026, 2, 1)}
		if i == 2 {
			o = model.Outreach{State: model.Researched}
		}
		ids = append(ids, placed(tb, st, o).ID)
	}
	return ids
}

func TestTogetherIsOneChange(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	ids := five(t, st)
	before := len(journal(t, st))
	until := model.Day(2026, 4, 1)
	all := must(st.Together("ada", append(ids, ids[0]), func(who store.Act) (store.Acted, error) { return st.Snooze(who, until) }))(t)
	if len(all) != 5 || all[4].Person.ID != ids[4] || all[4].Person.Outreach.Deferral.Until != until {
		t.Errorf("acted %+v", all)
	}
	if n := len(journal(t, st)) - before; n != 1 {
		t.Errorf("it is %d changes", n)
	}
	if got, want := lastSaid(t, st), "snoozed 5 people until 2026-04-01"; got != want {
		t.Errorf("the journal says %q, want %q", got, want)
	}
	must(st.Undo("ada"))(t)
	for _, id := range ids {
		if p := person(t, st, id); p.Outreach.Deferral.Until.Known() {
			t.Errorf("after the undo %s is snoozed until %s", id, p.Outreach.Deferral.Until)
		}
	}
}

// What some do not allow is done to nobody, and each who does not is named.
func TestTogetherIsAllOrNone(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	ids := five(t, st)
	before := must(everything(st))(t)
	no := func(who store.Act) (store.Acted, error) {
		return st.Reply(who, store.Answer{Meaning: model.OutOfOffice, Until: model.Day(2026, 3, 9)})
	}
	_, err := st.Together("ada", ids, no)
	var refused *store.RefusedError
	if !errors.As(err, &refused) || refused.Of != 5 || len(refused.Errs) != 1 || !errors.Is(err, model.ErrNoFit) ||
		!strings.HasPrefix(err.Error(), "nothing was changed for any of 5 people: Björn Ek: ") {
		t.Errorf("refused with %v", err)
	}
	if must(everything(st))(t) != before {
		t.Error("it left something behind")
	}
	if _, err := st.Together("ada", ids[2:3], no); err == nil || !strings.HasPrefix(err.Error(), "Björn Ek: ") {
		t.Errorf("one alone is refused with %v", err)
	}
}
