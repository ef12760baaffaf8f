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
// their name, the others by what stands in them, as they are read where nobody says
// otherwise. A column of which nothing is known is "custom" with confidence 0. The
// error is that of a file that is no text or has no two columns.
func Guess(r io.Reader, lim Limits) (Mapping, error) {
	lim = lim.orDefaults()
	h, start, err := lookAt(r, lim)
	if err != nil {
		return nil, err
	}
	return guess(h, start, lim), nil
}

func guess(h header, head []byte, lim Limits) Mapping {
	cols := newColumns(h.row, kindCSV, As{})
	cols.guess(sampled(h, head, lim))
	d := cols.dialect
	m := make(Mapping, len(h.row))
	for i, text := range h.row {
		col := cols.list[i]
		if !slices.Contains(fieldNames[:lastMappable+1], fieldNames[col.field]) {
			col.use = use{} // a matter of its dialect alone
		}
		m[i] = Mapped{Header: Shown(text), Field: fieldNames[col.field]}
		_, known := d.use(text)
		switch {
		case col.guessed:
			m[i].Confidence = sureByCells
		case known && aliases[fold(text)] == col.use, known && d.columns[fold(text)] == col.use, col.field == fieldDropped:
			m[i].Confidence = sureByName
		case known:
			m[i].Confidence = sureByParts
		}
	}
	return m
}

// guess lets what stands in a column of a table of no known tool tell what it is,
// where its header does not and nobody has said so.
func (c *columns) guess(samples [][]string) {
	if c.dialect != genericCSV {
		return
	}
	for i := range c.list {
		col := &c.list[i]
		_, said := c.as.Mapping.use(col.header)
		if _, known := c.dialect.use(col.header); known || said || col.field != fieldCustom || ofSomeoneElse(col.header) {
			continue
		}
		if f, ok := byCells(samples[i]); ok {
			col.use, col.guessed = use{field: f}, true
		}
	}
}

// byCells is the field that most cells of a column look like. What is the same in
// many rows is none of these people's own.
func byCells(cells []string) (f field, ok bool) {
	if different := slices.Compact(slices.Sorted(slices.Values(cells))); 10*len(different) < 9*len(cells) {
		return fieldCustom, false
	}
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

// notHers are words by which a column tells of somebody else than its row.
var notHers = table(map[string]use{
	"by from recruiter owner manager assistant referrer referred referral sourcer interviewer supervisor boss": {},
	"emergency agent agency creator author sender von durch empfohlen leitung assistenz":                       {},
})

// ofSomeoneElse reports whether a header says that its column tells of somebody
// else, such as "Referred by" or "Manager e-mail".
func ofSomeoneElse(header string) bool {
	return slices.ContainsFunc(headerWords(header), func(w string) bool {
		_, is := notHers[w]
		return is
	})
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
