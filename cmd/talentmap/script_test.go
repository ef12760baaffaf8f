package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"

	"talentmap/store"
)

// TestScripts runs a script for each verb. Beside the usual commands they have
//
//	exits STATUS VERB...    runs the program, which must end with the status
//	fields FILE KEY...      every object of a JSON array has these keys and no others
//	value FILE PATH WANT    what stands in JSON at a path such as 0.person
//	clean FILE              no control character but line breaks
//	write FILE N TEXT       writes N times TEXT, in which \n and \x1b are one character
//	damage HOW FILE [TEXT]  see damage_test.go
//	hold FILE, letgo        has a database open in another process, or no longer
//
// The clock stands at 2026-03-02 09:00 UTC; $DB is where the database is.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			data := filepath.Join(e.WorkDir, ".data")
			e.Setenv("XDG_DATA_HOME", data)
			e.Setenv("DB", filepath.Join(data, "talentmap", "talent.db"))
			e.Setenv("TZ", "UTC")
			e.Setenv("GORACE", os.Getenv("GORACE"))
			e.Setenv("TALENTMAP_TEST_NOW", testNow().Format(time.RFC3339))
			e.Values[held{}] = new(*store.Store)
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("there is no condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": scriptExits, "fields": scriptFields, "value": scriptValue, "clean": scriptClean,
			"write": scriptWrite, "damage": scriptDamage, "empty": scriptEmpty, "hold": scriptHold, "letgo": scriptLetGo,
		},
	})
}

// need refuses a script's command that is not written as usage says.
func need(ts *testscript.TestScript, ok bool, usage string) {
	if !ok {
		ts.Fatalf("usage: %s", usage)
	}
}

func scriptExits(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) > 0, "exits STATUS VERB...")
	err := ts.Exec("talentmap", args[1:]...)
	status := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		status = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got := strconv.Itoa(status); got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// objects reads the JSON array that every --json prints.
func objects(ts *testscript.TestScript, file string) []map[string]any {
	var all []map[string]any
	dec := json.NewDecoder(strings.NewReader(ts.ReadFile(file)))
	dec.UseNumber()
	ts.Check(dec.Decode(&all))
	return all
}

func scriptFields(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) > 1, "fields FILE KEY...")
	all, want := objects(ts, args[0]), slices.Sorted(slices.Values(args[1:]))
	if len(all) == 0 {
		ts.Fatalf("no objects in %s", args[0])
	}
	for i, o := range all {
		if got := slices.Sorted(maps.Keys(o)); !slices.Equal(got, want) {
			ts.Fatalf("object %d has the keys\n%v, want\n%v", i, got, want)
		}
	}
}

func scriptValue(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) == 3, "value FILE PATH WANT")
	index, path, _ := strings.Cut(args[1], ".")
	i, err := strconv.Atoi(index)
	ts.Check(err)
	all := objects(ts, args[0])
	if i >= len(all) {
		ts.Fatalf("%d objects, none is number %d", len(all), i)
	}
	var at any = all[i]
	for step := range strings.SplitSeq(path, ".") {
		switch v := at.(type) {
		case map[string]any:
			at = v[step]
		case []any:
			n, err := strconv.Atoi(step)
			if err != nil || n >= len(v) {
				ts.Fatalf("%s: there is no %q in %v", args[1], step, v)
			}
			at = v[n]
		}
	}
	if got := fmt.Sprint(at); got != args[2] {
		ts.Fatalf("%s is %q, want %q", args[1], got, args[2])
	}
}

func scriptClean(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) == 1, "clean FILE")
	for i, r := range ts.ReadFile(args[0]) {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			ts.Fatalf("%s has %U at byte %d", args[0], r, i)
		}
	}
}

func scriptWrite(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) == 3, "write FILE N TEXT")
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[2], `"`, `\"`) + `"`)
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(text, n))
	ts.Check(errors.Join(err, f.Close()))
}

// held is the key of the database that a script holds: seen from the program,
// this test is another process.
type held struct{}

func scriptHold(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) == 1, "hold FILE")
	st, err := store.Open(ts.MkAbs(args[0]), store.Options{Clock: testNow})
	ts.Check(err)
	ts.Defer(func() { _ = st.Close() })
	ts.Setenv("HOLDER", strconv.Itoa(os.Getpid()))
	*ts.Value(held{}).(**store.Store) = st
}

func scriptLetGo(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) == 0, "letgo")
	ts.Check((*ts.Value(held{}).(**store.Store)).Close())
}
