package store

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// Contents counts what a database holds.
type Contents struct {
	People, Touches, Maps, Changes int
	Last                           Change // the newest; the zero Change where there is none
}

// Share is one person's part of some changes.
type Share struct {
	Actor   string
	Changes int // without the saves
	Saves   int // drafts saved as they were typed
}

// Comparison is what a restore would change.
type Comparison struct {
	Backup, Present Contents
	// Unread is why the present database could not be read; nil where it could.
	// It wraps [os.ErrNotExist] where there is none.
	Unread error
	// Lost are the changes that only the present database has, by whom, the
	// largest part first.
	Lost []Share
	// Gained is how many changes only the backup has.
	Gained int
}

// Compare looks at what [Restore] would change, and changes nothing. The error
// is a backup that can't be read, or a present database that is open elsewhere:
// a [HeldError]. Neither file is verified, and bbolt can crash on a badly
// damaged one: compare in a process of its own.
func Compare(path, backup string) (c Comparison, err error) {
	old, err := Open(backup, Options{ReadOnly: true})
	if err != nil {
		return c, err
	}
	defer old.Close()
	if c.Backup, err = contents(old); err != nil {
		return c, fmt.Errorf("read %s: %w", backup, err)
	}
	present, err := Open(path, Options{ReadOnly: true})
	var held *HeldError
	switch {
	case errors.As(err, &held):
		return c, err
	case err != nil:
		c.Unread = err
		return c, nil
	}
	defer present.Close()
	c.Present, err = contents(present)
	if err == nil {
		err = c.compareJournals(old, present)
	}
	c.Unread = err
	return c, nil
}

func contents(s *Store) (c Contents, err error) {
	err = s.View(func(tx *Tx) (err error) {
		for space, n := range map[byte]*int{spacePerson: &c.People, spaceTouch: &c.Touches, spaceMap: &c.Maps, spaceJournal: &c.Changes} {
			for range tx.r.Ascend(kv.Prefix([]byte{space})) {
				*n++
			}
		}
		for c.Last, err = range tx.Changes() {
			return err
		}
		return nil
	})
	return c, err
}

// compareJournals goes back from the present's newest change to the first that
// both have: before it they are one.
func (c *Comparison) compareJournals(old, present *Store) error {
	by := map[string]Share{}
	common := model.Rev(0)
	err := old.View(func(was *Tx) error {
		return present.View(func(is *Tx) error {
			for now, err := range is.Changes() {
				if err != nil {
					return err
				}
				then, err := was.change(now.Rev)
				if err == nil && then.At.Equal(now.At) && then.Actor == now.Actor {
					common = now.Rev
					return nil
				}
				by[now.Actor] = by[now.Actor].with(now)
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	for _, s := range by {
		c.Lost = append(c.Lost, s)
	}
	slices.SortFunc(c.Lost, func(a, b Share) int {
		return cmp.Or(b.Changes-a.Changes, b.Saves-a.Saves, cmp.Compare(a.Actor, b.Actor))
	})
	c.Gained = int(c.Backup.Last.Rev - common)
	return nil
}

func (s Share) with(c Change) Share {
	s.Actor = c.Actor
	if c.Quiet {
		s.Saves++
	} else {
		s.Changes++
	}
	return s
}

// Missing reports whether there is no present database at all.
func (c *Comparison) Missing() bool { return errors.Is(c.Unread, os.ErrNotExist) }
