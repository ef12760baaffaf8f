package kv

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// A bbolt file begins with two headers, written in turn, one a page. With one
// of them damaged bbolt opens the state before the last change and says
// nothing; the next write would make that loss final. So both are looked at:
// [OpenBolt] refuses to write to such a file, Check reports it. No crash makes
// one: a header fits in one sector of the disk.
const (
	pageHead   = 16 // the page's own header, before bbolt's
	headerBody = 56 // what the checksum after it covers
	headerSum  = 8
)

// checkHeaders reads both headers; no writer may be at work.
func (e *boltEngine) checkHeaders(report func(error)) error {
	f, err := os.Open(e.path)
	if err != nil {
		return err
	}
	defer f.Close()
	for i := range 2 {
		page := make([]byte, pageHead+headerBody+headerSum)
		if _, err := f.ReadAt(page, int64(i*e.db.Info().PageSize)); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		sum := fnv.New64a()
		sum.Write(page[pageHead : pageHead+headerBody])
		if sum.Sum64() != binary.NativeEndian.Uint64(page[pageHead+headerBody:]) {
			report(fmt.Errorf("header %d has a wrong checksum: the last change may be missing", i))
		}
	}
	return nil
}
