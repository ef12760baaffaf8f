package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talentmap/store"
	"talentmap/tui/tuitest/ptytest"
)

// On a terminal a restore asks, and only yes is yes.
func TestRestoreAsks(t *testing.T) {
	for answer, restores := range map[string]bool{"": false, "n": false, "what": false, "y": true, "YES": true} {
		t.Run("answer "+answer, func(t *testing.T) {
			dir := t.TempDir()
			db, copied := filepath.Join(dir, "talent.db"), filepath.Join(dir, "copy.db")
			must(t, db, "sample")
			must(t, db, "backup", copied)
			must(t, db, "undo")
			p := ptytest.Start(t, exec.Command("talentmap", "--db", db, "restore", copied), 120, 40)
			p.WaitFor("Put the backup in its place? [y/N]")
			p.Type(answer)
			p.Key("enter")
			if restores {
				p.WaitFor("restored")
			} else {
				p.WaitFor("nothing was changed")
			}
			p.Stop()
			kept, err := filepath.Glob(db + ".before-restore-*")
			if err != nil || (len(kept) == 1) != restores {
				t.Errorf("kept %q, %v", kept, err)
			}
			if info, err := os.Stat(db); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("the database: %v, %v", info, err)
			}
		})
	}
}

// The workbench makes the backups; what goes wrong is told, and work goes on.
func TestWorkbenchBacksUp(t *testing.T) {
	db := filepath.Join(t.TempDir(), "talent.db")
	must(t, db, "sample")
	cmd := exec.Command("talentmap")
	cmd.Env = []string{"TALENTMAP_DB=" + db, "TALENTMAP_TEST_HASTE=1", "TALENTMAP_TEST_NOW=2026-03-02T09:00:00Z"}
	p := ptytest.Start(t, cmd, 120, 40)
	p.WaitFor("of 100")
	backup := filepath.Join(store.BackupFolder(db), "2026-03-02T09-00.db")
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(backup); err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("there is no backup")
		}
	}
	p.Key("q")
	p.Stop()
	if out, err := exec.Command("talentmap", "--db", db, "restore", "--verify").CombinedOutput(); err != nil || !strings.Contains(string(out), " sound ") {
		t.Errorf("restore --verify: %v\n%s", err, out)
	}
}

func TestWorkbenchTellsThatABackupFailed(t *testing.T) {
	db := filepath.Join(t.TempDir(), "talent.db")
	must(t, db, "sample")
	if err := os.WriteFile(store.BackupFolder(db), nil, 0o600); err != nil { // where the folder would be
		t.Fatal(err)
	}
	cmd := exec.Command("talentmap")
	cmd.Env = []string{"TALENTMAP_DB=" + db, "TALENTMAP_TEST_HASTE=1", "TALENTMAP_TEST_NOW=2026-03-02T09:00:00Z"}
	p := ptytest.Start(t, cmd, 120, 40)
	p.WaitFor("the automatic backup failed")
	p.Stop()
}
