package store

import (
	"iter"

	"talentmap/model"
	"talentmap/store/kv"
)

// Decided is whom a row that reads like text means, as a person has decided
// before; see [model.IdentityText]. The text is only made where there are
// decisions.
func (d *Directory) Decided(text func() string) (id model.PersonID, ok bool) {
	if d.nothingDecided() {
		return 0, false
	}
	d.look(func(tx *Tx) { id, ok = tx.Identity(text()) })
	return id, ok
}

// nothingDecided reports whether no decision is kept, which is mostly so; an
// import makes none.
func (d *Directory) nothingDecided() bool {
	if others := d.commitsOfOthers() + 1; d.decidedAt == 0 || others > d.decidedAt {
		d.decidedAt, d.undecided = others, false
		d.look(func(tx *Tx) {
			d.undecided = true
			for range tx.r.Ascend(kv.Prefix([]byte{spaceIdentity})) {
				d.undecided = false
				return
			}
		})
	}
	return d.undecided
}

// Sources are the sources of a dialect, oldest first.
func (d *Directory) Sources(dialect string) (list []model.Source) {
	d.look(func(tx *Tx) {
		for src, err := range tx.Sources() {
			if err == nil && src.Dialect == dialect {
				list = append(list, src)
			}
		}
	})
	return list
}

// Said is what a source said last of a person.
func (d *Directory) Said(src model.SourceID, id model.PersonID) (st model.Statement, ok bool) {
	d.look(func(tx *Tx) {
		var err error
		st, err = tx.Statement(src, id)
		ok = err == nil
	})
	return st, ok
}

// Stated yields what a source said last of everyone, in reads of bounded length.
func (d *Directory) Stated(src model.SourceID) iter.Seq2[model.Statement, error] {
	return func(yield func(model.Statement, error) bool) {
		for from := model.PersonID(0); ; {
			some, err := d.statedFrom(src, from)
			if err != nil {
				yield(model.Statement{}, err)
				return
			}
			for i := range some {
				if !yield(some[i], nil) {
					return
				}
			}
			if len(some) < statedAtOnce {
				return
			}
			from = some[len(some)-1].Person + 1
		}
	}
}

// statedAtOnce is how many statements one read goes through.
const statedAtOnce = 2000

func (d *Directory) statedFrom(src model.SourceID, from model.PersonID) (some []model.Statement, err error) {
	err = d.store.View(func(tx *Tx) error {
		_, end := kv.Prefix(statementsBy(src))
		for st, err := range scanRange(tx, statements, statementKey(src, from), end) {
			if err != nil {
				return err
			}
			if some = append(some, st); len(some) == statedAtOnce {
				return nil
			}
		}
		return nil
	})
	return some, err
}
