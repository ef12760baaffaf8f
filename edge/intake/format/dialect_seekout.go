package format

// seekOut is the list that SeekOut takes and gives.
var seekOut = &dialect{
	name:  "SeekOut CSV",
	needs: []string{"fullname", "firstname", "lastname", "linkedinurl", "email1", "phonenumber1"},
}
