package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/scoring"
	"talentmap/store"
)

func TestWrongUsageIsTwo(t *testing.T) {
	for _, line := range []string{
		"", "frob", "--frob", "-x", "sample extra", "sample --json",
		"import", "import a.csv b.csv", "import --frob a.csv", "import --dry-run",
		"export people extra", "export people --format xml", "export people --format", "export frob", "export map", "export map a b",
		"export map m1 --format xml",
		"show", "show a b", "show --frob p1", "why", "why a b", "why p1 --as-of", "why p1 --as-of noon", "why p1 --as-of 2026-02-30",
		"map frob", "map list extra", "map list --frob", "map show", "map show a b",
		"map new", "map new a b", "map add", "map add m1", "map remove m1", "map new --frob x",
		"gate", "gate a b", "gate p1 --channel pigeon", "gate p1 --as-of noon", "states a", "sweep now",
		"reply", "reply p1 maybe", "reply p1 later", "reply p1 later 31 feb", "reply p1 no thanks", "reply p1 interested --hard", "reply p1 bounce --hard --soft",
		"lock", "lock p1", "lock p1 shut", "lock p1 opted-out --until noon", "unlock", "unlock p1 p2", "unlock a b c",
		"snooze", "snooze p1", "snooze p1 noon", "skip", "skip a b", "assign p1", "assign p1 bo --nobody", "assign a b c",
		"touch", "touch p1", "touch p1 --channel pigeon", "touch p1 --channel phone --at tomorrow", "note p1", "note p1 a b",
		"research", "research p1 shoes none", "research p1 1", "research p1 1 found x", "stage p1", "stage p1 promoted", "stage p1 rated", "stage p1 screen strong",
		"signal", "signal p1", "signal p1 sneezed", "signal p1 layoffs --date tomorrow", "signal p1 layoffs --confidence 0",
		"queue extra", "queue --as-of noon", "queue --limit 0", "queue --limit many", "queue --json=perhaps",
		"journal extra", "journal --limit -1", "journal --limit x", "undo frob", "undo i1 i2", "undo --frob",
		"backup", "backup a b", "backup talent.db", "restore --frob", "restore a b", "restore talent.db", "check a b", "check --frob",
		"config extra", "config --init --check", "config --check a b", "config --frob", "keys extra", "keys --frob", "help frob", "help export frob", "completion frob", "completion bash extra",
	} {
		t.Run(line, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "talent.db")
			argv := strings.Fields(strings.ReplaceAll(line, "talent.db", db))
			if strings.Contains(line, "talent.db") {
				must(t, db, "sample")
			}
			status, out, errs := said(db, argv...)
			if status != 2 || out != "" {
				t.Errorf("status %d, want 2; it printed %q", status, out)
			}
			if !strings.HasPrefix(errs, "talentmap: wrong usage: ") || !strings.Contains(errs, "talentmap --help") {
				t.Errorf("it said %q", errs)
			}
			if _, err := os.Stat(db); err == nil && !strings.Contains(line, "talent.db") {
				t.Error("a database was made")
			}
		})
	}
}

// TestEveryVerbIsTried fails when a verb is added to the program and not to
// the table above.
func TestEveryVerbIsTried(t *testing.T) {
	root := (&app{weights: scoring.Default()}).command()
	for _, c := range root.Commands() {
		status, _, _ := said(filepath.Join(t.TempDir(), "talent.db"), c.Name(), "no", "such", "arguments")
		want := 2
		if c.Name() == "tag" { // which takes any words: there is nobody to be tagged
			want = 1
		}
		if status != want {
			t.Errorf("%s no such arguments: status %d, want %d", c.Name(), status, want)
		}
	}
}

// No verb waits for whoever has the database open: one that did would outlast the
// test's time, as nobody closes it.
func TestHeldDatabaseIsRefused(t *testing.T) {
	db := filepath.Join(t.TempDir(), "talent.db")
	must(t, db, "sample")
	st, err := store.Open(db, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for _, verb := range []string{"sample", "queue", "show p1", "export people", "undo", "journal", "backup copy.db"} {
		status, out, errs := said(db, strings.Fields(verb)...)
		if status != 1 || out != "" || !strings.Contains(errs, "is open in process") {
			t.Errorf("%s: status %d, %q, %q", verb, status, out, errs)
		}
	}
}
