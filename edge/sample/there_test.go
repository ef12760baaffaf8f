package sample_test

import (
	"testing"

	"talentmap/edge/sample"
	"talentmap/store"
	"talentmap/store/storetest"
)

func TestThere(t *testing.T) {
	st := storetest.Open(t)
	there := func(want bool) {
		t.Helper()
		err := st.View(func(tx *store.Tx) error {
			got, err := sample.There(tx)
			if got != want {
				t.Errorf("there is %v, want %v", got, want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	there(false)
	if _, err := sample.Load(t.Context(), st, "ada", storetest.Now()); err != nil {
		t.Fatal(err)
	}
	there(true)
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	there(false)
}
