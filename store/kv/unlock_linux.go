package kv

import (
	"os"
	"syscall"
)

// unlock lets go of a file that bbolt could not open to the end: closing it is
// not enough while bbolt's memory map of it is left behind.
func unlock(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_UN)
}
