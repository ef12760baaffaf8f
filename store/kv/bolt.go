package kv

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	bberrors "go.etcd.io/bbolt/errors"
)

// boltLeast is the size below which a file can't hold bbolt's two headers.
const boltLeast = 2 * 4096

// boltMap is the first size of the memory map: virtual space only, large
// enough that the writer seldom waits for readers to grow it.
const boltMap = 1 << 30

// boltStep is by how many bytes more than it needs the file grows, so that not
// every commit has to make it longer.
const boltStep = 1 << 20

// boltOps is how many writes one transaction takes before it costs more than
// several would.
const boltOps = 50_000

type boltEngine struct {
	path string
	ro   bool

	// Locks are taken in this order.
	compacting sync.Mutex   // held by Compact, and at the end by Close
	writer     sync.Mutex   // held by whoever writes: nobody waits within bbolt
	swap       sync.RWMutex // held to take hold of db, not to use it
	db         *bbolt.DB
	touched    map[string]bool // keys written while Compact copies; else nil
	settled    bool            // what can be read is on the disk, see settle; the writer's

	queue   sync.Mutex
	waiting []*write // updates in line, see Update
	led     bool     // somebody is carrying updates out

	mu       sync.Mutex
	watchers map[int]func()
	next     int
}

var _ Engine = (*boltEngine)(nil)

// BoltOptions are the knobs of [OpenBolt].
type BoltOptions struct {
	Wait     time.Duration // how long to wait for another process to let go; 0: for ever
	ReadOnly bool
}

// OpenBolt opens a bbolt file, creating it (mode 0600) where there is none. A
// file that another process holds gives [ErrHeld] after the wait, one that is
// no database [ErrDamaged].
func OpenBolt(path string, o BoltOptions) (Engine, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 && info.Size() < boltLeast {
		return nil, fmt.Errorf("%w: only %d bytes long", ErrDamaged, info.Size())
	}
	db, err := openFile(path, &bbolt.Options{Timeout: o.Wait, ReadOnly: o.ReadOnly})
	switch {
	case err == nil:
		e := &boltEngine{db: db, path: path, ro: o.ReadOnly, watchers: map[int]func(){}}
		if err := e.checkOpened(); err != nil {
			return nil, errors.Join(err, db.Close())
		}
		return e, nil
	case errors.Is(err, bberrors.ErrTimeout):
		return nil, ErrHeld
	case errors.Is(err, os.ErrPermission), errors.Is(err, os.ErrNotExist):
		return nil, err
	case errors.Is(err, bberrors.ErrInvalid), errors.Is(err, bberrors.ErrChecksum), errors.Is(err, bberrors.ErrVersionMismatch):
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return nil, err
}

// openFile opens a bbolt file with what all of ours have in common.
func openFile(path string, o *bbolt.Options) (db *bbolt.DB, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	var file *os.File
	defer func() {
		if p := recover(); p != nil { // bbolt panics on some damaged files
			db, err = nil, errors.Join(fault(p), unlock(file), file.Close())
		}
	}()
	o.FreelistType, o.InitialMmapSize = bbolt.FreelistMapType, boltMap
	o.OpenFile = func(name string, flag int, mode os.FileMode) (_ *os.File, err error) {
		file, err = os.OpenFile(name, flag, mode)
		return file, err
	}
	if db, err = bbolt.Open(path, 0o600, o); err != nil {
		return nil, err
	}
	db.AllocSize = boltStep
	if !inPlace(path, file) { // whoever held it has put another in its place
		return nil, errors.Join(bberrors.ErrTimeout, db.Close())
	}
	return db, nil
}

func inPlace(path string, file *os.File) bool {
	there, err := os.Stat(path)
	ours, statErr := file.Stat()
	return err == nil && statErr == nil && os.SameFile(there, ours)
}

// checkOpened refuses a file that ends before its last page, since reading on
// would be a memory fault, and one to write to that has a damaged header.
func (e *boltEngine) checkOpened() error {
	err := e.db.View(func(tx *bbolt.Tx) error {
		info, err := os.Stat(e.path)
		if err == nil && info.Size() < tx.Size() {
			err = fmt.Errorf("%w: cut short, %d of its %d bytes are there", ErrDamaged, info.Size(), tx.Size())
		}
		return err
	})
	if err != nil || e.ro {
		return err
	}
	var bad error
	err = e.checkHeaders(func(fault error) { bad = fmt.Errorf("%w: %w", ErrDamaged, fault) })
	return errors.Join(err, bad, dropFresh(e.path))
}

// faults turns a memory fault into an error: a page that the file no longer
// has, or that the disk can't read, must not end the sessions of everyone.
// Other panics go on.
func faults(err *error) {
	p := recover()
	if p == nil {
		return
	}
	if _, ok := p.(memoryFault); !ok {
		panic(p)
	}
	*err = fault(p)
}

// memoryFault is what the runtime panics with on reading what is not there.
type memoryFault interface{ Addr() uintptr }

func fault(p any) error {
	if _, ok := p.(memoryFault); ok {
		p = "cut short, or a page of it can't be read"
	}
	return fmt.Errorf("%w: %v", ErrDamaged, p)
}

// begin begins a transaction on the file that is now in place. One that writes
// holds e.writer.
func (e *boltEngine) begin(writes bool) (*bbolt.Tx, error) {
	e.swap.RLock()
	defer e.swap.RUnlock()
	return e.db.Begin(writes)
}

func (e *boltEngine) View(fn func(Reader) error) error {
	return e.view(func(tx *bbolt.Tx) error { return fn(boltTx{tx: tx}) })
}

func (e *boltEngine) view(fn func(*bbolt.Tx) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer faults(&err)
	tx, err := e.begin(false)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return fn(tx)
}

func (e *boltEngine) notify() {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, fn := range e.watchers {
		fn()
	}
}

func (e *boltEngine) Watch(notify func()) (stop func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	id := e.next
	e.next++
	e.watchers[id] = notify
	return func() {
		e.mu.Lock()
		defer e.mu.Unlock()
		delete(e.watchers, id)
	}
}

func (e *boltEngine) MaxOps() int { return boltOps }

func (e *boltEngine) Backup(w io.Writer) error {
	return e.view(func(tx *bbolt.Tx) error {
		to := &remembering{Writer: w}
		_, err := tx.WriteTo(to)
		return cmp.Or(to.err, err)
	})
}

// remembering keeps the error of a write, of which bbolt tells only the text.
type remembering struct {
	io.Writer
	err error
}

func (r *remembering) Write(p []byte) (int, error) {
	n, err := r.Writer.Write(p)
	r.err = cmp.Or(r.err, err)
	return n, err
}

func (e *boltEngine) Check(report func(error)) error {
	e.writer.Lock() // writers wait: they change what bbolt's check reads
	defer e.writer.Unlock()
	if err := e.checkHeaders(report); err != nil {
		return err
	}
	return e.view(func(tx *bbolt.Tx) error {
		for err := range tx.Check() { // drained whole: its goroutine ends with it
			report(err)
		}
		return nil
	})
}

func (e *boltEngine) Close() error {
	e.compacting.Lock()
	defer e.compacting.Unlock()
	return e.db.Close()
}
