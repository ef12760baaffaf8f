package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/fxamacker/cbor/v2"

	"talentmap/model"
)

// A record on disk is
//
//	version (1 byte) | CRC-32C (4 bytes, little endian) | revision (uvarint) | payload (CBOR)
//
// The checksum covers the key, the revision and the payload, so that a record
// under a wrong key is as damaged as one with a flipped bit: bbolt checks
// neither. The payload has integer keys; a binary skips those it does not know.
const (
	recordVersion = 1
	recordHead    = 5
)

// ErrDamaged is a record whose checksum or form is wrong. It is reported and
// never shown as true.
var ErrDamaged = errors.New("damaged record")

// Damaged tells a damaged record, which whoever reads many leaves out and counts, from a
// failure to read.
func Damaged(err error) (damaged bool, failed error) {
	if errors.Is(err, ErrDamaged) {
		return true, nil
	}
	return false, err
}

// codec encodes and decodes payloads.
type codec struct {
	enc cbor.EncMode
	dec cbor.DecMode
}

func newCodec() (codec, error) {
	enc, err := cbor.EncOptions{Time: cbor.TimeRFC3339Nano}.EncMode() // exact, with its zone
	if err != nil {
		return codec{}, err
	}
	// What could be written can be read: the checksum stands for the bytes.
	dec, err := cbor.DecOptions{MaxArrayElements: 1 << 20, UTF8: cbor.UTF8DecodeInvalid}.DecMode()
	return codec{enc: enc, dec: dec}, err
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal wraps an encoded payload as the record of key at rev; [ErrTooLarge] for
// one that is larger than a record may be.
func (c codec) seal(key []byte, rev model.Rev, value any) ([]byte, error) {
	payload, err := c.enc.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", showKey(key), err)
	}
	rec := make([]byte, recordHead, recordHead+binary.MaxVarintLen64+len(payload))
	rec = binary.AppendUvarint(rec, uint64(rev))
	rec = append(rec, payload...)
	if len(rec) > maxSize(key) {
		return nil, tooLarge(key, len(rec))
	}
	rec[0] = recordVersion
	binary.LittleEndian.PutUint32(rec[1:], checksum(key, rec[recordHead:]))
	return rec, nil
}

func checksum(key, body []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, body)
}

// unseal checks a record and returns its revision and payload.
func unseal(key, rec []byte) (model.Rev, []byte, error) {
	if len(rec) < recordHead+1 {
		return 0, nil, fmt.Errorf("%w: %s is cut short", ErrDamaged, showKey(key))
	}
	if rec[0] != recordVersion {
		return 0, nil, fmt.Errorf("%w: %s has form %d, this program reads %d", ErrDamaged, showKey(key), rec[0], recordVersion)
	}
	body := rec[recordHead:]
	if binary.LittleEndian.Uint32(rec[1:]) != checksum(key, body) {
		return 0, nil, fmt.Errorf("%w: %s has a wrong checksum", ErrDamaged, showKey(key))
	}
	rev, n := binary.Uvarint(body)
	if n <= 0 {
		return 0, nil, fmt.Errorf("%w: %s has no revision", ErrDamaged, showKey(key))
	}
	return model.Rev(rev), body[n:], nil
}

func (c codec) open(key, rec []byte, into any) (model.Rev, error) {
	rev, payload, err := unseal(key, rec)
	if err != nil {
		return 0, err
	}
	if err := c.dec.Unmarshal(payload, into); err != nil {
		return 0, fmt.Errorf("%w: %s: %w", ErrDamaged, showKey(key), err)
	}
	return rev, nil
}

// cborNumber is how CBOR writes a number: what to look for in encoded bytes.
func cborNumber(n uint64) []byte {
	switch {
	case n < 24:
		return []byte{byte(n)}
	case n < 1<<8:
		return []byte{24, byte(n)}
	case n < 1<<16:
		return binary.BigEndian.AppendUint16([]byte{25}, uint16(n))
	case n < 1<<32:
		return binary.BigEndian.AppendUint32([]byte{26}, uint32(n))
	}
	return binary.BigEndian.AppendUint64([]byte{27}, n)
}
