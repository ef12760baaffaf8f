package person

import (
	"fmt"

	"talentmap/model"
)

// when is the day of news, or the days between which it was.
func when(n *model.News) string {
	switch {
	case n.NotBefore.Known() && n.Date.Known() && n.NotBefore != n.Date:
		return fmt.Sprintf("between %s and %s", n.NotBefore, n.Date)
	case n.Date.Known():
		return n.Date.String()
	case n.Seen.Known():
		return "seen " + n.Seen.String()
	}
	return "some time"
}

// fromTo is what was and what is.
func fromTo(n *model.News) string {
	if n.From != "" && n.To != "" {
		return n.From + " → " + n.To
	}
	return n.From + n.To
}
