// Package store keeps the facts on disk: typed values in, typed values out.
//
//	st, err := store.Open(path, store.Options{Clock: time.Now})
//	rev, err := st.Edit(store.By("ada", "added Björn"), func(tx *store.Tx) error {
//		return tx.PutPerson(&p)
//	})
//	err = st.View(func(tx *store.Tx) error { p, err = tx.Person(id); return err })
//
// Every Edit is one durable transaction with one entry in the journal: revision,
// time, actor, what was touched and what it was before. From the journal come
// undo, the audit trail and the watch.
//
//	Edit ──▶ kv.Engine ──▶ disk
//	           │ commit
//	           ▼
//	        follower ──▶ Watcher{revision, kinds} ──▶ "look again"
//
// What happens to a person in outreach is an act ([Store.LogSent], [Store.Reply],
// [Store.Lock], [Store.Snooze] …): the person as she stands by the clock, what happens
// to her and what hangs on that, in one Edit with its cause.
//
// Ordering and blocking: when Edit returns nil the change is synced to disk and
// every later View sees it. Watchers are told afterwards and never get data:
// each holds one pending [Notice] into which later ones merge, so the writer
// never waits for them and none misses the last revision.
//
// Conflicts: values carry the revision they were read at (Rev). Writing one that
// has changed since is refused with a [ConflictError] that holds both.
//
// Caveats: one process owns the file. A View must be short (no network, no
// waiting): an open one makes the file grow. fn of an Edit may run twice.
package store
