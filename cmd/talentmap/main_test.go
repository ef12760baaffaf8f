package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"talentmap/scoring"
)

// TestMain lets this binary be the program: run under the name talentmap it is
// the real one with ada as its user, under the name work it is what the kill
// loop kills.
func TestMain(m *testing.M) {
	// With the race detector each process would sleep for a second at its end.
	if err := os.Setenv("GORACE", "atexit_sleep_ms=0 "+os.Getenv("GORACE")); err != nil {
		panic(err)
	}
	testscript.Main(m, map[string]func(){
		"talentmap": func() { os.Exit(run(context.Background(), testSystem(), os.Args[1:])) },
		"work":      work,
	})
}

// testSystem is the machine's app with ada as its user, who has had the tour but
// where TALENTMAP_TEST_TOUR is set; TALENTMAP_TEST_NOW stops its clock,
// TALENTMAP_TEST_HASTE has it look for an automatic backup at once.
func testSystem() *app {
	a := system()
	a.user = "ada"
	if os.Getenv("TALENTMAP_TEST_TOUR") == "" {
		a.tour = nil
	}
	if text := os.Getenv("TALENTMAP_TEST_NOW"); text != "" {
		now, err := time.Parse(time.RFC3339, text)
		if err != nil {
			panic(err)
		}
		a.now = func() time.Time { return now }
	}
	if os.Getenv("TALENTMAP_TEST_HASTE") != "" {
		a.after = func(time.Duration) <-chan time.Time { return time.After(10 * time.Millisecond) }
	}
	return a
}

// testNow is a Monday morning.
func testNow() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// said runs one command line in this process, in a pipe, and returns its exit
// status and what it wrote.
func said(db string, argv ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &o, err: &e, now: testNow, user: "ada", weights: scoring.Default()}
	status = run(context.Background(), a, append([]string{"--db", db}, argv...))
	return status, o.String(), e.String()
}

// must is said where the status has to be 0.
func must(t *testing.T, db string, argv ...string) string {
	t.Helper()
	status, out, errs := said(db, argv...)
	if status != 0 {
		t.Fatalf("talentmap %s: status %d\n%s%s", strings.Join(argv, " "), status, out, errs)
	}
	return out
}
