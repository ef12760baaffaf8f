package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// An automatic backup is named by its minute in UTC, so that names sort by time
// and the hour that the clocks repeat in autumn has two.
const (
	backupName = "2006-01-02T15-04"
	backupExt  = ".db"
)

// BackupFolder is where the automatic backups of the database at path are.
func BackupFolder(path string) string { return path + ".backups" }

// BackupFile is one automatic backup. It was verified before it got its name.
type BackupFile struct {
	Path string
	At   time.Time // when it was begun, to the minute
	Size int64     // bytes
}

// Backups are the automatic backups of the database at path, newest first; none
// where there is no folder. Files of other names in it are not counted.
func Backups(path string) ([]BackupFile, error) {
	dir := BackupFolder(path)
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var all []BackupFile
	for _, e := range entries {
		name, found := strings.CutSuffix(e.Name(), backupExt)
		at, err := time.Parse(backupName, name)
		if !found || err != nil {
			continue
		}
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue // gone since, or not ours
		}
		all = append(all, BackupFile{Path: filepath.Join(dir, e.Name()), At: at, Size: info.Size()})
	}
	slices.SortFunc(all, func(a, b BackupFile) int { return b.At.Compare(a.At) })
	return all, nil
}

// removeUnfinished takes away what backups left whose process died.
func removeUnfinished(path string) error {
	left, err := filepath.Glob(filepath.Join(globQuote(BackupFolder(path)), unfinishedBackup+"*"))
	for _, name := range left {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}

func globQuote(path string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// rotate removes the backups whose time is over.
func rotate(path string, now time.Time) error {
	all, err := Backups(path)
	if err != nil {
		return err
	}
	times := make([]time.Time, len(all))
	for i, b := range all {
		times[i] = b.At
	}
	_, gone := Rotate(times, now)
	for _, b := range all {
		if slices.ContainsFunc(gone, b.At.Equal) {
			err = errors.Join(err, os.Remove(b.Path))
		}
	}
	return err
}
