package gallery_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/gallery"
	"talentmap/tui/tuitest"
)

// played plays a scene in a bubble, where the watches of its store can wait, and
// hands over the session.
func played(t *testing.T, s *gallery.Scene, look func(*tuitest.Session)) {
	synctest.Test(t, func(t *testing.T) {
		t.Chdir(t.TempDir())
		if err := gallery.Provide("."); err != nil {
			t.Fatal(err)
		}
		clock := tuitest.NewClock(gallery.Now())
		stage, err := gallery.Open(t.Context(), t.TempDir(), s, s.Look, clock.After)
		if err != nil {
			t.Fatal(err)
		}
		synctest.Wait() // the index has been read
		var opts []tuitest.Option
		if s.Look == gallery.Light {
			opts = append(opts, tuitest.Light())
		}
		session := tuitest.New(t, stage.Root, s.W, s.H, opts...)
		session.Send(script(t, s.Keys)...)
		if s.Meanwhile != nil {
			if err := s.Meanwhile(t.Context(), stage.Store); err != nil {
				t.Fatal(err)
			}
			session.Settle()
		}
		session.Send(script(t, s.Then)...)
		look(session)
		if err := stage.Close(); err != nil {
			t.Error(err)
		}
	})
}

func script(t *testing.T, keys string) []tea.Msg {
	t.Helper()
	msgs, err := gallery.Script(keys)
	if err != nil {
		t.Fatal(err)
	}
	return msgs
}

// The pictures of the docs are what the scenes show: go generate ./tui/gallery draws
// them anew.
func TestPicturesAreFresh(t *testing.T) {
	dir, err := filepath.Abs(filepath.Join("..", "..", "docs", "screens"))
	if err != nil {
		t.Fatal(err)
	}
	index := "# Screens\n\nDrawn by `go generate ./tui/gallery` from the scenes that `talentmap gallery` shows.\n"
	for _, s := range gallery.Scenes() {
		index += fmt.Sprintf("\n## %s\n\n![%[1]s](%s.svg)\n", s.Title, s.Name)
		t.Run(s.Name, func(t *testing.T) {
			var svg []byte
			played(t, &s, func(session *tuitest.Session) { svg = session.SVG(s.Title) })
			fresh(t, filepath.Join(dir, s.Name+".svg"), svg)
		})
	}
	fresh(t, filepath.Join(dir, "README.md"), []byte(index))
	strays(t, dir)
}

// fresh compares a file of the docs with what it should be, or writes it with -update.
func fresh(t *testing.T, path string, want []byte) {
	t.Helper()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: draw it with go generate ./tui/gallery", err)
	}
	if !bytes.Equal(have, want) {
		t.Errorf("%s is not what the scene shows: look at it, then go generate ./tui/gallery", filepath.Base(path))
	}
}

// strays are pictures of scenes that are no more.
func strays(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.svg"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := gallery.Find(strings.TrimSuffix(filepath.Base(f), ".svg")); !ok {
			t.Errorf("%s is of no scene: remove it", filepath.Base(f))
		}
	}
}

func TestScenesHaveNamesOfTheirOwn(t *testing.T) {
	name, seen := regexp.MustCompile(`^[a-z0-9-]+$`), map[string]bool{}
	for _, s := range gallery.Scenes() {
		if !name.MatchString(s.Name) || seen[s.Name] || s.Title == "" || s.W == 0 || s.H == 0 {
			t.Errorf("the scene %+v", s)
		}
		seen[s.Name] = true
	}
}

func TestScriptReadsKeys(t *testing.T) {
	var got []string
	for _, msg := range script(t, "f =Zoë_B enter ctrl+s =") {
		got = append(got, msg.(tea.KeyPressMsg).String())
	}
	if want := "f Z o ë space B enter ctrl+s ="; strings.Join(got, " ") != want {
		t.Errorf("read %q, want %q", strings.Join(got, " "), want)
	}
	if _, err := gallery.Script("j nokey"); err == nil {
		t.Error("a key that is none is taken")
	}
}
