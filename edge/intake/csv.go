package intake

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
func openCSV(in io.Reader, head []byte, lim Limits) (*columns, rows, error) {
	at, sep, header := 0, byte(0), []string(nil)
	best := 0
	for _, try := range separators {
		i, cells, known := findHeader(head, try, lim)
		if known > best {
			at, sep, header, best = i, try, cells, known
		}
	}
	if best < knownColumns {
		return nil, nil, noHeader(head, lim)
	}
	cols := newColumns(header, false)
	if !cols.named() {
		return nil, nil, fmt.Errorf("%w: no column with names: %s", ErrNotPeople, seenAndNeeded(header))
	}
	s := newScanner(in, sep, lim)
	for range at + 1 {
		if _, _, err := s.next(); err != nil && !isProblem(err) {
			return nil, nil, fmt.Errorf("unreadable: %w", err)
		}
	}
	return cols, &csvRows{scan: s, cols: cols}, nil
}

// findHeader is the first row of the head that has known columns, how many
// rows stand before it, and how many of its columns are known.
func findHeader(head []byte, sep byte, lim Limits) (at int, header []string, known int) {
	s := newScanner(bytes.NewReader(head), sep, lim)
	for at = range headerRows {
		cells, _, err := s.next()
		if err != nil && !isProblem(err) {
			break
		}
		if n := countKnown(cells); n >= knownColumns {
			return at, append([]string(nil), cells...), n
		}
	}
	return 0, nil, 0
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
	return fmt.Errorf("%w: no header found: %s", ErrNotPeople, seenAndNeeded(seen))
}

func seenAndNeeded(seen []string) string {
	const most = 20
	more := ""
	if len(seen) > most {
		seen, more = seen[:most], ", …"
	}
	names := make([]string, len(seen))
	for i, c := range seen {
		names[i] = shown(c)
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
				Line: line, Skipped: true, Value: shown(texts[0]),
				Reason: fmt.Sprintf("the row has %d cells and the header %d: is a separator missing, or a quote?", len(texts), want),
			}
		}
		return r.cells, line, nil
	}
}
