package theme

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
)

// Colour is one as a terminal is told of it: #rrggbb, a number of the 256-colour
// palette, or [Own]; "" is none.
type Colour string

// Own is the colour that the terminal has by itself.
const Own Colour = "default"

// names are the colours that have names, by their numbers; 8 more of each are
// bright.
var names = [...]string{"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"}

// ParseColour reads a colour as people write it: #rgb or #rrggbb, a number from 0 to
// 255, a name such as blue or bright-blue, or default.
func ParseColour(s string) (Colour, error) {
	if Colour(s) == Own {
		return Own, nil
	}
	name, bright := strings.CutPrefix(s, "bright-")
	if n := slices.Index(names[:], name); n >= 0 {
		if bright {
			n += len(names)
		}
		return Colour(strconv.Itoa(n)), nil
	}
	if n, err := strconv.ParseUint(s, 10, 8); err == nil {
		return Colour(strconv.FormatUint(n, 10)), nil
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok && (len(hex) == 3 || len(hex) == 6) {
		if _, err := strconv.ParseUint(hex, 16, 32); err == nil {
			return Colour(s), nil
		}
	}
	return "", fmt.Errorf("%q is no colour: write #rrggbb, a number from 0 to 255, a name such as blue or bright-blue, or %s", s, Own)
}

// basic reports whether every terminal with colours has this one.
func (c Colour) basic() bool {
	n, err := strconv.Atoi(string(c))
	return c == Own || err == nil && n < 2*len(names)
}

// color is nil for none and for the terminal's own.
func (c Colour) color() color.Color {
	if c == "" || c == Own {
		return nil
	}
	return lipgloss.Color(string(c))
}
