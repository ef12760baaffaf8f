package intake

// congress is the list of members of the US Congress: a row a person, with all
// dated terms in a JSON column. The last organisation and title repeat one of
// these, and are used where that column is broken.
var congress = &dialect{
	name:  "congress people CSV",
	needs: []string{"personid", "fullname", "jobhistoryjson"},
	columns: map[string]use{
		"jobhistoryjson": {field: fieldHistory},
	},
}
