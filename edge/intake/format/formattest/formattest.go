// Package formattest finds and makes files for tests of reading them, and of
// what is done with what was read.
//
//	src := formattest.Public(t, "congress/congress_people.csv")
//	src := formattest.Open(t, "people.csv", "name,company\nAnn,Acme\n")
//
// A test that needs a public file is skipped where the folder of public data is
// not beside the repository.
package formattest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// Public opens a public file by its path in the folder of public data, and
// closes it at the end of the test.
func Public(tb testing.TB, name string) *format.Source {
	tb.Helper()
	return opened(tb, PublicPath(tb, name))
}

// PublicEvents yields what a public list tells to have happened to companies;
// nothing where the folder of public data is not there, so that a fuzz target
// has seeds to begin with where it is.
func PublicEvents(tb testing.TB, name string) iter.Seq[format.Event] {
	tb.Helper()
	return func(yield func(format.Event) bool) {
		path, there := public(tb, name)
		if !there {
			return
		}
		for e, bad := range opened(tb, path).Events() {
			if bad == nil && !yield(e) {
				return
			}
		}
	}
}

// Seeds are the beginnings of all public files of a folder, cut to so many bytes,
// for a fuzz target to begin with; none where the folder is not there.
func Seeds(tb testing.TB, folder string, most int) (all [][]byte) {
	tb.Helper()
	root, there := public(tb, folder)
	if !there {
		return nil
	}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		all = append(all, data[:min(len(data), most)])
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// PublicPath is where a public file lies: in ../shared/data, seen from the root
// of the repository. The test is skipped where it is not there.
func PublicPath(tb testing.TB, name string) string {
	tb.Helper()
	path, there := public(tb, name)
	if !there {
		tb.Skip("the folder of public data is not here")
	}
	return path
}

// public is where a public file or folder lies, or would.
func public(tb testing.TB, name string) (path string, there bool) {
	tb.Helper()
	root, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for !exists(filepath.Join(root, "go.mod")) {
		if root == filepath.Dir(root) {
			tb.Fatal("the test does not run within the repository")
		}
		root = filepath.Dir(root)
	}
	path = filepath.Join(root, "..", "shared", "data", name)
	return path, exists(path)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// File writes a text to a file of this name in a folder of its own, and returns
// the path.
func File(tb testing.TB, name, text string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// Open writes a text to a file of this name and opens it; it is closed at the end
// of the test.
func Open(tb testing.TB, name, text string) *format.Source {
	tb.Helper()
	return opened(tb, File(tb, name, text))
}

func opened(tb testing.TB, path string) *format.Source {
	tb.Helper()
	src, err := format.Open(path, format.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { src.Close() })
	return src
}

// Zip is an archive of entries, given as names and texts in turn.
func Zip(tb testing.TB, pairs ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		f, err := w.Create(pairs[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := f.Write([]byte(pairs[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// Gzip is a text packed with gzip.
func Gzip(tb testing.TB, text string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// TenColumns is a file of n made-up people as a recruiter's export has them.
func TenColumns(n int) []byte {
	var b bytes.Buffer
	b.WriteString("First Name,Last Name,Email,LinkedIn URL,Title,Company,Location,Start Date,Skills,Notes\n")
	for i := range n {
		fmt.Fprintf(&b, "Given%d,Family%d,p%d@mail.example.com,https://www.linkedin.com/in/given-%d,Staff Engineer,Company %d,\"Berlin, Germany\",20%02d-%02d,Go; Kafka; Postgres,met at a meetup\n",
			i%5000, i/5000, i, i, i%2000, 10+i%15, 1+i%12)
	}
	return b.Bytes()
}

// Cloned is a copy of a person that shares no list with her.
func Cloned(p model.Person) model.Person {
	p.Contact.Emails = slices.Clone(p.Contact.Emails)
	p.Contact.Phones = slices.Clone(p.Contact.Phones)
	p.Contact.Links = slices.Clone(p.Contact.Links)
	p.Contact.ExternalIDs = slices.Clone(p.Contact.ExternalIDs)
	p.Skills = slices.Clone(p.Skills)
	p.Positions = slices.Clone(p.Positions)
	p.Background.Tags = slices.Clone(p.Background.Tags)
	p.Background.Custom = maps.Clone(p.Background.Custom)
	return p
}
