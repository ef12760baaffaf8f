package model

import "slices"

// Absorb makes keep the one record of two that are of the same person, and
// returns the names of the fields that changed. What [Unite] does with a row of a
// file is done with other, and beside it what people have found and decided: of
// two locks the stricter stands, of two places in outreach that of the later
// touch, and nothing that anybody found is lost.
func Absorb(keep, other *Person) (fields []string) {
	fields = Unite(keep, other)
	add := func(changed bool, field string) {
		if changed {
			fields = append(fields, field)
		}
	}
	if other.Name != "" && !SameText(keep.Name, other.Name) {
		add(below(&keep.Notes, "also known as "+other.Name), "notes")
	}
	before := keep.Outreach
	keep.Outreach = oneOutreach(keep.Outreach, other.Outreach)
	add(keep.Outreach != before, "outreach")
	slices.Sort(fields)
	return slices.Compact(fields)
}

// oneOutreach is the place of one person who had two: the stricter lock, and the
// state of one of them with its date. Where one was hired or is in the pipeline she
// is not to be sourced, so that state stands; else the one of the later touch does.
func oneOutreach(a, b Outreach) Outreach {
	out, rest := a, b
	if b.before(&a) {
		out, rest = b, a
	}
	lock := stricter(lockPart(a), lockPart(b))
	setLock(&out, lock)
	if out.Owner == "" {
		out.Owner = rest.Owner
	}
	if rest.LastTouch.After(out.LastTouch) {
		out.LastTouch = rest.LastTouch
	}
	if out.Current() == Mapped && !out.Next.Known() {
		out.Next = rest.Next
	}
	out.Research.unite(&rest.Research)
	out.Trail.absorb(&rest.Trail)
	if rest.Kept.On > out.Kept.On {
		out.Kept = rest.Kept
	}
	return out
}

// before reports whether of two places this one stands.
func (o *Outreach) before(other *Outreach) bool {
	if mine, theirs := o.bound(), other.bound(); mine != theirs {
		return mine > theirs
	}
	return o.LastTouch.After(other.LastTouch) ||
		o.LastTouch.IsZero() && other.LastTouch.IsZero() && other.Current() == Mapped && o.Current() != Mapped
}

// bound is how far a process with the person has come.
func (o *Outreach) bound() int {
	switch o.State {
	case Hired:
		return 2
	case Pipeline:
		return 1
	}
	return 0
}

// absorb adds what holds of a person whichever of two trails led to her state.
func (t *Trail) absorb(other *Trail) {
	t.Refused = max(t.Refused, other.Refused)
	t.Answered = max(t.Answered, other.Answered)
	if t.Bounced.Address == "" {
		t.Bounced.Address = other.Bounced.Address
	}
	t.Bounced.Channels |= other.Bounced.Channels
	t.Bounced.Soft = max(t.Bounced.Soft, other.Bounced.Soft)
	if t.Rating == "" {
		t.Rating = other.Rating
	}
}
