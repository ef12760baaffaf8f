package playbook_test

import (
	"testing"

	"talentmap/edge/playbook"
	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// The templates are put in once: what the team makes of them stays, and what it
// deletes stays away.
func TestPutInOnce(t *testing.T) {
	st := storetest.Open(t)
	put, err := playbook.PutIn(st, "ada")
	if !put || err != nil {
		t.Fatalf("the first time: %v, %v", put, err)
	}
	if undone, err := st.Undo("ada"); err == nil {
		t.Errorf("an undo takes back what nobody has done: %+v", undone)
	}
	count := func() (templates int, days []int) {
		_ = st.View(func(tx *store.Tx) error {
			for range tx.Templates() {
				templates++
			}
			for s := range tx.Sequences() {
				days = s.Days()
			}
			return nil
		})
		return templates, days
	}
	if n, days := count(); n != 12 || len(days) != 4 || days[1] != 4 || days[2] != 9 || days[3] != 16 {
		t.Errorf("there are %d templates and a sequence of the days %v", n, days)
	}
	if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.RemoveTemplate(5) }); err != nil {
		t.Fatal(err)
	}
	if put, err := playbook.PutIn(st, "ada"); put || err != nil {
		t.Errorf("again: %v, %v", put, err)
	}
	if n, _ := count(); n != 11 {
		t.Errorf("there are %d templates after one was deleted", n)
	}
}

// There is one for each channel, and each names who writes.
func TestEveryChannelHasOne(t *testing.T) {
	all, err := playbook.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, ch := range model.Channels() {
		found := false
		for i := range all {
			found = found || all[i].Now.Channel == ch
		}
		if !found {
			t.Errorf("there is none for %s", ch)
		}
	}
}
