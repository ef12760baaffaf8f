package store

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"talentmap/model"
	"talentmap/store/kv"
)

// ErrErased is an undo of an erasure, or of a change of which nothing is left
// because the person was erased.
var ErrErased = errors.New("a person was erased on request, and that stays")

// Erased says what an erasure took away, and what it could not reach.
type Erased struct {
	Records int // hers: record, signals, touches, draft
	Others  int // maps and people that led to her
	// Mentions are records of others in whose free text she is named, such as
	// p12: a person has to look at them.
	Mentions []string
	// Older are copies of the database from before, whole or in part, beside it.
	Older []string
}

// Erase takes a person out of the database: her record, signals, touches, draft
// and what files said of her, her places on maps, the connections of others that
// lead to her, what the journal kept of all these and her name in its texts; then
// it compacts the file, so that no byte of her stays in it. It leaves a tombstone,
// by which an import and an older backup know her again. The journal says "erased a
// person".
//
// It takes seconds for 100,000 people; others read and write meanwhile. It must
// not be called within a View. Where all of it is too much for one transaction it
// takes several: from the first on she is gone and can't come in again. An error
// that comes after it says so: the rest is done by erasing her again, or at the
// next Open. An error before it leaves everything as it was, tombstones too.
func (s *Store) Erase(actor string, id model.PersonID) (out Erased, err error) {
	if err := errors.Join(s.tombs.ready(), s.tombs.makeKey()); err != nil {
		return out, err
	}
	s.erasing.Lock() // two at once would share the mark that a compaction is due
	defer s.erasing.Unlock()
	e := &erasure{store: s, id: id, by: By(actor, "erased a person")}
	if err := e.run(); err != nil {
		return out, fmt.Errorf("erase %s: %w", id, err)
	}
	out = Erased{Records: e.records, Others: e.others, Older: olderCopies(s.path)}
	if err := s.finishErasing(); err != nil {
		return out, fmt.Errorf("%s is erased from all records, but bytes of hers stay in the file until it is compacted, which is tried again at the next start: %w", id, err)
	}
	if out.Mentions, err = s.mentions(e.words()); err != nil {
		return out, err
	}
	if e.beside != nil {
		return out, fmt.Errorf("%s is erased, but the file beside the database does not say so until the next start: %w", id, e.beside)
	}
	return out, nil
}

// metaErasing stands from the transaction of an erasure to the end of the
// compaction after it.
var metaErasing = []byte("merasing")

// finishErasing compacts the file when bytes of someone erased may be in it.
func (s *Store) finishErasing() error {
	due := false
	err := s.eng.View(func(r kv.Reader) error {
		due = r.Get(metaErasing) != nil
		return nil
	})
	if err != nil || !due {
		return err
	}
	if err := s.eng.Compact(); err != nil {
		if isFull(err) {
			err = fmt.Errorf("the disk is full (%w)", err)
		}
		return err
	}
	return s.eng.Update(func(w kv.Writer) error { return w.Delete(metaErasing) })
}

// putTomb keeps a tombstone in the database, and so in its backups.
func (tx *Tx) putTomb(line string) error { return tx.putRecord(tombKey(line), 0, line) }

func tombKey(line string) []byte {
	sum := sha256.Sum256([]byte(line))
	return append([]byte{spaceTomb}, sum[:8]...)
}

// tombLines are the tombstones in the database.
func (tx *Tx) tombLines() (lines []string, err error) {
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{spaceTomb})) {
		var line string
		if _, err := tx.codec.open(k, rec, &line); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, nil
}
