package store_test

import (
	"os"
	"testing"
	"time"

	"talentmap/store/storetest"
)

func TestQuick(t *testing.T) {
	st := storetest.Open(t)
	t0 := time.Now()
	storetest.Fill(t, st, 100000)
	t.Log("fill", time.Since(t0))
	fi, _ := os.Stat(st.Path())
	t.Log("size", fi.Size())
	t0 = time.Now()
	u, err := st.Undo("tester")
	t.Log("undo", time.Since(t0), u, err)
}
