package format

import (
	"fmt"
	"strings"

	"talentmap/model"
)

// The tables of Gem. An address of the user who did something is never the
// candidate's.
var (
	gemCandidates = &dialect{
		name:    "Gem candidates CSV",
		needs:   []string{"candidateid", "candidatefirstname", "candidatelastname", "candidatesource"},
		columns: gemColumns,
	}
	// What was done, a row each: the candidate, and a line in her notes.
	gemEvents = &dialect{
		name:    "Gem event log CSV",
		needs:   []string{"timestamp", "username", "eventtype", "eventsubtype"},
		columns: gemColumns,
		finish:  noteOfEvent,
	}
	gemJob = &dialect{
		name:  "Gem job CSV",
		needs: []string{"jobstage", "firstname", "lastname", "email", "linkedinurl"},
	}
)

var gemColumns = table(map[string]use{
	"candidateid":                            {field: fieldExternalID, prefix: "gem:"},
	"candidategreenhouseid":                  {field: fieldExternalID, prefix: "greenhouse:"},
	"candidatefirstname":                     {field: fieldFirst},
	"candidatelastname":                      {field: fieldLast},
	"candidateemail allcandidateemails":      {field: fieldEmail},
	"candidatephonenumber":                   {field: fieldPhone},
	"candidatelocation":                      {field: fieldLocation},
	"candidatelinkedinurl":                   {field: fieldLink, prefix: onLinkedIn},
	"candidatecompany":                       {field: fieldCompany},
	"candidatetitle":                         {field: fieldTitle},
	"timestamp":                              held("when"),
	"username":                               held("who"),
	"eventtype":                              held("type"),
	"eventsubtype":                           held("subtype"),
	"useremail userid eventmetadata eventid": dropped("of the event, not of the person"),
})

// noteOfEvent is an event in one line: 2024-03-02 email sent (Ada Example, Gem).
func noteOfEvent(p *model.Person, held map[string]string) {
	if held["type"] == "" && held["subtype"] == "" {
		return
	}
	when := held["when"]
	if d, err := model.ParseDate(when); err == nil {
		when = d.String()
	}
	what := strings.ReplaceAll(joined(" ", when, held["type"], held["subtype"]), "_", " ")
	p.Notes = model.CleanLine(fmt.Sprintf("%s (%s)", what, joined(", ", held["who"], "Gem")))
}
