package format

import (
	"strings"

	"talentmap/model"
)

// cncf is the list of people of the cloud-native community: biographies in
// HTML, projects as skills, roles as categories, no dates and no titles.
// Addresses are masked (me!example.org) and therefore kept as they came.
var cncf = &dialect{
	name:  "CNCF people JSON",
	kind:  kindJSON,
	needs: []string{"name", "bio", "company", "category"},
	columns: map[string]use{
		"bio":      {field: fieldSummary, html: true},
		"projects": {field: fieldSkills},
		"category": {field: fieldTags},
		"email":    {field: fieldCustom},
	},
	finish: headlineFromTags,
}

// headlineFromTags says what someone without an employer is known for.
func headlineFromTags(p *model.Person, _ map[string]string) {
	if len(p.Positions) == 0 && p.Headline == "" {
		p.Headline = strings.Join(p.Background.Tags, ", ")
	}
}
