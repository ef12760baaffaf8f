package composer

import (
	"fmt"

	"talentmap/model"
	"talentmap/tui/theme"
)

// length is how long a text is, and how that stands to what is best on a channel.
func length(ch model.Channel, words, characters int) (theme.Token, string) {
	l := model.LengthOf(ch)
	size, unit := words, "words"
	if l.Characters {
		size, unit = characters, "characters"
	}
	switch l.Fit(size) {
	case "too long":
		return theme.Bad, fmt.Sprintf("%d %s, %d is the most", size, unit, l.Most)
	case "long":
		return theme.Warm, fmt.Sprintf("%d %s, %d are enough", size, unit, l.Best)
	case "short":
		return theme.Dim, fmt.Sprintf("%d %s of %d–%d", size, unit, l.Least, l.Best)
	}
	if l.Least == 0 {
		return theme.Dim, fmt.Sprintf("%d of %d %s", size, l.Best, unit)
	}
	return theme.Good, fmt.Sprintf("%d %s", size, unit)
}
