package model

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FilterID identifies a [Filter].
type FilterID uint64

// Filter is a query that a team has saved under a name: @name in another query
// stands for it.
type Filter struct {
	ID  FilterID `cbor:"1,keyasint"`
	Rev Rev      `cbor:"-"`

	Name  string `cbor:"2,keyasint"` // without the @; see [FilterName]
	Query string `cbor:"3,keyasint"`
	Owner string `cbor:"4,keyasint,omitempty"` // who saved it first
}

// maxFilterName is how many letters the name of a filter has at most.
const maxFilterName = 40

// FilterName reads the name of a filter, with or without an @ before it: letters,
// digits, - and _, at most 40. The error says what was expected.
func FilterName(s string) (string, error) {
	name := strings.TrimPrefix(CleanLine(s), "@")
	wrong := strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && r != '-' && r != '_'
	})
	if name == "" || wrong || utf8.RuneCountInString(name) > maxFilterName {
		return "", fmt.Errorf("%q is no name for a filter: expected up to %d letters, digits, - and _, such as warm-berlin", name, maxFilterName)
	}
	return name, nil
}

// Called reports whether the filter has a name, whatever the case.
func (f *Filter) Called(name string) bool { return strings.EqualFold(f.Name, name) }
