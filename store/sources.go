package store

import (
	"errors"
	"hash/fnv"
	"iter"

	"talentmap/model"
)

// Source reads one source of files.
func (tx *Tx) Source(id model.SourceID) (model.Source, error) { return get(tx, sources, sourceKey(id)) }

// PutSource writes a source; one with ID 0 is new and gets its ID.
func (tx *Tx) PutSource(s *model.Source) error { return put(tx, sources, s) }

// Sources yields every source, oldest first.
func (tx *Tx) Sources() iter.Seq2[model.Source, error] { return scan(tx, sources, []byte{spaceSource}) }

// Statement is what a source said last of a person; [ErrNotFound] where it has
// never named her.
func (tx *Tx) Statement(s model.SourceID, p model.PersonID) (model.Statement, error) {
	return get(tx, statements, statementKey(s, p))
}

// PutStatement writes what a source says now of a person.
func (tx *Tx) PutStatement(st *model.Statement) error {
	if err := tx.stillThere(st.Person); err != nil {
		return err
	}
	return put(tx, statements, st)
}

// StatementsBy yields what a source said last of everyone, in order of person.
func (tx *Tx) StatementsBy(s model.SourceID) iter.Seq2[model.Statement, error] {
	return scan(tx, statements, statementsBy(s))
}

// StatementsOf are what all sources said last of a person.
func (tx *Tx) StatementsOf(p model.PersonID) (all []model.Statement, err error) {
	for src, err := range tx.Sources() {
		if err != nil {
			return nil, err
		}
		st, err := tx.Statement(src.ID, p)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, st)
	}
	return all, nil
}

// NewsOf is what has changed for a person from file to file, oldest first.
func (tx *Tx) NewsOf(id model.PersonID) iter.Seq2[model.News, error] {
	return scan(tx, news, newsOf(id))
}

// PutNews writes news of a person; one with ID 0 is new and gets its ID.
func (tx *Tx) PutNews(n *model.News) error {
	if err := tx.stillThere(n.Person); err != nil {
		return err
	}
	return put(tx, news, n)
}

// Review reads one row that waits for a decision.
func (tx *Tx) Review(id model.ReviewID) (model.Review, error) { return get(tx, reviews, reviewKey(id)) }

// PutReview writes a row that waits for a decision; one with ID 0 is new.
func (tx *Tx) PutReview(r *model.Review) error { return put(tx, reviews, r) }

// RemoveReview takes a row away that has been decided.
func (tx *Tx) RemoveReview(id model.ReviewID) error { return remove(tx, reviews, reviewKey(id)) }

// Reviews yields the rows that wait for a decision, oldest first.
func (tx *Tx) Reviews() iter.Seq2[model.Review, error] { return scan(tx, reviews, []byte{spaceReview}) }

// MayMean are the people whom a row that waits may mean, as far as they are still
// there: an undo may have taken some away.
func (tx *Tx) MayMean(r *model.Review) (all []model.Person, err error) {
	for _, id := range r.Like {
		switch p, err := tx.Person(id); {
		case err == nil:
			all = append(all, p)
		case !errors.Is(err, ErrNotFound):
			return nil, err
		}
	}
	return all, nil
}

// Identity is whom a row means that reads like text, as decided before; see
// [model.IdentityText].
func (tx *Tx) Identity(text string) (model.PersonID, bool) {
	id, err := get(tx, identities, identityKey(identityHash(text)))
	if err != nil || id.Text != text || tx.r.Get(personKey(id.Person)) == nil {
		return 0, false
	}
	return id.Person, true
}

// PutIdentity remembers whom a row means that reads like text.
func (tx *Tx) PutIdentity(text string, p model.PersonID) error {
	if err := tx.stillThere(p); err != nil {
		return err
	}
	hash := identityHash(text)
	id, err := get(tx, identities, identityKey(hash))
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	if id.Text == text && id.Person == p {
		return nil
	}
	id.Hash, id.Text, id.Person = hash, text, p
	return put(tx, identities, &id)
}

// identityHash is stable from one program to the next: FNV-1a.
func identityHash(text string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text)) // never fails
	return h.Sum64()
}

// NewsBy yields the news that an import has told, by person. It reads all news.
func (tx *Tx) NewsBy(id model.ImportID) iter.Seq2[model.News, error] {
	return func(yield func(model.News, error) bool) {
		for n, err := range scan(tx, news, []byte{spaceNews}) {
			if (err != nil || n.Import == id) && !yield(n, err) {
				return
			}
		}
	}
}
