package store_test

import (
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"talentmap/store"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// placesInMemory are the places of the databases that a test opens by path where
// the tests run on the engine in memory: opening one again finds what was there.
var placesInMemory sync.Map

func onMemory() bool { return os.Getenv(storetest.EngineVar) == "memory" }

// openAt is store.Open, on the engine that the tests run on.
func openAt(path string, o store.Options) (*store.Store, error) {
	if !onMemory() {
		return store.Open(path, o)
	}
	place, _ := placesInMemory.LoadOrStore(path, &kvtest.Memory{})
	eng, err := place.(*kvtest.Memory).Open()
	if err != nil {
		return nil, err
	}
	return store.OpenEngine(eng, path, o)
}

// aboutFiles are the tests that look at files, or wait for a child that does.
const aboutFiles = "Backup|Compare|CheckCounts|Kill|Flip|Disk|Full|Repair|Restore|Hold|Held|ReadOnly|NoByte|CannotReach|ReplayDue|OlderCopy|Damage|Fuzz|NarrowEngine"

// TestNarrowEngine runs this package's tests once more, on an engine that takes
// 128 writes at once and values of 1.5 MB: nothing above it can tell.
func TestNarrowEngine(t *testing.T) {
	if onMemory() {
		return
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, "-test.skip", aboutFiles, "-test.v", "-rapid.checks=25")
	cmd.Env = append(os.Environ(), storetest.EngineVar+"=memory")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, failures(string(out)))
	}
	if n := strings.Count(string(out), "--- PASS: Test"); n < 50 {
		t.Errorf("only %d tests ran:\n%s", n, out)
	}
}

// failures is what tests print without the lines of those that begin and pass.
func failures(out string) string {
	var b strings.Builder
	for line := range strings.Lines(out) {
		if text := strings.TrimSpace(line); !strings.HasPrefix(text, "===") && !strings.HasPrefix(text, "--- PASS") {
			b.WriteString(line)
		}
	}
	return b.String()
}
