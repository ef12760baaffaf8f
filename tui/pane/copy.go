package pane

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// mostCopied is the most that is put on a clipboard: more than terminals take as one.
const mostCopied = 64 << 10

// Copy puts a text on the clipboard of the person's terminal (OSC 52), and says what
// was copied: "the message to Ada, 120 words". It is for an action that a person has
// run by a key or a click, and for nothing else.
func Copy(what, text string) tea.Cmd {
	switch {
	case text == "":
		return Request(Toast{Next: "there is nothing to copy"})
	case len(text) > mostCopied:
		return Request(Toast{Bad: true, Text: fmt.Sprintf("nothing was copied: %s has %d bytes, and a clipboard takes %d", what, len(text), mostCopied)})
	}
	return tea.Batch(tea.SetClipboard(text), Request(Toast{Text: "copied " + what}))
}
