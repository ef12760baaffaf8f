// Package export writes people and ranked maps out, as CSV for a spreadsheet
// and as JSON for a program.
//
//	err := export.PeopleCSV(os.Stdout, store.People(), now)
//
// People are written one after another as the sequence yields them; memory does
// not grow with their number. When the sequence or the writer fails, writing
// stops: what is out by then lacks its end, and a JSON array is left open so
// that nobody takes it for whole.
//
// What is written can be read back by an import, people and maps, CSV and JSON: who
// comes back is who went out, with locks, findings and motivators, and by a map's
// export onto a map with ranks and notes. A test in cmd/talentmap holds that. It is no
// backup. What does not travel: numbers and where a record came from; where someone
// stands in outreach and who is in touch with her; touches, drafts, signals and news;
// which record a connection's name means; companies beyond their names; what a map
// is called and made for, and who is on its bench; a lock that has ended.
//
// Cells that a spreadsheet would take for a formula are guarded: see [model.GuardCell].
package export
