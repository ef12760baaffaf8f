package tui

//go:generate go test -run Gallery -update .
