package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"sync/atomic"

	"talentmap/model"
)

// headSize is how much of a file is looked at to tell what it is. The header
// must begin within it.
const headSize = 64 << 10

// Errors by which callers tell why a file is refused.
var (
	ErrNotPeople = errors.New("not a list of people")
	ErrTooLarge  = errors.New("too large")
	ErrReadOnce  = errors.New("standard input can be read only once: save it to a file to preview it first")
)

// Source is a file of people that has been recognized.
type Source struct {
	name     string
	size     int64 // 0: unknown
	lim      Limits
	in       io.Reader
	file     *os.File // nil for a stream
	counted  *counter
	encoding string
	cols     *columns
	rows     rows
	used     bool
	err      error
}

// rows is a container of records: a CSV file, a JSON list.
type rows interface {
	// next is the next record: its filled cells and the line on which it
	// begins. The error is io.EOF at the end, a *Problem for a record that was
	// skipped, and anything else when reading cannot go on. The cells are
	// valid until the next call.
	next() (cells []cell, line int, err error)
}

// cell is one value of a record.
type cell struct {
	col   int // index in columns.list
	text  string
	whole bool // one element of a list: not to be split again
}

// Open recognizes a file of people. Only regular files are opened; the error
// says what is wrong and what to do. The caller closes the Source.
func Open(path string, lim Limits) (*Source, error) {
	name := model.CleanLine(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, reason(err))
	}
	switch {
	case info.IsDir():
		return nil, fmt.Errorf("open %s: it is a folder: name a file in it", name)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("open %s: it is no regular file: pipe it in with - as the name", name)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, reason(err))
	}
	s := &Source{name: filepath.Base(name), size: info.Size(), lim: lim.orDefaults(), in: file, file: file}
	if s.size > s.lim.Bytes {
		err = fmt.Errorf("%w: the file has %s, the limit is %s: split it", ErrTooLarge, size(s.size), size(s.lim.Bytes))
	} else {
		err = s.recognize()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", name, err), file.Close())
	}
	return s, nil
}

// reason is an error of the operating system without the path, which the
// caller shows cleaned.
func reason(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// Read recognizes people that come in a stream, such as standard input; name
// stands in errors and records. A stream can be read once.
func Read(r io.Reader, name string, lim Limits) (*Source, error) {
	s := &Source{name: model.CleanLine(name), lim: lim.orDefaults(), in: r}
	if err := s.recognize(); err != nil {
		return nil, fmt.Errorf("read %s: %w", s.name, err)
	}
	return s, nil
}

// Close closes the file that [Open] opened.
func (s *Source) Close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

// Name is the file's name without its folder, cleaned.
func (s *Source) Name() string { return s.name }

// Dialect is what the file was recognized as, such as "generic CSV".
func (s *Source) Dialect() string { return s.cols.dialect.name }

// Encoding is the text encoding that was found, such as "UTF-8".
func (s *Source) Encoding() string { return s.encoding }

// Columns says what becomes of each column. In a JSON list columns are known
// as they are met, so the list is whole after the last record.
func (s *Source) Columns() []ColumnUse { return s.cols.uses() }

// recognize detects encoding, container and dialect from the head of the input.
func (s *Source) recognize() error {
	s.counted = &counter{r: s.in, left: s.lim.Bytes, limit: s.lim.Bytes}
	raw := bufio.NewReaderSize(s.counted, headSize)
	head, err := raw.Peek(headSize)
	if err != nil && err != io.EOF {
		return fmt.Errorf("unreadable: %w", reason(err))
	}
	text, encoding, err := decode(raw, head, err == io.EOF)
	if err != nil {
		return err
	}
	s.encoding = encoding
	in := bufio.NewReaderSize(text, headSize)
	start, err := in.Peek(headSize)
	if err != nil && err != io.EOF {
		return fmt.Errorf("unreadable: %w", err)
	}
	if listBegins(start) {
		s.cols, s.rows, err = openJSON(in, s.lim)
		return err
	}
	s.cols, s.rows, err = openCSV(in, start, s.lim)
	return err
}

// Records reads the file from its start, one record at a time: each step has
// either a record or a problem. After the loop [Source.Err] says whether
// reading stopped early. A file can be read again, a stream only once.
func (s *Source) Records() iter.Seq2[Record, *Problem] {
	return func(yield func(Record, *Problem) bool) {
		if s.err = s.rewind(); s.err != nil {
			return
		}
		b := builder{cols: s.cols, cell: s.lim.Cell}
		for n := 0; ; n++ {
			cells, line, err := s.rows.next()
			var bad *Problem
			switch {
			case err == io.EOF:
				return
			case n >= s.lim.Rows:
				s.err = fmt.Errorf("read %s: line %d: %w: the limit is %d rows: split the file", s.name, line, ErrTooLarge, s.lim.Rows)
				return
			case errors.As(err, &bad):
				if !yield(Record{}, bad) {
					return
				}
				continue
			case err != nil:
				s.err = fmt.Errorf("read %s: %w", s.name, err)
				return
			}
			rec, ok := b.build(line, cells)
			for i := range b.problems {
				if !yield(Record{}, b.problems[i]) {
					return
				}
			}
			if ok && !yield(rec, nil) {
				return
			}
		}
	}
}

// Err is why the last loop over [Source.Records] stopped early; nil when it
// reached the end of the file or the loop was left.
func (s *Source) Err() error { return s.err }

// rewind makes the source ready to be read from its start.
func (s *Source) rewind() error {
	if !s.used {
		s.used = true
		return nil
	}
	if s.file == nil {
		return fmt.Errorf("read %s: %w", s.name, ErrReadOnce)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read %s again: %w", s.name, reason(err))
	}
	if err := s.recognize(); err != nil {
		return fmt.Errorf("read %s again: %w", s.name, err)
	}
	return nil
}

// counter counts the bytes read and stops at the limit.
type counter struct {
	r           io.Reader
	done        atomic.Int64 // read while another goroutine reads on
	left, limit int64
}

func (c *counter) Read(p []byte) (int, error) {
	if c.left < 0 {
		return 0, fmt.Errorf("%w: the limit is %s: split the file", ErrTooLarge, size(c.limit))
	}
	if int64(len(p)) > c.left+1 {
		p = p[:c.left+1]
	}
	n, err := c.r.Read(p)
	c.done.Add(int64(n))
	c.left -= int64(n)
	return n, err
}
