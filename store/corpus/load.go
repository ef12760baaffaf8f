package corpus

import (
	"context"

	"talentmap/model"
	"talentmap/store"
)

// peopleAtOnce is how many people are read in one go, with what was sent to them:
// well under 50 ms.
const peopleAtOnce = 512

// messagesAtOnce is how many messages are gathered before they make a shelf, so that
// a load needs little more room than what it leaves.
const messagesAtOnce = 8192

// load reads everybody.
func (c *Corpus) load(ctx context.Context) error {
	l := loading{teller: teller{now: c.clock()}}
	var err error
	if l.next.rev, err = c.store.Rev(); err != nil {
		return err
	}
	for more := true; more; {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := c.store.View(func(tx *store.Tx) (err error) { more, err = l.read(tx); return err }); err != nil {
			return err
		}
	}
	l.shelve()
	if len(l.next.shelves) > 1 {
		l.next.shelves = joined(l.next.shelves)
	}
	l.count()
	c.publish(&l.next)
	c.once.Do(func() { close(c.loaded) })
	return nil
}

// count counts what everybody adds.
func (l *loading) count() {
	var terms []term
	var names []name
	for _, p := range l.next.pages {
		terms, names = append(terms, p.terms...), append(names, p.names...)
	}
	l.next.terms, l.next.names = counted(terms), counted(names)
}

// joined is as few shelves as can hold all messages.
func joined(shelves []*shelf) (out []*shelf) {
	for len(shelves) > 0 {
		n, messages := 0, 0
		for n < len(shelves) && messages+len(shelves[n].messages) <= mostOnShelf {
			messages += len(shelves[n].messages)
			n++
		}
		out = append(out, united(shelves[:n], nothingGone))
		shelves = shelves[n:]
	}
	return out
}

// loading is a snapshot in the making.
type loading struct {
	next   Snapshot
	teller teller
	maker  pageMaker
	pile   pile
	id     model.PersonID // the last one that was read
}

// read reads the next people; more is false where there are none left.
func (l *loading) read(tx *store.Tx) (more bool, err error) {
	var some []model.Person
	from := l.id + 1
	for p, err := range tx.People(from) {
		damaged, err := store.Damaged(err)
		if err != nil {
			return false, err
		}
		if damaged {
			continue
		}
		if some = append(some, p); len(some) == peopleAtOnce {
			break
		}
	}
	if len(some) == 0 {
		if l.maker.slot > 0 {
			l.turn()
		}
		return false, nil
	}
	for i := range some {
		l.person(&some[i])
	}
	return true, l.sent(tx, some, from)
}

// person takes in a person.
func (l *loading) person(p *model.Person) {
	n, slot := pageOf(p.ID)
	for len(l.next.pages) < n {
		l.turn()
	}
	for l.maker.slot < slot {
		l.maker.put(adds{}, false)
	}
	l.maker.put(l.teller.of(p), true)
	l.next.people++
	l.id = p.ID
}

func (l *loading) turn() { l.next.pages = append(l.next.pages, l.maker.made()) }

// sent takes in what was sent to some people.
func (l *loading) sent(tx *store.Tx, people []model.Person, from model.PersonID) error {
	at := 0
	for t, err := range tx.TouchesIn(from, l.id+1) {
		damaged, err := store.Damaged(err)
		if err != nil {
			return err
		}
		for at < len(people) && people[at].ID < t.Person {
			at++
		}
		if damaged || at == len(people) || people[at].ID != t.Person {
			continue
		}
		if l.pile.add(&t, &people[at]); len(l.pile.messages) == messagesAtOnce {
			l.shelve()
		}
	}
	return nil
}

func (l *loading) shelve() {
	if s := l.pile.shelf(); s != nil {
		l.next.shelves = append(l.next.shelves, s)
	}
}
