package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// work is the program that the kill loop kills: work DB FOLDER N imports file
// N, edits one of its people and saves a draft to her, then goes on with file
// N+1, without end. What is on the disk is acknowledged by a line: "imported
// 7", "edited 7", "drafted 7".
func work() {
	db, folder := os.Args[1], os.Args[2]
	for n, err := strconv.Atoi(os.Args[3]); ; n++ {
		if err = errors.Join(err, workOn(db, folder, n)); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
	}
}

func workOn(db, folder string, n int) error {
	path := filepath.Join(folder, fileName(n))
	if err := os.WriteFile(path, fileOf(n), 0o600); err != nil {
		return err
	}
	var said bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &said, err: &said, now: testNow, user: "ada", weights: scoring.Default()}
	if status := run(context.Background(), a, []string{"--db", db, "import", path}); status != 0 {
		return fmt.Errorf("import %s: %s", path, said.String())
	}
	fmt.Println("imported", n)
	a.dbFlag = db
	return a.with(func(st *store.Store) error {
		var id model.PersonID
		_, err := st.Edit(store.By("ada", "noted"), func(tx *store.Tx) error {
			ids := tx.PeopleByKey("e:" + address(n, 0))
			if len(ids) != 1 {
				return fmt.Errorf("%d people have the address of file %d", len(ids), n)
			}
			id = ids[0]
			p, err := tx.Person(id)
			p.Notes = note(n)
			return errors.Join(err, tx.PutPerson(&p))
		})
		if err != nil {
			return err
		}
		fmt.Println("edited", n)
		_, err = st.SaveDraft("ada", &model.Draft{Person: id, Channel: model.Email, Body: note(n)})
		if err == nil {
			fmt.Println("drafted", n)
		}
		return err
	})
}

// rowsOf is how many people file n has: every third is imported in three
// transactions, the others in one.
func rowsOf(n int) int {
	if n%3 == 0 {
		return 11_000
	}
	return 200
}

func fileName(n int) string     { return fmt.Sprintf("people-%d.csv", n) }
func address(n, row int) string { return fmt.Sprintf("p%d@f%d.example", row, n) }
func note(n int) string         { return fmt.Sprintf("note %d", n) }

func fileOf(n int) []byte {
	var b bytes.Buffer
	b.WriteString("name,e-mail,title,company\n")
	for row := range rowsOf(n) {
		fmt.Fprintf(&b, "Ann%dx%d Lee%dx%d,%s,Weaver,Loom %d\n", n, row, n, row, address(n, row), row%50)
	}
	return b.Bytes()
}
