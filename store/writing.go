package store

import (
	"errors"
	"fmt"
	"iter"

	"talentmap/model"
)

// Template reads one template.
func (tx *Tx) Template(id model.TemplateID) (model.Template, error) {
	return get(tx, templates, templateKey(id))
}

// Templates yields every template, oldest first.
func (tx *Tx) Templates() iter.Seq2[model.Template, error] {
	return scan(tx, templates, []byte{spaceTemplate})
}

// PutTemplate writes a template; one with ID 0 is new and gets its ID. One that is
// wrong, or has the name of another, is refused. See [model.Template.Revise] for an
// edit that keeps what was.
func (tx *Tx) PutTemplate(t *model.Template) error {
	if t.Version == 0 {
		t.Version = 1
	}
	if err := errors.Join(t.Check(), tx.templateNameFree(t)); err != nil {
		return err
	}
	return put(tx, templates, t)
}

// RemoveTemplate deletes a template. Drafts and touches that came from it keep its
// number; a sequence that uses it keeps it from going.
func (tx *Tx) RemoveTemplate(id model.TemplateID) error {
	for s, err := range tx.Sequences() {
		if err != nil {
			return err
		}
		for i, st := range s.Steps {
			if st.Template == id {
				return fmt.Errorf("touch %d of the sequence %q uses it: give that another template first", i+1, s.Name)
			}
		}
	}
	return remove(tx, templates, templateKey(id))
}

func (tx *Tx) templateNameFree(t *model.Template) error {
	for other, err := range tx.Templates() {
		if err == nil && other.ID != t.ID && other.Called(t.Name) {
			return fmt.Errorf("there is a template %q (%s) already: choose another name, or change that one", other.Name, other.ID)
		}
	}
	return nil
}

// Sequence reads one sequence.
func (tx *Tx) Sequence(id model.SequenceID) (model.Sequence, error) {
	return get(tx, sequences, sequenceKey(id))
}

// Sequences yields every sequence, oldest first.
func (tx *Tx) Sequences() iter.Seq2[model.Sequence, error] {
	return scan(tx, sequences, []byte{spaceSequence})
}

// PutSequence writes a sequence; one with ID 0 is new and gets its ID. One that is
// wrong, names a template that is not there, or has the name of another, is refused.
func (tx *Tx) PutSequence(s *model.Sequence) error {
	if s.Version == 0 {
		s.Version = 1
	}
	if err := errors.Join(s.Check(), tx.sequenceNameFree(s)); err != nil {
		return err
	}
	for i, st := range s.Steps {
		if st.Template != 0 && tx.r.Get(templateKey(st.Template)) == nil {
			return fmt.Errorf("touch %d of the sequence: there is no template %s: %w", i+1, st.Template, ErrNotFound)
		}
	}
	return put(tx, sequences, s)
}

// RemoveSequence deletes a sequence. Whoever is in it goes on by its days.
func (tx *Tx) RemoveSequence(id model.SequenceID) error {
	return remove(tx, sequences, sequenceKey(id))
}

func (tx *Tx) sequenceNameFree(s *model.Sequence) error {
	for other, err := range tx.Sequences() {
		if err == nil && other.ID != s.ID && other.Called(s.Name) {
			return fmt.Errorf("there is a sequence %q (%s) already: choose another name, or change that one", other.Name, other.ID)
		}
	}
	return nil
}

// ShelfItem reads one thing on the shelf.
func (tx *Tx) ShelfItem(id model.ShelfID) (model.ShelfItem, error) {
	return get(tx, shelf, shelfKey(id))
}

// Shelf yields what is on the shelf, oldest first.
func (tx *Tx) Shelf() iter.Seq2[model.ShelfItem, error] {
	return scan(tx, shelf, []byte{spaceShelf})
}

// PutShelfItem writes a thing on the shelf; one with ID 0 is new and gets its ID.
func (tx *Tx) PutShelfItem(s *model.ShelfItem) error {
	if err := s.Check(); err != nil {
		return err
	}
	return put(tx, shelf, s)
}

// RemoveShelfItem takes something off the shelf. With whom it was shared stays.
func (tx *Tx) RemoveShelfItem(id model.ShelfID) error { return remove(tx, shelf, shelfKey(id)) }

// HadTemplates reports whether there ever was a template: those that come with the
// program are put in once, and stay away when they are deleted.
func (tx *Tx) HadTemplates() bool {
	n, err := tx.lastNumber(spaceTemplate)
	return err != nil || n > 0
}

// nameMayReturn refuses to bring back a template or a sequence whose name another
// has got since, and a sequence of which a template is gone.
func (tx *Tx) nameMayReturn(key, rec []byte) error {
	var err error
	switch key[0] {
	case spaceTemplate:
		var t model.Template
		if _, err := tx.codec.open(key, rec, &t); err != nil {
			return err
		}
		err = tx.templateNameFree(&t)
	case spaceSequence:
		var s model.Sequence
		if _, err := tx.codec.open(key, rec, &s); err != nil {
			return err
		}
		err = tx.sequenceNameFree(&s)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrChangedSince, err)
	}
	return nil
}
