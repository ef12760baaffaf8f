package intake

import "talentmap/model"

// dialect is one kind of file that arrives, as a table: the columns that tell
// it, and what its columns fill where that differs from the generic table.
// It is detected by its header, never by a file's name.
type dialect struct {
	name    string
	json    bool           // a JSON list, not a CSV file
	needs   []string       // folded headers that must all be there
	columns map[string]use // by folded header, asked before the generic table
	finish  func(*model.Person)
}

// dialects are asked in this order: the first whose columns are all there is
// the file's. The generic ones need none and come last.
var dialects = []*dialect{ownCSV, ownJSON, congress, cncf, genericCSV, genericJSON}

// detect is the dialect of a file with these folded headers.
func detect(headers map[string]bool, json bool) *dialect {
	for _, d := range dialects {
		if d.json == json && d.fits(headers) {
			return d
		}
	}
	return genericCSV
}

func (d *dialect) fits(headers map[string]bool) bool {
	for _, h := range d.needs {
		if !headers[h] {
			return false
		}
	}
	return true
}
