package format

// greenhouse is the list of prospects that Greenhouse takes. Its department and
// office are those of the job.
var greenhouse = &dialect{
	name:  "Greenhouse prospects CSV",
	needs: []string{"firstname", "lastname", "whogetscredit", "prospectpool", "prospectstage"},
}
