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
	// SourceID identifies a [Source]; its text form is f17.
	SourceID uint64
	// NewsID identifies [News] of a person.
	NewsID uint64
	// ReviewID identifies a [Review]; its text form is y17.
	ReviewID uint64
	// TemplateID identifies a [Template]; its text form is g17.
	TemplateID uint64
	// SequenceID identifies a [Sequence]; its text form is h17.
	SequenceID uint64
	// ShelfID identifies a [ShelfItem]; its text form is x17.
	ShelfID uint64
	// VersionID identifies a [DraftVersion] of a person.
	VersionID uint64
	// Rev is a revision of the whole store: each change has the next one.
	Rev uint64
)

func (id PersonID) String() string   { return "p" + strconv.FormatUint(uint64(id), 10) }
func (id CompanyID) String() string  { return "c" + strconv.FormatUint(uint64(id), 10) }
func (id SignalID) String() string   { return "s" + strconv.FormatUint(uint64(id), 10) }
func (id MapID) String() string      { return "m" + strconv.FormatUint(uint64(id), 10) }
func (id RoleID) String() string     { return "r" + strconv.FormatUint(uint64(id), 10) }
func (id TouchID) String() string    { return "t" + strconv.FormatUint(uint64(id), 10) }
func (id ImportID) String() string   { return "i" + strconv.FormatUint(uint64(id), 10) }
func (id SourceID) String() string   { return "f" + strconv.FormatUint(uint64(id), 10) }
func (id ReviewID) String() string   { return "y" + strconv.FormatUint(uint64(id), 10) }
func (id TemplateID) String() string { return "g" + strconv.FormatUint(uint64(id), 10) }
func (id SequenceID) String() string { return "h" + strconv.FormatUint(uint64(id), 10) }
func (id ShelfID) String() string    { return "x" + strconv.FormatUint(uint64(id), 10) }

// ParsePersonID reads the text form of a [PersonID], such as p17. The error
// says what was expected.
func ParsePersonID(s string) (PersonID, error) {
	n, err := parseID(s, "p")
	return PersonID(n), err
}

// ParseCompanyID reads the text form of a [CompanyID], such as c4.
func ParseCompanyID(s string) (CompanyID, error) {
	n, err := parseID(s, "c")
	return CompanyID(n), err
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

// ParseReviewID reads the text form of a [ReviewID], such as y3.
func ParseReviewID(s string) (ReviewID, error) {
	n, err := parseID(s, "y")
	return ReviewID(n), err
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
