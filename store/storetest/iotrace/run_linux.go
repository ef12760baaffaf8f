package iotrace

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"unsafe"

	"golang.org/x/sys/unix"
)

// notice is the kernel's struct seccomp_notif: a call that waits.
type notice struct {
	id    uint64
	pid   uint32
	flags uint32
	nr    int32
	arch  uint32
	ip    uint64
	args  [6]uint64
}

// reply is the kernel's struct seccomp_notif_resp.
type reply struct {
	id    uint64
	value int64
	errno int32
	flags uint32
}

// Run starts cmd, whose process must call [Join], and asks answer about each call
// that touches the folder and each that says something on standard output, one
// at a time, until the process has ended. Neither of cmd's ExtraFiles nor its
// Stdout may be set; what is said is in the calls. The error is of the process
// ([exec.ExitError]), or of a call that is not understood.
func Run(cmd *exec.Cmd, folder string, answer func(Call) Answer) error {
	ours, theirs, err := socketpair()
	if err != nil {
		return err
	}
	defer ours.Close()
	cmd.ExtraFiles = []*os.File{theirs}
	err = cmd.Start()
	_ = theirs.Close()
	if err != nil {
		return err
	}
	listener, err := receive(ours)
	if err != nil { // it has ended before it joined, and says why itself
		_ = cmd.Process.Kill()
		return errors.Join(cmd.Wait(), err)
	}
	defer unix.Close(listener)
	t := &tracer{cmd: cmd, folder: folder, answer: answer, listener: listener}
	err = t.loop()
	if err != nil {
		_ = cmd.Process.Kill()
	}
	return errors.Join(err, cmd.Wait())
}

func socketpair() (ours, theirs *os.File, err error) {
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, nil, fmt.Errorf("a socket to the child: %w", err)
	}
	return os.NewFile(uintptr(fds[0]), "child"), os.NewFile(uintptr(fds[1]), "parent"), nil
}

// receive takes the listener from the child.
func receive(from *os.File) (fd int, err error) {
	space := make([]byte, unix.CmsgSpace(4))
	_, n, _, _, err := unix.Recvmsg(int(from.Fd()), make([]byte, 1), space, unix.MSG_CMSG_CLOEXEC)
	if err != nil || n == 0 {
		return 0, fmt.Errorf("the child did not join: %w", errors.Join(err, os.ErrProcessDone))
	}
	messages, err := unix.ParseSocketControlMessage(space[:n])
	if err != nil {
		return 0, err
	}
	fds, err := unix.ParseUnixRights(&messages[0])
	if err != nil {
		return 0, err
	}
	return fds[0], nil
}

// tracer answers for one child.
type tracer struct {
	cmd      *exec.Cmd
	folder   string
	answer   func(Call) Answer
	listener int
	n        int
}

// loop answers until no thread of the child is left.
func (t *tracer) loop() error {
	for {
		poll := []unix.PollFd{{Fd: int32(t.listener), Events: unix.POLLIN}}
		if _, err := unix.Poll(poll, -1); err != nil && !errors.Is(err, unix.EINTR) {
			return fmt.Errorf("wait for the child's calls: %w", err)
		}
		switch {
		case poll[0].Revents&unix.POLLIN != 0:
			if err := t.one(); err != nil {
				return err
			}
		case poll[0].Revents&unix.POLLHUP != 0:
			return nil
		}
	}
}

// one takes one call and answers it. A call whose thread was killed is none.
func (t *tracer) one() error {
	var n notice
	if errno := t.ioctl(unix.SECCOMP_IOCTL_NOTIF_RECV, unsafe.Pointer(&n)); errno != 0 {
		if errno == unix.ENOENT || errno == unix.EINTR {
			return nil
		}
		return fmt.Errorf("take a call of the child: %w", errno)
	}
	r := reply{id: n.id, flags: unix.SECCOMP_USER_NOTIF_FLAG_CONTINUE}
	c, ours, err := t.read(n)
	if err != nil {
		return err
	}
	if ours {
		t.n++
		c.N = t.n
		if r, err = t.carryOut(n, c, t.answer(c)); err != nil {
			return err
		}
	}
	if errno := t.ioctl(unix.SECCOMP_IOCTL_NOTIF_SEND, unsafe.Pointer(&r)); errno != 0 && errno != unix.ENOENT {
		return fmt.Errorf("answer %s: %w", c, errno)
	}
	return nil
}

// carryOut turns an answer into what the kernel is told.
func (t *tracer) carryOut(n notice, c Call, a Answer) (reply, error) {
	switch {
	case a.Kill:
		return reply{id: n.id, errno: -int32(unix.EIO)}, t.cmd.Process.Kill()
	case a.Fail != 0:
		return reply{id: n.id, errno: -int32(a.Fail)}, nil
	case a.Half:
		if !c.CanHalve() {
			return reply{}, fmt.Errorf("%s can't come up short", c)
		}
		half := len(c.Data) / 2
		return reply{id: n.id, value: int64(half)}, t.writeAt(n, c.Data[:half], c.Off)
	case c.Op == Sync:
		return reply{id: n.id}, nil
	case c.Op == Say:
		return reply{id: n.id, value: int64(len(c.Data))}, nil
	}
	return reply{id: n.id, flags: unix.SECCOMP_USER_NOTIF_FLAG_CONTINUE}, nil
}

func (t *tracer) ioctl(what uint, arg unsafe.Pointer) unix.Errno {
	_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(t.listener), uintptr(what), uintptr(arg))
	return errno
}
