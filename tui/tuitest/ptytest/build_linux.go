package ptytest

import (
	"os/exec"
	"path"
	"path/filepath"
	"testing"
)

// Build builds a main package of this module as it is released, stripped and
// without cgo, and returns the path of the binary, which goes away with tb.
func Build(tb testing.TB, pkg string) string {
	tb.Helper()
	bin := filepath.Join(tb.TempDir(), path.Base(pkg))
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", bin, pkg)
	cmd.Env = append(cmd.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("ptytest: go build %s: %v\n%s", pkg, err, out)
	}
	return bin
}

// Bare builds the empty Bubble Tea program that others are measured against:
// full screen, 120 frames a second, "bare: 0 keys" in its first row. Each key
// counts, and q quits.
func Bare(tb testing.TB) string {
	tb.Helper()
	return Build(tb, "talentmap/tui/tuitest/ptytest/testdata/bare")
}
