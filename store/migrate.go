package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"talentmap/model"
	"talentmap/store/kv"
)

// A database says which schema it has and which version of the key functions
// ([model.KeysVersion]) made its indexes. One that is behind is brought up to date
// when it is opened to write:
//
//	verified backup ──▶ migrations, one schema after the other ──▶ indexes ──▶ versions
//
// Each step can be repeated and the version that it leads to is written last, so
// that a death in between goes on at the next start. Opened for reading only, an
// older database stays as it is.

// Schema is the version of the key layout. A newer one is refused.
const Schema = 3

// migration brings a database from the schema before it to its own. It must be
// repeatable, and keep to [kv.Engine.MaxOps] in each transaction.
type migration func(kv.Engine, codec) error

// migrations lead from schema 1 on, one to the next. Schema 2 only adds the
// version of the key functions, schema 3 the index of the drafts that wait to be
// sent, which the indexes bring that are built afterwards.
var migrations = [Schema - 1]migration{
	func(kv.Engine, codec) error { return nil },
	func(kv.Engine, codec) error { return nil },
}

var (
	metaSchema = []byte("mschema")
	metaKeys   = []byte("mkeys")
)

// made says which program a database was made by.
type made struct{ schema, keys uint64 }

// thisMade is what this program makes.
func thisMade() made { return made{schema: Schema, keys: model.KeysVersion} }

func readMade(r kv.Reader) (m made) {
	version := func(key []byte, none uint64) uint64 {
		if v := r.Get(key); len(v) == 8 {
			return binary.BigEndian.Uint64(v)
		}
		return none
	}
	return made{schema: version(metaSchema, 0), keys: version(metaKeys, 1)}
}

func (m made) write(w kv.Writer) error {
	return errors.Join(
		w.Put(metaSchema, binary.BigEndian.AppendUint64(nil, m.schema)),
		w.Put(metaKeys, binary.BigEndian.AppendUint64(nil, m.keys)),
	)
}

// checkMade refuses a database of a newer program, and one of another.
func (s *Store) checkMade() error {
	err := s.eng.View(func(r kv.Reader) error {
		s.made = readMade(r)
		return nil
	})
	switch m := s.made; {
	case err != nil:
		return err
	case m.schema == 0:
		return fmt.Errorf("%s is a database, but not one of talentmap", s.path)
	case m.schema > Schema:
		return fmt.Errorf("%s was written by a newer talentmap (schema %d, this program knows %d): use that version", s.path, m.schema, Schema)
	case m.keys > model.KeysVersion:
		return fmt.Errorf("%s was written by a newer talentmap (keys %d, this program knows %d): use that version", s.path, m.keys, model.KeysVersion)
	}
	return nil
}

// outdated reports whether an older program wrote the database.
func (s *Store) outdated() bool { return s.made != thisMade() }

// migrate brings an older database up to date.
func (s *Store) migrate(o Options) error {
	if !s.outdated() {
		return nil
	}
	o.Tell(fmt.Sprintf("%s was written by an older talentmap and is brought up to date", s.path))
	if err := s.backupBefore(o); err != nil {
		return fmt.Errorf("%s was written by an older talentmap and has to be brought up to date; nothing was changed, as no backup could be made: %w; where it is damaged, `talentmap check --repair` comes first", s.path, err)
	}
	for s.made.schema < Schema {
		if err := migrations[s.made.schema-1](s.eng, s.codec); err != nil {
			return fmt.Errorf("bring %s up to schema %d: %w", s.path, s.made.schema+1, err)
		}
		s.made.schema++
		if err := s.eng.Update(s.made.write); err != nil {
			return fmt.Errorf("bring %s up to schema %d: %w", s.path, s.made.schema, err)
		}
	}
	changed, err := reindex(s.eng, s.codec, progress(s.clock, o.Tell))
	if err == nil {
		s.made = thisMade()
		err = s.eng.Update(s.made.write)
	}
	if err != nil {
		return fmt.Errorf("bring %s up to date: %w", s.path, err)
	}
	o.Tell(fmt.Sprintf("%s is up to date: %d index entries changed", s.path, changed))
	return nil
}

// beforeUpdate begins the name of a backup from before a migration.
const beforeUpdate = "before-"

// backupBefore writes a verified backup that no rotation takes away. One that is
// there stays: it is of the moment before the first try.
func (s *Store) backupBefore(o Options) error {
	dir := BackupFolder(s.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return backupError(dir, err)
	}
	version := fmt.Sprintf("schema-%d", Schema)
	if s.made.schema == Schema {
		version = fmt.Sprintf("keys-%d", model.KeysVersion)
	}
	to := filepath.Join(dir, beforeUpdate+version+"-"+s.clock().UTC().Format(backupName)+backupExt)
	if _, err := os.Stat(to); err == nil {
		return nil
	}
	if err := s.backup(to, o.Verify); err != nil {
		return err
	}
	o.Tell("it is kept as it was as " + to)
	return nil
}

// progress tells how many records were read, once a second.
func progress(clock func() time.Time, tell func(string)) func(records int) {
	next := clock().Add(time.Second)
	return func(records int) {
		if now := clock(); now.After(next) {
			next = now.Add(time.Second)
			tell(fmt.Sprintf("read %d records", records))
		}
	}
}
