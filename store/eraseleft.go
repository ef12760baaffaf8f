package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"talentmap/store/kv"
)

// What an erasure can't reach it names: the free text of others, what is too
// damaged to be read, and files from before.

// mentions are the records in which one of the words stands. Of the journal's
// own they are those that are damaged: what can be read has been cleared.
func (s *Store) mentions(words []string) (found []string, err error) {
	var needles [][]byte
	for _, w := range words {
		needles = append(needles, []byte(w))
	}
	err = s.eng.View(func(r kv.Reader) error {
		for space := byte('a'); space <= 'z'; space++ {
			own := space == spaceJournal || space == spaceImages
			if tables[space] == nil && !own {
				continue
			}
			for k, rec := range r.Ascend(kv.Prefix([]byte{space})) {
				if !containsAny(rec, needles) {
					continue
				}
				_, _, err := unseal(k, rec)
				switch {
				case err != nil:
					found = append(found, showKey(k)+" (damaged: `talentmap check --repair` sets it aside)")
				case !own:
					found = append(found, showKey(k))
				}
			}
		}
		return nil
	})
	return found, err
}

// olderCopies are the files beside the database that were made before: kept
// ones, half-written ones, records that a repair has set aside, and automatic
// backups.
func olderCopies(path string) []string {
	base := filepath.Base(path)
	return append(filesIn(filepath.Dir(path), base+".before-", base+".damaged-", unfinished), filesIn(BackupFolder(path), "")...)
}

// unfinished begins the name of every copy that is being written.
const unfinished = ".talentmap-"

// filesIn are the files of a folder whose names begin in one of the ways.
func filesIn(dir string, begins ...string) (files []string) {
	entries, _ := os.ReadDir(dir) // a folder that is not there has none
	for _, e := range entries {
		if slices.ContainsFunc(begins, func(b string) bool { return strings.HasPrefix(e.Name(), b) }) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files
}
