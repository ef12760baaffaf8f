package format

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// separators are the cell separators that are tried, the commonest first.
var separators = []byte{',', ';', '\t', '|'}

// headerRows is how many rows may stand before the header.
const headerRows = 40

// knownColumns is how many known columns make a row the header.
const knownColumns = 2

// header is where the header of a CSV file stands.
type header struct {
	sep byte
	at  int      // rows before it
	row []string // nil: none found
}

// findTable is the header of a CSV file: with the separator that gives the row
// of most known columns, in the first row that has at least two. A dialect with
// positions that the caller names has it in the first row, whatever it says.
func findTable(head []byte, lim Limits, as As) header {
	var found header
	best := 0
	for _, sep := range separators {
		i, cells, weight := findHeader(head, sep, lim, as)
		if weight > best {
			found, best = header{sep, i, cells}, weight
		}
	}
	if found.row == nil && as.archive {
		return ownersTable(head, lim)
	}
	return found
}

// ownersTable is the header of a file of an archive's owner, which may have no
// other known column.
func ownersTable(head []byte, lim Limits) header {
	row, err := firstRow(head, ',', lim)
	folded := make(map[string]bool, len(row))
	for _, c := range row {
		folded[fold(c)] = true
	}
	for _, d := range archiveDialects {
		if err == nil && d.fits(folded) {
			return header{sep: ',', row: row}
		}
	}
	return header{}
}

// firstRow is the first row of the head that is not blank.
func firstRow(head []byte, sep byte, lim Limits) ([]string, error) {
	cells, _, err := newCSVScanner(bytes.NewReader(head), sep, lim).next()
	return slices.Clone(cells), err
}

// findHeader is the first row of the head that can be the header, how many rows
// stand before it, and how much speaks for it: its known or mapped columns.
func findHeader(head []byte, sep byte, lim Limits, as As) (at int, row []string, weight int) {
	if d := as.dialect(kindCSV); d != nil && len(d.positions) > 0 {
		row, err := firstRow(head, sep, lim)
		if err != nil {
			return 0, nil, 0
		}
		return 0, row, len(row)
	}
	s := newCSVScanner(bytes.NewReader(head), sep, lim)
	for at = range headerRows {
		cells, _, err := s.next()
		if err != nil && !isProblem(err) {
			break
		}
		n := countKnown(cells)
		if len(as.Mapping) > 0 && as.Mapping.among(cells) {
			n += knownColumns
		} else if len(as.Mapping) > 0 {
			continue
		}
		if n >= knownColumns {
			return at, slices.Clone(cells), n
		}
	}
	return 0, nil, 0
}

// lookAt finds the header of a table, also of one that is refused, and what
// stands at the table's beginning.
func lookAt(r io.Reader, lim Limits) (h header, start []byte, err error) {
	if _, start, _, err = openText(io.LimitReader(r, 4*headSize)); err != nil {
		return h, nil, err
	}
	if h = findTable(start, lim, As{}); h.row == nil {
		h = widest(start, lim)
	}
	if begins := bytes.TrimLeft(start, " \t\r\n"); len(h.row) < 2 || begins[0] == '[' || begins[0] == '{' {
		return h, nil, noHeader(start, lim)
	}
	return h, start, nil
}

// widest is the first row with the separator that gives it most cells.
func widest(head []byte, lim Limits) (found header) {
	for _, sep := range separators {
		if row, err := firstRow(head, sep, lim); err == nil && len(row) > len(found.row) {
			found = header{sep: sep, row: row}
		}
	}
	return found
}

// likest is the row of the head that has most headers of a mapping, else most cells.
func likest(head []byte, lim Limits, m Mapping) (found []string) {
	fewest := len(m) + 1 // missing
	for _, sep := range separators {
		s := newCSVScanner(bytes.NewReader(head), sep, lim)
		for range headerRows {
			cells, _, err := s.next()
			if err != nil && !isProblem(err) {
				break
			}
			if n := len(m.missing(cells)); n < fewest || n == fewest && len(cells) > len(found) {
				fewest, found = n, slices.Clone(cells)
			}
		}
	}
	return found
}

// noHeader is the error for a text without a header, with the columns of its
// widest first row.
func noHeader(head []byte, lim Limits) error {
	return fmt.Errorf("%w: no header found: %s", ErrColumns, seenAndNeeded(widest(head, lim).row))
}

func seenAndNeeded(seen []string) string {
	return "seen: " + shownHeaders(seen) + "; needed: name, or first name and last name, and at least one more such as e-mail, title or company"
}

// shownHeaders are the first of some headers.
func shownHeaders(seen []string) string {
	const most = 20
	more := ""
	if len(seen) > most {
		seen, more = seen[:most], ", …"
	}
	names := make([]string, len(seen))
	for i, c := range seen {
		names[i] = Shown(c)
	}
	return strings.Join(names, ", ") + more
}

// countKnown is how many headers some dialect knows by name.
func countKnown(headers []string) int {
	n := 0
	for _, h := range headers {
		for _, d := range dialects {
			if _, known := d.use(h); known {
				n++
				break
			}
		}
	}
	return n
}
