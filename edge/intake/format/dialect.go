package format

import (
	"slices"
	"strings"
	"unicode"

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
	ownMapCSV, ownMapJSON, ownCSV, ownJSON, congressPeople, congressTerms, legislators, cncf, jsonResume, gitHubUser,
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

// use is what becomes of a column of the dialect with this header; known is
// false for a custom one that no table names.
func (d *dialect) use(header string) (u use, known bool) {
	h := fold(header)
	for _, h := range []string{h, strings.TrimFunc(h, unicode.IsDigit), withoutDigits(h)} {
		if u, ok := d.columns[h]; ok {
			return u, true
		}
		if u, ok := aliases[h]; ok && !d.events {
			return u, true
		}
	}
	if why := forbidden(header); why != "" {
		return dropped(why), false
	}
	return use{}, false
}

// table spreads a table whose keys are several names each.
func table(groups map[string]use) map[string]use {
	out := map[string]use{}
	for names, u := range groups {
		for _, n := range strings.Fields(names) {
			out[n] = u
		}
	}
	return out
}
