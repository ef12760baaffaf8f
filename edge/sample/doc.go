// Package sample makes up people: a lifelike segment to try the workbench on,
// and crowds of any size to measure it with.
//
//	seg := sample.Build(1, now)
//	seg.Assign("ada")
//	fmt.Println(seg.People[0].Name, "and", len(seg.People)-1, "more")
//
// Nobody here exists. First and last names are drawn apart from lists of
// common ones, the companies are invented, and every address, link and domain
// ends in the reserved .example. Records carry an Origin with MadeUp set, so
// that they can be told from real ones and taken out again.
//
// The same seed gives the same people on every machine. Only dates follow the
// time that is passed in, so that ages stay as they were meant; no text holds
// a date. A change to a table or to the order of draws gives other people:
// tests should count and compare, not expect a name.
package sample
