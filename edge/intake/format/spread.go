package format

import (
	"io"
	"iter"
)

// How a file is looked at from end to end without being read: in windows at equal
// distances, the last of which is its end.
const (
	windows    = 128
	windowSize = 16 << 10
)

// Spread yields records from all over the file: those of some windows at equal
// distances beyond a byte of it, its end among them, 2 MB in all. What lies between
// is not read, and what a window cuts off is left out. It can be used while
// [Source.Ahead] reads. ok is false for a file that can't be entered in its midst:
// one that is packed, an archive, JSON, UTF-16.
func (s *Source) Spread(beyond int64) (records iter.Seq[Record], ok bool) {
	enter, ok := s.entering()
	if !ok {
		return nil, false
	}
	step := float64(max(s.size-windowSize-beyond, 0)) / (windows - 1)
	return func(yield func(Record) bool) {
		b := builder{cell: s.lim.Cell}
		for i := range windows {
			in, _, _, err := openText(io.NewSectionReader(s.in, beyond+int64(float64(i)*step), windowSize))
			if err != nil {
				continue // of a single window nothing depends on
			}
			if !yieldAll(&b, enter, in, yield) {
				return
			}
		}
	}, true
}

// entering is how the records of a window are taken out, beside whoever reads the
// file. The columns of a table are all known, those of cards are not.
func (s *Source) entering() (enter func(io.Reader) (*columns, rows), ok bool) {
	if s.archive != nil || s.counted.packed || s.sheet.wide() {
		return nil, false
	}
	switch r := s.sheet.rows.(type) {
	case *csvRows:
		sep, cols := r.scan.sep, r.cols // of a table they are all known
		return func(in io.Reader) (*columns, rows) {
			return cols, &csvRows{scan: newCSVScanner(in, sep, s.lim), cols: cols}
		}, true
	case *cardRows:
		return func(in io.Reader) (*columns, rows) { return openCards(in, s.lim, s.as) }, true
	}
	return nil, false
}

// yieldAll hands on the records of one window, but for the first, which may have
// begun before it.
func yieldAll(b *builder, enter func(io.Reader) (*columns, rows), in io.Reader, yield func(Record) bool) bool {
	cols, list := enter(in)
	b.cols = cols
	for n := 0; ; n++ {
		cells, line, err := list.next()
		switch {
		case err != nil && !isProblem(err):
			return true
		case err != nil || n == 0:
			continue
		}
		if rec, ok := b.build(line, cells); ok && !yield(rec) {
			return false
		}
	}
}
