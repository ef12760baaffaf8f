//go:build !linux

package kv

import "os"

// unlock leaves the lock to the end of the process.
func unlock(*os.File) error { return nil }
