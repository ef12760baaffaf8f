package store

import (
	"errors"
	"fmt"

	"talentmap/model"
	"talentmap/store/kv"
)

// replayErasures brings the database and the file beside it together: an older
// backup put back learns who was erased since it was made, and so does the file
// from a database that came from elsewhere. An erasure that a crash broke off
// goes on here too.
func (s *Store) replayErasures() error {
	var have []string
	err := s.View(func(tx *Tx) (err error) {
		have, err = tx.tombLines()
		return err
	})
	if err != nil {
		return err
	}
	missing := s.tombs.missing(have)
	if err := s.tombs.keep(have); err != nil {
		return err
	}
	if len(missing) > 0 {
		if err := s.replay(missing); err != nil {
			return fmt.Errorf("erase again whom this database was asked to erase: %w; where a record is damaged, `talentmap check --repair` sets it aside", err)
		}
	}
	if err := s.finishErasing(); err != nil { // told and tried again: the records are gone
		s.logError("compacting after an erasure", err)
	}
	return nil
}

// missing are the lines of the file beside that the database does not have.
func (t *tombs) missing(have []string) (lines []string) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	in := map[string]bool{}
	for _, l := range have {
		in[l] = true
	}
	for l := range t.lines {
		if !in[l] {
			lines = append(lines, l)
		}
	}
	return lines
}

// replay erases everyone whom the lines mean, then keeps the lines.
func (s *Store) replay(lines []string) error {
	if err := s.tombs.ready(); err != nil {
		return err
	}
	var ids []model.PersonID
	err := s.View(func(tx *Tx) error {
		for p, err := range tx.People(0) {
			if errors.Is(err, ErrDamaged) {
				continue // nobody sees it, and check tells
			}
			if err != nil {
				return err
			}
			if s.tombs.anyMeans(lines, &p) {
				ids = append(ids, p.ID)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range ids {
		e := &erasure{store: s, id: id}
		if err := e.run(By("talentmap", "erased a person again, who was in an older backup")); err != nil {
			return err
		}
	}
	return s.keepTombs(lines)
}

// anyMeans is means of several lines; the person's own marks are looked for in
// all of them first, as nearly everyone is in none.
func (t *tombs) anyMeans(lines []string, p *model.Person) bool {
	t.mu.RLock()
	defer t.mu.RUnlock()
	known := t.hasAny(t.workMarks(p))
	for _, k := range p.Keys() {
		known = known || t.marks[t.mark(markKey, k)]
	}
	if !known {
		return false
	}
	for _, l := range lines {
		if t.means(l, p) {
			return true
		}
	}
	return false
}

// keepTombs puts lines into the database.
func (s *Store) keepTombs(lines []string) error {
	return s.eng.Update(func(w kv.Writer) error {
		tx := &Tx{r: w, w: w, codec: s.codec}
		for _, l := range lines {
			if err := tx.putTomb(l); err != nil {
				return err
			}
		}
		return nil
	})
}
