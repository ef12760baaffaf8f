// Package format reads the files that arrive: it tells by the header what a file
// is, and takes people out of it, or what happened to companies.
//
//	src, err := format.Open("people.csv", format.Limits{})
//	defer src.Close()
//	for rec, bad := range src.Records() { // a person, or what is wrong with a row
//	}
//	err = src.Err() // why reading stopped early
//
//	open ──▶ decode ──▶ container ──▶ dialect ──▶ build
//	bytes    UTF-8      rows          columns     Record, Event
//
// A new dialect is a table and a test: a file such as dialect_congress.go, see
// [dialect], and its place in the list of them, which are tried in that order. A new
// container (beside CSV, JSON and cards) is one more rows. A zip archive is its lists one
// after the other; in LinkedIn's, what tells of its owner is joined to one person,
// and her connections note that she knows them.
//
// Lists of layoffs and WARN notices tell of companies instead: [Source.OfCompanies]
// says so, and [Source.Events] reads them. What no header tells, the caller can:
// see [As], [Mapping], [Guess].
//
// Reading streams, in memory that the [Limits] bound. What cannot be read is a
// [Problem] with its line, column and reason, and the rest goes in: a bad cell
// leaves the person without that cell, a row without a name is skipped.
//
// CSV is read as spreadsheets write it: quotes around a cell are optional and
// doubled inside, a quote inside an unquoted cell is itself, a quoted cell may
// hold line breaks. After a broken quote reading goes on at the next line.
//
// Caveats: everything is cleaned on its way in, so what comes out is not byte for
// byte what stood in the file. Columns that tell what must never be used (age,
// gender, family, beliefs, health …) are dropped, and [Source.Columns] says so. A
// Source is for one goroutine. Who is known, and what is written, is no matter of
// this package.
package format
