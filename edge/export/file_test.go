package export_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/edge/export"
)

// says writes a text.
func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "people.csv")
	has := func(want string) {
		t.Helper()
		got, err := os.ReadFile(path)
		if err != nil || string(got) != want {
			t.Errorf("the file has %q, want %q: %v", got, want, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("others may read it: %v, %v", info.Mode(), err)
		}
		if all, _ := os.ReadDir(dir); len(all) != 1 {
			t.Errorf("beside it is %v", all)
		}
	}
	if err := export.WriteFile(path, false, says("one")); err != nil {
		t.Fatal(err)
	}
	has("one")
	if err := export.WriteFile(path, false, says("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that is there: %v", err)
	}
	has("one")
	broken := errors.New("the record is damaged")
	for _, over := range []bool{true, false} { // nothing stays of what can't be finished
		if err := export.WriteFile(filepath.Join(dir, map[bool]string{true: "people.csv", false: "other.csv"}[over]), over, func(w io.Writer) error {
			return errors.Join(says("half")(w), broken)
		}); !errors.Is(err, broken) {
			t.Errorf("what can't be written: %v", err)
		}
		has("one")
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := export.WriteFile(path, true, says("three")); err != nil {
		t.Fatal(err)
	}
	has("three")
	if err := export.WriteFile(filepath.Join(dir, "none", "people.csv"), false, says("")); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "there is no folder") {
		t.Errorf("a folder that there is not: %v", err)
	}
	if err := export.WriteFile(dir, true, says("")); err == nil {
		t.Error("a folder was replaced")
	}
}

func TestFormatOfAFile(t *testing.T) {
	for path, want := range map[string]export.Format{"a/people.csv": export.CSV, "Warm.JSON": export.JSON, "people": "", "people.xlsx": "", "a.csv/b": ""} {
		if got, err := export.FormatOf(path); got != want || (err == nil) != (want != "") {
			t.Errorf("%s is %q, %v", path, got, err)
		}
	}
}
