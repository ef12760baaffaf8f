package format

import (
	"fmt"
	"io"
	"sync/atomic"
)

// counter counts the bytes read and stops at the limit.
type counter struct {
	r           io.Reader
	done        atomic.Int64 // read while another goroutine reads on
	left, limit int64
	packed      bool // what is read is compressed
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
