package kv

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"go.etcd.io/bbolt"
)

// A bbolt file keeps the bytes of what was deleted until its pages are needed
// again. Compact therefore copies what stands into a new file, while everybody
// goes on; holds the writers for a moment, in which it takes over what they have
// written meanwhile; and renames the new file over the old one.
//
//	old  ──copy────────────▶ new        readers and writers on old
//	old  ──keys touched────▶ new        writers wait
//	          rename, swap              readers begin on new
//	old  closed with its last reader    writers on new
//
// Both files are locked all the time, so that no other process comes between. A
// death before the rename leaves the old file, one after it the new one.

// compactBatch is how many bytes one transaction of the copy holds.
const compactBatch = 16 << 20

func (e *boltEngine) Compact() (err error) {
	e.compacting.Lock()
	defer e.compacting.Unlock()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer faults(&err)
	fresh, err := openFresh(e.path)
	if err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	old := e.db
	swapped := false
	defer func() {
		if !swapped {
			err = errors.Join(err, fresh.Close(), dropFresh(e.path))
		}
	}()
	e.follow(map[string]bool{})
	defer e.follow(nil)
	if err := e.copyTo(fresh); err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	if swapped, err = e.swapFor(fresh); err != nil {
		err = fmt.Errorf("compact: %w", err)
	}
	if swapped {
		err = errors.Join(err, old.Close()) // waits for its readers
	}
	return err
}

// copyTo copies one moment. The copy's last transaction ends before the moment
// does: its values lie in pages that writers may use again afterwards. (That is
// why bbolt's own Compact, which lets go of the moment first, is not for a file
// at work.)
func (e *boltEngine) copyTo(fresh *bbolt.DB) error {
	return e.view(func(from *bbolt.Tx) error {
		c := &copying{db: fresh}
		if err := c.begin(); err != nil {
			return err
		}
		defer func() { _ = c.to.Rollback() }() // after a Commit it does nothing
		if err := from.ForEach(c.bucket); err != nil {
			return err
		}
		return errors.Join(c.to.Commit(), fresh.Sync())
	})
}

// copying is a copy on its way, in transactions of compactBatch.
type copying struct {
	db   *bbolt.DB
	to   *bbolt.Tx
	size int
}

func (c *copying) begin() error {
	to, err := c.db.Begin(true)
	if err == nil {
		c.to, c.size = to, 0
	}
	return err
}

func (c *copying) bucket(name []byte, from *bbolt.Bucket) error {
	to, err := c.to.CreateBucket(name)
	if err != nil {
		return err
	}
	return from.ForEach(func(k, v []byte) error {
		if c.size += len(k) + len(v); c.size > compactBatch {
			if err := c.to.Commit(); err != nil {
				return err
			}
			if err := c.begin(); err != nil {
				return err
			}
			to = c.to.Bucket(name)
		}
		to.FillPercent = boltIndexFill
		if len(v) > 0 {
			to.FillPercent = boltFill
		}
		return to.Put(k, v)
	})
}

// follow has the keys of all writes noted from now on, or no longer.
func (e *boltEngine) follow(touched map[string]bool) {
	e.writer.Lock()
	defer e.writer.Unlock()
	e.touched = touched
}

// swapFor brings the copy up to date while writers wait, and puts it in the
// place of the file. It has done so even where an error says that the folder
// could not be synced.
func (e *boltEngine) swapFor(fresh *bbolt.DB) (swapped bool, err error) {
	e.writer.Lock()
	defer e.writer.Unlock()
	if err := e.takeOver(fresh); err != nil {
		return false, err
	}
	fresh.NoSync = false
	if err := os.Rename(freshFile(e.path), e.path); err != nil {
		return false, err
	}
	e.swap.Lock()
	e.db = fresh
	e.swap.Unlock()
	err = syncFolder(e.path)
	e.settled = err == nil
	return true, err
}

// takeOver makes what was touched since the copy began what it is now.
func (e *boltEngine) takeOver(fresh *bbolt.DB) error {
	now, err := e.begin(false)
	if err != nil {
		return err
	}
	defer now.Rollback()
	err = fresh.Update(func(tx *bbolt.Tx) error {
		from, to := boltTx{tx: now}, boltTx{tx: tx}
		for key := range e.touched {
			change := to.Delete
			if value := from.Get([]byte(key)); value != nil {
				change = func(k []byte) error { return to.Put(k, value) }
			}
			if err := change([]byte(key)); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, fresh.Sync())
}

// freshFile is where Compact builds the new file.
func freshFile(path string) string { return path + ".compacting" }

// openFresh opens an empty file to copy to. It is synced as a whole before it
// counts, so its transactions are not.
func openFresh(path string) (*bbolt.DB, error) {
	if err := dropFresh(path); err != nil {
		return nil, err
	}
	return openFile(freshFile(path), &bbolt.Options{NoSync: true})
}

// dropFresh removes what a compaction that was broken off has left: it may hold
// what has been deleted since. Only the holder of the lock may do so.
func dropFresh(path string) error {
	if err := os.Remove(freshFile(path)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func syncFolder(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
