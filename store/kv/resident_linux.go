package kv

import "syscall"

// forgetPages takes the pages of a mapped file from at on out of the memory of the
// process. Where that fails they stay.
func forgetPages(at, size uintptr) {
	_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, at, size, syscall.MADV_DONTNEED)
}
