package iotrace_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"talentmap/store"
	"talentmap/store/storetest"
)

// state is what a person finds: "Ada" → her notes, "draft to Ada" →
// its text, "map Looms" → who is on it, "imports" → whether each is done,
// "backup" → all this of the backup beside it.
type state map[string]string

func (s state) String() string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "%s=%s; ", k, s[k])
	}
	return b.String()
}

// secret stands in the notes of the person who is erased.
const secret = "SECRET-of-hers"

// lookAtAll is the child that looks at the folders it is told on its standard
// input.
func lookAtAll() {
	in, out := bufio.NewScanner(os.Stdin), json.NewEncoder(os.Stdout)
	for in.Scan() {
		if err := out.Encode(look(in.Text())); err != nil {
			os.Exit(1)
		}
	}
}

// look opens the database in a folder as the program does at its start, and
// checks all of it.
func look(folder string) (o outcome) {
	o.State = state{}
	fault := func(what string, err error) {
		if err != nil {
			o.Faults = append(o.Faults, what+": "+err.Error())
		}
	}
	path := filepath.Join(folder, dbName)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return o
	}
	st, err := openIn(folder)
	if err != nil {
		fault("open", err)
		return o
	}
	fault("read", st.View(o.State.read))
	done, err := st.Check()
	fault("check", err)
	for _, f := range done.Faults {
		o.Faults = append(o.Faults, "check: "+f.String())
	}
	fault("close", st.Close())
	if o.State[erasedOne] != "" {
		data, err := os.ReadFile(path)
		if fault("read the file", err); bytes.Contains(data, []byte(secret)) {
			o.Faults = append(o.Faults, "bytes of the erased are in the file")
		}
	}
	lookAtBackup(filepath.Join(folder, backupName), &o, fault)
	return o
}

func lookAtBackup(path string, o *outcome, fault func(string, error)) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return
	}
	in := state{}
	st, err := store.Open(path, store.Options{Clock: storetest.Now, ReadOnly: true})
	if err != nil {
		fault("open the backup", err)
		return
	}
	fault("read the backup", st.View(in.read))
	done, err := st.Check()
	fault("check the backup", err)
	for _, f := range done.Faults {
		o.Faults = append(o.Faults, "check of the backup: "+f.String())
	}
	fault("close the backup", st.Close())
	o.State["backup"] = in.String()
}

// read takes in what a store holds. The many of [storetest.Person] are counted.
func (s state) read(tx *store.Tx) error {
	names := map[uint64]string{}
	plain := 0
	for p, err := range tx.People(0) {
		if err != nil {
			return err
		}
		names[uint64(p.ID)] = p.Name
		if strings.HasPrefix(p.Name, "Person ") {
			plain++
			continue
		}
		s[p.Name] = p.Notes
		if d, err := tx.Draft(p.ID); err == nil {
			s["draft to "+p.Name] = d.Body
		}
	}
	if plain > 0 {
		s[plainPeople] = fmt.Sprint(plain)
	}
	for m, err := range tx.Maps() {
		if err != nil {
			return err
		}
		var on []string
		for _, e := range m.Entries {
			on = append(on, names[uint64(e.Person)])
		}
		s["map "+m.Name] = strings.Join(on, ",")
	}
	return s.readTraces(tx)
}

func (s state) readTraces(tx *store.Tx) error {
	for i, err := range tx.Imports() {
		if err != nil {
			return err
		}
		s["imports"] += fmt.Sprint(map[bool]string{true: "done ", false: "open "}[i.Done])
	}
	for c, err := range tx.ChangesSince(0) {
		if err != nil {
			return err
		}
		if c.Erases {
			s[erasedOne] = "yes"
		}
	}
	return nil
}

// openIn opens the database of a folder.
func openIn(folder string) (*store.Store, error) {
	return store.Open(filepath.Join(folder, dbName), store.Options{
		Clock: storetest.Now, EraseKey: filepath.Join(folder, eraseKey),
	})
}

const (
	dbName     = "talent.db"
	backupName = "backup.db"
	eraseKey   = "erase.key"

	plainPeople = "plain people"
	erasedOne   = "erased"
)

// same reports whether a state is the one wanted; keys that begin with ~ are the
// model's own.
func same(got, want state) bool {
	count := 0
	for k, v := range want {
		if strings.HasPrefix(k, "~") {
			continue
		}
		count++
		if g, ok := got[k]; !ok || g != v {
			return false
		}
	}
	return count == len(got)
}
