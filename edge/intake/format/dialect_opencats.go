package format

// openCATS is the list of candidates that OpenCATS takes.
var openCATS = &dialect{
	name:  "OpenCATS candidates CSV",
	needs: []string{"firstname", "lastname", "currentemployer", "website", "keyskills"},
}
