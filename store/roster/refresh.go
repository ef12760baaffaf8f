package roster

import (
	"errors"
	"iter"
	"slices"

	"talentmap/model"
	"talentmap/store"
)

// refresh reads some people, in order of ID, and the signals at some companies
// again and returns the snapshot that has them. It is one transaction, so both
// must be few. A snapshot that could not be completed is dropped.
func (r *Roster) refresh(people []model.PersonID, companies []model.CompanyID) (*Snapshot, error) {
	u := r.update()
	err := r.store.View(func(tx *store.Tx) error {
		for _, id := range companies {
			if err := u.readCompany(tx, id); err != nil {
				return err
			}
		}
		for len(people) > 0 {
			n, _ := pageOf(people[0])
			end, _ := slices.BinarySearch(people, idAt(n+1, 0))
			if err := u.readPage(tx, n, people[:end]); err != nil {
				return err
			}
			people = people[end:]
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	u.finish()
	return u.next, nil
}

// update is a snapshot in the making.
type update struct {
	next    *Snapshot // begins as the newest one
	builder builder
	damaged map[store.Ref]bool
	bodies  map[int]*body                // new bodies by page
	stale   map[int]*slots               // whose ranks have to be counted again
	signals map[model.CompanyID][]signal // what was read of companies
	scratch []signal
	news    []told
}

func (r *Roster) update() update {
	return update{
		next: r.sharing(), builder: builder{now: r.clock()}, damaged: r.damaged,
		bodies: map[int]*body{}, stale: map[int]*slots{}, signals: map[model.CompanyID][]signal{},
	}
}

func (u *update) outdate(page, slot int) {
	if u.stale[page] == nil {
		u.stale[page] = new(slots)
	}
	u.stale[page].add(slot)
}

// readCompany reads the signals at a company and notes who works there.
func (u *update) readCompany(tx *store.Tx, id model.CompanyID) error {
	if err := u.readSignalsAt(tx, id); err != nil {
		return err
	}
	u.outdateStaff(tx, id)
	return nil
}

// outdateStaff has the ranks of those who work at a company counted again.
func (u *update) outdateStaff(tx *store.Tx, id model.CompanyID) {
	for _, p := range tx.PeopleAt(id) {
		n, slot := pageOf(p)
		if b := u.next.page(n); b != nil && b.entries[slot].company == id {
			u.outdate(n, slot)
		}
	}
}

func (u *update) readSignalsAt(tx *store.Tx, id model.CompanyID) error {
	all, err := u.packed(store.Ref{Kind: store.CompanySignals, ID: uint64(id)}, tx.SignalsAt(id))
	u.signals[id] = slices.Clone(all)
	return err
}

// readPage makes the body of a page in which some people are read again.
func (u *update) readPage(tx *store.Tx, n int, ids []model.PersonID) error {
	old := u.next.page(n)
	u.builder.begin()
	for slot := range pageSize {
		switch {
		case len(ids) > 0 && ids[0] == idAt(n, slot):
			u.outdate(n, slot)
			if err := u.readPerson(tx, ids[0]); err != nil {
				return err
			}
			ids = ids[1:]
		case old == nil:
			u.builder.empty()
		default:
			u.builder.keep(old.body)
		}
	}
	u.bodies[n] = u.builder.body()
	return nil
}

// readPerson fills the builder's next slot with a person and her own signals.
func (u *update) readPerson(tx *store.Tx, id model.PersonID) error {
	ref := store.Ref{Kind: store.People, ID: uint64(id)}
	p, err := tx.Person(id)
	delete(u.damaged, ref)
	switch {
	case errors.Is(err, store.ErrNotFound):
		u.builder.empty()
		return nil
	case errors.Is(err, store.ErrDamaged):
		u.damaged[ref] = true
		u.builder.empty()
		return nil
	case err != nil:
		return err
	}
	own, err := u.packed(store.Ref{Kind: store.PersonSignals, ID: uint64(id)}, tx.SignalsOf(id))
	if err != nil {
		return err
	}
	err = u.readNews(tx, id)
	u.builder.add(&p, own, u.news)
	return err
}

// readNews reads what has been told of a person.
func (u *update) readNews(tx *store.Tx, id model.PersonID) error {
	u.news = u.news[:0]
	ref := store.Ref{Kind: store.PersonNews, ID: uint64(id)}
	delete(u.damaged, ref)
	for n, err := range tx.NewsInBrief(id, id+1) {
		damaged, err := store.Damaged(err)
		if err != nil {
			return err
		}
		if damaged {
			u.damaged[ref] = true
			continue
		}
		if short, ok := packNews(n); ok {
			u.news = append(u.news, short)
		}
	}
	return nil
}

// packed reads the signals of one subject; valid until the next call.
func (u *update) packed(ref store.Ref, all iter.Seq2[model.Signal, error]) ([]signal, error) {
	u.scratch = u.scratch[:0]
	delete(u.damaged, ref)
	for s, err := range all {
		switch {
		case errors.Is(err, store.ErrDamaged):
			u.damaged[ref] = true
			continue
		case err != nil:
			return nil, err
		}
		if short, ok := pack(&s); ok {
			u.scratch = append(u.scratch, short)
		}
	}
	return u.scratch, nil
}

// finish puts the new pages into the snapshot. Ranks that are known for a day
// stay so: only those of the stale slots are counted again.
func (u *update) finish() {
	s := u.next
	s.companies = s.companies.with(u.signals)
	most := len(s.pages)
	for n := range u.bodies {
		most = max(most, n+1)
	}
	pages := make([]*page, most)
	copy(pages, s.pages)
	s.pages = pages
	for n, which := range u.stale {
		old, now := pages[n], u.bodies[n]
		if old != nil {
			s.count -= old.count
		}
		if now == nil {
			now = old.body
		}
		s.count += now.count
		pages[n] = s.renewed(old, now, which)
	}
}

// renewed is a page with a body, which may be its old one, and with the ranks
// that are known of the page; nil for a page without people.
func (s *Snapshot) renewed(old *page, now *body, stale *slots) *page {
	if now.count == 0 {
		return nil
	}
	pg := &page{body: now}
	if old != nil {
		if r := old.ranks.Load(); r != nil {
			pg.ranks.Store(s.recount(now, r, stale))
		}
	}
	return pg
}
