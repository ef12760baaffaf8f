package model

import "strings"

// ParseLock reads a lock by its name, in any case; ok is false for a text that is
// none. An empty one is [Unlocked].
func ParseLock(s string) (l Lock, ok bool) {
	for _, l := range []Lock{Unlocked, OptedOut, DoNotContact} {
		if strings.EqualFold(strings.TrimSpace(s), string(l)) {
			return l, true
		}
	}
	return Unlocked, false
}

// ParseResearchItem reads one of the six items by its name, in any case.
func ParseResearchItem(s string) (item ResearchItem, ok bool) {
	for i := range len(Research{}) {
		if SameText(s, ResearchItem(i).String()) {
			return ResearchItem(i), true
		}
	}
	return 0, false
}

// looked are the names of how far an item is, for files.
var looked = [...]string{ItemOpen: "open", ItemFound: "found", ItemNone: "none found"}

func (l Looked) String() string { return looked[l] }

// ParseLooked reads how far an item is, by its name in any case.
func ParseLooked(s string) (l Looked, ok bool) {
	for i, name := range looked {
		if SameText(s, name) {
			return Looked(i), true
		}
	}
	return ItemOpen, false
}
