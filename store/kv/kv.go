// Package kv is the seam between the store and what keeps its bytes: an ordered
// key-value engine with transactions and a watch. bbolt is the engine built in
// ([OpenBolt]); an etcd cluster can stand behind the same methods, so that
// several hosts share one store. Nothing above package store can tell engines
// apart, and kvtest holds every engine to the same promises.
//
//	err := eng.Update(func(w kv.Writer) error { return w.Put([]byte("pkey"), value) })
//	err = eng.View(func(r kv.Reader) error { v = bytes.Clone(r.Get([]byte("pkey"))); return nil })
//
// # Promises
//
//   - Keys are ordered bytewise. A key has two bytes or more; the first is its
//     space, and a scan stays within one space. The value of a key may be empty.
//   - Update is atomic and durable: when it returns nil the change survives the
//     death of the process and of the machine. When fn returns an error nothing
//     is written and that error comes back. When the commit fails and it can't be
//     told what became of it, the error wraps [ErrUnknown]: read again before
//     deciding.
//   - fn of an Update may be called more than once; it must not have side
//     effects outside the transaction that cannot be repeated.
//   - One Update may write MaxOps different keys, and values of up to [MaxValue]
//     bytes. Beyond either an engine may refuse with [ErrLimit]; then nothing
//     is written. Whoever writes more does so in several.
//   - View sees one moment: everything committed before it began, nothing after.
//   - Values are valid until fn returns, the key of a scan until its next step;
//     neither may be changed. Put copies nothing: its slices must stay untouched
//     until Update returns. A scan must not be running when its space is written.
//   - Compact leaves no byte, in what the engine keeps, of values that were
//     deleted or replaced before it began. Everybody reads and writes meanwhile;
//     an Update waits for a moment at its end. It returns when the last View that
//     began before its end has ended, so it must not be called within one, and
//     then nothing is left of the old storage but what the disk itself remembers.
//     When it fails, or the process dies, everything is as before.
//   - Watch calls notify after every commit, by whomever, from any goroutine,
//     after the change is visible to View. Calls may be merged, never lost:
//     after the last commit at least one call follows. notify must not block.
package kv

import (
	"errors"
	"io"
	"iter"
)

// Errors that engines wrap.
var (
	// ErrUnknown is a failed commit: the change may or may not be there.
	ErrUnknown = errors.New("the outcome of the write is unknown")
	// ErrHeld is a file that another process owns.
	ErrHeld = errors.New("held by another process")
	// ErrDamaged is a file that cannot be read as a database.
	ErrDamaged = errors.New("not a database or damaged")
	// ErrLimit is an Update of more than the engine takes as one.
	ErrLimit = errors.New("more than the engine takes at once")
)

// MaxValue is how many bytes a value may have: 1.5 MiB, what etcd takes unless
// told otherwise.
const MaxValue = 3 << 19

// Engine is an ordered key-value store with transactions and a watch.
type Engine interface {
	// View runs fn on an unchanging view of the data.
	View(fn func(Reader) error) error
	// Update runs fn and makes its writes durable as one.
	Update(fn func(Writer) error) error
	// Watch has notify called after every commit until stop is called.
	Watch(notify func()) (stop func())
	// MaxOps is how many different keys one Update may put or delete: 128 or more.
	MaxOps() int
	// Backup writes a consistent copy of everything.
	Backup(w io.Writer) error
	// Check sends every structural fault of the engine's own to report.
	// Updates wait for it.
	Check(report func(error)) error
	// Compact rewrites what stands into fresh storage.
	Compact() error
	// Close releases the engine; open transactions end first.
	Close() error
}

// Reader reads within one transaction.
type Reader interface {
	// Get is the value of a key, nil when there is none.
	Get(key []byte) []byte
	// Ascend yields the pairs with from ≤ key < to in order.
	Ascend(from, to []byte) iter.Seq2[[]byte, []byte]
	// Descend yields the pairs with from ≤ key < to, last first.
	Descend(from, to []byte) iter.Seq2[[]byte, []byte]
}

// Writer reads and writes within one transaction and sees its own writes.
type Writer interface {
	Reader
	Put(key, value []byte) error
	Delete(key []byte) error
}

// Prefix is the range of all keys that begin with p: Ascend(Prefix(p)).
// p must not be empty nor consist of 0xff only.
func Prefix(p []byte) (from, to []byte) {
	to = append([]byte(nil), p...)
	for i := len(to) - 1; i >= 0; i-- {
		if to[i] != 0xff {
			to[i]++
			return p, to[:i+1]
		}
	}
	return p, nil
}
