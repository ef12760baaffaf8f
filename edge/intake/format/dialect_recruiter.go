package format

// What LinkedIn's tools for recruiters write and take.
var (
	// The import file of LinkedIn Recruiter: its first row is ignored and its
	// columns count by their place, so that a header in any language will do where
	// the caller names the dialect.
	recruiter = &dialect{
		name:  "LinkedIn Recruiter CSV",
		needs: []string{"firstname", "lastname", "jobtitle", "pipelinestage", "note", "notevisibility"},
		positions: []use{
			{field: fieldFirst},
			{field: fieldLast},
			{field: fieldEmail},
			{field: fieldPhone},
			{field: fieldTitle},
			{field: fieldCompany},
			{field: fieldLocation},
			{},
			{field: fieldNotes},
			dropped("who may see the note there"),
			{field: fieldTags},
		},
	}
	recruiterProject = &dialect{
		name:  "LinkedIn Recruiter project CSV",
		needs: []string{"firstname", "lastname", "headline", "currenttitle", "currentcompany", "profileurl"},
	}
	talentHub = &dialect{
		name:  "LinkedIn Talent Hub CSV",
		needs: []string{"candidateid", "projectid", "firstname", "lastname", "hiringstateid"},
		columns: table(map[string]use{
			"candidateid": {field: fieldExternalID, prefix: "talent_hub:"},
			"createdtime lastmodifiedtime createddatetime lastmodifieddatetime": dropped(onlyMachine),
		}),
	}
)
