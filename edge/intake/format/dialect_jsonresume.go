package format

// jsonResume is a document of the JSON Resume schema, 1.0 or one of the 0.x
// drafts: a full dated history. What was learned is kept without dates, which
// tell age.
var jsonResume = &dialect{
	name:  "JSON Resume",
	kind:  kindJSON,
	needs: []string{"basicsname"},
	columns: table(map[string]use{
		"basicsname":                {field: fieldName},
		"basicslabel":               {field: fieldHeadline},
		"basicsemail":               {field: fieldEmail},
		"basicsphone":               {field: fieldPhone},
		"basicsurl basicswebsite":   {field: fieldLink},
		"basicssummary":             {field: fieldSummary},
		"basicslocationcity":        {field: fieldCity},
		"basicslocationregion":      {field: fieldState},
		"basicslocationcountrycode": {field: fieldCountry},
		"basicslocationaddress":     dropped("of her home, not of her work"),
		"basicslocationpostalcode":  dropped("of her home, not of her work"),
		"basicsimage basicspicture": dropped(tellsLooks),
		"basicsprofiles":            {field: fieldProfile},
		"work":                      {field: fieldHistory},
		"skills":                    {field: fieldSkillSet},
		"publications":              {field: fieldContent, prefix: "article"},
		"projects":                  {field: fieldContent, prefix: "project"},
		"education":                 {field: fieldTold, prefix: "studyType area institution"},
		"volunteer":                 {field: fieldTold, prefix: "position organization"},
		"awards":                    {field: fieldTold, prefix: "title awarder"},
		"certificates":              {field: fieldTold, prefix: "name issuer"},
		"languages":                 {field: fieldTold, prefix: "language fluency"},
		"interests":                 {field: fieldTold, prefix: "name"},
		"references":                dropped("what others say of her"),
		"schema metacanonical metaversion metalastmodified metatheme": dropped(onlyMachine),
	}),
}
