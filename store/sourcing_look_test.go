package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/store"
)

// lookAround checks the store, and that nothing names somebody, or something,
// that is not there.
func (m *desk) lookAround(t *rapid.T) {
	done, err := m.st.Check()
	if err != nil || len(done.Faults) > 0 {
		t.Fatalf("check: %v, %v", done.Faults, err)
	}
	err = m.st.View(func(tx *store.Tx) error {
		l := lost{tx: tx}
		l.people()
		l.told()
		l.hanging(model.PersonID(3 * m.made))
		return errors.Join(l.errs...)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// lost collects what names something that is not there.
type lost struct {
	tx   *store.Tx
	errs []error
}

func (l *lost) note(err error, format string, a ...any) {
	if err != nil {
		l.errs = append(l.errs, fmt.Errorf(format+": %w", append(a, err)...))
	}
}

func (l *lost) person(id model.PersonID, by string) {
	_, err := l.tx.Person(id)
	l.note(err, "%s names %s", by, id)
}

func (l *lost) company(id model.CompanyID, by string) {
	_, err := l.tx.Company(id)
	l.note(err, "%s names %s", by, id)
}

func (l *lost) people() {
	for p, err := range l.tx.People(0) {
		l.note(err, "people")
		for _, pos := range p.Positions {
			if pos.CompanyID != 0 {
				l.company(pos.CompanyID, p.Name)
			}
		}
	}
	for tm, err := range l.tx.Maps() {
		l.note(err, "maps")
		for _, e := range tm.Entries {
			l.person(e.Person, tm.Name)
		}
	}
	for s, err := range l.tx.Signals() {
		l.note(err, "signals")
		if s.OfCompany() {
			l.company(s.Company, "a signal")
			continue
		}
		l.person(s.Person, "a signal")
	}
}

// told is what files have told, and what is sent.
func (l *lost) told() {
	for s, err := range l.tx.Sequences() {
		l.note(err, "sequences")
		for _, st := range s.Steps {
			_, err := l.tx.Template(st.Template)
			l.note(err, "%s names %s", s.Name, st.Template)
		}
	}
	for src, err := range l.tx.Sources() {
		l.note(err, "sources")
		for st, err := range l.tx.StatementsBy(src.ID) {
			l.note(err, "statements")
			l.person(st.Person, "a statement of "+src.Name)
		}
	}
}

// hanging looks at what hangs on the numbers up to last, also on those that are
// nobody's.
func (l *lost) hanging(last model.PersonID) {
	for id := model.PersonID(1); id <= last; id++ {
		_, err := l.tx.Person(id)
		there := err == nil
		for _, err := range l.tx.TouchesOf(id) {
			l.note(err, "touches")
			if !there {
				l.person(id, "a touch")
			}
		}
		for _, err := range l.tx.NewsOf(id) {
			l.note(err, "news")
			if !there {
				l.person(id, "news")
			}
		}
		for _, err := range l.tx.VersionsOf(id) {
			l.note(err, "versions")
			if !there {
				l.person(id, "a version of a draft")
			}
		}
		if _, err := l.tx.Draft(id); err == nil && !there {
			l.person(id, "a draft")
		}
	}
}

// erase leaves no address of hers that it does not tell of, neither in what can be read nor, where there
// is one, in the file.
func (m *desk) erase(t *rapid.T) {
	p, ok := m.person(t, "whom")
	if !ok || rapid.IntRange(0, 3).Draw(t, "often enough") > 0 {
		return
	}
	done, err := m.st.Erase("ada", p.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(done.Mentions) > 0 {
		return // she is in what others wrote or sources say of others, and that is told
	}
	all, err := everything(m.st)
	if err != nil {
		t.Fatal(err)
	}
	file, _ := os.ReadFile(m.path) // on an engine without one there is none
	for _, text := range append(p.Contact.Emails, p.Name) {
		if bytes.Contains([]byte(all), []byte(text)) {
			t.Errorf("%q is still told in\n%s", text, all)
		}
		if bytes.Contains(bytes.ToLower(file), bytes.ToLower([]byte(text))) {
			t.Errorf("%q is still in the file", text)
		}
	}
}
