package store_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"talentmap/store"
)

// On a full disk no backup is made and none is lost; with room again the next
// hour makes one.
func TestAutoBackupOnAFullDisk(t *testing.T) {
	dir := mountedDisk(t, "size=4m")
	if dir == "" {
		return // TestAutoBackupThatFailsIsToldOnce is the same without a disk
	}
	path := filepath.Join(dir, "talent.db")
	c := start(t, path)
	add(t, c.store, "ada", "Björn Ek")
	c.pass(time.Minute)
	c.want(t, "2026-03-02T09-01.db")
	good := content(filepath.Join(store.BackupFolder(path), "2026-03-02T09-01.db"))
	n, err := fill(c.store)
	if !errors.Is(err, store.ErrFull) {
		t.Fatalf("after %d people: %v, want a full disk", n, err)
	}
	c.pass(time.Hour)
	c.pass(time.Hour)
	if len(c.failed) != 1 || !errors.Is(c.failed[0], store.ErrFull) {
		t.Errorf("told: %v, want ErrFull once", c.failed)
	}
	if got := names(t, store.BackupFolder(path)); len(got) != 1 || string(content(filepath.Join(store.BackupFolder(path), got[0]))) != string(good) {
		t.Errorf("the backups are %q, want the one as it was", got)
	}
	sound(t, c.store)
}
