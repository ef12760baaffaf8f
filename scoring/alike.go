package scoring

import "strings"

// Alike parts two people's skills: those of both as the first writes them, and those
// of only one. Skills are the same whatever the case and the accents.
func Alike(a, b []string) (both, onlyA, onlyB []string) {
	keys := func(all []string) map[string]bool {
		has := make(map[string]bool, len(all))
		for _, s := range all {
			has[fold(s)] = true
		}
		return has
	}
	inA, inB := keys(a), keys(b)
	for _, s := range a {
		switch {
		case strings.TrimSpace(s) == "":
		case inB[fold(s)]:
			both = append(both, s)
		default:
			onlyA = append(onlyA, s)
		}
	}
	for _, s := range b {
		if strings.TrimSpace(s) != "" && !inA[fold(s)] {
			onlyB = append(onlyB, s)
		}
	}
	return both, onlyA, onlyB
}
