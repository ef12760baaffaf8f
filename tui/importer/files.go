package importer

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"talentmap/model"
)

const (
	mostRead  = 20_000 // entries of a folder that are looked at
	mostShown = 200    // of those that match
	mostFresh = 12     // files that are offered before anything is typed
)

// file is one that a path may mean, or a folder on the way to one.
type file struct {
	path   string // as it would be typed
	name   string // its last part, cleaned
	folder bool
	size   int64
	at     time.Time // last written
}

// find lists what begins like a path. Folders and files whose name begins with a
// dot are left out unless the dot is typed.
func find(typed string) ([]file, error) {
	if typed == "~" {
		typed = "~/"
	}
	_, begin := filepath.Split(typed)
	files, err := readFolder(typed[:len(typed)-len(begin)], func(name string) bool {
		return strings.HasPrefix(name, begin) && (begin != "" || !strings.HasPrefix(name, "."))
	})
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	return files[:min(len(files), mostShown)], err
}

// fresh are the newest files here and among the downloads that can be a list of
// people.
func fresh() []file {
	var all []file
	for _, folder := range []string{"", "~/Downloads/"} {
		files, err := readFolder(folder, isList)
		if err == nil {
			all = append(all, slices.DeleteFunc(files, func(f file) bool { return f.folder })...)
		}
	}
	slices.SortStableFunc(all, func(a, b file) int { return b.at.Compare(a.at) })
	return all[:min(len(all), mostFresh)]
}

// isList reports whether a file of the name can be a list of people.
func isList(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".json", ".vcf", ".zip", ".gz"}, strings.ToLower(filepath.Ext(name)))
}

// readFolder reads the entries of a folder, as it was typed, that are wanted.
func readFolder(typed string, want func(name string) bool) (files []file, err error) {
	dir, err := os.Open(cmp.Or(expand(typed), "."))
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	entries, err := dir.ReadDir(mostRead)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	for _, e := range entries {
		if !want(e.Name()) {
			continue
		}
		info, err := os.Stat(filepath.Join(dir.Name(), e.Name())) // what a link leads to
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			continue
		}
		f := file{path: typed + e.Name(), name: model.CleanLine(e.Name()), folder: info.IsDir(), size: info.Size(), at: info.ModTime()}
		if f.folder {
			f.path += "/"
			f.name += "/"
		}
		files = append(files, f)
	}
	return files, nil
}

// shared is what the paths of all files begin with.
func shared(files []file) string {
	common := files[0].path
	for _, f := range files {
		for !strings.HasPrefix(f.path, common) {
			common = common[:len(common)-1]
		}
	}
	for !utf8.ValidString(common) && utf8.ValidString(files[0].path) { // it may end within a letter
		common = common[:len(common)-1]
	}
	return common
}

// expand makes ~ the home folder.
func expand(path string) string {
	path = strings.TrimSpace(path)
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/') {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return path
}
