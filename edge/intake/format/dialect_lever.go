package format

// lever is the import file of Lever: several values share one cell.
var lever = &dialect{
	name:  "Lever CSV",
	needs: []string{"fullname", "email", "stage", "sources", "origin"},
	columns: table(map[string]use{
		"leverpostingurl":             {}, // of the job
		"resumefilename issecretnote": dropped(onlyMachine),
	}),
}
