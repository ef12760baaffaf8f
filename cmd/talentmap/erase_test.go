package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/scoring"
)

// On a terminal erase shows what goes and asks; only yes is yes. The key may
// come with the service's credentials.
func TestEraseAsks(t *testing.T) {
	creds := t.TempDir()
	t.Setenv("CREDENTIALS_DIRECTORY", creds)
	if err := os.WriteFile(filepath.Join(creds, "talentmap-erase.key"), []byte(strings.Repeat("0f", 32)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	db, people := filepath.Join(t.TempDir(), "talent.db"), filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(people, []byte("name,e-mail\nAna Reyes,ana@loom.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, db, "import", people)
	for _, tt := range []struct {
		answer string
		status int
		gone   bool
	}{{"n\n", 1, false}, {"\n", 1, false}, {"", 1, false}, {"yes\n", 0, true}} {
		var out, errs bytes.Buffer
		a := &app{in: strings.NewReader(tt.answer), out: &out, err: &errs, tty: true, now: testNow, user: "ada", weights: scoring.Default()}
		status := run(context.Background(), a, []string{"--db", db, "erase", "Ana"})
		if status != tt.status || !strings.Contains(out.String(), "Ana Reyes (p1): the record,") || !strings.Contains(out.String(), "It can't be taken back. [y/N]") {
			t.Errorf("answer %q: status %d, said %q and %q", tt.answer, status, out.String(), errs.String())
		}
		if there, _, _ := said(db, "show", "p1"); (there != 0) != tt.gone {
			t.Errorf("answer %q: show p1 ends with %d", tt.answer, there)
		}
	}
	if _, out, _ := said(db, "import", people); !strings.Contains(out, "line 2: erased on request: not imported") {
		t.Errorf("with the same key the import says %q", out)
	}
}
