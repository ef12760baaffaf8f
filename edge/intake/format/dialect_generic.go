package format

// The generic dialects know columns by their many names and keep the rest.
var (
	genericCSV  = &dialect{name: "generic CSV"}
	genericJSON = &dialect{name: "generic JSON list", kind: kindJSON}
)

// aliases are what columns are called, folded: lower case, letters and digits
// only. A header with digits is looked up without them too (E-mail 2). Names in
// German, French and Spanish stand beside the English ones.
var aliases = table(map[string]use{
	"name fullname candidatename contactname displayname":                   {field: fieldName},
	"first firstname given givenname forename vorname prénom prenom nombre": {field: fieldFirst},
	"middle middlename additionalname":                                      {field: fieldMiddle},
	"last lastname family familyname surname nachname nom apellidos":        {field: fieldLast},
	"suffix namesuffix": {field: fieldSuffix},
	"email emails emailaddress emailaddresses mail primaryemail otheremail":  {field: fieldEmail},
	"workemail personalemail emailadresse courriel correo correoelectrónico": {field: fieldEmail},
	"phone phones phonenumber phonenumbers mobile mobilephone cellphone":     {field: fieldPhone},
	"workphone homephone tel telefon telefonnummer téléphone teléfono":       {field: fieldPhone},

	"url profile profileurl profilelink link links website websites web webpage homepage blog": {field: fieldLink},
	"youtube mastodon socialmedia personalwebpage":                                             {field: fieldLink},
	"linkedin linkedinurl linkedinprofile linkedinprofileurl":                                  {field: fieldLink, prefix: onLinkedIn},
	"github githuburl githubprofile":                                                           {field: fieldLink, prefix: onGitHub},
	"twitter twitterurl twitterhandle":                                                         {field: fieldLink, prefix: onTwitter},

	"title jobtitle position positiontitle currenttitle lasttitle currentposition": {field: fieldTitle},
	"stelle poste puesto cargo": {field: fieldTitle},
	"company employer organisation organization lastorganisation lastorganization currentcompany " +
		"currentemployer companyname employername firma unternehmen entreprise empresa": {field: fieldCompany},
	"since start startdate positionstartdate startedon": {field: fieldStart},
	"end enddate positionenddate finishedon":            {field: fieldEnd},
	"jobhistoryjson":                                    {field: fieldHistory},

	"location":               {field: fieldLocation},
	"city town ort ville":    {field: fieldCity},
	"state region":           {field: fieldState},
	"country land pays país": {field: fieldCountry},
	"skills keyskills":       {field: fieldSkills},
	"tags labels":            {field: fieldTags},
	"notes note comments":    {field: fieldNotes},
	"headline":               {field: fieldHeadline},
	"summary bio about":      {field: fieldSummary},
	"personid":               {field: fieldExternalID, prefix: "person_id:"},
	"candidateid":            {field: fieldExternalID, prefix: "candidate_id:"},
	"id":                     {field: fieldExternalID, prefix: "id:"},
})
