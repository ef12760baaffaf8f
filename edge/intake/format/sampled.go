package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"talentmap/model"
)

// samplesShown is how many values of a column are shown.
const samplesShown = 3

// Column is one column of a table: what it probably fills, and what stands in
// it.
type Column struct {
	Mapped
	Known   string   // the field that its header alone tells, "custom" for none
	Fixed   string   // why no [Mapping] can name it; "" when one can
	Samples []string // the first three different values, cleaned
}

// Columns reads the head of a table, packed with gzip or not, for a person to say
// what its columns are: see [Guess], also for the error.
func Columns(path string, lim Limits) ([]Column, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", model.CleanLine(path), reason(err))
	}
	defer file.Close()
	lim = lim.orDefaults()
	raw := bufio.NewReader(file)
	var in io.Reader = raw
	if head, err := raw.Peek(len(gzipBegins)); err == nil && string(head) == gzipBegins {
		if in, err = gunzip(raw, &counter{left: lim.Bytes}, lim); err != nil {
			return nil, err
		}
	}
	h, start, err := lookAt(in, lim)
	if err != nil {
		return nil, err
	}
	cells := sampled(h, start, lim)
	out := make([]Column, len(h.row))
	seen := map[string]bool{}
	for i, m := range guess(h, start, lim) {
		known := m.Field
		if m.Confidence < sureByParts {
			known = fieldNames[fieldCustom]
		}
		key := fold(h.row[i])
		why := forbidden(h.row[i])
		switch {
		case key == "":
			m.Header, why = "column "+strconv.Itoa(i+1), "it has no header"
		case seen[key]:
			why = "its header stands there twice"
		case why != "":
			why = "it " + why + ", which is never used"
		}
		seen[key] = true
		out[i] = Column{Mapped: m, Known: known, Fixed: why, Samples: different(cells[i])}
	}
	return out, nil
}

// different are the first values that differ, cleaned.
func different(cells []string) (out []string) {
	for _, c := range cells {
		if c = Shown(c); c != "" && !slices.Contains(out, c) {
			if out = append(out, c); len(out) == samplesShown {
				break
			}
		}
	}
	return out
}

// lookAt finds the header of a table, also of one that is refused, and what
// stands at the table's beginning.
func lookAt(r io.Reader, lim Limits) (h header, start []byte, err error) {
	raw := bufio.NewReaderSize(io.LimitReader(r, 4*headSize), headSize)
	head, err := raw.Peek(headSize)
	if err != nil && err != io.EOF {
		return h, nil, fmt.Errorf("unreadable: %w", reason(err))
	}
	text, _, err := decode(raw, head, err == io.EOF)
	if err != nil {
		return h, nil, err
	}
	start, err = bufio.NewReaderSize(text, headSize).Peek(headSize)
	if err != nil && err != io.EOF {
		return h, nil, fmt.Errorf("unreadable: %w", err)
	}
	if h = findTable(start, lim, As{}); h.row == nil {
		h = widest(start, lim)
	}
	if begins := bytes.TrimLeft(start, " \t\r\n"); len(h.row) < 2 || begins[0] == '[' || begins[0] == '{' {
		return h, nil, noHeader(start, lim)
	}
	return h, start, nil
}
