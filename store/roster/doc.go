// Package roster is the live index that one process shares: one line's worth of
// everybody, search as one types, and the ranked queue.
//
//	r := roster.New(st, &weights, time.Now)
//	go r.Run(ctx)                        // loads, then follows the store
//	s := r.Snapshot()                    // one moment, read without locks
//	rows, total := s.Queue(now, 50)
//	for _, m := range s.Search("smith google", 20) {
//		fmt.Println(m.Card.Name, m.Name) // "Ada Smith" [4 5 6 7 8]
//	}
//
// Run reads the store in short transactions and publishes a new [Snapshot]
// after each. A snapshot never changes; it shares with the one before it all
// the pages that were not touched:
//
//	store ──watch──▶ journal: what was touched ──▶ those records ──▶ pages ──▶ Snapshot
//
// Ordering: a snapshot of revision n holds everything up to n, and perhaps a
// part of what came later. While the roster loads it holds the people read so
// far; see [Snapshot.Loaded].
//
// Caveats: a day is judged as a whole, from its first moment in now's location,
// so that what ends within a day, such as a lock, is over in the queue on the
// next. Where a person works is read when her record is: a position that begins
// or ends by itself on a later day shows at her next change or the next start.
// Search looks at the name, the title and company now, the place and the skills.
package roster
