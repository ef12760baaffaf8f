package roster

import (
	"errors"

	"talentmap/model"
	"talentmap/store"
)

// batch is some pages in a row read in one go. Its buffers serve one read after
// the other.
type batch struct {
	builder builder
	signals hanging[signal]
	news    hanging[told]
	first   int // the first page
	bodies  []*body
	damaged []store.Ref
}

// hanging is what hangs on people, in order of ID, and is asked for in that order.
type hanging[T any] struct {
	all []owned[T]
	at  int // the first that was not asked for yet
	own []T // of one person
}

// owned is one thing that hangs on a person.
type owned[T any] struct {
	person model.PersonID
	thing  T
}

// of is what hangs on the next person; valid until the next call.
func (h *hanging[T]) of(id model.PersonID) []T {
	h.own = h.own[:0]
	for ; h.at < len(h.all) && h.all[h.at].person <= id; h.at++ {
		if h.all[h.at].person == id {
			h.own = append(h.own, h.all[h.at].thing)
		}
	}
	return h.own
}

func (h *hanging[T]) begin() { h.all, h.at = h.all[:0], 0 }

// read reads those with from ≤ ID < to; from is the first ID of a page.
func (b *batch) read(tx *store.Tx, from, to model.PersonID) error {
	b.first, _ = pageOf(from)
	b.bodies, b.damaged = b.bodies[:0], b.damaged[:0]
	if err := errors.Join(b.readSignals(tx, from, to), b.readNews(tx, from, to)); err != nil {
		return err
	}
	b.builder.begin()
	for p, err := range tx.PeopleInBrief(from, to) {
		damaged, err := store.Damaged(err)
		if err != nil {
			return err
		}
		b.upTo(p.ID)
		own, news := b.signals.of(p.ID), b.news.of(p.ID)
		if damaged {
			b.damaged = append(b.damaged, store.Ref{Kind: store.People, ID: uint64(p.ID)})
			continue
		}
		b.builder.add(p, own, news)
	}
	b.upTo(to)
	if b.builder.slot > 0 {
		for b.builder.slot < pageSize {
			b.builder.empty()
		}
		b.turn()
	}
	return nil
}

// upTo leaves the slots before an ID empty, turning full pages.
func (b *batch) upTo(id model.PersonID) {
	for {
		if b.builder.slot == pageSize {
			b.turn()
		}
		if idAt(b.first+len(b.bodies), b.builder.slot) >= id {
			return
		}
		b.builder.empty()
	}
}

func (b *batch) turn() {
	b.bodies = append(b.bodies, b.builder.body())
	b.builder.begin()
}

func (b *batch) readSignals(tx *store.Tx, from, to model.PersonID) error {
	b.signals.begin()
	for s, err := range tx.PersonSignalsInBrief(from, to) {
		damaged, err := store.Damaged(err)
		switch short, ok := pack(s); {
		case err != nil:
			return err
		case damaged:
			b.damaged = append(b.damaged, store.Ref{Kind: store.PersonSignals, ID: uint64(s.Person)})
		case ok:
			b.signals.all = append(b.signals.all, owned[signal]{s.Person, short})
		}
	}
	return nil
}

func (b *batch) readNews(tx *store.Tx, from, to model.PersonID) error {
	b.news.begin()
	for n, err := range tx.NewsInBrief(from, to) {
		damaged, err := store.Damaged(err)
		switch short, ok := packNews(n); {
		case err != nil:
			return err
		case damaged:
			b.damaged = append(b.damaged, store.Ref{Kind: store.PersonNews, ID: uint64(n.Person)})
		case ok:
			b.news.all = append(b.news.all, owned[told]{n.Person, short})
		}
	}
	return nil
}
