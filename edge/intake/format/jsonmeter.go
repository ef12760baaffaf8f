package format

import (
	"fmt"
	"io"
)

// meter bounds what the decoder may read for one record, and knows on which
// line an offset lies.
type meter struct {
	r    io.Reader
	max  int
	left int

	read   int64   // bytes read
	line   int     // the line at the last offset asked for
	breaks []int64 // offsets of the line breaks after it
}

// refill allows another record to be read.
func (m *meter) refill() { m.left = m.max + headSize }

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, fmt.Errorf("line %d: %w: a record is longer than %s", m.line, ErrTooLarge, size(int64(m.max)))
	}
	n, err := m.r.Read(p[:min(len(p), m.left, headSize)])
	for i, c := range p[:n] {
		if c == '\n' {
			m.breaks = append(m.breaks, m.read+int64(i))
		}
	}
	m.read += int64(n)
	m.left -= n
	return n, err
}

// lineAt is the line of an offset; offsets are asked for in rising order.
func (m *meter) lineAt(offset int64) int {
	n := 0
	for n < len(m.breaks) && m.breaks[n] < offset {
		n++
	}
	m.line += n
	m.breaks = append(m.breaks[:0], m.breaks[n:]...)
	return m.line
}
