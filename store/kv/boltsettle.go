package kv

import (
	"errors"
	"fmt"
	"os"

	"go.etcd.io/bbolt"
)

// What can be read of a file need not be on the disk: a process that was killed,
// or a sync that failed, leaves a header that everybody sees and a loss of power
// takes back. The next commit writes over pages which that header has freed and
// the one before it needs, so that such a loss would leave neither. Hence no
// commit begins before the header that it builds on is certainly on the disk:
//
//	open ────────────▶ not settled ──settle──▶ settled ──commit──▶ settled
//	                        ▲                              │ fails
//	                        └──────────────────────────────┘
//
// A failed sync is not mended by another one: systems give up on what they could
// not write, and go on showing it. So the headers are written anew.

// settle makes what can be read of the headers, and the name of the file, durable.
// The pages that a header leads to were synced before it was written. The caller
// holds the writer.
func (e *boltEngine) settle() error {
	if e.settled {
		return nil
	}
	pageSize := 0
	err := e.view(func(tx *bbolt.Tx) error {
		pageSize = tx.DB().Info().PageSize
		return nil
	})
	if err != nil {
		return err
	}
	f, err := os.OpenFile(e.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = rewriteHeaders(f, int64(pageSize))
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := syncFolder(e.path); err != nil {
		return err
	}
	e.settled = true
	return nil
}

func rewriteHeaders(f *os.File, pageSize int64) error {
	for at := range int64(2) {
		header := make([]byte, pageHead+headerBody+headerSum)
		if _, err := f.ReadAt(header, at*pageSize); err != nil {
			return err
		}
		if _, err := f.WriteAt(header, at*pageSize); err != nil {
			return err
		}
	}
	return f.Sync()
}

// finish commits. Where that fails it settles what there is and looks: the
// change may have come to stand all the same. Only where the disk refuses that
// too the error is [ErrUnknown].
func (e *boltEngine) finish(tx *bbolt.Tx) error {
	id := tx.ID()
	err := commitTx(tx)
	if err == nil {
		stats := tx.Stats()
		e.forget(stats.GetPageAlloc())
		return nil
	}
	e.settled = false
	now := 0
	look := func(tx *bbolt.Tx) error {
		now = tx.ID()
		return nil
	}
	switch lookErr := errors.Join(e.settle(), e.view(look)); {
	case lookErr != nil:
		return fmt.Errorf("%w: %w", ErrUnknown, err)
	case now >= id:
		return nil
	}
	return err
}

func commitTx(tx *bbolt.Tx) (err error) {
	defer faults(&err)
	return tx.Commit()
}
