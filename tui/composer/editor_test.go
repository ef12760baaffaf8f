package composer_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// editing has the person's editor do something with the file.
func (d *desk) editing(t *testing.T, do func(path string) error) (folder *string) {
	t.Helper()
	folder = new(string)
	d.editor = func(path string, done func(error) tea.Msg) tea.Cmd {
		return func() tea.Msg {
			*folder = filepath.Dir(path)
			info, err := os.Stat(*folder)
			if err != nil || info.Mode().Perm() != 0o700 {
				t.Errorf("the folder is %v, %v", info.Mode(), err)
			}
			return done(do(path))
		}
	}
	return folder
}

func TestTheOwnEditor(t *testing.T) {
	at(t, 100, 24, func(t *testing.T, d *desk) {
		d.write()
		d.Type("as typed")
		var had string
		folder := d.editing(t, func(path string) error {
			data, err := os.ReadFile(path)
			had = string(data)
			return errors.Join(err, os.WriteFile(path, []byte("Subject: from the editor\n\nAnother text,\nof two lines.\n"), 0o600))
		})
		d.Keys("ctrl+g")
		d.Contains("subject from the editor", "Another text,", "of two lines.")
		if had != "Subject: \n\nas typed" {
			t.Errorf("the editor had %q", had)
		}
		d.Keys("ctrl+s")
		if got := d.profile(t).Draft; got.Subject != "from the editor" || got.Body != "Another text,\nof two lines." {
			t.Errorf("saved %+v", got)
		}
		if _, err := os.Stat(*folder); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the folder is still there: %v", err)
		}
		d.Keys("alt+v")
		if c := d.chooser(t); !strings.Contains(c.View(), "before the editor") {
			t.Errorf("what was typed before is gone:\n%s", c.View())
		}
	})
}

// An editor that dies loses nothing: neither what was typed before, nor what it had
// saved.
func TestAnEditorThatDies(t *testing.T) {
	at(t, 100, 24, func(t *testing.T, d *desk) {
		d.write()
		d.Type("as typed")
		d.editing(t, func(string) error { return errors.New("exit status 1") })
		d.Keys("ctrl+g")
		d.Contains("as typed")
		d.editing(t, func(path string) error {
			return errors.Join(errors.New("killed"), os.WriteFile(path, []byte("half of it"), 0o600))
		})
		d.Keys("ctrl+g")
		d.Contains("half of it")
		folder := d.editing(t, func(path string) error {
			return os.WriteFile(path, []byte(strings.Repeat("x", 1<<20+1)), 0o600)
		})
		d.Keys("ctrl+g")
		d.Contains("half of it")
		told := strings.Join(d.host.Toasts(), "; ")
		for _, want := range []string{"the editor has changed nothing: exit status 1", "what it had saved is in the text", "it is larger than 1 MB; it is in " + *folder} {
			if !strings.Contains(told, want) {
				t.Errorf("told %q, lacks %q", told, want)
			}
		}
		if err := os.RemoveAll(*folder); err != nil {
			t.Error(err)
		}
	})
}
