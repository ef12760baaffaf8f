package store_test

import (
	"encoding/binary"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/storetest"
)

// waitingIn fills a database with drafts in each state: p1 is only written, p2 approved, p3
// was on its way when the program ended, of p4 nobody knows.
func waitingIn(t *testing.T, path string) {
	t.Helper()
	st := mustOpen(t, path)
	storetest.Fill(t, st, 4)
	at := storetest.Now().Add(time.Hour)
	edit(t, st, "ada", "wrote", func(tx *store.Tx) error {
		return errors.Join(
			tx.PutDraft(&model.Draft{Person: 1, Body: "one"}),
			tx.PutDraft(&model.Draft{Person: 2, Body: "two", SendAt: at}),
			tx.PutDraft(&model.Draft{Person: 3, Body: "three", SendAt: at, Out: model.Outgoing{State: model.Sending, MessageID: "3"}}),
			tx.PutDraft(&model.Draft{Person: 4, Body: "four", SendAt: at, Out: model.Outgoing{State: model.Unknown, MessageID: "4"}}),
		)
	})
	try(t, st.Close())
}

// bySchema2 makes a database one of the release before, which had no index of what waits.
func bySchema2(t *testing.T, path string) {
	t.Helper()
	eng := must(kv.OpenBolt(path, kv.BoltOptions{Wait: 1}))(t)
	err := eng.Update(func(w kv.Writer) error {
		var errs []error
		for id := uint64(2); id <= 4; id++ {
			if w.Get([]byte(key("D", id))) == nil {
				t.Errorf("there is no entry of the draft to p%d to take away", id)
			}
			errs = append(errs, w.Delete([]byte(key("D", id))))
		}
		return errors.Join(append(errs, w.Put([]byte("mschema"), binary.BigEndian.AppendUint64(nil, 2)))...)
	})
	try(t, errors.Join(err, eng.Close()))
}

// outbox are the people to whom something waits, in the order of the outbox, and how far
// each is.
func outbox(t *testing.T, st *store.Store) (ids []model.PersonID, states []model.OutState) {
	t.Helper()
	for _, d := range read(t, st, (*store.Tx).Outbox) {
		ids, states = append(ids, d.Person), append(states, d.OutState())
	}
	return ids, states
}

// What waits is found in what the release before wrote: as it stands where the file is
// only looked at, and settled once it is opened to write.
func TestTheOutboxOfTheReleaseBefore(t *testing.T) {
	path := dbPath(t)
	waitingIn(t, path)
	bySchema2(t, path)
	looked := must(store.Open(path, store.Options{Clock: storetest.Now, ReadOnly: true}))(t)
	ids, states := outbox(t, looked)
	if !slices.Equal(ids, []model.PersonID{4, 3, 2}) || !slices.Equal(states, []model.OutState{model.Unknown, model.Sending, model.Queued}) {
		t.Errorf("looked at, %v wait as %v", ids, states)
	}
	try(t, looked.Close())
	st := storetest.OpenAt(t, path) // checked at the end
	ids, states = outbox(t, st)
	if !slices.Equal(ids, []model.PersonID{3, 4, 2}) || !slices.Equal(states, []model.OutState{model.Unknown, model.Unknown, model.Queued}) {
		t.Errorf("brought up to date, %v wait as %v", ids, states)
	}
	if kept, _ := filepath.Glob(filepath.Join(store.BackupFolder(path), "before-schema-3-*.db")); len(kept) != 1 {
		t.Errorf("kept as it was are %q", kept)
	}
}

// Whatever happens to a draft, also an undo, the outbox has it as long as it waits.
func TestTheOutboxFollowsTheDrafts(t *testing.T) {
	st := storetest.Open(t) // checked at the end
	storetest.Fill(t, st, 2)
	want := func(after string, people ...model.PersonID) {
		t.Helper()
		if ids, _ := outbox(t, st); !slices.Equal(ids, people) {
			t.Errorf("after %s %v wait, want %v", after, ids, people)
		}
	}
	put := func(sendAt time.Time) {
		t.Helper()
		edit(t, st, "ada", "changed the draft", func(tx *store.Tx) error {
			d, err := tx.Draft(2)
			if errors.Is(err, store.ErrNotFound) {
				d, err = model.Draft{Person: 2}, nil
			}
			d.Body, d.SendAt = d.Body+"x", sendAt
			if err = errors.Join(err, tx.PutDraft(&d)); err != nil {
				return err
			}
			if waiting, err := tx.Outbox(); err != nil || (len(waiting) == 1) == sendAt.IsZero() {
				t.Errorf("within the change %d wait: %v", len(waiting), err)
			}
			return nil
		})
	}
	at := storetest.Now().Add(time.Hour)
	put(time.Time{})
	want("typing")
	put(at)
	want("an approval", 2)
	put(time.Time{})
	want("taking the approval back")
	must(st.Undo("ada"))(t)
	want("undoing that", 2)
	must(st.Undo("ada"))(t)
	want("undoing the approval")
	must(st.Redo("ada"))(t)
	want("approving it again", 2)
	try(t, st.Discard("ada", 2))
	want("throwing it away")
}

// An approval that comes back to somebody who is locked by now is cancelled in the same
// change, and waits nowhere.
func TestAnApprovalThatComesBackToALock(t *testing.T) {
	st := storetest.Open(t) // checked at the end
	storetest.Fill(t, st, 1)
	d := model.Draft{Person: 1, Body: "one"}
	for _, sendAt := range []time.Time{storetest.Now().Add(time.Hour), {}} {
		d.SendAt = sendAt
		edit(t, st, "ada", "changed the draft", func(tx *store.Tx) error { return tx.PutDraft(&d) })
	}
	edit(t, st, "ben", "locked", func(tx *store.Tx) error {
		p, err := tx.Person(1)
		p.Outreach.Lock = model.DoNotContact
		return errors.Join(err, tx.PutPerson(&p))
	})
	must(st.Undo("ada"))(t)
	if ids, _ := outbox(t, st); len(ids) > 0 {
		t.Errorf("%v wait", ids)
	}
	if got := must(draft(st, 1))(t); got.OutState() != model.Drafting || got.Body != "one" {
		t.Errorf("the draft is %+v", got)
	}
}
