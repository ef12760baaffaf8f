package export

import (
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"talentmap/model"
)

// Format is how people and maps are written.
type Format string

// The formats.
const (
	CSV  Format = "csv"
	JSON Format = "json"
)

// FormatNamed is the format of a name, or of a file's ending without its dot.
func FormatNamed(name string) (Format, error) {
	switch f := Format(strings.ToLower(name)); f {
	case CSV, JSON:
		return f, nil
	}
	return "", fmt.Errorf("the format is csv or json, not %q", model.CleanLine(name))
}

// FormatOf is the format of a file by the ending of its path.
func FormatOf(path string) (Format, error) {
	f, err := FormatNamed(strings.TrimPrefix(filepath.Ext(path), "."))
	if err != nil {
		return "", fmt.Errorf("%s: give a path that ends in .csv or .json", model.CleanLine(filepath.Base(path)))
	}
	return f, nil
}

// People writes people, see [PeopleCSV] and [PeopleJSON].
func (f Format) People(w io.Writer, people iter.Seq2[model.Person, error], now time.Time) error {
	if f == JSON {
		return PeopleJSON(w, people, now)
	}
	return PeopleCSV(w, people, now)
}

// Map writes a ranked map, see [MapCSV] and [MapJSON].
func (f Format) Map(w io.Writer, rows []Ranked, now time.Time) error {
	if f == JSON {
		return MapJSON(w, rows, now)
	}
	return MapCSV(w, rows, now)
}
