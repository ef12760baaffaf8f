package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxReread is how many rows of the largest size may be read again after
// quotes that are never closed, so that a hostile file cannot make reading
// quadratic.
const maxReread = 64

// csvScanner splits CSV into rows of cells, in bounded memory.
type csvScanner struct {
	r    io.Reader
	sep  byte
	max  int // bytes of a row
	cols int // cells of a row

	buf      []byte
	pos, end int   // the unread part of buf
	err      error // what ended reading from r
	line     int   // the line at pos, from 1
	reread   int   // bytes that were scanned in vain

	cells []string
	flat  []byte // a quoted row without its quotes
	ends  []int  // where the cells end in flat
}

func newCSVScanner(r io.Reader, sep byte, lim Limits) *csvScanner {
	return &csvScanner{r: r, sep: sep, max: lim.Row, cols: lim.Columns, line: 1, buf: make([]byte, headSize)}
}

// next is the cells of the next row that is not blank, and its first line. A
// broken row comes as a *Problem; the row after it can be read. The cells are
// valid until the next call, their text for good.
func (s *csvScanner) next() (cells []string, line int, err error) {
	for {
		n, found := s.seek(0, '\n')
		switch {
		case !found && n == 0:
			return nil, s.line, s.err
		case !found && s.err != nil && s.err != io.EOF:
			return nil, s.line, s.err
		case n > s.max:
			return nil, s.line, s.skipLong()
		}
		row := s.buf[s.pos : s.pos+n]
		if len(bytes.TrimRight(row, "\r\n")) == 0 {
			s.advance(n, 1)
			continue
		}
		line = s.line
		if bytes.IndexByte(row, '"') < 0 {
			s.advance(n, 1)
			cells, err = s.split(string(bytes.TrimRight(row, "\r\n")))
		} else {
			cells, err = s.quoted()
		}
		var bad *Problem
		if errors.As(err, &bad) {
			bad.Line = line
		}
		return cells, line, err
	}
}

// seek is the distance from pos to just after the first c at or after pos+from;
// found is false at the end of the input, or where the row would be too long.
func (s *csvScanner) seek(from int, c byte) (n int, found bool) {
	for {
		if i := bytes.IndexByte(s.buf[s.pos+from:s.end], c); i >= 0 {
			return from + i + 1, true
		}
		from = s.end - s.pos
		if from > s.max || !s.fill() {
			return from, false
		}
	}
}

// fill reads more input behind the unread part; false when there is none.
func (s *csvScanner) fill() bool {
	if s.err != nil {
		return false
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.pos, s.end = 0, s.end-s.pos
	}
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n := 0
	for range 100 {
		n, s.err = s.r.Read(s.buf[s.end:])
		s.end += n
		if n > 0 || s.err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

func (s *csvScanner) advance(n, lines int) {
	s.pos += n
	s.line += lines
}

// skipLong leaves out the line at pos, which is longer than a row may be.
func (s *csvScanner) skipLong() error {
	bad := &Problem{Line: s.line, Reason: fmt.Sprintf("the row is longer than %s", size(int64(s.max))), Skipped: true}
	for {
		n, found := s.seek(0, '\n')
		s.advance(n, 0)
		if found || s.pos == s.end && s.err != nil {
			s.line++
			return bad
		}
	}
}

// split is the cells of a row without quotes.
func (s *csvScanner) split(row string) ([]string, error) {
	s.cells = s.cells[:0]
	for {
		i := strings.IndexByte(row, s.sep)
		if i < 0 {
			s.cells = append(s.cells, row)
			return s.cells, s.tooMany()
		}
		s.cells = append(s.cells, row[:i])
		row = row[i+1:]
		if len(s.cells) > s.cols {
			return nil, s.tooMany()
		}
	}
}

func (s *csvScanner) tooMany() error {
	if len(s.cells) <= s.cols {
		return nil
	}
	return &Problem{Reason: fmt.Sprintf("the row has more than %d cells", s.cols), Skipped: true}
}

// quoted reads the row at pos, which holds quotes and may go on over several
// lines. A row whose quotes are broken is left out up to the end of its first
// line.
func (s *csvScanner) quoted() ([]string, error) {
	s.flat, s.ends = s.flat[:0], s.ends[:0]
	i, more, why := 0, true, ""
	for more && why == "" && len(s.ends) <= s.cols {
		if start, ok := s.opensQuote(i); ok {
			i, why = s.inQuotes(start)
			if why == "" {
				i, more, why = s.afterQuote(i)
			}
		} else {
			i, more = s.plain(i)
		}
		s.ends = append(s.ends, len(s.flat))
	}
	if why == "" && i > s.max {
		why = fmt.Sprintf("the row is longer than %s", size(int64(s.max)))
	}
	if why == "" && len(s.ends) <= s.cols {
		s.advance(i, bytes.Count(s.buf[s.pos:s.pos+i], []byte{'\n'}))
		return s.unflatten(), nil
	}
	column := len(s.ends)
	first, _ := s.seek(0, '\n')
	s.reread += max(i-first, 0)
	value := Shown(string(s.buf[s.pos : s.pos+min(first, 8*shownRunes)]))
	s.advance(first, 1)
	switch {
	case s.reread > maxReread*s.max:
		return nil, fmt.Errorf("line %d: too many quotes are never closed: is this CSV? Export it again", s.line-1)
	case why == "":
		why = fmt.Sprintf("the row has more than %d cells", s.cols)
	default:
		why = fmt.Sprintf("cell %d: %s", column, why)
	}
	return nil, &Problem{Reason: why, Value: value, Skipped: true}
}

func (s *csvScanner) unflatten() []string {
	row, from := string(s.flat), 0
	s.cells = s.cells[:0]
	for _, end := range s.ends {
		s.cells = append(s.cells, row[from:end])
		from = end
	}
	return s.cells
}

// opensQuote reports whether the cell at i begins with a quote, spaces before
// it aside, and where its text begins.
func (s *csvScanner) opensQuote(i int) (int, bool) {
	for ; s.pos+i < s.end || s.fill(); i++ {
		switch c := s.buf[s.pos+i]; {
		case c == '"':
			return i + 1, true
		case c != ' ':
			return i, false
		}
	}
	return i, false
}

// inQuotes takes the text up to the closing quote, and returns where it goes on.
func (s *csvScanner) inQuotes(i int) (int, string) {
	for {
		n, found := s.seek(i, '"')
		if !found || n > s.max {
			if n > s.max {
				return n, fmt.Sprintf("the quote is not closed within %s", size(int64(s.max)))
			}
			return n, "the quote is never closed"
		}
		s.flat = append(s.flat, s.buf[s.pos+i:s.pos+n-1]...)
		if s.pos+n == s.end && !s.fill() || s.buf[s.pos+n] != '"' {
			return n, ""
		}
		s.flat = append(s.flat, '"')
		i = n + 1
	}
}

// afterQuote checks what follows a closing quote: a separator, or the end of
// the row.
func (s *csvScanner) afterQuote(i int) (next int, more bool, why string) {
	for ; s.pos+i < s.end || s.fill(); i++ {
		switch c := s.buf[s.pos+i]; c {
		case s.sep:
			return i + 1, true, ""
		case '\n':
			return i + 1, false, ""
		case ' ', '\r':
		default:
			return i, false, "there is text after the closing quote"
		}
	}
	return i, false, ""
}

// plain takes an unquoted cell, which ends on its line.
func (s *csvScanner) plain(i int) (next int, more bool) {
	end, _ := s.seek(i, '\n')
	cell := s.buf[s.pos+i : s.pos+end]
	if j := bytes.IndexByte(cell, s.sep); j >= 0 {
		s.flat = append(s.flat, cell[:j]...)
		return i + j + 1, true
	}
	s.flat = append(s.flat, bytes.TrimRight(cell, "\r\n")...)
	return end, false
}
