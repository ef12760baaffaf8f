package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/store/kv"
)

// Span is a row of revisions, both ends within.
type Span struct {
	_        struct{} `cbor:",toarray"`
	From, To model.Rev
}

func (s Span) String() string {
	if s.From == s.To {
		return fmt.Sprintf("revision %d", s.From)
	}
	return fmt.Sprintf("revisions %d to %d", s.From, s.To)
}

// LostRevisions are revisions of which the journal has lost the entry, or what
// stood before it, and a repair has said so in an entry of its own.
type LostRevisions struct {
	Span
	After time.Time // when the last change before them was made; zero: there is none
	Known time.Time // when the repair was made
}

func (l LostRevisions) String() string {
	after := ""
	if !l.After.IsZero() {
		after = ", after " + l.After.Format("2006-01-02 15:04") + ","
	}
	return fmt.Sprintf("%s%s lost: known since the repair of %s", l.Span, after, l.Known.Format("2006-01-02 15:04"))
}

// checkJournal reads every entry and its images: the revisions follow one
// another and neither goes without the other, but for those that a repair has
// declared lost. It returns the revision that must stand under each key, and
// whether the journal is whole: if not, must is only what the rest of it says.
func (tx *Tx) checkJournal(out *Checked) (must map[string]model.Rev, whole bool) {
	must = map[string]model.Rev{}
	before := len(out.Faults)
	var gaps []gap
	last, at := model.Rev(0), time.Time{}
	for c, err := range tx.ChangesSince(0) {
		out.Changes++
		where := fmt.Sprintf("journal revision %d", c.Rev)
		if c.Rev != last+1 {
			gaps = append(gaps, gap{Span{From: last + 1, To: c.Rev - 1}, at, Fault{where, fmt.Sprintf("does not follow revision %d", last)}})
		}
		images, imagesErr := tx.imagesOf(c.Rev)
		if errors.Is(imagesErr, ErrNotFound) {
			gaps = append(gaps, gap{Span{From: c.Rev, To: c.Rev}, at, Fault{where, imagesErr.Error()}})
			imagesErr = nil
		}
		if err := errors.Join(err, imagesErr); err != nil {
			out.report(where, err.Error())
		}
		for _, im := range images {
			must[string(im.Key)] = im.Now
			if im.Now == 0 {
				delete(must, string(im.Key))
			}
		}
		for _, s := range c.Lost {
			out.Lost = append(out.Lost, LostRevisions{Span: s, Known: c.At})
		}
		last, at = c.Rev, c.At
	}
	out.judge(gaps)
	for _, rev := range tx.orphanImages() {
		out.report(fmt.Sprintf("images of revision %d", rev), "have no journal entry")
	}
	return must, len(out.Faults) == before
}

// gap is a row of revisions of which something is missing.
type gap struct {
	Span
	after time.Time
	fault Fault // what it is unless a repair has told of it
}

// judge reports the gaps of which no repair has told.
func (c *Checked) judge(gaps []gap) {
	slices.SortFunc(c.Lost, func(a, b LostRevisions) int { return cmp.Compare(a.From, b.From) })
	for _, g := range gaps {
		if !covers(c.Lost, g.Span) {
			c.Faults = append(c.Faults, g.fault)
		}
		for i := range c.Lost {
			if l := &c.Lost[i]; l.From == g.From {
				l.After = g.after
			}
		}
	}
}

// lostRevisions are those that repairs have declared lost, in order.
func (tx *Tx) lostRevisions() (all []LostRevisions) {
	for c, err := range tx.ChangesSince(0) {
		if err != nil {
			continue // told by checkJournal
		}
		for _, s := range c.Lost {
			all = append(all, LostRevisions{Span: s, Known: c.At})
		}
	}
	slices.SortFunc(all, func(a, b LostRevisions) int { return cmp.Compare(a.From, b.From) })
	return all
}

// covers reports whether every revision of a span is among those known.
func covers(known []LostRevisions, s Span) bool {
	for _, l := range known {
		if l.From <= s.From && s.From <= l.To {
			s.From = l.To + 1
		}
	}
	return s.From > s.To
}

// orphanImages are the revisions whose images have no entry.
func (tx *Tx) orphanImages() (revs []model.Rev) {
	for k := range tx.r.Ascend(kv.Prefix([]byte{spaceImages})) {
		rev := imagesRev(k)
		if tx.r.Get(journalKey(rev)) == nil && (len(revs) == 0 || revs[len(revs)-1] != rev) {
			revs = append(revs, rev)
		}
	}
	return revs
}

// unaccounted are the revisions up to one of which the entry or the images are
// missing, and of which no repair has told.
func (tx *Tx) unaccounted(upTo model.Rev) (lost []Span) {
	known := tx.lostRevisions()
	add := func(from, to model.Rev) {
		for rev := from; rev <= to; rev++ {
			if covers(known, Span{From: rev, To: rev}) {
				continue
			}
			if n := len(lost); n > 0 && lost[n-1].To == rev-1 {
				lost[n-1].To = rev
			} else {
				lost = append(lost, Span{From: rev, To: rev})
			}
		}
	}
	next := model.Rev(1)
	for c := range tx.ChangesSince(0) {
		add(next, c.Rev-1)
		if _, err := tx.imagesOf(c.Rev); errors.Is(err, ErrNotFound) {
			add(c.Rev, c.Rev)
		}
		next = c.Rev + 1
	}
	add(next, upTo)
	return lost
}
