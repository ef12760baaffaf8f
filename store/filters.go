package store

import (
	"fmt"
	"iter"

	"talentmap/model"
)

// Filter reads one saved filter.
func (tx *Tx) Filter(id model.FilterID) (model.Filter, error) { return get(tx, filters, filterKey(id)) }

// Filters yields every saved filter, oldest first.
func (tx *Tx) Filters() iter.Seq2[model.Filter, error] { return scan(tx, filters, []byte{spaceFilter}) }

// PutFilter writes a saved filter; one with ID 0 is new and gets its ID. A name
// that another filter has is refused.
func (tx *Tx) PutFilter(f *model.Filter) error {
	if err := tx.nameFree(f); err != nil {
		return err
	}
	return put(tx, filters, f)
}

// RemoveFilter deletes a saved filter.
func (tx *Tx) RemoveFilter(id model.FilterID) error { return remove(tx, filters, filterKey(id)) }

// nameFree refuses a name that another filter has.
func (tx *Tx) nameFree(f *model.Filter) error {
	for other, err := range tx.Filters() {
		if err == nil && other.ID != f.ID && other.Called(f.Name) {
			return fmt.Errorf("there is a filter @%s by %s: choose another name, or change that one", other.Name, other.Owner)
		}
	}
	return nil
}

// filterMayReturn refuses to bring back a filter whose name another has got since.
func (tx *Tx) filterMayReturn(key, rec []byte) error {
	var f model.Filter
	if _, err := tx.codec.open(key, rec, &f); err != nil {
		return err
	}
	if err := tx.nameFree(&f); err != nil {
		return fmt.Errorf("%w: %w", ErrChangedSince, err)
	}
	return nil
}
