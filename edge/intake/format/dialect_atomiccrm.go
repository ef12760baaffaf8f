package format

// atomicCRM is the list of contacts of the Atomic CRM.
var atomicCRM = &dialect{
	name:  "Atomic CRM contacts CSV",
	needs: []string{"firstname", "lastname", "emailwork", "linkedinurl"},
	columns: table(map[string]use{
		"emailwork emailhome emailother":   {field: fieldEmail},
		"phonework phonehome phoneother":   {field: fieldPhone},
		"id":                               {field: fieldExternalID, prefix: "atomic_crm:"},
		"firstseen lastseen hasnewsletter": dropped(onlyMachine),
	}),
}
