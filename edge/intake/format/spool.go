package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// inMemory is how much of a stream is held in memory; a longer one goes to a
// temporary file that has no name any more, so that nothing stays of it.
const inMemory = 1 << 20

// seekable is a file, or a stream that was put by: it is read more than once, to
// look first and to compare.
type seekable interface {
	io.Reader
	io.ReaderAt
	io.Seeker
}

// spool puts a stream by. One of more than limit bytes is cut there, and then
// refused like a file that long.
func spool(r io.Reader, limit int64) (in seekable, n int64, done io.Closer, err error) {
	head, err := io.ReadAll(io.LimitReader(r, inMemory))
	if err != nil {
		return nil, 0, nil, fmt.Errorf("unreadable: %w", reason(err))
	}
	if len(head) < inMemory {
		return bytes.NewReader(head), int64(len(head)), io.NopCloser(nil), nil
	}
	file, err := os.CreateTemp("", "talentmap-import-")
	if err != nil {
		return nil, 0, nil, fmt.Errorf("no room to put the stream by, save it to a file: %w", reason(err))
	}
	n, err = io.Copy(file, io.LimitReader(io.MultiReader(bytes.NewReader(head), r), limit+1))
	if err = errors.Join(err, os.Remove(file.Name())); err == nil {
		_, err = file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return nil, 0, nil, errors.Join(fmt.Errorf("put the stream by, save it to a file instead: %w", reason(err)), file.Close())
	}
	return file, n, file, nil
}
