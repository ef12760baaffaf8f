package format

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// rows is a container of records: a CSV file, a JSON list, cards.
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

// sheet is one text that has been recognized: a file, or an entry of an archive.
type sheet struct {
	file     string // the entry's name; "" for a file of its own
	encoding string
	cols     *columns
	rows     rows
}

// wide reports whether the text came in UTF-16.
func (sh *sheet) wide() bool { return strings.HasPrefix(sh.encoding, "UTF-16") }

// openSheet detects encoding, container and dialect from the head of a text.
func openSheet(r io.Reader, lim Limits, as As) (sheet, error) {
	in, start, encoding, err := openText(r)
	if err != nil {
		return sheet{}, err
	}
	sh := sheet{encoding: encoding}
	switch trimmed := bytes.TrimLeft(start, " \t\r\n"); {
	case bytes.HasPrefix(trimmed, []byte("[")), bytes.HasPrefix(trimmed, []byte("{")):
		sh.cols, sh.rows, err = openJSON(in, trimmed[0] == '[', lim, as)
	case len(trimmed) >= len(cardBegins) && bytes.EqualFold(trimmed[:len(cardBegins)], []byte(cardBegins)):
		sh.cols, sh.rows = openCards(in, lim, as)
	default:
		sh.cols, sh.rows, err = openCSV(in, start, lim, as)
	}
	if err == nil && as.Dialect != "" && sh.cols.dialect != as.named() {
		err = fmt.Errorf("%w: it is no %s: it looks like %s", ErrNotPeople, as.named().name, sh.cols.dialect.name)
	}
	return sh, err
}
