package format

import (
	"bytes"
)

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
	at, row, err := firstRow(head, ',', lim)
	folded := make(map[string]bool, len(row))
	for _, c := range row {
		folded[fold(c)] = true
	}
	for _, d := range archiveDialects {
		if err == nil && d.fits(folded) {
			return header{',', at, row}
		}
	}
	return header{}
}

// firstRow is the first row of the head that is not blank.
func firstRow(head []byte, sep byte, lim Limits) (at int, cells []string, err error) {
	cells, _, err = newScanner(bytes.NewReader(head), sep, lim).next()
	return 0, append([]string(nil), cells...), err
}

// findHeader is the first row of the head that can be the header, how many rows
// stand before it, and how much speaks for it: its known or mapped columns.
func findHeader(head []byte, sep byte, lim Limits, as As) (at int, row []string, weight int) {
	if d := as.dialect(kindCSV); d != nil && len(d.positions) > 0 {
		at, row, err := firstRow(head, sep, lim)
		if err != nil {
			return 0, nil, 0
		}
		return at, row, len(row)
	}
	s := newScanner(bytes.NewReader(head), sep, lim)
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
			return at, append([]string(nil), cells...), n
		}
	}
	return 0, nil, 0
}
