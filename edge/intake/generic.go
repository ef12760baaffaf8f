package intake

// The generic dialects know columns by their many names and keep the rest.
var (
	genericCSV  = &dialect{name: "generic CSV"}
	genericJSON = &dialect{name: "generic JSON list", json: true}
)

// aliases are what columns are called, folded: lower case, letters and digits
// only. A header with digits is looked up without them too (E-mail 2).
var aliases = table(map[string]use{
	"name fullname candidatename contactname displayname": {field: fieldName},
	"first firstname given givenname forename":            {field: fieldFirst},
	"middle middlename additionalname":                    {field: fieldMiddle},
	"last lastname family familyname surname":             {field: fieldLast},
	"suffix namesuffix":                                   {field: fieldSuffix},

	"email emails emailaddress emailaddresses mail primaryemail otheremail workemail personalemail": {field: fieldEmail},
	"phone phones phonenumber phonenumbers mobile mobilephone cellphone workphone homephone tel":    {field: fieldPhone},

	"url profile profileurl profilelink link links website websites web webpage homepage blog": {field: fieldLink},
	"youtube mastodon socialmedia":                            {field: fieldLink},
	"linkedin linkedinurl linkedinprofile linkedinprofileurl": {field: fieldLink, prefix: "https://www.linkedin.com/in/"},
	"github githuburl githubprofile":                          {field: fieldLink, prefix: "https://github.com/"},
	"twitter twitterurl twitterhandle":                        {field: fieldLink, prefix: "https://twitter.com/"},

	"title jobtitle position positiontitle currenttitle lasttitle currentposition": {field: fieldTitle},
	"company employer organisation organization lastorganisation lastorganization currentcompany " +
		"currentemployer companyname employername": {field: fieldCompany},
	"since start startdate positionstartdate startedon": {field: fieldStart},
	"end enddate positionenddate":                       {field: fieldEnd},
	"jobhistoryjson":                                    {field: fieldHistory},

	"location":            {field: fieldLocation},
	"city town":           {field: fieldCity},
	"state region":        {field: fieldState},
	"country":             {field: fieldCountry},
	"skills keyskills":    {field: fieldSkills},
	"tags labels":         {field: fieldTags},
	"notes note comments": {field: fieldNotes},
	"headline":            {field: fieldHeadline},
	"summary bio about":   {field: fieldSummary},
	"personid":            {field: fieldExternalID, prefix: "person_id:"},
	"candidateid":         {field: fieldExternalID, prefix: "candidate_id:"},
	"id":                  {field: fieldExternalID, prefix: "id:"},
})
