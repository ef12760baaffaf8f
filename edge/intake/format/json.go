package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// jsonRows is a JSON list of objects, or objects one after the other, as rows:
// the keys are the columns, an element of a list is a cell of its own.
type jsonRows struct {
	in    *meter
	dec   *json.Decoder
	cols  *columns
	lim   Limits
	list  bool // one list, else objects one after the other
	cells []cell

	first *jsonRow // the record that told the dialect, not yet given out
}

type jsonRow struct {
	line int
	err  error
}

// openJSON reads up to the first record, whose keys tell the dialect.
func openJSON(r io.Reader, list bool, lim Limits, as As) (*columns, rows, error) {
	in := &meter{r: r, max: lim.Row, line: 1}
	j := &jsonRows{in: in, dec: json.NewDecoder(in), lim: lim, list: list, cols: newColumns(nil, kindJSON, as)}
	in.refill()
	if list {
		if _, err := j.dec.Token(); err != nil {
			return nil, nil, j.broken(err)
		}
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
		if j.cols = newColumns(keys, kindJSON, as); !j.cols.named() || countKnown(keys) < knownColumns && len(as.Mapping) == 0 {
			return nil, nil, fmt.Errorf("%w: the first record tells no person: %s", ErrColumns, seenAndNeeded(keys))
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
	if j.list && !j.dec.More() {
		_, err := j.dec.Token()
		if err != nil {
			return j.in.line, j.broken(err)
		}
		return j.in.line, io.EOF
	}
	var raw json.RawMessage
	if err := j.dec.Decode(&raw); err != nil {
		if !j.list && err == io.EOF {
			return j.in.line, io.EOF
		}
		return j.in.line, j.broken(err)
	}
	line = j.in.lineAt(j.dec.InputOffset() - int64(len(raw)))
	if len(raw) > j.lim.Row {
		return line, &Problem{Line: line, Skipped: true, Reason: fmt.Sprintf("the record is longer than %s", size(int64(j.lim.Row)))}
	}
	if raw[0] != '{' {
		return line, &Problem{Line: line, Skipped: true, Reason: "the record is no object such as {\"name\": …}", Value: Shown(string(raw))}
	}
	j.cells = j.cells[:0]
	return line, j.object("", raw, 0)
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

// An object within an object becomes columns of its own ("basics.name") down to
// maxDepth, unless it has more than maxKeys: then its keys are data.
const (
	maxDepth = 3
	maxKeys  = 64
)

// object turns one object into cells; path is where it stands.
func (j *jsonRows) object(path string, raw []byte, depth int) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("read a record: %w", err)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return fmt.Errorf("read a record's key: %w", err)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return fmt.Errorf("read a record's value: %w", err)
		}
		name := path + key.(string)
		if value[0] == '{' && depth < maxDepth && bytes.Count(value, []byte{':'}) <= maxKeys {
			err = j.object(name+".", value, depth+1)
		} else {
			err = j.value(name, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// value turns a value into cells, one for each element of a list.
func (j *jsonRows) value(name string, raw []byte) error {
	col := j.cols.find(name)
	if col >= j.lim.Columns {
		return fmt.Errorf("%w: the records have more than %d different keys", ErrTooLarge, j.lim.Columns)
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var value any
	if err := dec.Decode(&value); err != nil {
		return fmt.Errorf("read a record's value: %w", err)
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
