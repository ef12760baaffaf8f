package format

import (
	"compress/gzip"
	"fmt"
	"io"
)

// What a compressed text may grow to: real lists shrink to a fifth, bombs to a
// thousandth.
const (
	maxGrowth  = 200
	growthFree = 16 << 20 // bytes that may come of anything
)

// squeezed reads what was compressed, within the limits.
type squeezed struct {
	r        io.Reader
	from     func() int64      // compressed bytes read so far
	tell     func(int64) int64 // told of the bytes that came; may be nil
	out, max int64
}

// Read implements [io.Reader].
func (s *squeezed) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.out += int64(n)
	if s.tell != nil {
		s.tell(int64(n))
	}
	switch {
	case s.out > s.max:
		return 0, fmt.Errorf("%w: unpacked it has more than %s: split the file", ErrTooLarge, size(s.max))
	case s.out > growthFree && s.out > maxGrowth*s.from():
		return 0, fmt.Errorf("%w: it grows more than %d fold when unpacked, as no list does", ErrTooLarge, maxGrowth)
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("unpack: %w", err)
	}
	return n, err
}

// gunzip reads gzip.
func gunzip(r io.Reader, from *counter, lim Limits) (io.Reader, error) {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%w: it is compressed (gzip) and broken: %v", ErrNotText, err)
	}
	return &squeezed{r: zr, from: from.done.Load, max: lim.Bytes}, nil
}

const gzipBegins = "\x1F\x8B"
