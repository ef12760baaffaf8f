package store

import (
	"context"
	"errors"
	"io"
	"os"
)

// ReadAhead reads the file once from front to back, so that the system has it
// in memory: a scan that comes after it, or runs behind it, waits for no single
// page. It holds nothing of the database; ctx ends it early without an error.
func (s *Store) ReadAhead(ctx context.Context) error {
	f, err := os.Open(s.path)
	if err != nil {
		return err
	}
	buffer := make([]byte, 1<<20)
	for ctx.Err() == nil {
		if _, err = f.Read(buffer); err != nil {
			break
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
