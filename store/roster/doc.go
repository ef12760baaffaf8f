// Package roster is the live index that one process shares: one line's worth of
// everybody, search as one types, filters, and the ranked queue.
//
//	r := roster.New(st, &weights, time.Now)
//	go r.Run(ctx)                        // loads, then follows the store
//	s := r.Snapshot()                    // one moment, read without locks
//	rows, total := s.Queue(now, 50)
//	for _, m := range s.Search("smith google", 20) {
//		fmt.Println(m.Card.Name, m.Name) // "Ada Smith" [4 5 6 7 8]
//	}
//	q, err := roster.ParseQuery("smith company:acme -contacted", "ada", now)
//	matches, total := s.Find(q, 100)
//
// Run reads the store in short transactions and publishes a new [Snapshot]
// after each. A snapshot never changes; it shares with the one before it all
// the pages that were not touched:
//
//	store ──watch──▶ journal: what was touched ──▶ those records ──▶ pages ──▶ Snapshot
//
// # Queries
//
// A query is words with a space between them, all of which must hold. A plain
// word is looked for as [Snapshot.Search] does it. The others name a field:
//
//	staff company:"acme looms" -contacted receptivity>60 since<2022 map:berlin
//
// [Fields] lists them. A minus turns a word round. Behind a text and a colon
// stands the beginning of a word, behind = a whole word: skill:go finds
// Golang and Google Cloud, skill=go does not. States, kinds of signals and locks
// may be cut short, too: signal:open. location: finds by place as well, with what
// a place is part of (location:europe), and location= only the text as it is
// written; level: compares the rungs of the ladder (level>=staff). news: takes a kind of
// news and, behind it, since when a file has told it: news:moved>=last, >=2026-02
// or >=i7. Numbers and dates go with < <= > >= and =.
// Dates are of any precision, or today; a comparison holds only if it does for
// all the days that both can mean, and never for a date that is not known. Case,
// accents and punctuation do not count. Quotes keep spaces together, and make a
// plain word of what looks like a field; a quoted plain word must be there as it
// stands, none of its letters scattered. A word that can't be understood is a
// [*QueryError], which says where it is and what would be right.
//
// @name stands for the query that somebody saved under that name, and -@name for
// everyone else; owner:me in it is whoever asks. See [Filters] and [SaveFilter].
//
// # How a search is fast
//
// A page of 256 people has a row of bits for each letter, pair and triple of letters:
// who has it in her search line. A search ANDs the rows of its words, and reads the
// lines of those few only who are in all of them:
//
//	"staff" ─▶ rows st ta af ff sta taf aff ─▶ 4,000 of 1,000,000 lines ─▶ points ─▶ best
//
// Ordering: a snapshot of revision n holds everything up to n, and perhaps a
// part of what came later. While the roster loads it holds the people read so
// far; see [Snapshot.Loaded].
//
// Caveats: a day is judged as a whole, from its first moment in now's location,
// so that what ends within a day, such as a lock, is over in the queue on the
// next. Where a person works is read when her record is: a position that begins
// or ends by itself on a later day shows at her next change or the next start.
// Search looks at the name, the title and company now, the place, the skills
// and the tags.
package roster
