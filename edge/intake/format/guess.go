package format

import (
	"io"
	"slices"
	"strings"
	"unicode"

	"talentmap/model"
)

// How sure a guess is.
const (
	sureByName  = 1.0 // a known name of the column
	sureByParts = 0.9 // a known name with a number in it
	sureByCells = 0.7 // what stands in most cells
)

// Guess reads the head of a CSV file, also of one that [Read] refuses because it
// knows no column, and says what each column probably fills: the known ones by
// their name, the others by what stands in them. A column of which nothing is
// known is "custom" with confidence 0. The error is that of a file that is no
// text or has no two columns.
func Guess(r io.Reader, lim Limits) (Mapping, error) {
	lim = lim.orDefaults()
	h, start, err := lookAt(r, lim)
	if err != nil {
		return nil, err
	}
	return guess(h, start, lim), nil
}

func guess(h header, head []byte, lim Limits) Mapping {
	d := newColumns(h.row, kindCSV, As{}).dialect
	m := make(Mapping, len(h.row))
	samples := sampled(h, head, lim)
	for i, text := range h.row {
		u, known := d.use(text)
		if !slices.Contains(fieldNames[:lastMappable+1], fieldNames[u.field]) {
			u = use{} // a matter of its dialect alone
		}
		m[i] = Mapped{Header: Shown(text), Field: fieldNames[u.field]}
		switch {
		case known && aliases[fold(text)] == u, known && d.columns[fold(text)] == u, u.field == fieldDropped:
			m[i].Confidence = sureByName
		case known:
			m[i].Confidence = sureByParts
		default:
			if f, ok := byCells(samples[i]); ok {
				m[i].Field, m[i].Confidence = fieldNames[f], sureByCells
			}
		}
	}
	return m
}

// byCells is the field that most cells of a column look like.
func byCells(cells []string) (f field, ok bool) {
	for _, try := range []struct {
		field field
		fits  func(string) bool
	}{{fieldEmail, isEmail}, {fieldLink, isLink}, {fieldPhone, isPhone}} {
		n := 0
		for _, c := range cells {
			if try.fits(c) {
				n++
			}
		}
		if n > 0 && 5*n >= 4*len(cells) {
			return try.field, true
		}
	}
	return fieldCustom, false
}

func isEmail(s string) bool {
	_, ok := model.NormalizeEmail(s)
	return ok
}

func isLink(s string) bool { return strings.Contains(s, "://") && model.NormalizeLink(s) != "" }

// isPhone reports whether a text is seven digits or more with what stands
// between the digits of a phone number.
func isPhone(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune("+-()./ ", r):
			return false
		}
	}
	return digits >= 7 && digits <= 15 && strings.ContainsAny(s, "+-()/ ")
}
