package gallery

//go:generate go test -run TestPicturesAreFresh -update .
