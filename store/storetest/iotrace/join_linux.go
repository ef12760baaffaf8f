package iotrace

import (
	"fmt"
	"os"
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// socketFD is the child's end of the socket, the first of exec.Cmd.ExtraFiles.
const socketFD = 3

// held are the calls that wait for the parent's answer. Those of the second
// row are not understood: one that changes a file of the folder ends the run.
var held = []uint32{
	unix.SYS_OPENAT, unix.SYS_READ, unix.SYS_PREAD64, unix.SYS_MKDIRAT, unix.SYS_WRITE, unix.SYS_PWRITE64, unix.SYS_FTRUNCATE,
	unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_LINKAT, unix.SYS_UNLINKAT, unix.SYS_FSYNC, unix.SYS_FDATASYNC,

	unix.SYS_WRITEV, unix.SYS_PWRITEV, unix.SYS_PWRITEV2, unix.SYS_FALLOCATE, unix.SYS_SYNC_FILE_RANGE,
}

// refused are further ways to write, which Go does without where they are
// missing: they fail with ENOSYS, and what Go does instead is held.
var refused = []uint32{unix.SYS_COPY_FILE_RANGE, unix.SYS_SENDFILE, unix.SYS_SPLICE}

// Join has the process's calls held from now on, on all its threads and for good,
// until the parent, which must have started it with [Run], has answered each.
func Join() error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("hold the calls of this process: no_new_privs: %w", err)
	}
	filter := filter()
	prog := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	const flags = unix.SECCOMP_FILTER_FLAG_NEW_LISTENER | unix.SECCOMP_FILTER_FLAG_TSYNC |
		unix.SECCOMP_FILTER_FLAG_TSYNC_ESRCH | unix.SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV
	fd, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, flags, uintptr(unsafe.Pointer(&prog)))
	if errno != 0 {
		return fmt.Errorf("hold the calls of this process: seccomp: %w; this needs Linux 5.19 and a sandbox that allows seccomp with user notification", errno)
	}
	if err := unix.Sendmsg(socketFD, []byte{0}, unix.UnixRights(int(fd)), nil, 0); err != nil {
		return fmt.Errorf("hold the calls of this process: tell the parent: %w", err)
	}
	_ = unix.Close(int(fd))
	_ = os.NewFile(socketFD, "parent").Close()
	return nil
}

// filter is the program that the kernel runs at each call, on the call's number.
func filter() []unix.SockFilter {
	const load, equal, ret = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, unix.BPF_RET | unix.BPF_K
	prog := []unix.SockFilter{{Code: load, K: 0}}
	add := func(calls []uint32, action uint32) {
		for _, nr := range calls {
			prog = append(prog, unix.SockFilter{Code: equal, Jf: 1, K: nr}, unix.SockFilter{Code: ret, K: action})
		}
	}
	add(held, unix.SECCOMP_RET_USER_NOTIF)
	add(refused, unix.SECCOMP_RET_ERRNO|uint32(unix.ENOSYS))
	return append(prog, unix.SockFilter{Code: ret, K: unix.SECCOMP_RET_ALLOW})
}
