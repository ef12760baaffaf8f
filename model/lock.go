package model

import (
	"cmp"
	"time"
)

// Lock stands above every state: a locked person is never written to.
type Lock string

// The locks; the zero Lock is none.
const (
	Unlocked     Lock = ""
	OptedOut     Lock = "opted-out"      // she asked for it: only a message of her own opens it
	DoNotContact Lock = "do-not-contact" // the team's, of a person or of everybody at a company; may end
)

// Locks lists the locks that can be set.
func Locks() []Lock { return []Lock{DoNotContact, OptedOut} }

// Locked reports whether a lock holds on the day of now; LockUntil is its last
// day.
func (o Outreach) Locked(now time.Time) bool { return lockHolds(o.Lock, o.LockUntil, DateOf(now)) }

func lockHolds(l Lock, until, today Date) bool {
	return l != Unlocked && (!until.Known() || today <= DateOf(until.Last()))
}

// Locked reports whether nobody at the company is written to on the day of now.
func (c *Company) Locked(now time.Time) bool { return lockHolds(c.Lock, c.LockUntil, DateOf(now)) }

// lockText says a lock with its end and reason, as far as there are any.
func lockText(o Outreach) string {
	s := string(o.Lock)
	if o.LockUntil.Known() {
		s += " until " + o.LockUntil.String()
	}
	if o.LockWhy != "" {
		s += " (" + o.LockWhy + ")"
	}
	return s
}

// lockPart is an outreach of which only the lock is left.
func lockPart(o Outreach) Outreach {
	return Outreach{Lock: o.Lock, LockUntil: o.LockUntil, LockWhy: o.LockWhy, LockBy: o.LockBy}
}

// setLock gives an outreach a lock. Where that is another one it begins no sequence
// any more into which somebody was put before.
func setLock(o *Outreach, lock Outreach) {
	if lock.Lock != Unlocked && lockPart(lock) != lockPart(*o) && o.Step == 0 {
		o.Plan = Plan{}
	}
	o.Lock, o.LockUntil, o.LockWhy, o.LockBy = lock.Lock, lock.LockUntil, lock.LockWhy, lock.LockBy
}

// CopyLock gives an outreach the lock of another and nothing else of it.
func (o *Outreach) CopyLock(from *Outreach) { setLock(o, *from) }

// Opens reports whether to change from this lock to another would let through
// what she has asked to be spared: an opt-out that is gone, or ends sooner.
func (o *Outreach) Opens(to *Outreach) bool {
	switch {
	case o.Lock != OptedOut:
		return false
	case to.Lock != OptedOut:
		return true
	}
	return to.LockUntil.Known() && (!o.LockUntil.Known() || to.LockUntil < o.LockUntil)
}

// stricter is the lock that holds off more: opted out before do not contact
// before none, without end before a later end; the first where they are equal.
func stricter(a, b Outreach) Outreach {
	if c := cmp.Compare(lockRank(a.Lock), lockRank(b.Lock)); c != 0 {
		if c > 0 {
			return a
		}
		return b
	}
	if a.LockUntil.Known() && (!b.LockUntil.Known() || b.LockUntil > a.LockUntil) {
		return b
	}
	return a
}

// lockRank orders the locks by how much they hold off. One that only a newer
// program knows holds off everything.
func lockRank(l Lock) int {
	switch l {
	case Unlocked:
		return 0
	case DoNotContact:
		return 1
	case OptedOut:
		return 2
	}
	return 3
}

// AbsorbLock gives a company the stricter of its own lock and another's, whose
// names become its own.
func (c *Company) AbsorbLock(other *Company) {
	a, b := c.lockPart(), other.lockPart()
	l := stricter(a, b)
	c.Lock, c.LockUntil, c.LockWhy, c.LockBy = l.Lock, l.LockUntil, l.LockWhy, l.LockBy
}

func (c *Company) lockPart() Outreach {
	return Outreach{Lock: c.Lock, LockUntil: c.LockUntil, LockWhy: c.LockWhy, LockBy: c.LockBy}
}
