package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"

	"talentmap/model"
)

// table writes CSV rows with guarded cells.
type table struct{ csv *csv.Writer }

func newTable(w io.Writer, header []string) (*table, error) {
	t := &table{csv.NewWriter(w)}
	if err := t.csv.Write(header); err != nil {
		return nil, fmt.Errorf("write the header: %w", err)
	}
	return t, nil
}

// write writes a row; its cells are guarded in place.
func (t *table) write(row []string) error {
	for i, cell := range row {
		row[i] = model.GuardCell(cell)
	}
	if err := t.csv.Write(row); err != nil {
		return fmt.Errorf("write a row: %w", err)
	}
	return nil
}

func (t *table) close() error {
	t.csv.Flush()
	if err := t.csv.Error(); err != nil {
		return fmt.Errorf("write the last rows: %w", err)
	}
	return nil
}

// array writes a JSON array, an object a line.
type array struct {
	out *bufio.Writer
	enc *json.Encoder
	n   int
}

func newArray(w io.Writer) *array {
	a := &array{out: bufio.NewWriter(w)}
	a.enc = json.NewEncoder(a.out)
	a.enc.SetEscapeHTML(false)
	return a
}

func (a *array) write(v any) error {
	// The encoder ends each object with a line break, so the comma leads. An
	// error of bufio stays, and the encoder's next write returns it.
	if a.n == 0 {
		a.out.WriteByte('[')
	} else {
		a.out.WriteByte(',')
	}
	a.n++
	if err := a.enc.Encode(v); err != nil {
		return fmt.Errorf("write object %d: %w", a.n, err)
	}
	return nil
}

func (a *array) close() error {
	if a.n == 0 {
		a.out.WriteByte('[')
	}
	a.out.WriteString("]\n")
	if err := a.out.Flush(); err != nil {
		return fmt.Errorf("write the end of the array: %w", err)
	}
	return nil
}
