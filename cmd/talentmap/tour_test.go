//go:build linux

package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/tui/tuitest/ptytest"
)

// The tour is shown once to a person, whatever she does with it.
func TestTourIsShownOnce(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "talent.db")
	must(t, db, "sample")
	workbench := func() *ptytest.Program {
		cmd := exec.Command("talentmap", "--db", db)
		cmd.Env = []string{"TALENTMAP_TEST_TOUR=1", "XDG_STATE_HOME=" + dir, "XDG_CONFIG_HOME=" + dir}
		p := ptytest.Start(t, cmd, 120, 40)
		p.WaitFor("of 100")
		return p
	}
	p := workbench()
	p.WaitFor("tour 1 of 5")
	p.Stop()
	p = workbench()
	p.Type("J")
	p.WaitFor("ranked")
	if strings.Contains(p.Screen(), "tour 1 of 5") {
		t.Error("the tour is shown again")
	}
	p.Stop()
}
