package files

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

// File is one that a path may mean, or a folder on the way to one.
type File struct {
	Path   string // as it would be typed
	Folder bool
	name   string // the last part of the path, cleaned
	size   int64
	at     time.Time // last written
}

// find lists what begins like a path. Folders and files whose name begins with a
// dot are left out unless the dot is typed.
func find(typed string) ([]File, error) {
	if typed == "~" {
		typed = "~/"
	}
	_, begin := filepath.Split(typed)
	files, err := readFolder(typed[:len(typed)-len(begin)], func(name string) bool {
		return strings.HasPrefix(name, begin) && (begin != "" || !strings.HasPrefix(name, "."))
	})
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.name, b.name) })
	return files[:min(len(files), mostShown)], err
}

// Newest are the newest files here and among the downloads whose names end in one of the
// endings, such as ".csv".
func Newest(endings ...string) []File {
	var all []File
	wanted := func(name string) bool { return slices.Contains(endings, strings.ToLower(filepath.Ext(name))) }
	for _, folder := range []string{"", "~/Downloads/"} {
		files, err := readFolder(folder, wanted)
		if err == nil {
			all = append(all, slices.DeleteFunc(files, func(f File) bool { return f.Folder })...)
		}
	}
	slices.SortStableFunc(all, func(a, b File) int { return b.at.Compare(a.at) })
	return all[:min(len(all), mostFresh)]
}

// readFolder reads the entries of a folder, as it was typed, that are wanted.
func readFolder(typed string, want func(name string) bool) (files []File, err error) {
	dir, err := os.Open(cmp.Or(Expand(typed), "."))
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
		f := File{Path: typed + e.Name(), name: model.CleanLine(e.Name()), Folder: info.IsDir(), size: info.Size(), at: info.ModTime()}
		if f.Folder {
			f.Path += "/"
			f.name += "/"
		}
		files = append(files, f)
	}
	return files, nil
}

// shared is what the paths of all files begin with.
func shared(files []File) string {
	common := files[0].Path
	for _, f := range files {
		for !strings.HasPrefix(f.Path, common) {
			common = common[:len(common)-1]
		}
	}
	for !utf8.ValidString(common) && utf8.ValidString(files[0].Path) { // it may end within a letter
		common = common[:len(common)-1]
	}
	return common
}

// Expand makes ~ the home folder.
func Expand(path string) string {
	path = strings.TrimSpace(path)
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/') {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return path
}
