package format

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"talentmap/model"
)

// Errors by which callers tell why a file is refused.
var (
	ErrNotText   = errors.New("not a text file") // a picture, a workbook, a broken archive
	ErrNotPeople = errors.New("not a list of people")
	ErrColumns   = fmt.Errorf("%w", ErrNotPeople) // one whose columns a [Mapping] could explain
	ErrTooLarge  = errors.New("too large")        // beyond one of the [Limits]
	ErrFolder    = errors.New("it is a folder")
)

// Source is a file of people, or of what happened to companies, that has been
// recognized.
type Source struct {
	name    string
	size    int64 // bytes to read
	lim     Limits
	as      As
	in      seekable
	closer  io.Closer
	written time.Time // when the file was last changed; the zero time for a stream
	counted *counter
	sheet   sheet
	archive *archive // nil for a single list
	used    bool
	err     error
}

// Open recognizes a file of people. Only regular files are opened; the error
// says what is wrong and what to do. The caller closes the Source.
func Open(path string, lim Limits) (*Source, error) { return OpenAs(path, lim, As{}) }

// OpenAs is [Open] for a file whose header does not say what it is.
func OpenAs(path string, lim Limits, as As) (*Source, error) {
	name := model.CleanLine(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, reason(err))
	}
	switch {
	case info.IsDir():
		return nil, fmt.Errorf("open %s: %w: name a file in it", name, ErrFolder)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("open %s: it is no regular file: `talentmap import -` reads what is piped in", name)
	}
	if err := as.Validate(); err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, reason(err))
	}
	s := &Source{name: filepath.Base(name), size: info.Size(), written: info.ModTime(), lim: lim.orDefaults(), as: as, in: file, closer: file}
	if err := s.begin(); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", name, err), file.Close())
	}
	return s, nil
}

// begin recognizes what is there, unless it is too large.
func (s *Source) begin() error {
	if s.size > s.lim.Bytes {
		return fmt.Errorf("%w: the file has %s, the limit is %s: split it", ErrTooLarge, size(s.size), size(s.lim.Bytes))
	}
	return s.recognize()
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
// stands in errors and records. The stream is put by first, in memory or in a
// temporary file without a name. The caller closes the Source.
func Read(r io.Reader, name string, lim Limits) (*Source, error) {
	return ReadAs(r, name, lim, As{})
}

// ReadAs is [Read] for a stream whose header does not say what it is.
func ReadAs(r io.Reader, name string, lim Limits, as As) (*Source, error) {
	in, err := Stream(r, name, lim)
	if err != nil {
		return nil, err
	}
	s, err := in.Open(as)
	if err != nil {
		return nil, errors.Join(err, in.Close())
	}
	s.closer = in
	return s, nil
}

// Close closes the file that [Open] opened, or lets go of what [Read] put by.
func (s *Source) Close() error { return s.closer.Close() }

// Name is the file's name without its folder, cleaned.
func (s *Source) Name() string { return s.name }

// Dialect is what the file was recognized as, such as "generic CSV".
func (s *Source) Dialect() string {
	if s.archive != nil {
		return s.archive.dialect()
	}
	return s.sheet.cols.dialect.name
}

// Encoding is the text encoding that was found, such as "UTF-8"; "zip" for an
// archive.
func (s *Source) Encoding() string {
	if s.archive != nil {
		return "zip"
	}
	return s.sheet.encoding
}

// OfCompanies reports whether the file tells what happened to companies, and
// not of people: then [Source.Events] reads it.
func (s *Source) OfCompanies() bool {
	if s.archive != nil {
		return s.archive.entries[0].dialect.events
	}
	return s.sheet.cols.dialect.events
}

// IsTable reports whether the file is a table of no known tool: one whose
// columns [Columns] tells.
func (s *Source) IsTable() bool { return s.Dialect() == genericCSV.name }

// IsList reports whether the file is a JSON list of no known tool.
func (s *Source) IsList() bool { return s.Dialect() == genericJSON.name }

// HeaderKey is the [HeaderKey] of a table of no known tool; "" for any other
// file.
func (s *Source) HeaderKey() string {
	if !s.IsTable() {
		return ""
	}
	cols := s.Columns()
	headers := make([]string, len(cols))
	for i, c := range cols {
		headers[i] = c.Header
	}
	return HeaderKey(headers)
}

// Mapping is what the caller said of the columns; nil: nothing.
func (s *Source) Mapping() Mapping { return slices.Clone(s.as.Mapping) }

// Written is when the file was last changed; the zero time for a stream.
func (s *Source) Written() time.Time { return s.written }

// Size is how many bytes there are to read; of an archive those of its lists,
// unpacked.
func (s *Source) Size() int64 { return s.size }

// BytesRead is how many of [Source.Size] have been read since reading last
// began. It can be asked while [Source.Ahead] reads on.
func (s *Source) BytesRead() int64 { return s.counted.done.Load() }

// Columns says what becomes of each column. In JSON and in cards columns are
// known as they are met, so the list is whole after the last record.
func (s *Source) Columns() []ColumnUse {
	if s.archive != nil {
		return s.archive.uses()
	}
	return s.sheet.cols.uses()
}

// recognize detects container and dialect from the head of the input, through
// gzip or a zip archive around it.
func (s *Source) recognize() error {
	s.counted = &counter{r: s.in, left: s.lim.Bytes, limit: s.lim.Bytes}
	raw := bufio.NewReaderSize(s.counted, headSize)
	head, err := raw.Peek(len(zipBegins))
	if err != nil && err != io.EOF {
		return fmt.Errorf("unreadable: %w", reason(err))
	}
	var in io.Reader = raw
	switch {
	case bytes.Equal(head, []byte(zipBegins)):
		return s.unzip()
	case bytes.HasPrefix(head, []byte(gzipBegins)):
		s.counted.packed = true
		if in, err = gunzip(raw, s.counted, s.lim); err != nil {
			return err
		}
	}
	s.sheet, err = openSheet(in, s.lim, s.as)
	return err
}

// unzip recognizes a zip archive.
func (s *Source) unzip() (err error) {
	if s.archive, err = openArchive(s.in, s.size, s.counted.done.Add, s.lim, s.as); err == nil {
		s.size = s.archive.size()
	}
	return err
}

// Err is why the last loop over [Source.Records] stopped early; nil when it
// reached the end of the file or the loop was left.
func (s *Source) Err() error { return s.err }
