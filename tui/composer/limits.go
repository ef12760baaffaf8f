package composer

import (
	"fmt"

	"talentmap/model"
	"talentmap/tui/theme"
)

// length is how long a text is and whether that is right for a channel, in words.
// The numbers are the field's: an e-mail has 50 to 125 words, an InMail 400
// characters, and no more than 1,200.
func length(c model.Channel, words, characters int) (theme.Token, string) {
	switch c {
	case model.Email:
		switch {
		case words > 150:
			return theme.Warm, fmt.Sprintf("%d words, 125 are enough", words)
		case words > 0 && words < 25:
			return theme.Dim, fmt.Sprintf("%d words of 50–125", words)
		}
		return theme.Dim, fmt.Sprintf("%d words", words)
	case model.InMail, model.Message:
		switch {
		case c == model.InMail && characters > 1200:
			return theme.Bad, fmt.Sprintf("%d characters, 1200 is the most", characters)
		case characters > 400:
			return theme.Warm, fmt.Sprintf("%d characters, 400 are enough", characters)
		}
		return theme.Dim, fmt.Sprintf("%d of 400 characters", characters)
	}
	return theme.Dim, fmt.Sprintf("%d words", words)
}
