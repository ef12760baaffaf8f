package format

import (
	"fmt"
	"slices"
	"strings"
)

// As says what a file is, where its header does not: the zero As leaves it to
// the header.
type As struct {
	Dialect string  // one of [Dialects], in any case; "" detects it
	Mapping Mapping // what some columns fill; the others as the dialect has them

	archive bool // inside an archive
}

// Validate says what is wrong with an As; nil when it can be used.
func (as As) Validate() error {
	if as.Dialect != "" && as.named() == nil {
		return fmt.Errorf("no dialect is called %q: choose one of %s", as.Dialect, strings.Join(Dialects(), ", "))
	}
	return as.Mapping.Validate()
}

func (as As) named() *dialect {
	i := slices.IndexFunc(dialects, func(d *dialect) bool { return as.Dialect != "" && fold(d.name) == fold(as.Dialect) })
	if i < 0 {
		return nil
	}
	return dialects[i]
}

// dialect is the one named, nil where none is or it is of another kind.
func (as As) dialect(k kind) *dialect {
	if d := as.named(); d != nil && d.kind == k {
		return d
	}
	return nil
}
