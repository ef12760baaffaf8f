package format

// twenty is the list of people of the Twenty CRM. A company's domain is no name
// of a company, and stays a custom field.
var twenty = &dialect{
	name:  "Twenty people CSV",
	needs: []string{"emailsadditionalemails"},
	columns: table(map[string]use{
		"namefirstname": {field: fieldFirst},
		"namelastname":  {field: fieldLast},
		"emailsprimaryemail emailsadditionalemails": {field: fieldEmail},
		"phonesprimaryphonenumber":                  {field: fieldPhone},
		"linkedinlinkurl":                           {field: fieldLink, prefix: onLinkedIn},
		"xlinkurl":                                  {field: fieldLink, prefix: onTwitter},
		"phonesprimaryphonecountrycode phonesprimaryphonecallingcode phonesadditionalphones": {},
		"linkedinlinklabel xlinklabel": dropped(onlyLabels),
		"id":                           {field: fieldExternalID, prefix: "twenty:"},
	}),
}
