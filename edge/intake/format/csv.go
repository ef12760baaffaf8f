package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"talentmap/model"
)

// separators are the cell separators that are tried, the commonest first.
var separators = []byte{',', ';', '\t', '|'}

// headerRows is how many rows may stand before the header.
const headerRows = 40

// knownColumns is how many known columns make a row the header.
const knownColumns = 2

// csvRows is a CSV file as rows.
type csvRows struct {
	scan  *scanner
	cols  *columns
	cells []cell
}

// openCSV finds the separator and the header in the head of the text, and
// returns the rows that follow the header.
func openCSV(in io.Reader, head []byte, lim Limits, as As) (*columns, rows, error) {
	h := findTable(head, lim, as)
	if h.row == nil {
		return nil, nil, noHeader(head, lim)
	}
	cols := newColumns(h.row, kindCSV, as)
	if !cols.named() && !(as.archive && cols.dialect.owner) {
		return nil, nil, fmt.Errorf("%w: no column with names: %s", ErrColumns, seenAndNeeded(h.row))
	}
	s := newScanner(in, h.sep, lim)
	for range h.at + 1 {
		if _, _, err := s.next(); err != nil && !isProblem(err) {
			return nil, nil, fmt.Errorf("unreadable: %w", err)
		}
	}
	return cols, &csvRows{scan: s, cols: cols}, nil
}

func isProblem(err error) bool {
	var bad *Problem
	return errors.As(err, &bad)
}

// noHeader is the error for a text without a header, with the columns of its
// widest first row.
func noHeader(head []byte, lim Limits) error {
	var seen []string
	for _, sep := range separators {
		cells, _, err := newScanner(bytes.NewReader(head), sep, lim).next()
		if err == nil && len(cells) > len(seen) {
			seen = append(seen[:0], cells...)
		}
	}
	return fmt.Errorf("%w: no header found: %s", ErrColumns, seenAndNeeded(seen))
}

func seenAndNeeded(seen []string) string {
	const most = 20
	more := ""
	if len(seen) > most {
		seen, more = seen[:most], ", …"
	}
	names := make([]string, len(seen))
	for i, c := range seen {
		names[i] = Shown(c)
	}
	return fmt.Sprintf("seen: %s%s; needed: name, or first name and last name, and at least one more such as e-mail, title or company",
		strings.Join(names, ", "), more)
}

func (r *csvRows) next() ([]cell, int, error) {
	for {
		texts, line, err := r.scan.next()
		if err != nil {
			return nil, line, err
		}
		r.cells = r.cells[:0]
		for i, t := range texts {
			if t = model.UnguardCell(strings.TrimSpace(t)); t != "" {
				r.cells = append(r.cells, cell{col: i, text: t})
			}
		}
		if len(r.cells) == 0 {
			continue
		}
		want := len(r.cols.list)
		if len(texts) < want || r.cells[len(r.cells)-1].col >= want {
			return nil, line, &Problem{
				Line: line, Skipped: true, Value: Shown(texts[0]),
				Reason: fmt.Sprintf("the row has %d cells and the header %d: is a separator missing, or a quote?", len(texts), want),
			}
		}
		return r.cells, line, nil
	}
}
