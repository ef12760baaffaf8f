package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"talentmap/model"
)

// asideRecord is one line of the file of records that a repair set aside. Nothing
// in it is to be taken as true: its checksum was wrong, or it was not the newest.
type asideRecord struct {
	Record string `json:"record"` // p17
	Why    string `json:"why"`
	Key    []byte `json:"key"`              // as every []byte here in base64
	Bytes  []byte `json:"bytes"`            // the record as it lay in the file
	Fields any    `json:"fields,omitempty"` // what could be read of it
}

// salvager is a table that reads a payload as far as it can be read.
type salvager interface {
	salvage(c codec, payload []byte) any
}

// salvage is the value in a payload whose checksum is wrong, nil where even its
// form is.
func (t *table[T]) salvage(c codec, payload []byte) any {
	var v T
	if c.dec.Unmarshal(payload, &v) != nil {
		return nil
	}
	return v
}

func (r *repair) asideOf(key, rec []byte, f Fault) asideRecord {
	a := asideRecord{Record: f.Where, Why: f.What, Key: append([]byte{}, key...), Bytes: append([]byte{}, rec...)}
	if len(rec) <= recordHead {
		return a
	}
	_, n := binary.Uvarint(rec[recordHead:])
	if n <= 0 {
		return a
	}
	payload := a.Bytes[recordHead+n:]
	switch t := tables[key[0]].(type) {
	case salvager:
		a.Fields = t.salvage(r.codec, payload)
	case nil:
		if key[0] == spaceJournal {
			a.Fields = (&table[Change]{}).salvage(r.codec, payload)
		}
	}
	return a
}

// writeAside writes the records, one line of JSON each, to a new file for the
// owner only, beside the database.
func writeAside(path string, now time.Time, records []asideRecord) (name string, err error) {
	base := path + ".damaged-" + now.Format("20060102-150405")
	name = base + ".jsonl"
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	for n := 2; errors.Is(err, os.ErrExist) && n < 100; n++ { // an earlier repair of this second
		name = fmt.Sprintf("%s-%d.jsonl", base, n)
		f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	}
	if err != nil {
		return "", err
	}
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for _, a := range records {
		err := enc.Encode(a)
		if err != nil { // a value that JSON has no form for, such as a broken number
			a.Fields = nil
			err = enc.Encode(a)
		}
		if err != nil {
			return "", errors.Join(err, f.Close(), os.Remove(name))
		}
	}
	return name, errors.Join(f.Sync(), f.Close())
}

var _ salvager = (*table[model.Person])(nil)
