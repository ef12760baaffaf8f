package format

// vCards are cards of an address book, 2.1 to 4.0, as phones and mail programs
// write them: a property is a column, such as TEL, a part of one has a name of
// its own, such as N.family.
var vCards = &dialect{
	name: "vCard",
	kind: kindCards,
	columns: table(map[string]use{
		"fn":                       {field: fieldName},
		"ngiven":                   {field: fieldFirst},
		"nadditional":              {field: fieldMiddle},
		"nfamily":                  {field: fieldLast},
		"nsuffix":                  {field: fieldSuffix},
		"email":                    {field: fieldEmail},
		"tel":                      {field: fieldPhone},
		"url xsocialprofile":       {field: fieldLink},
		"org":                      {field: fieldCompany},
		"title":                    {field: fieldTitle},
		"note":                     {field: fieldNotes},
		"categories":               {field: fieldTags},
		"adrcity":                  {field: fieldCity},
		"adrregion":                {field: fieldState},
		"adrcountry":               {field: fieldCountry},
		"uid":                      {field: fieldExternalID, prefix: "vcard:"},
		"bday xmsolbday deathdate": dropped(tellsAge),
		"gender nprefix xgender":   dropped(tellsGender),
		"related anniversary xspouse xanniversary xmsanniversary xmsspouse xmschild": dropped(tellsFamily),
		"xabrelatednames xabdate xabadr xablabel":                                    dropped("of her family or of another column"),
		"photo logo sound key xmscardpicture":                                        dropped(tellsLooks),
		"version rev prodid agent kind source xmsoldesign xmsoldefaultpostaladdress": dropped(onlyMachine),
		"xmsimaddress xmsmanager xmsassistant":                                       {},
	}),
}

// adrParts and nameParts are the parts of ADR and N in their order; "" for one
// that is not taken apart.
var (
	nameParts = []string{"N.family", "N.given", "N.additional", "N.prefix", "N.suffix"}
	adrParts  = []string{"", "", "", "ADR.city", "ADR.region", "", "ADR.country"}
)
