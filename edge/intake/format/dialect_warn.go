package format

// warnNotices are the notices of mass layoffs that US states publish under the
// WARN Act, in the columns of the common archive of all states.
var warnNotices = &dialect{
	name:   "WARN notices CSV",
	needs:  []string{"company", "noticedate", "jobs", "isamendment"},
	events: true,
	columns: table(map[string]use{
		"company":       {field: fieldCompany},
		"location":      {field: fieldLocation},
		"hashid":        {field: fieldNoticeID},
		"noticedate":    {field: fieldDate},
		"effectivedate": {field: fieldEffective},
		"jobs":          {field: fieldJobs},
		"istemporary":   {field: fieldTemporary},
		"isclosure":     {field: fieldClosure},
		"isamendment":   {field: fieldAmendment},
		"postalcode":    {field: fieldState},
	}),
}
