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
// The CSV of people can be read back by an import: its columns are named for
// that, and the positions go out in full in job_history_json. It is no backup:
// touches, research and custom fields stay behind, a skill or tag with a
// separator in it comes back as two, and a lock is told but not restored. The
// JSON is for programs and tells outreach and positions under plain names.
//
// Cells that a spreadsheet would take for a formula are guarded: see [model.GuardCell].
package export
