// Package playbook holds the templates and the sequence that come with the program:
// the four rules of the field as texts to begin from. They are put into a database
// once, when templates are first asked for, and are the team's from then on: edited,
// deleted and taken back like any other.
//
//	put, err := playbook.PutIn(st, "ada")
package playbook
