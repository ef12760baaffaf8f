// Package intake takes in what a file tells: it finds whom each row means among
// those who are known, says what would be new or changed before anything is
// written, and writes it as one import.
//
//	src, err := format.Open("people.csv", format.Limits{})
//	defer src.Close()
//	pre, err := intake.Look(ctx, st, src, opts)              // writes nothing
//	id, done, err := intake.Into(ctx, st, "ada", src, opts)  // the same counts, written
//
//	format ──▶ survey ──▶ match ──▶ plan ──▶ apply
//	Source     whose      whom      what     Sink
//	           newest     Known     changes
//
// Reading is the matter of the package format, also what files there are. Look and
// Into take a store; [Preview] and [Apply], [PreviewCompanies] and [ApplyCompanies]
// whatever is a [Known] and a [Sink].
//
// Lists of layoffs and WARN notices tell of companies: Into makes signals of them,
// each event once.
//
// A file is compared with what its source said before, and what has changed since
// becomes news and signals. A row that may mean somebody waits for a person to
// look, see [Join].
//
// Caveats: while matching, memory is bounded by about 40 bytes a key; people are
// not remembered. While one chunk is written the next is planned, so a [Known] and
// its Sink are used by two goroutines at once. Importing the same file twice
// changes nothing.
package intake
