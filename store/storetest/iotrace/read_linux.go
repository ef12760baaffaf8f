package iotrace

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// read makes a Call of what waits. ours is false for a call that has nothing to
// do with the folder, or that would fail by itself and change nothing.
func (t *tracer) read(n notice) (c Call, ours bool, err error) {
	switch n.nr {
	case unix.SYS_OPENAT, unix.SYS_MKDIRAT, unix.SYS_UNLINKAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_LINKAT:
		return t.readNames(n)
	}
	fd := int(int32(n.args[0]))
	if fd == 1 && n.nr == unix.SYS_WRITE {
		data, err := t.memory(n.args[1], n.args[2])
		return Call{Op: Say, Data: data}, true, err
	}
	path, err := os.Readlink(t.fd(fd))
	if err != nil || !t.inside(path) {
		return c, false, nil
	}
	c.Path = path
	switch n.nr {
	case unix.SYS_READ, unix.SYS_PREAD64:
		c.Op = Read
		return c, true, nil
	case unix.SYS_FSYNC, unix.SYS_FDATASYNC:
		c.Op = Sync
		return c, true, nil
	case unix.SYS_FTRUNCATE:
		c.Op, c.Off = Truncate, int64(n.args[1])
	case unix.SYS_PWRITE64:
		c.Op, c.Off, c.at = Write, int64(n.args[3]), true
		c.Data, err = t.memory(n.args[1], n.args[2])
	case unix.SYS_WRITE:
		c.Op = Write
		c.Data, err = t.memory(n.args[1], n.args[2])
		c.Off = t.position(fd)
	default:
		err = fmt.Errorf("call %d on %s is not understood", n.nr, path)
	}
	if strings.HasSuffix(path, " (deleted)") {
		err = fmt.Errorf("%s: a change of a removed file is not understood", c)
	}
	return c, true, err
}

// readNames is read for the calls that name files. What would fail is left to
// the kernel: it changes nothing.
func (t *tracer) readNames(n notice) (c Call, ours bool, err error) {
	if c.Path, err = t.path(n.args[0], n.args[1]); err != nil || !t.inside(c.Path) {
		return c, false, err
	}
	info, statErr := os.Lstat(c.Path)
	there := statErr == nil
	switch n.nr {
	case unix.SYS_OPENAT:
		return t.readOpen(c, int(n.args[2]), there)
	case unix.SYS_MKDIRAT:
		c.Op = Mkdir
		return c, !there, nil
	case unix.SYS_UNLINKAT:
		c.Op = Remove
		return c, there && removable(c.Path, info, n.args[2]&unix.AT_REMOVEDIR != 0), nil
	}
	if c.To, err = t.path(n.args[2], n.args[3]); err != nil || !there {
		return c, false, err
	}
	if !t.inside(c.To) || info.IsDir() {
		return c, true, fmt.Errorf("%s to %s is not understood", c.Path, c.To)
	}
	c.Op = Rename
	if n.nr == unix.SYS_LINKAT {
		c.Op = Link
		_, err := os.Lstat(c.To)
		return c, err != nil, nil
	}
	return c, true, nil
}

// removable reports whether what is there can be removed as a file, or as a folder.
func removable(path string, info fs.FileInfo, asFolder bool) bool {
	if !asFolder || !info.IsDir() {
		return asFolder == info.IsDir()
	}
	in, err := os.ReadDir(path)
	return err == nil && len(in) == 0
}

func (t *tracer) readOpen(c Call, flags int, there bool) (Call, bool, error) {
	switch {
	case !there && flags&unix.O_CREAT != 0:
		c.Op = Create
	case there && flags&unix.O_TRUNC != 0:
		c.Op = Truncate
	default:
		c.Op = Open
	}
	exclusive := flags&unix.O_EXCL != 0
	return c, there && !exclusive || c.Op == Create, nil
}

func (t *tracer) inside(path string) bool {
	return path == t.folder || strings.HasPrefix(path, t.folder+"/")
}

// fd is the name of a file that the child has open.
func (t *tracer) fd(fd int) string { return fmt.Sprintf("/proc/%d/fd/%d", t.cmd.Process.Pid, fd) }

// path resolves a name given relative to an open folder.
func (t *tracer) path(folder, name uint64) (string, error) {
	text, err := t.memory(name, unix.PathMax)
	if err != nil {
		return "", err
	}
	text, _, _ = bytes.Cut(text, []byte{0})
	if filepath.IsAbs(string(text)) {
		return filepath.Clean(string(text)), nil
	}
	from := t.fd(int(int32(folder)))
	if int32(folder) == unix.AT_FDCWD {
		from = fmt.Sprintf("/proc/%d/cwd", t.cmd.Process.Pid)
	}
	at, err := os.Readlink(from)
	return filepath.Join(at, string(text)), err
}

// memory copies what lies at an address in the child, at most n bytes.
func (t *tracer) memory(at, n uint64) ([]byte, error) {
	f, err := os.Open(fmt.Sprintf("/proc/%d/mem", t.cmd.Process.Pid))
	if err != nil {
		return nil, fmt.Errorf("read the child's memory: %w", err)
	}
	defer f.Close()
	data := make([]byte, n)
	got, err := f.ReadAt(data, int64(at))
	if got == 0 && n > 0 {
		return nil, fmt.Errorf("read the child's memory: %w", errors.Join(err, io.ErrUnexpectedEOF))
	}
	return data[:got], nil
}

// position is where a write to an open file begins.
func (t *tracer) position(fd int) int64 {
	var pos, flags int64
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/fdinfo/%d", t.cmd.Process.Pid, fd))
	_, _ = fmt.Sscanf(string(text), "pos: %d\nflags: %o", &pos, &flags)
	if flags&unix.O_APPEND != 0 {
		if info, err := os.Stat(t.fd(fd)); err == nil {
			return info.Size()
		}
	}
	return pos
}

// writeAt writes to a file that the child has open, in its stead.
func (t *tracer) writeAt(n notice, data []byte, off int64) error {
	f, err := os.OpenFile(t.fd(int(int32(n.args[0]))), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(data, off)
	return errors.Join(err, f.Close())
}
