package kv_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"talentmap/store/kv"
)

// used is how many bytes of pages a database needs: a copy of it is that long.
func used(t *testing.T, eng kv.Engine) int {
	t.Helper()
	var b bytes.Buffer
	if err := eng.Backup(&b); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// write puts n values of a size under rising keys, every step-th from the first.
func write(t *testing.T, eng kv.Engine, n, step, size int) {
	t.Helper()
	for from := 0; from < n; from += 1000 {
		err := eng.Update(func(w kv.Writer) (err error) {
			for i := from; i < from+1000; i += step {
				err = errors.Join(err, w.Put(binary.BigEndian.AppendUint64([]byte{'p'}, uint64(i)), make([]byte, size)))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Values that arrive in order fill their pages: 20,000 of 300 bytes, 6 MB with
// their keys and bbolt's 16 bytes each, take less than a sixth more.
func TestRisingKeysFillTheirPages(t *testing.T) {
	eng := openBolt(t)
	write(t, eng, 20_000, 1, 300)
	const content = 20_000 * (300 + 8 + 16)
	if n := used(t, eng); n > content*7/6 {
		t.Errorf("%d bytes of pages for %d of content", n, content)
	}
}

// Values that grow afterwards do not leave nearly empty pages behind: when all of
// them double, a little at a time, the pages stay two thirds full.
func TestGrowingValuesKeepPagesFilled(t *testing.T) {
	eng := openBolt(t)
	for size := 300; size <= 600; size += 50 {
		write(t, eng, 20_000, 1, size)
	}
	const content = 20_000 * (600 + 8 + 16)
	if n := used(t, eng); n > content*3/2 {
		t.Errorf("%d bytes of pages for %d of content", n, content)
	}
}

// A new database is small.
func TestNewFileIsSmall(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	write(t, eng, 1000, 100, 10)
	if info, err := os.Stat(path); err != nil || info.Size() > 1_500_000 {
		t.Errorf("%v, %v", info.Size(), err)
	}
}

func openBolt(t *testing.T) kv.Engine {
	t.Helper()
	eng, err := kv.OpenBolt(filepath.Join(t.TempDir(), "fill.db"), kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { eng.Close() })
	return eng
}
