package store_test

import (
	"errors"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// signalsOf are the signals on a person.
func signalsOf(tb testing.TB, st *store.Store, id model.PersonID) []model.Signal {
	tb.Helper()
	return read(tb, st, func(tx *store.Tx) (all []model.Signal, err error) {
		for s, err := range tx.SignalsOf(id) {
			if err != nil {
				return nil, err
			}
			all = append(all, s)
		}
		return all, nil
	})
}

func TestSignalIsMendedAndRemoved(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Researched})
	sig := model.Signal{Kind: model.OpenToWork, Date: model.Day(2026, 3, 1)}
	must(st.LogSignal(adas(p), &sig))(t)
	was := signalsOf(t, st, p.ID)[0]
	if was.Person != p.ID || was.Origin.Source != "entered by ada" || lastSaid(t, st) != "logged open to work of Björn Ek" {
		t.Errorf("logged %+v, said %q", was, lastSaid(t, st))
	}
	now := was
	now.Kind, now.Confidence, now.Note = model.PostsMore, 0.5, "three posts a week"
	must(st.MendSignal("ada", &now))(t)
	if got := signalsOf(t, st, p.ID); len(got) != 1 || got[0].ID != was.ID || got[0].Kind != model.PostsMore || got[0].Note != "three posts a week" {
		t.Errorf("mended to %+v", got)
	}
	var conflict *store.ConflictError
	if _, err := st.RemoveSignal("ada", &was); !errors.As(err, &conflict) {
		t.Errorf("one that was mended since is removed with %v", err)
	}
	now = signalsOf(t, st, p.ID)[0]
	must(st.RemoveSignal("ada", &now))(t)
	if got := signalsOf(t, st, p.ID); len(got) != 0 || lastSaid(t, st) != "removed posts more of Björn Ek" {
		t.Errorf("left %+v, said %q", got, lastSaid(t, st))
	}
	if _, err := st.RemoveSignal("ada", &now); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("once more: %v", err)
	}
	must(st.Undo("ada"))(t)
	if got := signalsOf(t, st, p.ID); len(got) != 1 || got[0].Kind != model.PostsMore {
		t.Errorf("the undo brought %+v", got)
	}
}
