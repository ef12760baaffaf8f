package format

import (
	"strings"

	"talentmap/model"
)

// gitHubUser is a user as GitHub's interface tells her: one object, or a list.
// Someone without a name is called by her account.
var gitHubUser = &dialect{
	name:  "GitHub user JSON",
	kind:  kindJSON,
	needs: []string{"login", "hireable"},
	columns: table(map[string]use{
		"id":              {field: fieldExternalID, prefix: "github:"},
		"login":           {field: fieldLogin},
		"htmlurl":         {field: fieldLink},
		"twitterusername": {field: fieldLink, prefix: onTwitter},
		"url followersurl followingurl gistsurl starredurl subscriptionsurl organizationsurl reposurl eventsurl receivedeventsurl": dropped(onlyMachine),
		"nodeid gravatarid type siteadmin userviewtype publicgists updatedat notificationemail":                                    dropped(onlyMachine),
	}),
	finish: employerOnGitHub,
}

// employerOnGitHub takes the @ off a company that is an account.
func employerOnGitHub(p *model.Person, held map[string]string) {
	for i := range p.Positions {
		p.Positions[i].Company = strings.TrimPrefix(p.Positions[i].Company, "@")
	}
	if login := held["login"]; login != "" {
		p.Contact.Links = model.WithText(p.Contact.Links, model.NormalizeLink(onGitHub+login))
	}
}
