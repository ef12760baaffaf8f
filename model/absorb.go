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

// oneOutreach is the place of one person who had two.
func oneOutreach(a, b Outreach) Outreach {
	lock := stricter(lockPart(a), lockPart(b))
	out, rest := a, b
	if b.LastTouch.After(a.LastTouch) || a.LastTouch.IsZero() && b.LastTouch.IsZero() && a.Current() == Mapped {
		out, rest = b, a
	}
	setLock(&out, lock)
	if out.Owner == "" {
		out.Owner = rest.Owner
	}
	if rest.Next.Known() && (!out.Next.Known() || rest.Next < out.Next) {
		out.Next = rest.Next
	}
	out.Research.unite(&rest.Research)
	return out
}
