// Package intake takes in the files that arrive: it detects what a file is,
// reads people out of it, matches them with those who are known, and plans what
// would be new or changed before anything is written.
//
//	src, err := intake.Open("people.csv", intake.Limits{})
//	defer src.Close()
//	pre, err := intake.Preview(ctx, src, known, opts)        // writes nothing
//	sum, err := intake.Apply(ctx, src, known, sink, opts)    // the same counts, written
//
//	detect ──▶ parse ──▶ match ──▶ plan ──▶ apply
//	dialects   Record    Known     changes  Sink
//
// A new dialect is a table and a test: see [dialect] and the file of one, such as
// congress.go. A new container (beside CSV, JSON and cards) is one more rows. A
// zip archive is its lists one after the other; in LinkedIn's, what tells of its
// owner is joined to one person, and her connections note that she knows them.
//
// Lists of layoffs and WARN notices tell of companies instead: [Source.OfCompanies]
// says so, [Source.Events] reads them, and [Into] makes signals of them, each
// event once. What no header tells, the caller can: see [As], [Mapping], [Guess].
//
// Reading streams: memory is bounded by the [Limits] and, while matching, by
// about 40 bytes a key; people are not remembered. What cannot be read is a
// [Problem] with its line, column and reason, and the rest goes in: a bad cell
// leaves the person without that cell, a row without a name is skipped.
//
// CSV is read as spreadsheets write it: quotes around a cell are optional and
// doubled inside, a quote inside an unquoted cell is itself, a quoted cell may
// hold line breaks. After a broken quote reading goes on at the next line.
//
// Caveats: everything is cleaned on its way in, so what stands in the store is
// not byte for byte what stood in the file. Columns that tell what must never be
// used (age, gender, family, beliefs, health …) are dropped, and the preview says
// so. Importing the same file twice changes nothing.
package intake
