package format

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"talentmap/model"
)

// csvRows is a CSV file as rows.
type csvRows struct {
	scan  *csvScanner
	cols  *columns
	cells []cell
}

// openCSV finds the separator and the header in the head of the text, and
// returns the rows that follow the header.
func openCSV(in io.Reader, head []byte, lim Limits, as As) (*columns, rows, error) {
	h, cols := readHeader(head, lim, as)
	if cols == nil {
		return nil, nil, cmp.Or(as.Mapping.notAmong(likest(head, lim, as.Mapping)), noHeader(head, lim))
	}
	if !cols.named() && !(as.archive && cols.dialect.owner) {
		return nil, nil, fmt.Errorf("%w: no column with names: %s", ErrColumns, seenAndNeeded(h.row))
	}
	s := newCSVScanner(in, h.sep, lim)
	for range h.at + 1 {
		if _, _, err := s.next(); err != nil && !isProblem(err) {
			return nil, nil, fmt.Errorf("unreadable: %w", err)
		}
	}
	return cols, &csvRows{scan: s, cols: cols}, nil
}

// readHeader is the header of a table and what its columns are; nil where there is
// none. Of a table of no known tool what stands in a column may tell what it is;
// then one column that the header knows is enough.
func readHeader(head []byte, lim Limits, as As) (header, *columns) {
	h := findTable(head, lim, as)
	sole := h.row == nil && !as.archive && len(as.Mapping) == 0
	if sole {
		h = widest(head, lim)
	}
	if h.row == nil {
		return h, nil
	}
	cols := newColumns(h.row, kindCSV, as)
	cols.guess(sampled(h, head, lim))
	if sole && !(cols.named() && cols.guessed()) {
		return h, nil
	}
	return h, cols
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
