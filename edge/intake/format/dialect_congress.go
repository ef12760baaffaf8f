package format

import "talentmap/model"

// The public lists of members of the US Congress. All three know a person by
// the same ID: person_id, which the rosters call bioguide_id.
var (
	// A row a person, with all dated terms in a JSON column. The last
	// organisation and title repeat one of these, and are used where that column
	// is broken.
	congressPeople = &dialect{
		name:  "congress people CSV",
		needs: []string{"personid", "fullname", "jobhistoryjson"},
	}
	// A row a term; the person of several rows is one.
	congressTerms = &dialect{
		name:    "congress terms CSV",
		needs:   []string{"personid", "fullname", "organisation", "startdate", "enddate", "endtype"},
		columns: map[string]use{"seat": held("seat"), "how": held("how"), "endtype": held("end")},
		finish:  placeOfTerm,
	}
	// A row a sitting member, with what she is and no dates.
	legislators = &dialect{
		name:  "congress roster CSV",
		needs: []string{"bioguideid", "fullname", "type", "district"},
		columns: table(map[string]use{
			"bioguideid":         {field: fieldExternalID, prefix: "person_id:"},
			"type":               held("type"),
			"facebook":           {field: fieldLink, prefix: "https://www.facebook.com/"},
			"mastodon":           {}, // a handle such as @ada@social.example
			"youtube":            {field: fieldLink, prefix: "https://www.youtube.com/user/"},
			"rssurl contactform": dropped(onlyMachine),
		}),
		finish: seatOfMember,
	}
)

// placeOfTerm puts the state where the term was, and keeps no facts of one term
// as facts of the person.
func placeOfTerm(p *model.Person, _ map[string]string) {
	if len(p.Positions) > 0 {
		p.Positions[0].Location = p.Location
	}
}

// seatOfMember is the position that the type of a member tells.
func seatOfMember(p *model.Person, held map[string]string) {
	pos := model.Position{Location: p.Location}
	switch held["type"] {
	case "sen":
		pos.Company, pos.Title = "U.S. Senate", "Senator"
	case "rep":
		pos.Company, pos.Title = "U.S. House of Representatives", "Representative"
	default:
		return
	}
	p.Positions = append(p.Positions, pos)
}
