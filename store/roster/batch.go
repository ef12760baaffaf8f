package roster

import (
	"talentmap/model"
	"talentmap/store"
)

// batch is some pages in a row read in one go. Its buffers serve one read after
// the other.
type batch struct {
	builder builder
	signals []owned  // in order of ID
	at      int      // the first signal that was not asked for yet
	own     []signal // those of one person
	first   int      // the first page
	bodies  []*body
	damaged []store.Ref
}

// owned is a signal on a person.
type owned struct {
	person model.PersonID
	signal signal
}

// read reads those with from ≤ ID < to; from is the first ID of a page.
func (b *batch) read(tx *store.Tx, from, to model.PersonID) error {
	b.first, _ = pageOf(from)
	b.bodies, b.damaged = b.bodies[:0], b.damaged[:0]
	if err := b.readSignals(tx, from, to); err != nil {
		return err
	}
	b.builder.begin()
	for p, err := range tx.PeopleInBrief(from, to) {
		damaged, err := damage(err)
		if err != nil {
			return err
		}
		b.upTo(p.ID)
		own := b.signalsOf(p.ID)
		if damaged {
			b.damaged = append(b.damaged, store.Ref{Kind: store.People, ID: uint64(p.ID)})
			continue
		}
		b.builder.add(p, own)
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
	b.signals = b.signals[:0]
	for s, err := range tx.PersonSignalsInBrief(from, to) {
		damaged, err := damage(err)
		switch short, ok := pack(s); {
		case err != nil:
			return err
		case damaged:
			b.damaged = append(b.damaged, store.Ref{Kind: store.PersonSignals, ID: uint64(s.Person)})
		case ok:
			b.signals = append(b.signals, owned{s.Person, short})
		}
	}
	b.at = 0
	return nil
}

// signalsOf are the signals on the next person.
func (b *batch) signalsOf(id model.PersonID) []signal {
	b.own = b.own[:0]
	for ; b.at < len(b.signals) && b.signals[b.at].person <= id; b.at++ {
		if b.signals[b.at].person == id {
			b.own = append(b.own, b.signals[b.at].signal)
		}
	}
	return b.own
}
