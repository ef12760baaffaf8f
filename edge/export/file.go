package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"talentmap/model"
)

// WriteFile has write fill a file that only its owner can read (0600). A file that is
// there already is refused with [fs.ErrExist] and stays; with over it is replaced in one
// step once all is written, so that nobody ever reads half of it. Where write fails
// nothing stays of what it wrote.
func WriteFile(path string, over bool, write func(io.Writer) error) error {
	f, err := begin(path, over)
	if bad := (*fs.PathError)(nil); errors.As(err, &bad) {
		err = bad.Err // the path is said already
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no folder %s: make it first (%w)", model.CleanLine(filepath.Dir(path)), fs.ErrNotExist)
	case err != nil:
		return fmt.Errorf("write %s: %w", model.CleanLine(path), err)
	}
	out := bufio.NewWriter(f)
	err = write(out)
	if err == nil {
		err = errors.Join(out.Flush(), f.Sync())
	}
	err = errors.Join(err, f.Close())
	if err == nil && over {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", model.CleanLine(path), err), os.Remove(f.Name()))
	}
	return nil
}

// begin makes the file, or one beside it that is to take its place.
func begin(path string, over bool) (*os.File, error) {
	if !over {
		return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	}
	switch info, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no file that can be replaced")
	}
	return os.CreateTemp(filepath.Dir(path), ".talentmap-*.part") // for its owner only
}
