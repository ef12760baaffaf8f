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

// onTerminal runs a command line as on a terminal on which the answer is typed.
func onTerminal(db, answer string, argv ...string) (status int, out string) {
	var o bytes.Buffer
	a := &app{in: strings.NewReader(answer), out: &o, err: &o, tty: true, now: testNow, user: "ada", weights: scoring.Default()}
	status = run(context.Background(), a, append([]string{"--db", db}, argv...))
	return status, o.String()
}

// On a terminal a guess is shown with what tells her apart, and asked about; only
// yes is yes.
func TestGuessesAreAskedAbout(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	db := filepath.Join(dir, "talent.db")
	must(t, db, "import", file("people.csv", "name,company,title,email\nAna Reyes,Acme,Weaver,ana@loom.example\nBo Day,Oak,Clerk,bo@oak.example\n"))
	said(db, "import", file("more.csv", "name,company,title\nAna Reyes,Acme,CTO\n")) // waits for review
	must(t, db, "map", "new", "Looms")
	must(t, db, "map", "add", "Looms", "p1")
	for _, tt := range []struct {
		line  string
		shown []string
		done  string
	}{
		{"edit Bo location=Rome", []string{`"Bo" is p2, Bo Day, Clerk at Oak, bo@oak.example`, "Edit her? [y/N]"}, "edited Bo Day"},
		{"split Ana --name Eve --take Acme", []string{`"Ana" is p1, Ana Reyes, Weaver at Acme`, "Split Eve off her? [y/N]"}, "split Eve"},
		{"map add Looms Bo", []string{`"Bo" is p2`, "Put her on Looms? [y/N]"}, "added Bo Day to Looms"},
		{"map remove Looms Bo An", []string{`"Bo" is p2`, `"An" is p1`, "Take them off Looms? [y/N]"}, "took 2 people off Looms"},
		{"review join y1 An", []string{`"An" is p1`, "+ name         Ana Reyes | Ana Reyes", "title        CTO |", "Join y1 with her? [y/N]"}, "joined y1 with Ana Reyes (p1)"},
		{"merge p1 Bo", []string{"p1  Ana Reyes", "p2  Bo Day, Clerk at Oak", "e-mail       ana@loom.example | bo@oak.example", "Put Bo Day (p2) into Ana Reyes (p1)? [y/N]"}, "merged Bo Day (p2) into Ana Reyes (p1)"},
	} {
		argv := strings.Fields(tt.line)
		for _, answer := range []string{"", "\n", "n\n", "p2\n"} {
			status, out := onTerminal(db, answer, argv...)
			if status != 1 || !strings.Contains(out, "nothing was changed") || strings.Contains(out, tt.done) {
				t.Errorf("%s, answer %q: status %d, said %q", tt.line, answer, status, out)
			}
			for _, want := range tt.shown {
				if !strings.Contains(out, want) {
					t.Errorf("%s: %q is not in %q", tt.line, want, out)
				}
			}
		}
		if status, out := onTerminal(db, "y\n", argv...); status != 0 || !strings.Contains(out, tt.done) {
			t.Errorf("%s, answer y: status %d, said %q", tt.line, status, out)
		}
	}
}

// A key is taken at its word.
func TestKeysAreNotAskedAbout(t *testing.T) {
	db, people := filepath.Join(t.TempDir(), "talent.db"), filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(people, []byte("name,email\nAna Reyes,ana@loom.example\nBo Day,bo@oak.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, db, "import", people)
	for _, line := range [][]string{{"edit", "p1", "location=Rome"}, {"edit", "ANA@loom.example", "location=Oslo"}, {"merge", "ana réyes", "p2"}} {
		if status, out := onTerminal(db, "", line...); status != 0 || strings.Contains(out, "[y/N]") {
			t.Errorf("%q: status %d, said %q", line, status, out)
		}
	}
}
