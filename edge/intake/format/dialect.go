package format

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
)

// dialect is one kind of file that arrives, as a table: the columns that tell
// it, and what its columns fill where that differs from the generic table.
// It is detected by its header, never by a file's name.
type dialect struct {
	name      string
	kind      kind
	needs     []string       // folded headers that must all be there; of "a|b" one
	only      bool           // and no others
	columns   map[string]use // by folded header, asked before the generic table
	positions []use          // columns by their place, whatever their header says
	owner     bool           // its rows are of the one whose archive it is
	events    bool           // its rows are what happened to companies
	finish    func(p *model.Person, held map[string]string)
}

// kind is what a dialect's table is written as.
type kind uint8

const (
	kindCSV kind = iota
	kindJSON
	kindCards
)

// dialects are asked in this order: the first whose columns are all there is
// the file's. The generic ones need none and come last.
var dialects = []*dialect{
	ownCSV, ownJSON, congressPeople, congressTerms, legislators, cncf, jsonResume, gitHubUser,
	linkedInConnections, linkedInOldConnections, linkedInProfile, recruiter, recruiterProject, talentHub,
	gemCandidates, gemEvents, gemJob, hireEZ, seekOut, lever, greenhouse, openCATS, twenty, atomicCRM,
	googleContacts, googleLegacy, outlook, layoffsList, warnNotices,
	vCards, genericCSV, genericJSON,
}

// archiveDialects are the files of a LinkedIn archive that tell of its owner
// without her name; they are asked for inside an archive only.
var archiveDialects = []*dialect{linkedInPositions, linkedInEducation, linkedInEmails, linkedInSkills}

// detect is the dialect of a table with these folded headers.
func detect(headers map[string]bool, k kind, archive bool) *dialect {
	if archive {
		for _, d := range archiveDialects {
			if d.kind == k && d.fits(headers) {
				return d
			}
		}
	}
	for _, d := range dialects {
		if d.kind == k && d.fits(headers) {
			return d
		}
	}
	return genericCSV
}

func (d *dialect) fits(headers map[string]bool) bool {
	if d.only && len(headers) != len(d.needs) {
		return false
	}
	for _, h := range d.needs {
		if !slices.ContainsFunc(strings.Split(h, "|"), func(h string) bool { return headers[h] }) {
			return false
		}
	}
	return true
}

// Dialects are the names that [As] takes, in the order in which they are tried.
func Dialects() []string {
	names := make([]string, len(dialects))
	for i, d := range dialects {
		names[i] = d.name
	}
	return names
}

// As says what a file is, where its header does not: the zero As leaves it to
// the header.
type As struct {
	Dialect string  // one of [Dialects], in any case; "" detects it
	Mapping Mapping // what some columns fill; the others as the dialect has them

	archive bool // inside an archive
}

// Validate says what is wrong with an As; nil when it can be used.
func (as As) Validate() error {
	if as.Dialect != "" && as.named() == nil {
		return fmt.Errorf("no dialect is called %q: choose one of %s", as.Dialect, strings.Join(Dialects(), ", "))
	}
	return as.Mapping.Validate()
}

func (as As) named() *dialect {
	i := slices.IndexFunc(dialects, func(d *dialect) bool { return as.Dialect != "" && fold(d.name) == fold(as.Dialect) })
	if i < 0 {
		return nil
	}
	return dialects[i]
}

// dialect is the one named, nil where none is or it is of another kind.
func (as As) dialect(k kind) *dialect {
	if d := as.named(); d != nil && d.kind == k {
		return d
	}
	return nil
}
