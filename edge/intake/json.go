package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// listBegins reports whether a text is JSON rather than CSV.
func listBegins(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) > 0 && (head[0] == '[' || head[0] == '{')
}

// jsonRows is a JSON list of objects as rows: the keys are the columns, an
// element of a list is a cell of its own.
type jsonRows struct {
	in    *meter
	dec   *json.Decoder
	cols  *columns
	lim   Limits
	cells []cell

	first *jsonRow // the record that told the dialect, not yet given out
}

type jsonRow struct {
	line int
	err  error
}

// openJSON reads up to the first record, whose keys tell the dialect.
func openJSON(r io.Reader, lim Limits) (*columns, rows, error) {
	in := &meter{r: r, max: lim.Row, line: 1}
	j := &jsonRows{in: in, dec: json.NewDecoder(in), lim: lim, cols: newColumns(nil, true)}
	in.refill()
	if t, err := j.dec.Token(); err != nil || t != json.Delim('[') {
		return nil, nil, fmt.Errorf("%w: JSON must be one list of people: [{\"name\": …}, …]", ErrNotPeople)
	}
	line, err := j.read()
	if err != nil && !isProblem(err) {
		if err == io.EOF {
			err = fmt.Errorf("%w: the list is empty", ErrNotPeople)
		}
		return nil, nil, err
	}
	if err == nil {
		keys := j.cols.headers()
		if j.cols = newColumns(keys, true); !j.cols.named() || countKnown(keys) < knownColumns {
			return nil, nil, fmt.Errorf("%w: the first record tells no person: %s", ErrNotPeople, seenAndNeeded(keys))
		}
	}
	j.first = &jsonRow{line: line, err: err}
	return j.cols, j, nil
}

func (j *jsonRows) next() ([]cell, int, error) {
	if f := j.first; f != nil {
		j.first = nil
		return j.cells, f.line, f.err
	}
	line, err := j.read()
	return j.cells, line, err
}

// read decodes the next record into j.cells and returns its first line.
func (j *jsonRows) read() (line int, err error) {
	j.in.refill()
	if !j.dec.More() {
		_, err := j.dec.Token()
		if err != nil {
			return j.in.line, j.broken(err)
		}
		return j.in.line, io.EOF
	}
	var raw json.RawMessage
	if err := j.dec.Decode(&raw); err != nil {
		return j.in.line, j.broken(err)
	}
	line = j.in.lineAt(j.dec.InputOffset() - int64(len(raw)))
	if len(raw) > j.lim.Row {
		return line, &Problem{Line: line, Skipped: true, Reason: fmt.Sprintf("the record is longer than %s", size(int64(j.lim.Row)))}
	}
	if raw[0] != '{' {
		return line, &Problem{Line: line, Skipped: true, Reason: "the record is no object such as {\"name\": …}", Value: shown(string(raw))}
	}
	return line, j.object(raw)
}

// broken is the error that ends reading: JSON cannot be picked up again after
// it, and what was read stays.
func (j *jsonRows) broken(err error) error {
	if errors.Is(err, ErrTooLarge) {
		return err
	}
	offset := j.in.read
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("the list ends in the middle: is the file whole?")
	} else {
		offset = j.dec.InputOffset() + j.brokenAfter()
	}
	return fmt.Errorf("line %d, byte %d: broken JSON: %w; nothing after it was read", j.in.lineAt(offset), offset, err)
}

// brokenAfter is how many bytes of the record at hand are right. The decoder
// itself counts without the commas between records.
func (j *jsonRows) brokenAfter() int64 {
	rest, err := io.ReadAll(j.dec.Buffered())
	var se *json.SyntaxError
	if err != nil || !errors.As(json.Unmarshal(rest, new(json.RawMessage)), &se) {
		return 0
	}
	return se.Offset
}

// object turns one object into cells.
func (j *jsonRows) object(raw []byte) error {
	j.cells = j.cells[:0]
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("read a record: %w", err)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return fmt.Errorf("read a record's key: %w", err)
		}
		var value any
		if err := dec.Decode(&value); err != nil {
			return fmt.Errorf("read a record's value: %w", err)
		}
		col := j.cols.find(key.(string))
		if col >= j.lim.Columns {
			return fmt.Errorf("%w: the records have more than %d different keys", ErrTooLarge, j.lim.Columns)
		}
		list, isList := value.([]any)
		if !isList {
			list = []any{value}
		}
		for _, v := range list {
			if text := jsonText(v); text != "" {
				j.cells = append(j.cells, cell{col: col, text: text, whole: isList})
			}
		}
	}
	return nil
}

// jsonText is a value as the text of a cell; null is none, and what is nested
// deeper stays JSON.
func jsonText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return strings.TrimSpace(v)
	case bool, json.Number:
		return fmt.Sprint(v)
	}
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}

// meter bounds what the decoder may read for one record, and knows on which
// line an offset lies.
type meter struct {
	r    io.Reader
	max  int
	left int

	read   int64   // bytes read
	line   int     // the line at the last offset asked for
	breaks []int64 // offsets of the line breaks after it
}

// refill allows another record to be read.
func (m *meter) refill() { m.left = m.max + headSize }

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, fmt.Errorf("line %d: %w: a record is longer than %s", m.line, ErrTooLarge, size(int64(m.max)))
	}
	n, err := m.r.Read(p[:min(len(p), m.left, headSize)])
	for i, c := range p[:n] {
		if c == '\n' {
			m.breaks = append(m.breaks, m.read+int64(i))
		}
	}
	m.read += int64(n)
	m.left -= n
	return n, err
}

// lineAt is the line of an offset; offsets are asked for in rising order.
func (m *meter) lineAt(offset int64) int {
	n := 0
	for n < len(m.breaks) && m.breaks[n] < offset {
		n++
	}
	m.line += n
	m.breaks = append(m.breaks[:0], m.breaks[n:]...)
	return m.line
}
