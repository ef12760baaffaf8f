package iotrace_test

import (
	"strings"
	"syscall"
	"testing"

	"talentmap/store/storetest/iotrace"
)

func none(iotrace.Call, int) bool { return false }

func apply(t *testing.T, d *iotrace.Disk, calls ...iotrace.Call) {
	t.Helper()
	for _, c := range calls {
		if err := d.Apply(c, iotrace.Answer{}); err != nil {
			t.Fatal(err)
		}
	}
}

func holds(t *testing.T, im iotrace.Image, name, want string) {
	t.Helper()
	if got := string(im.Bytes(name)); got != want {
		t.Errorf("%s holds %.20q of %d bytes, want %.20q of %d", name, got, len(got), want, len(want))
	}
}

// file is a disk with one empty file whose name is sure, and what makes calls on it.
func file(t *testing.T) (d *iotrace.Disk, call func(iotrace.Op, int64, string) iotrace.Call) {
	t.Helper()
	folder := t.TempDir()
	d, err := iotrace.NewDisk(folder)
	if err != nil {
		t.Fatal(err)
	}
	path := folder + "/a"
	apply(t, d, iotrace.Call{Op: iotrace.Create, Path: path}, iotrace.Call{Op: iotrace.Sync, Path: folder})
	return d, func(op iotrace.Op, off int64, data string) iotrace.Call {
		return iotrace.Call{Op: op, Path: path, Off: off, Data: []byte(data)}
	}
}

func TestWritesAreSureOnceSynced(t *testing.T) {
	d, call := file(t)
	apply(t, d, call(iotrace.Write, 0, "one"), call(iotrace.Sync, 0, ""), call(iotrace.Write, 0, "two"))
	holds(t, d.Image(none), "a", "one")
	holds(t, d.Running(), "a", "two")
	apply(t, d, call(iotrace.Sync, 0, ""), call(iotrace.Truncate, 1, ""))
	holds(t, d.Image(none), "a", "two")
	holds(t, d.Running(), "a", "t")
}

func TestWritesAreTornAtSectors(t *testing.T) {
	d, call := file(t)
	text := strings.Repeat("x", 512) + strings.Repeat("y", 512) + "z"
	apply(t, d, call(iotrace.Write, 0, text))
	last := d.Image(func(_ iotrace.Call, sector int) bool { return sector != 1 })
	holds(t, last, "a", strings.Repeat("x", 512)+strings.Repeat("\x00", 512)+"z")
	first := d.Image(func(_ iotrace.Call, sector int) bool { return sector == 0 })
	holds(t, first, "a", strings.Repeat("x", 512))
}

// A later sync does not make sure what a failed one has given up, a later write does.
func TestAFailedSyncGivesUp(t *testing.T) {
	d, call := file(t)
	apply(t, d, call(iotrace.Write, 0, "one"))
	if err := d.Apply(call(iotrace.Sync, 0, ""), iotrace.Answer{Fail: syscall.EIO}); err != nil {
		t.Fatal(err)
	}
	apply(t, d, call(iotrace.Sync, 0, ""))
	holds(t, d.Image(none), "a", "")
	holds(t, d.Running(), "a", "one")
	apply(t, d, call(iotrace.Write, 0, "two"), call(iotrace.Sync, 0, ""))
	holds(t, d.Image(none), "a", "two")
}

func TestNamesAreSureOnceTheirFolderIsSynced(t *testing.T) {
	folder := t.TempDir()
	d, err := iotrace.NewDisk(folder)
	if err != nil {
		t.Fatal(err)
	}
	a, b := folder+"/a", folder+"/b"
	apply(t, d, iotrace.Call{Op: iotrace.Create, Path: a}, iotrace.Call{Op: iotrace.Write, Path: a, Data: []byte("one")}, iotrace.Call{Op: iotrace.Sync, Path: a})
	if _, there := d.Image(none)["a"]; there {
		t.Error("a name is there though its folder was not synced")
	}
	apply(t, d, iotrace.Call{Op: iotrace.Sync, Path: folder}, iotrace.Call{Op: iotrace.Rename, Path: a, To: b})
	holds(t, d.Image(none), "a", "one")
	if _, there := d.Image(none)["b"]; there {
		t.Error("a rename is there though its folder was not synced")
	}
	apply(t, d, iotrace.Call{Op: iotrace.Sync, Path: folder})
	holds(t, d.Image(none), "b", "one")
	if _, there := d.Image(none)["a"]; there {
		t.Error("the old name is still there")
	}
}

func TestAnUnknownFileIsAnError(t *testing.T) {
	d, _ := file(t)
	if err := d.Apply(iotrace.Call{Op: iotrace.Write, Path: "/elsewhere/a"}, iotrace.Answer{}); err == nil {
		t.Error("a write to a file that nobody made was taken")
	}
}
