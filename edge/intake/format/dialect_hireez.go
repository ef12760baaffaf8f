package format

// hireEZ is the export of a hireEZ project.
var hireEZ = &dialect{
	name:  "hireEZ CSV",
	needs: []string{"project", "firstname", "lastname", "primaryemail", "positiontitle", "positioncompanyname"},
	columns: table(map[string]use{
		"positioncompanyname": {field: fieldCompany},
		"primaryphone otherphone primaryphonenumber otherphonenumber": {field: fieldPhone},
	}),
}
