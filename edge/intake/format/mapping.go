package format

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Mapping says what the columns of a file fill, by header. It is plain data: a
// caller can keep it, as JSON, under its file's [HeaderKey] and bring it back for
// the next file with the same header. Columns that it does not name are what
// their header says.
type Mapping []Mapped

// Mapped is one column of a [Mapping].
type Mapped struct {
	Header string `json:"header"` // compared without case, spaces and punctuation
	Field  string `json:"field"`  // one of [Fields]

	// Confidence is how sure a guess is, from 0 to 1; 1 for what a person chose.
	Confidence float64 `json:"confidence,omitempty"`
}

// Fields are the names that a [Mapped] takes: "name", "e-mail" …; "custom" keeps
// the column under its own header, "dropped" leaves it out.
func Fields() []string { return slices.Clone(fieldNames[:lastMappable+1]) }

// Validate says what is wrong with a mapping: a field that there is not, a
// header without letters or digits, one that stands there twice, a column that
// must never be used. It is nil for one that can be used.
func (m Mapping) Validate() error {
	seen := map[string]bool{}
	for _, c := range m {
		h := fold(c.Header)
		switch why := forbidden(c.Header); {
		case h == "":
			return fmt.Errorf("map %q: a header needs a letter or a digit", Shown(c.Header))
		case seen[h]:
			return fmt.Errorf("map %q: it stands there twice", Shown(c.Header))
		case !slices.Contains(fieldNames[:lastMappable+1], c.Field):
			return fmt.Errorf("map %q: no field is called %q: choose one of %s", Shown(c.Header), Shown(c.Field), strings.Join(Fields(), ", "))
		case why != "" && c.Field != fieldNames[fieldDropped]:
			return fmt.Errorf("map %q: the column %s, which is never used", Shown(c.Header), why)
		}
		seen[h] = true
	}
	return nil
}

// use is what becomes of a column by the mapping; ok is false where it does not
// name the column.
func (m Mapping) use(header string) (use, bool) {
	for _, c := range m {
		if fold(c.Header) != fold(header) {
			continue
		}
		f := field(slices.Index(fieldNames[:lastMappable+1], c.Field))
		u := use{field: f}
		switch f {
		case fieldExternalID:
			u.prefix = fold(header) + ":"
		case fieldContent:
			u.prefix = "article"
		case fieldDropped:
			u.why = "as the mapping says"
		}
		return u, true
	}
	return use{}, false
}

// among reports whether a row has every header of the mapping.
func (m Mapping) among(row []string) bool { return len(m.missing(row)) == 0 }

// missing are the headers of the mapping that a row does not have.
func (m Mapping) missing(row []string) (headers []string) {
	for _, c := range m {
		if !slices.ContainsFunc(row, func(h string) bool { return fold(h) == fold(c.Header) }) {
			headers = append(headers, Shown(c.Header))
		}
	}
	return headers
}

// notAmong is an error that names the headers of the mapping that a row does not have;
// nil where it has all of them.
func (m Mapping) notAmong(row []string) error {
	missing := m.missing(row)
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("%w: no column is called %s: there are %s", ErrColumns, strings.Join(missing, ", "), shownHeaders(row))
}

// HeaderKey is the same for two headers with the same columns in any order and
// spelling of case, spaces and punctuation: 32 hexadecimal digits, to remember a
// [Mapping] by.
func HeaderKey(headers []string) string {
	folded := make([]string, len(headers))
	for i, h := range headers {
		folded[i] = fold(h)
	}
	slices.Sort(folded)
	sum := sha256.Sum256([]byte(strings.Join(folded, "\n")))
	return hex.EncodeToString(sum[:16])
}
