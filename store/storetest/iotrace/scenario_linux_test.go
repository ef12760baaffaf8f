package iotrace_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
	"talentmap/store/storetest/iotrace"
)

// step is one thing that a person does: what the child does, and what stands in
// the database afterwards.
type step struct {
	name string
	do   func(*player) error
	then func(state)
	// also is true where what has failed may be there all the same.
	also bool
}

// player is a child that plays a scenario.
type player struct {
	st     *store.Store
	folder string
	im     *store.Importer
	rev    model.Rev // of the last edit, 0 where it failed
}

// play is the child that does the steps of a scenario on the database in a folder,
// numbered from first on. It says what it begins, and what came of it:
//
//	begin 2
//	done 2          the store has said that it is saved
//	unknown 2: …    the store has said that it does not know
//	failed 2: …     the store has said that it is not there
func play(scenario, folder string, first int) {
	if err := iotrace.Join(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	p := &player{folder: folder}
	for i, s := range stepsOf(scenario) {
		fmt.Println("begin", first+i)
		if p.st == nil && i > 0 {
			fmt.Printf("failed %d: there is no database\n", first+i)
			continue
		}
		switch err := s.do(p); {
		case err == nil, strings.Contains(err.Error(), "is erased from all records"):
			fmt.Println("done", first+i)
		case errors.Is(err, store.ErrUnknown), s.also:
			fmt.Printf("unknown %d: %q\n", first+i, err.Error())
		default:
			fmt.Printf("failed %d: %q\n", first+i, err.Error())
		}
	}
	if p.st != nil {
		if err := p.st.Close(); err != nil {
			fmt.Printf("close: %q\n", err.Error())
		}
	}
}

// scenarios are what is played; each begins with the opening.
func scenarios() map[string][]step {
	return map[string][]step{
		"edits": {
			open(), add("Ada", "1"), add("Bo", "1"), note("Ada", "2"), draft("Ada", "a"), draft("Ada", "b"),
			put("Looms", "Ada", "Bo"), note("Bo", strings.Repeat("long ", 4000)), note("Ada", "3"),
		},
		"import": {open(), chunk(0, 60), chunk(60, 120), note("Ada", "2"), chunk(120, 180), finish(), add("Cleo", "1")},
		"erase":  {open(), note("Bo", "2"), erase("Wilma"), note("Bo", "3"), add("Cleo", "1"), note("Cleo", "2")},
		"backup": {open(), note("Ada", "2"), backup(), add("Cleo", "1"), backup(), note("Ada", "3")},
		"undo":   {open(), note("Ada", "2"), undo("Ada", "1"), redo("Ada", "2"), chunk(0, 60), undoImport(), note("Ada", "3")},
	}
}

// again is what the next process does, whatever the one before has left.
const again = "again"

func stepsOf(scenario string) []step {
	if scenario == again {
		return []step{open(), add("Dora", "1"), draft("Dora", "a"), note("Dora", "2")}
	}
	return scenarios()[scenario]
}

func open() step {
	return step{
		name: "open",
		do:   func(p *player) (err error) { p.st, err = openIn(p.folder); return err },
		then: func(state) {},
	}
}

// prepare makes the database that a scenario starts from; none for "edits".
func prepare(scenario, folder string) (begin state, err error) {
	if scenario == "edits" {
		return state{}, nil
	}
	begin = state{}
	steps := []step{add("Ada", "1"), add("Bo", "1"), put("Looms", "Ada", "Bo")}
	if scenario == "erase" {
		steps = append(steps, chunk(0, 60), finish(), add("Wilma", secret), draft("Wilma", secret), put("Spinners", "Wilma", "Bo"))
	}
	st, err := openIn(folder)
	if err != nil {
		return nil, err
	}
	p := &player{st: st, folder: folder}
	for _, s := range steps {
		if err := s.do(p); err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", s.name, err), st.Close())
		}
		s.then(begin)
	}
	delete(begin, begun)
	return begin, st.Close()
}

var errMissing = errors.New("whom it is about is not there")

// person finds someone by her name.
func (p *player) person(name string) (found model.Person, err error) {
	err = p.st.View(func(tx *store.Tx) error {
		ids := tx.PeopleByName(name)
		if len(ids) == 0 {
			return errMissing
		}
		found, err = tx.Person(ids[0])
		return err
	})
	return found, err
}

func (p *player) edit(what string, fn func(tx *store.Tx) error) (err error) {
	p.rev, err = p.st.Edit(store.By("ada", what), fn)
	return err
}

func add(name, notes string) step {
	return step{name: "add " + name, do: func(p *player) error {
		who := model.Person{Name: name, Notes: notes}
		return p.edit("added "+name, func(tx *store.Tx) error { return tx.PutPerson(&who) })
	}, then: func(s state) { s[name] = notes }}
}

func note(name, notes string) step {
	return step{name: "note on " + name, do: func(p *player) error {
		who, err := p.person(name)
		if err != nil {
			return err
		}
		who.Notes = notes
		return p.edit("noted", func(tx *store.Tx) error { return tx.PutPerson(&who) })
	}, then: func(s state) { s[name] = notes }}
}

func draft(name, body string) step {
	return step{name: "draft to " + name, do: func(p *player) error {
		who, err := p.person(name)
		if err != nil {
			return err
		}
		return p.edit("drafted", func(tx *store.Tx) error {
			d, err := tx.Draft(who.ID)
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return err
			}
			d.Person, d.Body = who.ID, body
			return tx.PutDraft(&d)
		})
	}, then: func(s state) { s["draft to "+name] = body }}
}

func put(name string, on ...string) step {
	return step{name: "map " + name, do: func(p *player) error {
		m := model.Map{Name: name}
		for _, who := range on {
			found, err := p.person(who)
			if err != nil {
				return err
			}
			m.Entries = append(m.Entries, model.Entry{Person: found.ID})
		}
		return p.edit("made a map", func(tx *store.Tx) error { return tx.PutMap(&m) })
	}, then: func(s state) { s["map "+name] = strings.Join(on, ",") }}
}

// begun is there while the importer has written something.
const begun = "~begun"

func chunk(from, to int) step {
	return step{name: fmt.Sprint("import from ", from), do: func(p *player) error {
		if p.im == nil {
			p.im = p.st.Importer("ada", model.Import{Source: "people.csv"})
		}
		var people []*model.Person
		for i := from; i < to; i++ {
			who := storetest.Person(i)
			people = append(people, &who)
		}
		return p.im.Write(context.Background(), people)
	}, then: func(s state) {
		var have int
		_, _ = fmt.Sscan(s[plainPeople], &have)
		s[plainPeople] = fmt.Sprint(have + to - from)
		if s[begun] == "" {
			s["imports"] += "open "
			s[begun] = "yes"
		}
	}}
}

func finish() step {
	return step{name: "finish the import", do: func(p *player) error {
		if p.im == nil || p.im.ID() == 0 {
			return errMissing
		}
		return p.im.Finish(model.Import{New: 1})
	}, then: func(s state) { s["imports"] = strings.TrimSuffix(s["imports"], "open ") + "done " }}
}

func undoImport() step {
	return step{name: "undo the import", do: func(p *player) error {
		if p.im == nil || p.im.ID() == 0 {
			return errMissing
		}
		_, err := p.st.UndoImport("ada", p.im.ID())
		return err
	}, then: func(s state) {
		delete(s, plainPeople)
		s["imports"] = strings.TrimSuffix(strings.TrimSuffix(s["imports"], "done "), "open ")
		if s["imports"] == "" {
			delete(s, "imports")
		}
		delete(s, begun)
	}}
}

// undo takes back the last edit, if it was one.
func undo(name, notes string) step {
	return step{name: "undo", do: func(p *player) error {
		if p.rev == 0 {
			return errMissing
		}
		_, err := p.st.UndoChange("ada", p.rev)
		return err
	}, then: func(s state) { s[name] = notes }}
}

func redo(name, notes string) step {
	return step{name: "redo", do: func(p *player) error {
		_, err := p.st.Redo("ada")
		return err
	}, then: func(s state) { s[name] = notes }}
}

func erase(name string) step {
	return step{name: "erase " + name, do: func(p *player) error {
		who, err := p.person(name)
		if err != nil {
			return err
		}
		_, err = p.st.Erase("ada", who.ID)
		return err
	}, then: func(s state) {
		delete(s, name)
		delete(s, "draft to "+name)
		s["map Spinners"] = "Bo"
		s[erasedOne] = "yes"
	}, also: true} // her tombstone may stand: then the next start erases her
}

func backup() step {
	return step{name: "backup", do: func(p *player) error {
		_, err := p.st.Backup(filepath.Join(p.folder, backupName))
		return err
	}, then: func(s state) {
		now := maps.Clone(s)
		delete(now, "backup")
		delete(now, begun)
		s["backup"] = now.String()
	}, also: true} // it may be in place, and only its name not sure
}
