package format

// Google Contacts in its two spellings. Several values of one kind stand in
// numbered columns, or in one cell with ::: between.
var (
	googleContacts = &dialect{
		name:    "Google contacts CSV",
		needs:   []string{"firstname", "lastname", "organizationname", "organizationtitle", "labels"},
		columns: googleColumns,
	}
	googleLegacy = &dialect{
		name:    "Google contacts CSV (legacy)",
		needs:   []string{"givenname", "familyname", "groupmembership", "yominame"},
		columns: googleColumns,
	}
)

var googleColumns = table(map[string]use{
	"emailvalue":             {field: fieldEmail},
	"phonevalue":             {field: fieldPhone},
	"websitevalue":           {field: fieldLink},
	"organizationname":       {field: fieldCompany},
	"organizationtitle":      {field: fieldTitle},
	"addresscity":            {field: fieldCity},
	"addressregion":          {field: fieldState},
	"addresscountry":         {field: fieldCountry},
	"groupmembership labels": {field: fieldTags},
	"maidenname":             dropped(tellsFamily),
	"nameprefix":             dropped(tellsGender),
	"emailtype phonetype organizationtype addresstype websitetype":             dropped(onlyLabels),
	"emaillabel phonelabel organizationlabel addresslabel websitelabel":        dropped(onlyLabels),
	"relationlabel relationvalue relationtype eventlabel eventvalue eventtype": dropped(tellsFamily),
	"sensitivity priority directoryserver mileage fileas":                      dropped(onlyMachine),
})
