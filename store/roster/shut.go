package roster

import (
	"errors"
	"maps"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// shut are the companies that are left alone: nobody who works there is in the
// queue while the lock holds. It is never changed; with gives a new one.
type shut map[model.CompanyID]shutUntil

// shutUntil is the lock of a company.
type shutUntil struct {
	lock  model.Lock
	until model.Date
}

// on reports whether a company is left alone on a day.
func (s shut) on(id model.CompanyID, day time.Time) bool {
	if len(s) == 0 || id == 0 {
		return false
	}
	l, ok := s[id]
	return ok && model.Outreach{Lock: l.lock, LockUntil: l.until}.Locked(day)
}

func (s shut) with(changed shut) shut {
	next := maps.Clone(s)
	if next == nil {
		next = shut{}
	}
	for id, l := range changed {
		if next[id] = l; l.lock == model.Unlocked {
			delete(next, id)
		}
	}
	return next
}

// readShut reads the locks of all companies.
func (r *Roster) readShut(tx *store.Tx) (shut, error) {
	all := shut{}
	for c, err := range tx.LockedCompanies() {
		damaged, err := store.Damaged(err)
		switch {
		case err != nil:
			return nil, err
		case damaged:
			r.damaged[store.Ref{Kind: store.Companies, ID: uint64(c.ID)}] = true
		default:
			all[c.ID] = shutUntil{c.Lock, c.LockUntil}
		}
	}
	return all, nil
}

// reshut reads the locks of some companies again, and publishes where one has
// changed. It is one short read.
func (r *Roster) reshut(ids []model.CompanyID) error {
	u := r.update()
	changed := shut{}
	err := r.store.View(func(tx *store.Tx) error {
		for _, id := range ids {
			ref := store.Ref{Kind: store.Companies, ID: uint64(id)}
			delete(r.damaged, ref)
			c, err := tx.Company(id)
			damaged, err := store.Damaged(err)
			switch {
			case errors.Is(err, store.ErrNotFound):
			case err != nil:
				return err
			case damaged:
				r.damaged[ref] = true
				continue
			}
			if now := (shutUntil{c.Lock, c.LockUntil}); now != u.next.shut[id] {
				changed[id] = now
				u.outdateStaff(tx, id)
			}
		}
		return nil
	})
	if err != nil || len(changed) == 0 {
		return err
	}
	u.next.shut = u.next.shut.with(changed)
	u.finish()
	r.publish(u.next)
	return nil
}
