package format

// outlook is the list of contacts of Outlook, on the desktop and on the web. Its
// Title is how a person is addressed, and not her work.
var outlook = &dialect{
	name:    "Outlook contacts CSV",
	needs:   []string{"firstname", "lastname", "businesscountryregion", "ttytddphone"},
	columns: outlookColumns,
}

var outlookColumns = table(map[string]use{
	"title":                                 dropped(tellsGender),
	"businesscity":                          {field: fieldCity},
	"businessstate":                         {field: fieldState},
	"businesscountry businesscountryregion": {field: fieldCountry},
	"businessphone primaryphone otherphone": {field: fieldPhone},
	"webpage personalwebpage":               {field: fieldLink},
	"categories":                            {field: fieldTags},
	"location":                              {},
	"emailtype emaildisplayname":            dropped(onlyLabels),
	"account directoryserver sensitivity priority private mileage": dropped(onlyMachine),
	"schools": {},
})
