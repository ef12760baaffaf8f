package format

import (
	"fmt"
	"io"

	"talentmap/model"
)

// Input is a file, or a stream that was put by, that can be opened as often as it
// takes to learn how it is to be read. The caller closes it when the last
// [Source] of it is closed.
type Input struct {
	path string // of a file; "": a stream
	name string
	lim  Limits

	put    seekable
	size   int64
	closer io.Closer
}

// File is the file of a path. Whether it is there and can be read is told when it
// is opened.
func File(path string, lim Limits) *Input {
	return &Input{path: path, name: model.CleanLine(path), lim: lim.orDefaults(), closer: io.NopCloser(nil)}
}

// Stream puts a stream by, such as standard input, in memory or in a temporary file
// without a name; name stands in errors and records.
func Stream(r io.Reader, name string, lim Limits) (*Input, error) {
	in := &Input{name: model.CleanLine(name), lim: lim.orDefaults()}
	var err error
	if in.put, in.size, in.closer, err = spool(r, in.lim.Bytes); err != nil {
		return nil, fmt.Errorf("read %s: %w", in.name, err)
	}
	return in, nil
}

// Name is the path of a file, or the name of a stream, cleaned.
func (in *Input) Name() string { return in.name }

// Close lets go of a stream that was put by.
func (in *Input) Close() error { return in.closer.Close() }

// Open recognizes what it is, see [OpenAs].
func (in *Input) Open(as As) (*Source, error) {
	if in.path != "" {
		return OpenAs(in.path, in.lim, as)
	}
	s := &Source{name: in.name, size: in.size, lim: in.lim, as: as, in: in.again(), closer: io.NopCloser(nil)}
	if err := as.Validate(); err != nil {
		return nil, fmt.Errorf("read %s: %w", s.name, err)
	}
	if err := s.begin(); err != nil {
		return nil, fmt.Errorf("read %s: %w", s.name, err)
	}
	return s, nil
}

// Columns are those of a table, see [Columns].
func (in *Input) Columns() ([]Column, error) {
	if in.path != "" {
		return Columns(in.path, in.lim)
	}
	return columnsOf(in.again(), in.lim)
}

// again is a stream that was put by, from its beginning.
func (in *Input) again() seekable { return io.NewSectionReader(in.put, 0, in.size) }
