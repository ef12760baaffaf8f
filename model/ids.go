package model

import (
	"fmt"
	"strconv"
	"strings"
)

// The identifiers are sequence numbers given by the store in order of creation,
// so that keys sort by age. Zero means "not stored yet".
type (
	// PersonID identifies a [Person]; its text form is p17.
	PersonID uint64
	// CompanyID identifies a [Company]; its text form is c17.
	CompanyID uint64
	// SignalID identifies a [Signal]; its text form is s17.
	SignalID uint64
	// MapID identifies a [Map]; its text form is m17.
	MapID uint64
	// RoleID identifies a [Role]; its text form is r17.
	RoleID uint64
	// TouchID identifies a [Touch]; its text form is t17.
	TouchID uint64
	// ImportID identifies one import; its text form is i17.
	ImportID uint64
	// Rev is a revision of the whole store: each change has the next one.
	Rev uint64
)

func (id PersonID) String() string  { return "p" + strconv.FormatUint(uint64(id), 10) }
func (id CompanyID) String() string { return "c" + strconv.FormatUint(uint64(id), 10) }
func (id SignalID) String() string  { return "s" + strconv.FormatUint(uint64(id), 10) }
func (id MapID) String() string     { return "m" + strconv.FormatUint(uint64(id), 10) }
func (id RoleID) String() string    { return "r" + strconv.FormatUint(uint64(id), 10) }
func (id TouchID) String() string   { return "t" + strconv.FormatUint(uint64(id), 10) }
func (id ImportID) String() string  { return "i" + strconv.FormatUint(uint64(id), 10) }

// ParsePersonID reads the text form of a [PersonID], such as p17. The error
// says what was expected.
func ParsePersonID(s string) (PersonID, error) {
	n, err := parseID(s, "p")
	return PersonID(n), err
}

// ParseMapID reads the text form of a [MapID], such as m3.
func ParseMapID(s string) (MapID, error) {
	n, err := parseID(s, "m")
	return MapID(n), err
}

// ParseImportID reads the text form of an [ImportID], such as i3.
func ParseImportID(s string) (ImportID, error) {
	n, err := parseID(s, "i")
	return ImportID(n), err
}

func parseID(s, prefix string) (uint64, error) {
	digits, ok := strings.CutPrefix(strings.ToLower(s), prefix)
	if !ok {
		return 0, fmt.Errorf("%q is not an ID: expected %s and a number, such as %s17", s, prefix, prefix)
	}
	n, err := strconv.ParseUint(digits, 10, 64)
	if err != nil || n == 0 {
		return 0, fmt.Errorf("%q is not an ID: expected %s and a number, such as %s17", s, prefix, prefix)
	}
	return n, nil
}
