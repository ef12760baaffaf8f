// Package corpus is what a draft is compared with, for one process: what has been
// sent to whom, who is called how and works where, of how many people a word is
// said. It answers the critique from memory and without locks.
//
//	c := corpus.New(st, time.Now)
//	go c.Run(ctx)              // loads, then follows the store
//	against := c.Against()     // nil until everybody has been read
//	report := reader.Read(draft, against)
//
// For one draft alone there is [ReadOnce], which finds the same in one pass and keeps
// nothing.
//
// Nothing of a text is kept but hashes: terms and rows of five words as numbers of
// 32 bits, names as numbers of 64.
//
//	store ──watch──▶ journal: who was touched ──▶ her record, her touches ──▶ Snapshot
//	                                                                          ├ pages: what each person adds
//	                                                                          ├ counts: of terms, of names
//	                                                                          └ shelves: rows of words ─▶ messages
//
// A [Snapshot] never changes; the next one shares with it what was not touched.
// Whatever a person adds is taken away again when her record or her touches
// change, so that counts stay exact, and somebody who was erased is gone with the
// change that erased her.
//
// # How a near message is found
//
// A message that has at least e of the n rows of a draft misses at most n−e of
// them, so it has one of any n−e+1. Those that the fewest messages have are looked
// up first, and only the messages found there are counted. (Prefix filtering:
// Chaudhuri et al., A Primitive Operator for Similarity Joins, ICDE 2006.)
//
// Caveats: two rows of words with the same number count as one: of a draft with a
// hundred rows and six million in memory every seventh has one such, which is one
// in a hundred of its rows. Where somebody works is read when her record is.
package corpus
