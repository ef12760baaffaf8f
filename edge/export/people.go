package export

import (
	"fmt"
	"io"
	"iter"
	"time"

	"talentmap/model"
)

// PeopleCSV writes people as CSV, a row each: the title, company and start of
// the current position as of now, or else the title and company of the last,
// lists in one cell separated by semicolons, what has several parts as JSON, dates
// to the precision known, and a lock that holds on the day of now. Every cell
// passes [model.GuardCell].
func PeopleCSV(w io.Writer, people iter.Seq2[model.Person, error], now time.Time) error {
	out, err := newTable(w, headers(peopleColumns))
	if err != nil {
		return err
	}
	for p, err := range people {
		if err != nil {
			return fmt.Errorf("read people to export: %w", err)
		}
		cells, err := row(peopleColumns, newEntry(&p, now))
		if err != nil {
			return fmt.Errorf("export %s: %w", p.ID, err)
		}
		if err := out.write(cells); err != nil {
			return err
		}
	}
	return out.close()
}

// PeopleJSON writes people as one JSON array, an object a line, with the keys
// id, name, emails, phones, links, title, company, since, location, headline,
// summary, skills, tags, notes, state, next, owner, lock, lock_until, lock_why,
// motivators, positions (company, title, location, start, end, summary), research
// (item, looked, fact, source, date), content (kind, title, link, date),
// connections (name, how), custom (header, value) and external_ids. The title,
// since and the lock are as of now; dates are ISO 8601 to the precision known.
func PeopleJSON(w io.Writer, people iter.Seq2[model.Person, error], now time.Time) error {
	out := newArray(w)
	for p, err := range people {
		if err != nil {
			return fmt.Errorf("read people to export: %w", err)
		}
		if err := out.write(personOf(&p, now)); err != nil {
			return err
		}
	}
	return out.close()
}
