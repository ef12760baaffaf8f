package tuitest

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update is how a person accepts new frames: go test ./tui -update. Read the
// difference in the diff before it is committed.
var update = flag.Bool("update", false, "write the golden files of this test anew")

// Golden compares the settled frame with testdata/<name>.txt beside the test
// and shows the rows that differ. With -update it writes the file.
func Golden(t testing.TB, s *Session, name string) {
	t.Helper()
	GoldenText(t, s.Frame(), name)
}

// GoldenText does the same with any text, such as a [Frame] of one pane.
func GoldenText(t testing.TB, got, name string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got = strings.TrimRight(got, "\n") + "\n"
	if *update {
		writeGolden(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("no golden file %s: look at the frame, then run the test with -update\n%s", path, got)
	}
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("not as in %s (- want, + got; accept with -update):\n%s", path, diff(string(want), got))
	}
}

func writeGolden(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// diff shows the rows that differ, by number. Frames have rows and not a flow
// of text, so row is compared with row.
func diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	for y := range max(len(w), len(g)) {
		before, had := at(w, y)
		after, has := at(g, y)
		if before == after && had == has {
			continue
		}
		if had {
			fmt.Fprintf(&b, "%4d - %s\n", y, before)
		}
		if has {
			fmt.Fprintf(&b, "%4d + %s\n", y, after)
		}
	}
	return b.String()
}

// at returns line y and whether there is one.
func at(lines []string, y int) (string, bool) {
	if y >= len(lines) {
		return "", false
	}
	return lines[y], true
}
