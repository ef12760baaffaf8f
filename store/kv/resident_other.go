//go:build !linux

package kv

// forgetPages leaves it to the system which pages stay.
func forgetPages(_, _ uintptr) {}
