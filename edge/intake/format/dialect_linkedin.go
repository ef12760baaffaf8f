package format

import "talentmap/model"

// The files of a LinkedIn archive. Connections are people; the other files tell
// of the one whose archive it is, and are joined to her (see owner.go).
var (
	// Connections.csv, below a "Notes:" preamble or without, with a URL (since
	// 2021) or without.
	linkedInConnections = &dialect{
		name:    "LinkedIn connections CSV",
		needs:   []string{"firstname", "lastname", "company", "position", "connectedon"},
		columns: map[string]use{"connectedon": {}},
	}
	// Until 2017 connections came in the columns of Outlook, mostly empty.
	linkedInOldConnections = &dialect{
		name:    "LinkedIn connections CSV (before 2017)",
		needs:   []string{"firstname", "lastname", "businesscountry", "ttytddphone", "personalwebpage"},
		columns: outlookColumns,
	}
	linkedInProfile = &dialect{
		name:  "LinkedIn profile CSV",
		needs: []string{"firstname", "lastname", "headline", "summary", "industry", "geolocation"},
		columns: table(map[string]use{
			"geolocation":                       {field: fieldLocation},
			"twitterhandles":                    {field: fieldLink, prefix: onTwitter},
			"address zipcode instantmessengers": dropped("of her home, not of her work"),
		}),
		owner: true,
	}
	linkedInPositions = &dialect{
		name:    "LinkedIn positions CSV",
		needs:   []string{"companyname", "title", "startedon", "finishedon"},
		columns: map[string]use{"description": {field: fieldDuties}, "location": held("place")},
		owner:   true,
		finish:  placeOfWork,
	}
	linkedInEducation = &dialect{
		name:  "LinkedIn education CSV",
		needs: []string{"schoolname", "degreename"},
		columns: table(map[string]use{
			"schoolname": {}, "degreename": {}, "notes activities": {},
			"startdate enddate": dropped(tellsAge),
		}),
		owner: true,
	}
	linkedInEmails = &dialect{
		name:    "LinkedIn e-mail addresses CSV",
		needs:   []string{"emailaddress", "confirmed", "primary"},
		columns: table(map[string]use{"confirmed primary updatedon": dropped(onlyMachine)}),
		owner:   true,
	}
	linkedInSkills = &dialect{
		name:    "LinkedIn skills CSV",
		needs:   []string{"name"},
		only:    true,
		columns: map[string]use{"name": {field: fieldSkills}},
		owner:   true,
	}
)

// placeOfWork puts the location of a position where it belongs.
func placeOfWork(p *model.Person, held map[string]string) {
	if len(p.Positions) > 0 {
		p.Positions[0].Location = model.CleanLine(held["place"])
	}
}
