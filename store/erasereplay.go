package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
			return fmt.Errorf("this is an older copy that still holds people who were erased on request since; they must be erased again before it is opened: %w", err)
		}
	}
	// What follows is told and tried again: their records are gone.
	if err := s.resumeErasures(); err != nil {
		s.logError("going on with an erasure", err)
	}
	if err := s.finishErasing(); err != nil {
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
		e := &erasure{store: s, id: id, by: By("talentmap", "erased a person again, who was in an older backup")}
		if err := e.run(); err != nil {
			return err
		}
		left, err := s.mentions(e.words())
		if err != nil {
			return err
		}
		if len(left) > 0 {
			s.logError("erased a person again", fmt.Errorf("she is still named in %s", strings.Join(left, ", ")))
		}
	}
	return s.keepTombs(lines)
}

// anyMeans is means of several lines; the person's own marks are looked for in
// all of them first, as nearly everyone is in none.
func (t *tombs) anyMeans(lines []string, p *model.Person) bool {
	t.mu.RLock()
	defer t.mu.RUnlock()
	known := t.hasAny(t.workMarksEver(p))
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
	for chunk := range slices.Chunk(lines, s.eng.MaxOps()) {
		err := s.eng.Update(func(w kv.Writer) error {
			tx := &Tx{r: w, w: w, codec: s.codec}
			for _, l := range chunk {
				if err := tx.putTomb(l); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
