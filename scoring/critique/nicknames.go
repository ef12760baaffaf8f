package critique

import (
	_ "embed" // the names
	"slices"
	"strings"
	"sync"

	"talentmap/scoring/critique/prose"
)

//go:embed data/names.txt
var namesText string

// nicknames leads from a given name to what people who bear it are called.
var nicknames = sync.OnceValue(func() map[string][]string {
	all := make(map[string][]string)
	for line := range strings.Lines(namesText) {
		if words := strings.Fields(line); len(words) > 1 && words[0] != "#" {
			name := prose.Fold(words[0])
			all[name] = append(all[name], words[1:]...)
		}
	}
	return all
})

// shortFor reports whether people of a given name are called by a nickname.
func shortFor(name, nickname string) bool { return slices.Contains(nicknames()[name], nickname) }
