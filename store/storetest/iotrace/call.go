package iotrace

import (
	"fmt"
	"path/filepath"
	"syscall"
)

// Op is what a call does to the disk.
type Op string

// The operations. Those from Create on change what a loss of power leaves.
const (
	Open     Op = "open"   // of a file that is there, and is not emptied
	Read     Op = "read"   // read and pread
	Say      Op = "say"    // a write to standard output
	Create   Op = "create" // an open that makes the file
	Mkdir    Op = "mkdir"
	Write    Op = "write" // write and pwrite
	Truncate Op = "truncate"
	Rename   Op = "rename"
	Link     Op = "link"
	Remove   Op = "remove" // of a file or an empty folder
	Sync     Op = "sync"   // fsync and fdatasync, of a file or a folder
)

// Call is one call of the child, at the moment it begins.
type Call struct {
	N    int    // its place in the run, from 1; calls of Say count too
	Op   Op     // what it does
	Path string // the file or folder, absolute; "" for Say
	To   string // the new name, of Rename and Link
	Off  int64  // where a Write begins; the new size of a Truncate
	Data []byte // what is written or said

	at bool // a pwrite, which can come up short
}

func (c Call) String() string {
	s := fmt.Sprintf("%d %s %s", c.N, c.Op, filepath.Base(c.Path))
	switch c.Op {
	case Say:
		return fmt.Sprintf("%d say %q", c.N, c.Data)
	case Write:
		s += fmt.Sprintf(" %d+%d", c.Off, len(c.Data))
	case Truncate:
		s += fmt.Sprintf(" to %d", c.Off)
	case Rename, Link:
		s += " to " + filepath.Base(c.To)
	}
	return s
}

// Answer is what becomes of a call; the zero Answer lets it happen.
type Answer struct {
	Fail syscall.Errno // it fails so, and is not carried out
	Half bool          // of a pwrite half is written, and it says so; no other call can
	Kill bool          // the child dies instead of it
}

// CanHalve reports whether the call may be answered with Half.
func (c Call) CanHalve() bool { return c.at && len(c.Data) > 1 }
