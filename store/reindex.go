package store

import (
	"bytes"
	"fmt"
	"slices"

	"talentmap/store/kv"
)

// indexSpaces are the indexes: what follows from the records alone.
var indexSpaces = []byte{indexKey, indexName, indexEmployer, indexCompany, indexWaiting}

// ownerOf is the table whose records an index leads to.
func ownerOf(index byte) indexer {
	switch index {
	case indexCompany:
		return companies
	case indexWaiting:
		return drafts
	}
	return people
}

// reindex makes the indexes what the records lead to: entries too many go, those
// that are missing come, the others are left alone; then nothing lags any more, see
// lag. Each chunk is a transaction of its own; one that is broken off leaves less to
// do for the next. Nobody may write meanwhile. read is told how many records have been read, once for each
// ten thousand; nil: nobody is.
func reindex(eng kv.Engine, c codec, read func(records int)) (changed int, err error) {
	want := map[byte][][]byte{}
	err = eng.View(func(r kv.Reader) error {
		n := 0
		for space, t := range tables {
			for k, rec := range r.Ascend(kv.Prefix([]byte{space})) {
				keys, err := t.indexKeys(c, k, rec)
				if err != nil {
					return err
				}
				for _, ix := range keys {
					want[ix[0]] = append(want[ix[0]], ix)
				}
				if n++; n%10_000 == 0 && read != nil {
					read(n)
				}
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("build the indexes: %w", err)
	}
	for _, space := range indexSpaces {
		n, err := reindexOne(eng, space, want[space])
		changed += n
		if err != nil {
			return changed, fmt.Errorf("build the index %c: %w", space, err)
		}
	}
	return changed, unmark(eng)
}

// reindexOne makes an index hold the entries wanted.
func reindexOne(eng kv.Engine, space byte, want [][]byte) (changed int, err error) {
	slices.SortFunc(want, bytes.Compare)
	want = slices.CompactFunc(want, bytes.Equal)
	var drop, add [][]byte
	err = eng.View(func(r kv.Reader) error {
		for have := range r.Ascend(kv.Prefix([]byte{space})) {
			for len(want) > 0 && bytes.Compare(want[0], have) < 0 {
				add, want = append(add, want[0]), want[1:]
			}
			if len(want) > 0 && bytes.Equal(want[0], have) {
				want = want[1:]
				continue
			}
			drop = append(drop, slices.Clone(have))
		}
		add = append(add, want...)
		return nil
	})
	if err != nil {
		return 0, err
	}
	err = inChunks(eng, drop, kv.Writer.Delete)
	if err == nil {
		err = inChunks(eng, add, func(w kv.Writer, key []byte) error { return w.Put(key, nil) })
	}
	return len(drop) + len(add), err
}

// inChunks does one thing with each key, or what has one, in as many transactions as
// it takes.
func inChunks[T any](eng kv.Engine, all []T, do func(kv.Writer, T) error) error {
	for chunk := range slices.Chunk(all, eng.MaxOps()) {
		err := eng.Update(func(w kv.Writer) error {
			for _, one := range chunk {
				if err := do(w, one); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
