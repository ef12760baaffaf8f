package store

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"talentmap/model"
)

// undoing is an undo, or a redo, at work: a redo takes back undos.
type undoing struct {
	actor string
	redo  bool
	steps []Change    // newest first
	revs  []model.Rev // theirs, ascending
	// after is the revision that will stand under each key that the steps
	// touch, 0 for nothing; while they are planned, what will stand by then.
	after   map[string]model.Rev
	planned bool
	files   bool // files have told of people at all
	listed  map[model.PersonID]string

	locked []model.PersonID // whose opt-out stays, those of steps that are done

	now      time.Time
	takeBack time.Duration // for how long a touch that went out can be taken back
}

// ours reports whether rev is of a change that is being taken back.
func (u *undoing) ours(rev model.Rev) bool {
	_, found := slices.BinarySearch(u.revs, rev)
	return found
}

// by is what the journal says of one step.
func (u *undoing) by(c Change) Actor {
	a := Actor{Name: u.actor, What: "took back: " + c.What, Import: c.Import, undoes: c.Rev}
	if u.redo {
		a.What, a.redoes = "again: "+c.What, c.Undoes
	}
	return a
}

// done is what the whole is called: by its latest change that is somebody's.
func (u *undoing) done(records int) Undone {
	slices.Sort(u.locked)
	u.locked = slices.Compact(u.locked)
	if u.redo {
		c := u.steps[len(u.steps)-1]
		return Undone{What: c.What, Rev: c.Undoes, Records: records}
	}
	c := u.steps[max(slices.IndexFunc(u.steps, func(c Change) bool { return !c.Clock }), 0)]
	return Undone{What: c.What, Rev: c.Rev, Records: records, Locked: len(u.locked)}
}

func (u *undoing) refuse(c Change, why error) error {
	if u.redo {
		return fmt.Errorf("%q can't be done again: %w", c.What, why)
	}
	return fmt.Errorf("%q can't be taken back: %w", c.What, why)
}

// takeBack takes back the steps that find names, each in a transaction of its
// own. In the moment they are found all of them are tried first: it is all or
// nothing, unless the disk fails or somebody changes one of the records before its
// turn comes. Then the journal says which steps are done, and the same call goes on
// with the others.
func (s *Store) takeBack(u *undoing, find func(*Tx) ([]Change, error)) (Undone, error) {
	u.now, u.takeBack = s.clock(), s.cadence.TakeBack
	err := s.View(func(tx *Tx) (err error) {
		if u.steps, err = find(tx); err != nil {
			return err
		}
		u.revs = revsOf(u.steps)
		return tx.plan(u)
	})
	if err != nil {
		return Undone{}, err
	}
	records := 0
	for i, c := range u.steps {
		n, locked := 0, []model.PersonID(nil)
		if _, err := s.Edit(u.by(c), func(tx *Tx) (err error) {
			tx.max = 0 // it writes no more than the step did, which may be of an older program
			n, locked, err = tx.takeBack(c, u)
			return err
		}); err != nil {
			return u.done(records), u.brokenOff(i, err)
		}
		records += n
		u.locked = append(u.locked, locked...)
	}
	return u.done(records), nil
}

// brokenOff is an error after some of the steps, with how to go on.
func (u *undoing) brokenOff(done int, err error) error {
	if done == 0 {
		return err
	}
	verb, again := "taken back", "undo"
	if u.redo {
		verb, again = "done again", "redo"
	}
	return fmt.Errorf("%d of %d parts of %q are %s, %s once more for the rest: %w", done, len(u.steps), u.done(0).What, verb, again, err)
}

// plan tries the steps, each as if those before it were done.
func (tx *Tx) plan(u *undoing) error {
	u.after = map[string]model.Rev{}
	var bringing []Change
	for _, c := range u.steps {
		images, err := tx.mayTakeBack(c, u)
		if err != nil {
			return err
		}
		brings := false
		for _, im := range images {
			if u.after[string(im.Key)], err = im.before(); err != nil {
				return err
			}
			brings = brings || im.Old != nil
		}
		if brings {
			bringing = append(bringing, c)
		}
	}
	u.planned = true
	for _, c := range bringing {
		images, err := tx.imagesOf(c.Rev)
		if err != nil {
			return err
		}
		if err := tx.mayReturn(c, images, u); err != nil {
			return err
		}
	}
	return nil
}

// mayTakeBack returns the before-images of c, or the reason why they can't be
// put back: a record was changed since, or something hangs on one that would go.
func (tx *Tx) mayTakeBack(c Change, u *undoing) ([]image, error) {
	images, err := tx.imagesOf(c.Rev)
	if err != nil {
		return nil, err
	}
	mapped, err := tx.mapped(u, images)
	if err != nil {
		return nil, err
	}
	if u.listed, err = tx.shortlisted(u, images); err != nil {
		return nil, err
	}
	u.files = tx.holdsAny(spaceStatement) || tx.holdsAny(spaceNews)
	images = slices.DeleteFunc(images, func(im image) bool { return tx.typedOn(im, u) })
	if err := tx.mayReopen(c, images, u); err != nil {
		return nil, u.refuse(c, err)
	}
	for _, im := range images {
		if err := tx.unchangedSince(c, im, u); err != nil {
			return nil, err
		}
		if im.Old != nil || im.Now == 0 {
			continue
		}
		if err := tx.mayGo(c, im, u, mapped, images); err != nil {
			return nil, u.refuse(c, err)
		}
	}
	return images, nil
}

// unchangedSince refuses when a record of c is no longer as c left it.
func (tx *Tx) unchangedSince(c Change, im image, u *undoing) error {
	now, ok := u.after[string(im.Key)]
	if !ok || u.planned {
		var err error
		if now, err = tx.stands(im.Key); err != nil {
			return err
		}
	}
	if now == im.Now {
		return nil
	}
	later, err := tx.change(now)
	if err == nil && u.ours(later.Undoes) { // an earlier step has left a lock standing
		return nil
	}
	if now < c.Rev { // removed, or an older state put back
		later, err = tx.lastTouching(refOf(im.Kind, im.Key))
	}
	if err != nil {
		return err
	}
	return u.refuse(c, fmt.Errorf("%s was %w", tx.called(im.Key), sinceBy(later)))
}

// typedOn reports whether a record is a draft into which the actor has typed
// since: the newer text stays, and stands in nobody's way. Nor does a version of it
// that has gone since.
func (tx *Tx) typedOn(im image, u *undoing) bool {
	if im.Kind != Drafts && im.Kind != DraftVersions {
		return false
	}
	now, err := tx.stands(im.Key)
	if im.Kind == DraftVersions {
		return err == nil && now != im.Now // others were kept since, and this one went
	}
	var was model.Draft // what is, or was, on its way is nobody's text to type over
	if im.Old != nil {
		if _, err := tx.codec.open(im.Key, im.Old, &was); err != nil || was.OnItsWay() {
			return false
		}
	}
	if d, err := tx.Draft(model.PersonID(lastID(im.Key))); err == nil && d.OnItsWay() {
		return false
	}
	if err != nil || now <= im.Now {
		return false
	}
	later, err := tx.change(now)
	return err == nil && later.Quiet && later.Actor == u.actor
}

// sinceBy is ErrChangedSince with who, when and what.
func sinceBy(c Change) error {
	return fmt.Errorf("%w by %s at %s (%s)", ErrChangedSince, c.Actor, c.At.Format("2006-01-02 15:04"), c.What)
}

// takeBack puts the before-images of c in place again, newest first. A record
// gets back the very bytes it had, with the revision they were written at, so
// that the change before this one can be taken back in turn. A draft by the
// actor goes with its person; an imported company that others use stays, and so
// do the locks of those who have opted out, who are returned.
func (tx *Tx) takeBack(c Change, u *undoing) (records int, locked []model.PersonID, err error) {
	images, err := tx.mayTakeBack(c, u)
	if err != nil {
		return 0, nil, err
	}
	if err := tx.mayReturn(c, images, u); err != nil {
		return 0, nil, err
	}
	for _, im := range companiesLast(images) {
		gone := im.Old == nil
		if gone && im.Kind == Companies && tx.inUse(model.CompanyID(lastID(im.Key)), nil) {
			continue
		}
		kept, err := tx.lockKept(c, im, u)
		if err != nil {
			return 0, nil, err
		}
		if kept {
			records, locked = records+1, append(locked, model.PersonID(lastID(im.Key)))
			continue
		}
		if gone && im.Kind == People {
			id := model.PersonID(lastID(im.Key))
			if err := tx.RemoveDraft(id); err != nil && !errors.Is(err, ErrNotFound) {
				return 0, nil, err
			}
			if err := tx.removeVersions(id); err != nil {
				return 0, nil, err
			}
		}
		if err := tx.restoreImage(im); err != nil {
			return 0, nil, err
		}
		records++
	}
	if err := tx.flushAll(); err != nil { // what is cancelled below may have come back just now
		return 0, nil, err
	}
	return records, locked, tx.cancelLocked(images, u.now)
}

// companiesLast are the images newest first, but the companies at the end: by
// then nobody who goes too is at one.
func companiesLast(images []image) []image {
	back := slices.Clone(images)
	slices.Reverse(back)
	slices.SortStableFunc(back, func(a, b image) int { return last(a) - last(b) })
	return back
}

func last(im image) int {
	if im.Kind == Companies {
		return 1
	}
	return 0
}

// restoreImage makes one record what it was and sets its indexes right.
func (tx *Tx) restoreImage(im image) error {
	t := tables[im.Key[0]]
	var drop, add [][]byte
	var err error
	now := tx.r.Get(im.Key)
	if now != nil {
		if drop, err = t.indexKeys(tx.codec, im.Key, now); err != nil {
			return err
		}
	}
	if im.Old != nil {
		if add, err = t.indexKeys(tx.codec, im.Key, im.Old); err != nil {
			return err
		}
	}
	tx.note(im.Kind, im.Key, now)
	return tx.write(im.Key, im.Old, drop, add)
}

// before is the revision that stood before the change, 0 for none.
func (im *image) before() (model.Rev, error) {
	if im.Old == nil {
		return 0, nil
	}
	rev, _, err := unseal(im.Key, im.Old)
	return rev, err
}
