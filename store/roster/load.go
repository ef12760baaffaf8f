package roster

import (
	"context"
	"errors"
	"iter"
	"slices"
	"sync"

	"talentmap/model"
	"talentmap/store"
)

// A read of the store stays well under 50 ms with so many people, or with so
// many signals at companies.
const (
	peopleAtOnce  = 4 * pageSize
	signalsAtOnce = 20_000
)

// publications is about how many snapshots a load publishes: each one has
// whoever looks at the roster look again.
const publications = 64

// load reads everybody, and publishes as it goes.
func (r *Roster) load(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ahead := make(chan struct{})
	go func() {
		defer close(ahead)
		_ = r.store.ReadAhead(ctx) // it only saves time
	}()
	defer func() { cancel(); <-ahead }()
	l := &loading{roster: r, next: r.sharing()}
	rev, err := l.begin()
	if err == nil {
		err = l.readCompanies(ctx)
	}
	if err == nil {
		err = l.readPeople(ctx)
	}
	if err != nil || ctx.Err() != nil {
		return err
	}
	l.next.complete, l.next.rev = true, rev
	r.publish(l.next)
	return nil
}

// loading is a snapshot that gets everybody, page by page from several workers.
type loading struct {
	roster *Roster
	last   model.PersonID

	mu        sync.Mutex
	next      *Snapshot
	published int // how many IDs were done at the last publication
	err       error
}

// begin sees how much there is, and reads the maps, filters, imports and companies
// that are left alone, which are few.
func (l *loading) begin() (rev model.Rev, err error) {
	if rev, err = l.roster.store.Rev(); err != nil {
		return 0, err
	}
	clear(l.roster.damaged)
	s := l.next
	err = l.roster.store.View(func(tx *store.Tx) error {
		l.last = tx.LastPerson()
		var failed error
		s.maps, err = l.roster.readMaps(tx)
		s.filters, failed = ReadFilters(tx)
		err = errors.Join(err, failed)
		s.arrivals, failed = l.roster.readArrivals(tx)
		err = errors.Join(err, failed)
		s.shut, failed = l.roster.readShut(tx)
		return errors.Join(err, failed)
	})
	l.last = max(l.last, s.end()-1)
	s.pages = slices.Grow(slices.Clone(s.pages), int(l.last)/pageSize+1)
	if n, _ := pageOf(l.last); l.last > 0 {
		s.pages = s.pages[:n+1]
	}
	s.companies = shelf{}
	s.done, s.total, s.complete = 0, int(l.last), false
	l.publish()
	return rev, err
}

// publish publishes a copy of what there is so far.
func (l *loading) publish() {
	s := *l.next
	s.pages = slices.Clone(s.pages)
	l.published = s.done
	l.roster.publish(&s)
}

// readCompanies reads the signals at all companies.
func (l *loading) readCompanies(ctx context.Context) error {
	for from, more := model.CompanyID(1), true; more && ctx.Err() == nil; {
		read := map[model.CompanyID][]signal{}
		n := 0
		more = false
		err := l.roster.store.View(func(tx *store.Tx) error {
			for s, err := range tx.CompanySignalsInBrief(from) {
				if n >= signalsAtOnce && read[s.Company] == nil {
					from, more = s.Company, true
					return nil
				}
				n++
				damaged, err := store.Damaged(err)
				if err != nil {
					return err
				}
				if damaged {
					l.roster.damaged[store.Ref{Kind: store.CompanySignals, ID: uint64(s.Company)}] = true
				}
				if short, ok := pack(s); ok && !damaged {
					read[s.Company] = append(read[s.Company], short)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		l.next.companies = l.next.companies.with(read)
	}
	return nil
}

// readPeople reads everybody on all cores.
func (l *loading) readPeople(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	fork((int(l.last)+peopleAtOnce-1)/peopleAtOnce, func(batches iter.Seq[int]) {
		b := &batch{builder: builder{now: l.roster.clock()}}
		for n := range batches {
			if ctx.Err() != nil {
				return
			}
			from := model.PersonID(n*peopleAtOnce + 1)
			to := min(from+peopleAtOnce, l.last+1)
			err := l.roster.store.View(func(tx *store.Tx) error { return b.read(tx, from, to) })
			if err != nil {
				cancel()
			}
			l.put(b, int(to-from), err)
		}
	})
	return l.err
}

// put takes in what a worker has read.
func (l *loading) put(b *batch, ids int, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err != nil {
		l.err = err
		return
	}
	s := l.next
	for i, body := range b.bodies {
		n := b.first + i
		if old := s.pages[n]; old != nil {
			s.count -= old.count
		}
		s.count += body.count
		s.pages[n] = s.renewed(nil, body, nil)
	}
	for _, ref := range b.damaged {
		l.roster.damaged[ref] = true
	}
	s.done += ids
	if s.done-l.published >= s.total/publications {
		l.publish()
	}
}
