package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"talentmap/model"
)

const (
	// samplesShown is how many values of a column are shown.
	samplesShown = 3
	// guessRows is how many rows below the header a guess looks at.
	guessRows = 50
)

// Column is one column of a table: what it probably fills, and what stands in
// it.
type Column struct {
	Mapped
	Known   string   // the field that its header alone tells, "custom" for none
	Guessed bool     // what stands in it tells the field
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
	return columnsOf(file, lim.orDefaults())
}

func columnsOf(r io.Reader, lim Limits) ([]Column, error) {
	raw := bufio.NewReader(r)
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
		known, guessed := m.Field, m.Confidence == sureByCells
		if guessed {
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
		out[i] = Column{Mapped: m, Known: known, Guessed: guessed, Fixed: why, Samples: different(cells[i])}
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

// sampled are the filled cells of the first rows, by column.
func sampled(h header, head []byte, lim Limits) [][]string {
	columns := make([][]string, len(h.row))
	s := newCSVScanner(bytes.NewReader(head), h.sep, lim)
	for n := range h.at + 1 + guessRows {
		cells, _, err := s.next()
		if err != nil && !isProblem(err) {
			break
		}
		if n <= h.at {
			continue
		}
		for i, c := range cells {
			if c = strings.TrimSpace(c); c != "" && i < len(columns) {
				columns[i] = append(columns[i], c)
			}
		}
	}
	return columns
}
