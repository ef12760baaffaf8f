package main

import (
	"encoding/binary"
	"errors"
	"os"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
	"go.etcd.io/bbolt"

	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/storetest"
)

// scriptDamage does to a file what disks and people do:
//
//	damage flip FILE TEXT    flips a bit wherever TEXT stands
//	damage head FILE         flips a bit in the first of bbolt's two headers
//	damage cut FILE          leaves only the first pages
//	damage foreign FILE      makes it a bbolt database of another program
//	damage newer FILE        makes it one of a talentmap to come
//	damage older FILE        makes it one of schema 1
//	damage lose FILE j 2     takes away what the journal has of a revision
func scriptDamage(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) >= 2, "damage HOW FILE [TEXT]")
	path := ts.MkAbs(args[1])
	switch args[0] {
	case "flip":
		need(ts, len(args) == 3, "damage flip FILE TEXT")
		ts.Check(storetest.Flip(path, args[2]))
	case "head":
		b, err := os.ReadFile(path)
		ts.Check(err)
		b[40] ^= 1
		ts.Check(os.WriteFile(path, b, 0o600))
	case "cut":
		ts.Check(os.Truncate(path, 3*int64(os.Getpagesize())))
	case "foreign":
		ts.Check(foreign(path))
	case "newer":
		ts.Check(made(path, store.Schema+1))
	case "older":
		ts.Check(made(path, 1))
	case "lose":
		need(ts, len(args) == 4, "damage lose FILE SPACE NUMBER")
		number, err := strconv.ParseUint(args[3], 10, 64)
		ts.Check(err)
		ts.Check(lose(path, args[2], number))
	default:
		ts.Fatalf("there is no damage %q", args[0])
	}
}

func foreign(path string) error {
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket([]byte("recipes"))
		return err
	})
	return errors.Join(err, db.Close())
}

// made makes a database one of another schema.
func made(path string, schema uint64) error {
	return write(path, func(w kv.Writer) error {
		return errors.Join(w.Put([]byte("mschema"), binary.BigEndian.AppendUint64(nil, schema)), w.Delete([]byte("mkeys")))
	})
}

// lose takes away the record with a number.
func lose(path, space string, number uint64) error {
	return write(path, func(w kv.Writer) error {
		return w.Delete(binary.BigEndian.AppendUint64([]byte(space), number))
	})
}

func write(path string, fn func(kv.Writer) error) error {
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		return err
	}
	return errors.Join(eng.Update(fn), eng.Close())
}

// scriptEmpty makes databases in which nobody is: empty FILE...
func scriptEmpty(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, !neg && len(args) > 0, "empty FILE...")
	for _, name := range args {
		st, err := store.Open(ts.MkAbs(name), store.Options{})
		ts.Check(err)
		ts.Check(st.Close())
	}
}
