package format

import (
	"fmt"
	"iter"

	"talentmap/model"
)

// Record is one person as a file gives her, cleaned.
type Record struct {
	Row    int // the line of the file on which the record begins, from 1
	Person model.Person
	Place  *Place // on a talent map, where the file is one's export; else nil
}

// Records reads the file from its start, one record at a time: each step has
// either a record or a problem. After the loop [Source.Err] says whether
// reading stopped early. It can be read again and again, a stream too. A file of
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
