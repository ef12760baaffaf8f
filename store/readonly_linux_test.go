package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"talentmap/store"
	"talentmap/store/storetest"
)

// readOnly takes the right to write from a folder, whoever runs the test: by
// its mode, and for root by mounting it so.
func readOnly(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		try(t, os.Chmod(dir, 0o500))
		t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
		return
	}
	try(t, syscall.Mount(dir, dir, "", syscall.MS_BIND, ""))
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	try(t, syscall.Mount("", dir, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	readOnly(t, dir)
	_, err := store.Open(filepath.Join(dir, "talent.db"), store.Options{Clock: storetest.Now})
	if err == nil || !strings.Contains(err.Error(), "create the database") || !strings.Contains(err.Error(), dir) {
		t.Errorf("Open = %v, want that the database can't be created there", err)
	}
	st := storetest.Open(t)
	if _, err := st.Backup(filepath.Join(dir, "backup.db")); err == nil || !strings.Contains(err.Error(), "back up to "+dir) {
		t.Errorf("Backup = %v, want that it can't be written there", err)
	}
}

func TestReadOnlyFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	path := filepath.Join(dir, "talent.db")
	st := mustOpen(t, path)
	p := add(t, st, "ada", "Björn Ek")
	try(t, st.Close())
	try(t, os.Chmod(path, 0o400))
	readOnly(t, dir)
	if _, err := store.Open(path, store.Options{Clock: storetest.Now}); err == nil || !strings.Contains(err.Error(), path) ||
		!strings.Contains(err.Error(), "no permission to write") && !strings.Contains(err.Error(), "read-only file system") {
		t.Errorf("Open = %v, want that %s can't be written", err, path)
	}
	st = must(store.Open(path, store.Options{Clock: storetest.Now, ReadOnly: true}))(t)
	defer st.Close()
	if got := person(t, st, p.ID); got.Name != "Björn Ek" {
		t.Errorf("read %+v", got)
	}
	sound(t, st)
}
