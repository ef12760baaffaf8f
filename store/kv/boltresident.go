package kv

import "go.etcd.io/bbolt"

// boltBulk is from how many bytes on a commit is part of something large, such as an
// import, which goes through the whole file.
const boltBulk = 4 << 20

// forget hands the pages of the file that are mapped back to the system after a commit
// of n bytes, where that is much. They stay in its cache and cost a fault to be seen
// again; else the whole file would count as memory of the process by the end.
func (e *boltEngine) forget(n int64) {
	if n < boltBulk {
		return
	}
	_ = e.view(func(tx *bbolt.Tx) error { // while it reads nothing is mapped elsewhere
		forgetPages(tx.DB().Info().Data, uintptr(tx.Size()))
		return nil
	})
}
