package format

import (
	"errors"
	"fmt"
	"io"
)

// each hands every row of every list to take, until it returns false. It
// reports whether it came to the end; where it did not, and take wanted more,
// s.err says why.
func (s *Source) each(take func(sh *sheet, cells []cell, line int, bad *Problem) bool) bool {
	if s.err = s.rewind(); s.err != nil {
		return false
	}
	if s.archive == nil {
		n := 0
		return s.through(&s.sheet, &n, take)
	}
	s.counted.done.Store(0)
	n := 0
	for i := range s.archive.entries {
		e := &s.archive.entries[i]
		sh, closing, err := s.archive.open(*e)
		if err != nil {
			s.err = fmt.Errorf("read %s: %s: %w", s.name, e.name, err)
			return false
		}
		e.cols = sh.cols
		more := s.through(&sh, &n, take)
		if err := closing.Close(); err != nil && s.err == nil {
			s.err = fmt.Errorf("read %s: %s: %w", s.name, e.name, err)
		}
		if !more || s.err != nil {
			return false
		}
	}
	return true
}

// through hands every row of a list to take; n counts the rows of the file.
func (s *Source) through(sh *sheet, n *int, take func(sh *sheet, cells []cell, line int, bad *Problem) bool) bool {
	where := joined(": ", s.name, sh.file)
	for {
		cells, line, err := sh.rows.next()
		var bad *Problem
		switch {
		case err == io.EOF:
			return true
		case *n >= s.lim.Rows:
			s.err = fmt.Errorf("read %s: line %d: %w: the limit is %d rows: split the file", where, line, ErrTooLarge, s.lim.Rows)
			return false
		case errors.As(err, &bad):
			bad.File = sh.file
		case err != nil:
			s.err = fmt.Errorf("read %s: %w", where, err)
			return false
		}
		*n++
		if !take(sh, cells, line, bad) {
			return false
		}
	}
}

// rewind makes the source ready to be read from its start.
func (s *Source) rewind() error {
	if !s.used {
		s.used = true
		return nil
	}
	if _, err := s.in.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read %s again: %w", s.name, reason(err))
	}
	if s.archive != nil {
		return nil
	}
	if err := s.recognize(); err != nil {
		return fmt.Errorf("read %s again: %w", s.name, err)
	}
	return nil
}
