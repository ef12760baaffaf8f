package model

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// Role is an opening whose shortlist comes out of the maps. The shortlist itself is
// judged anew whenever it is looked at; kept are what the role asks for and offers,
// and what people have decided about its list.
type Role struct {
	ID  RoleID `cbor:"1,keyasint"`
	Rev Rev    `cbor:"-"`

	Title    string               `cbor:"2,keyasint"`
	Company  string               `cbor:"3,keyasint,omitempty"`
	Location string               `cbor:"4,keyasint,omitempty"` // "Dublin, Ireland, or remote in Europe"
	Maps     []MapID              `cbor:"5,keyasint,omitempty"` // none: all
	Must     []string             `cbor:"6,keyasint,omitempty"` // must-have skills
	Offers   []Motivator          `cbor:"7,keyasint,omitempty"` // the strongest first
	Opened   Date                 `cbor:"8,keyasint,omitempty"` // zero: not known
	Closed   Date                 `cbor:"9,keyasint,omitempty"` // zero: open
	Origin   Origin               `cbor:"10,keyasint,omitzero"`
	Level    string               `cbor:"11,keyasint,omitempty"` // a title of the level; "": that of Title
	Nice     []string             `cbor:"12,keyasint,omitempty"` // nice-to-have skills
	Words    map[Motivator]string `cbor:"13,keyasint,omitempty"` // what it offers, in words for a letter
	List     Choices              `cbor:"14,keyasint,omitzero"`
}

// Choices are what people have decided about a role's shortlist, and how it stood
// when somebody drew it last. Nobody is both pinned and out.
type Choices struct {
	Pinned  []Entry    `cbor:"1,keyasint,omitempty"` // who stands first, in this order
	Out     []Excluded `cbor:"2,keyasint,omitempty"`
	Drawn   []Entry    `cbor:"3,keyasint,omitempty"` // the list of then, the best first
	DrawnAt time.Time  `cbor:"4,keyasint,omitzero"`
	DrawnBy string     `cbor:"5,keyasint,omitempty"`
}

// Excluded is somebody whom a person has taken off a role's shortlist.
type Excluded struct {
	Person PersonID `cbor:"1,keyasint"`
	Why    string   `cbor:"2,keyasint,omitempty"`
	By     string   `cbor:"3,keyasint,omitempty"`
	On     Date     `cbor:"4,keyasint,omitempty"`
}

// Errors of a shortlist's rules.
var (
	ErrPinned   = errors.New("already pinned")
	ErrUnpinned = errors.New("not pinned")
	ErrExcluded = errors.New("already excluded")
	ErrIncluded = errors.New("not excluded")
	ErrClosed   = errors.New("already closed")
	ErrOpen     = errors.New("open already")
)

// Open reports whether the role is still to be filled.
func (r *Role) Open() bool { return !r.Closed.Known() }

// Close fills the role, or gives it up, on a day.
func (r *Role) Close(on Date) error {
	if !r.Open() {
		return fmt.Errorf("%w on %s", ErrClosed, r.Closed)
	}
	r.Closed = on
	return nil
}

// Reopen opens a closed role again.
func (r *Role) Reopen() error {
	if r.Open() {
		return ErrOpen
	}
	r.Closed = 0
	return nil
}

// DrawsFrom reports whether the role's people come from a map.
func (r *Role) DrawsFrom(id MapID) bool { return len(r.Maps) == 0 || slices.Contains(r.Maps, id) }

// Pin is a person's place among the pinned, from 1; 0 for who is not.
func (c *Choices) Pin(id PersonID) int { return indexOf(c.Pinned, id) + 1 }

// Excluded is why somebody was taken off the list; false for who was not.
func (c *Choices) Excluded(id PersonID) (x Excluded, out bool) {
	i := slices.IndexFunc(c.Out, func(x Excluded) bool { return x.Person == id })
	if i < 0 {
		return x, false
	}
	return c.Out[i], true
}

// DrawnRank is a person's rank when the list was drawn last, from 1; 0 for who was
// not on it.
func (c *Choices) DrawnRank(id PersonID) int { return indexOf(c.Drawn, id) + 1 }

// PinAt pins a person behind those who are pinned already; one who was taken off
// is back with that.
func (c *Choices) PinAt(id PersonID) error {
	if at := c.Pin(id); at > 0 {
		return fmt.Errorf("%w at %d", ErrPinned, at)
	}
	c.Own()
	_ = c.Include(id) // who is not out stays so
	c.Pinned = append(c.Pinned, Entry{Person: id})
	return nil
}

// Unpin has a person stand where the judgement puts her.
func (c *Choices) Unpin(id PersonID) error {
	i := indexOf(c.Pinned, id)
	if i < 0 {
		return ErrUnpinned
	}
	c.Own()
	c.Pinned = slices.Delete(c.Pinned, i, i+1)
	return nil
}

// MovePin changes a pinned person's place by delta (negative is up), stopping at
// the ends, and returns the new one.
func (c *Choices) MovePin(id PersonID, delta int) (place int, err error) {
	i := indexOf(c.Pinned, id)
	if i < 0 {
		return 0, ErrUnpinned
	}
	c.Own()
	e, to := c.Pinned[i], min(max(i+delta, 0), len(c.Pinned)-1)
	c.Pinned = slices.Insert(slices.Delete(c.Pinned, i, i+1), to, e)
	return to + 1, nil
}

// Exclude takes a person off the list, and off the pinned.
func (c *Choices) Exclude(x Excluded) error {
	if was, out := c.Excluded(x.Person); out {
		return fmt.Errorf("%w%s", ErrExcluded, was.since())
	}
	c.Own()
	_ = c.Unpin(x.Person) // who is not pinned stays so
	c.Out = append(c.Out, x)
	return nil
}

// String says who took the person off and why, as far as that is known.
func (x Excluded) String() string {
	text := "taken off" + x.since()
	if x.Why != "" {
		text += ": " + x.Why
	}
	return text
}

func (x Excluded) since() (text string) {
	if x.By != "" {
		text += " by " + x.By
	}
	if x.On.Known() {
		text += " on " + x.On.String()
	}
	return text
}

// Include has somebody who was taken off judged like everybody again.
func (c *Choices) Include(id PersonID) error {
	i := slices.IndexFunc(c.Out, func(x Excluded) bool { return x.Person == id })
	if i < 0 {
		return ErrIncluded
	}
	c.Own()
	c.Out = slices.Delete(c.Out, i, i+1)
	return nil
}

// Draw notes how the list stands now, the best first.
func (c *Choices) Draw(people []PersonID, by string, at time.Time) {
	c.Drawn = make([]Entry, len(people))
	for i, id := range people {
		c.Drawn[i].Person = id
	}
	c.DrawnBy, c.DrawnAt = by, at
}

// Own gives the choices lists of their own, so that changes of a copy do not reach
// what it was copied from.
func (c *Choices) Own() {
	c.Pinned, c.Out, c.Drawn = slices.Clone(c.Pinned), slices.Clone(c.Out), slices.Clone(c.Drawn)
}

// Names reports whether a person stands in any of it.
func (c *Choices) Names(id PersonID) bool {
	_, out := c.Excluded(id)
	return out || c.Pin(id) > 0 || c.DrawnRank(id) > 0
}

// Forget takes a person out of all of it; false where she was not in it.
func (c *Choices) Forget(id PersonID) bool {
	if !c.Names(id) {
		return false
	}
	c.Own()
	hers := func(e Entry) bool { return e.Person == id }
	c.Pinned, c.Drawn = slices.DeleteFunc(c.Pinned, hers), slices.DeleteFunc(c.Drawn, hers)
	c.Out = slices.DeleteFunc(c.Out, func(x Excluded) bool { return x.Person == id })
	return true
}

// Unite makes one of the two records that one person has: she keeps the better
// places of the two, and stays off the list where either was taken off. It reports
// whether other was in it.
func (c *Choices) Unite(keep, other PersonID) bool {
	if !c.Names(other) {
		return false
	}
	c.Own()
	c.Pinned, c.Drawn = oneOf(c.Pinned, keep, other), oneOf(c.Drawn, keep, other)
	x, out := c.Excluded(keep)
	if !out {
		x, out = c.Excluded(other)
	}
	if out {
		_, _, _ = c.Unpin(keep), c.Include(other), c.Include(keep) // as far as she was there
		x.Person = keep
		c.Out = append(c.Out, x)
	}
	return true
}

// oneOf gives keep the first of both places.
func oneOf(list []Entry, keep, other PersonID) []Entry {
	mine, theirs := indexOf(list, keep), indexOf(list, other)
	switch {
	case theirs < 0:
		return list
	case mine < 0:
		list[theirs].Person = keep
		return list
	}
	list[min(mine, theirs)].Person = keep
	return slices.Delete(list, max(mine, theirs), max(mine, theirs)+1)
}
