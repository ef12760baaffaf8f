package format

import (
	"errors"
	"fmt"
	"io"
	"iter"
)

// Records reads the file from its start, one record at a time: each step has
// either a record or a problem. After the loop [Source.Err] says whether
// reading stopped early. A file can be read again, a stream only once. A file of
// companies has no records, and Err is [ErrNotPeople].
func (s *Source) Records() iter.Seq2[Record, *Problem] {
	return func(yield func(Record, *Problem) bool) {
		if s.OfCompanies() {
			s.err = fmt.Errorf("read %s: %w: it tells what happened to companies", s.name, ErrNotPeople)
			return
		}
		w := &reader{yield: yield, cell: s.lim.Cell, owned: s.archive != nil && s.archive.owned}
		if s.each(w.take) {
			w.introduceOwner()
		}
	}
}

// reader turns rows into records.
type reader struct {
	yield func(Record, *Problem) bool
	b     builder
	cell  int
	owned bool // rows of the owner's files are joined to one record
	owner owner
}

// take turns one row into a record and hands it on; false when nobody wants
// more.
func (w *reader) take(sh *sheet, cells []cell, line int, bad *Problem) bool {
	if bad != nil {
		return w.yield(Record{}, bad)
	}
	ofOwner := w.owned && sh.cols.dialect.owner
	if !ofOwner && !w.introduceOwner() {
		return false
	}
	b := &w.b
	b.cols, b.cell, b.nameless = sh.cols, w.cell, ofOwner
	rec, ok := b.build(line, cells)
	for _, p := range b.problems {
		p.File = sh.file
		if !w.yield(Record{}, p) {
			return false
		}
	}
	switch {
	case !ok:
		return true
	case ofOwner:
		w.owner.take(rec)
		return true
	}
	w.owner.introduce(&rec.Person)
	return w.yield(rec, nil)
}

// introduceOwner hands the owner of the archive on, once, when all of her files
// have been read.
func (w *reader) introduceOwner() bool {
	rec, bad := w.owner.whole()
	if rec == nil && bad == nil {
		return true
	}
	if bad != nil {
		return w.yield(Record{}, bad)
	}
	return w.yield(*rec, nil)
}

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
