package model

// uniteLock gives known the lock of incoming where that is stricter. A laxer one, or
// none, never loosens what holds.
func uniteLock(known, incoming *Outreach) bool {
	lock := stricter(lockPart(*known), lockPart(*incoming))
	if lock == lockPart(*known) {
		return false
	}
	setLock(known, lock)
	return true
}

// unite answers items of the checklist that are open, or where nothing was found, by
// what somebody else has found. What was found stays.
func (r *Research) unite(other *Research) (changed bool) {
	for i, f := range other {
		have := r[i].Looked
		if f.Looked == ItemFound && have != ItemFound || f.Looked == ItemNone && have == ItemOpen {
			r[i], changed = f, true
		}
	}
	return changed
}
