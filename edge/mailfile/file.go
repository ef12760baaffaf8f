package mailfile

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"talentmap/model"
)

// mostAlike is how many files of one name and day stand beside one another.
const mostAlike = 99

// Write writes the message into a file: into a folder, which must be there, under a
// name of its own made of the day and the person's name; or under the path given, where
// that ends in .eml. It is for its owner only (0600). What is there already stays: in a
// folder the name gets a number, a path is refused with [fs.ErrExist].
func Write(path string, m *Message) (written string, err error) {
	msg, err := m.build()
	if err != nil {
		return "", err
	}
	f, err := create(path, m)
	if err != nil {
		return "", err
	}
	_, err = msg.WriteTo(f)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", errors.Join(fmt.Errorf("write the message: %w", err), os.Remove(f.Name()))
	}
	return f.Name(), nil
}

func create(path string, m *Message) (*os.File, error) {
	if strings.EqualFold(filepath.Ext(path), ".eml") {
		f, err := createNew(path)
		if errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("%s is there already, and stays: give another name, or a folder (%w)", path, fs.ErrExist)
		}
		return f, err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no folder %s: make it, or give a file that ends in .eml (%w)", path, fs.ErrNotExist)
	case err != nil:
		return nil, fmt.Errorf("write the message: %w", err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is no folder: give one, or a file that ends in .eml", path)
	}
	name := m.Date.Format("2006-01-02") + "-" + cmp.Or(model.FileName(m.Name), "message")
	for n := 1; n <= mostAlike; n++ {
		at := filepath.Join(path, name+".eml")
		if n > 1 {
			at = filepath.Join(path, fmt.Sprintf("%s-%d.eml", name, n))
		}
		f, err := createNew(at)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, fmt.Errorf("there are %d messages to her of today in %s: give another folder", mostAlike, path)
}

// createNew makes a file that was not there.
func createNew(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("write the message: %w", err)
	}
	return f, nil
}
