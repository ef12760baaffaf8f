package format

// layoffsList is the list of layoffs that the press keeps, a row an event, in
// its spellings: "# Laid Off", total_laid_off; "%", percentage_laid_off.
var layoffsList = &dialect{
	name:   "layoffs list CSV",
	needs:  []string{"company|companyname", "date|datereported|datelayoffs", "laidoff|totallaidoff|numberlaidoff|laidoffcount|employeeslaidoff|percentagelaidoff"},
	events: true,
	columns: table(map[string]use{
		"company companyname":              {field: fieldCompany},
		"location locationhq headquarters": {field: fieldLocation},
		"country":                          {field: fieldCountry},
		"laidoff totallaidoff numberlaidoff laidoffcount employeeslaidoff": {field: fieldJobs},
		"percent percentagelaidoff percentage":                             {field: fieldShare},
		"date datereported datelayoffs":                                    {field: fieldDate},
		"industry":                                                         {field: fieldIndustry},
		"stage":                                                            {field: fieldStage},
		"source dateadded listofemployeeslaidoff":                          dropped(ofTheList),
		"fundsraised fundsraisedmillions raisedmm":                         dropped(ofTheList),
	}),
}

const ofTheList = "not needed for the signal"
