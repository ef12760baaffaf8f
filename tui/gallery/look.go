package gallery

import (
	"fmt"
	"strings"

	"talentmap/tui"
)

// Look is how a session draws.
type Look int

// The looks.
const (
	Dark Look = iota
	Light
	Plain // without colours
	ASCII // without colours, and without signs beyond ASCII
	Aloud // to be read by a screen reader
)

var looks = [...]string{Dark: "dark", Light: "light", Plain: "plain", ASCII: "ascii", Aloud: "aloud"}

func (l Look) String() string { return looks[l] }

// next is the look after this one.
func (l Look) next() Look { return (l + 1) % Look(len(looks)) }

// ParseLook reads a look by its name.
func ParseLook(name string) (Look, error) {
	for l, known := range looks {
		if name == known {
			return Look(l), nil
		}
	}
	return 0, fmt.Errorf("there is no look %q: it is %s", name, strings.Join(looks[:], ", "))
}

// terminal is what a session is told of a terminal that has the look.
func (l Look) terminal() tui.Terminal {
	return tui.Terminal{NoColour: l == Plain || l == ASCII, ASCII: l == ASCII, ScreenReader: l == Aloud}
}
