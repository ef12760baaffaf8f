package iotrace

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Image is the content of a folder: by path within it, nil for a folder.
type Image map[string]*content

// Sum tells images apart.
func (im Image) Sum() [sha256.Size]byte {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(im)) {
		h.Write([]byte(name + "\x00"))
		c := im[name]
		if c == nil {
			continue
		}
		h.Write(binary.AppendVarint(nil, c.size))
		for _, at := range slices.Sorted(maps.Keys(c.pages)) {
			h.Write(binary.AppendVarint(nil, at))
			h.Write(c.pages[at].bytes[:])
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// Write makes the folder, which must not be there yet. What lies between the
// written pages of a file is left a hole.
func (im Image) Write(folder string) error {
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(im)) {
		path := filepath.Join(folder, name)
		c := im[name]
		if c == nil {
			if err := os.Mkdir(path, 0o700); err != nil {
				return err
			}
			continue
		}
		if err := c.writeTo(path); err != nil {
			return err
		}
	}
	return nil
}

// Bytes is the whole of one file, nil where there is none.
func (im Image) Bytes(name string) []byte {
	c := im[name]
	if c == nil {
		return nil
	}
	data := make([]byte, c.size)
	for at, p := range c.pages {
		if at*pageSize < c.size {
			copy(data[at*pageSize:], p.bytes[:])
		}
	}
	return data
}

// pageSize is in what pieces content is kept: whole sectors.
const pageSize = 8 * sector

// content is the bytes of a file; what is in no page is zero. Clones share pages
// until one of them is written.
type content struct {
	size  int64
	pages map[int64]*page
	own   map[int64]bool // pages no clone shares
}

type page struct{ bytes [pageSize]byte }

// hold is the content of data; its empty pages are holes.
func hold(data []byte) (c content) {
	for at := 0; at < len(data); at += pageSize {
		if piece := data[at:min(at+pageSize, len(data))]; len(bytes.Trim(piece, "\x00")) > 0 {
			c.write(int64(at), piece)
		}
	}
	c.size = int64(len(data))
	return c
}

func (c *content) clone() content {
	c.own = nil
	return content{size: c.size, pages: maps.Clone(c.pages)}
}

// apply makes a change, as far as keep keeps it.
func (c *content) apply(call Call, keep Keep) {
	if call.Op == Truncate {
		if keep(call, 0) {
			c.truncate(call.Off)
		}
		return
	}
	for at, nr := call.Off, 0; at < call.Off+int64(len(call.Data)); nr++ {
		end := min((at/sector+1)*sector, call.Off+int64(len(call.Data)))
		if keep(call, nr) {
			c.write(at, call.Data[at-call.Off:end-call.Off])
		}
		at = end
	}
}

func (c *content) write(off int64, data []byte) {
	for len(data) > 0 {
		p := c.page(off / pageSize)
		n := copy(p.bytes[off%pageSize:], data)
		off, data = off+int64(n), data[n:]
		c.size = max(c.size, off)
	}
}

func (c *content) truncate(size int64) {
	for at := range c.pages {
		switch from := size - at*pageSize; {
		case from <= 0:
			delete(c.pages, at)
			delete(c.own, at)
		case from < pageSize:
			clear(c.page(at).bytes[from:])
		}
	}
	c.size = size
}

// page is a page to write to.
func (c *content) page(at int64) *page {
	p := c.pages[at]
	if p != nil && c.own[at] {
		return p
	}
	fresh := &page{}
	if p != nil {
		*fresh = *p
	}
	if c.pages == nil {
		c.pages = map[int64]*page{}
	}
	if c.own == nil {
		c.own = map[int64]bool{}
	}
	c.pages[at], c.own[at] = fresh, true
	return fresh
}

func (c *content) writeTo(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	for at, p := range c.pages {
		_, writeErr := f.WriteAt(p.bytes[:], at*pageSize)
		err = cmp.Or(err, writeErr)
	}
	return errors.Join(err, f.Truncate(c.size), f.Close())
}
