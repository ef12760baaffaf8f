package store_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// fuzzKeys are one record of each form: nouns, journal, what was before, a
// sequence.
func fuzzKeys() []string {
	return []string{
		key("p", 1), key("c", 1), key("sp", 1, 1), key("t", 1, 1), key("d", 1), key("a", 1), key("r", 1), key("i", 1),
		key("j", 3), key("u", 3), "mseq:p",
	}
}

// fuzzSource makes a database that has them all; want is all it says.
func fuzzSource(tb testing.TB, path string) (want string) {
	st := mustOpen(tb, path)
	storetest.Fill(tb, st, 1)
	edit(tb, st, "ada", "one of each", func(tx *store.Tx) error {
		for _, err := range []error{
			tx.PutSignal(&model.Signal{Person: 1, Kind: model.OpenToWork}),
			tx.PutTouch(&model.Touch{Person: 1, By: "ada"}),
			tx.PutDraft(&model.Draft{Person: 1, Body: "Hello"}),
			tx.PutMap(&model.Map{Name: "Platform", Entries: []model.Entry{{Person: 1}}}),
			tx.PutRole(&model.Role{Title: "Head"}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	want = must(everything(st))(tb)
	if err := st.Close(); err != nil {
		tb.Fatal(err)
	}
	return want
}

// sealed is a record of the form that codec.go describes, made independently:
// what a program with a fault of its own might write.
func sealed(key string, body []byte) []byte {
	sum := crc32.Checksum(append([]byte(key), body...), crc32.MakeTable(crc32.Castagnoli))
	return append(binary.LittleEndian.AppendUint32([]byte{1}, sum), body...)
}

// FuzzRecord puts any bytes in the place of a record. Nothing panics; and bytes
// without the right checksum are never taken for a value.
func FuzzRecord(f *testing.F) {
	path := ramPath(f)
	want := fuzzSource(f, path)
	file := content(path)[:usedBytes(f, path)]
	for i, k := range fuzzKeys() {
		v := valueOf(f, path, k)
		f.Add(uint8(i), false, v)
		f.Add(uint8(i), true, v[5:])
		f.Add(uint8(i), true, append([]byte{0x02}, 0xf6))     // CBOR null
		f.Add(uint8(i), true, append([]byte{0x02}, v[6:]...)) // another revision
		f.Add(uint8(i), false, bytes.Repeat([]byte{0xff}, 30))
		f.Add(uint8(i), false, []byte{})
	}
	images := uint8(slices.Index(fuzzKeys(), key("u", 3)))
	f.Add(images, true, []byte{3, 0x81, 0x84, 0, 0x41, 'p', 0xf6, 0})                   // of a key too short
	f.Add(images, true, append([]byte{3, 0x81, 0x84, 0, 0x49}, "?12345678\xf6\x00"...)) // of an unknown space
	entry := uint8(slices.Index(fuzzKeys(), key("j", 3)))
	f.Add(entry, true, append([]byte{3, 0xa2, 2, 0x63}, "ada\x08\x03"...)) // a redo of itself
	f.Fuzz(func(t *testing.T, which uint8, seal bool, value []byte) {
		keys := fuzzKeys()
		k := keys[int(which)%len(keys)]
		try(t, os.WriteFile(path, file, 0o600))
		if seal {
			value = sealed(k, value)
		}
		good := valueOf(t, path, k)
		withEngine(t, path, k, append([]byte{}, value...))
		st := mustOpen(t, path)
		defer st.Close()
		got, err := everything(st)
		done, checkErr := st.Check()
		quiet := err == nil && checkErr == nil && len(done.Faults) == 0
		if !seal && quiet && (got != want || !bytes.Equal(value, good)) {
			t.Errorf("%q in place of %q was taken without a word", value, k)
		}
		if seal {
			_, _ = st.Undo("ada")
			_, _ = st.Redo("ada")
			p := model.Person{Name: "New"}
			_, _ = st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&p) })
		}
	})
}
