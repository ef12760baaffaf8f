package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// asciiSigns are signs and letters with the ASCII that stands for them where a
// terminal has no more; each takes one cell in both.
const asciiSigns = "·- …~ –- —- −- ×x ←< →> “\" ”\" ‘' ’' łl ŁL øo ØO đd ĐD ßs ıi"

// asciiOnly makes a frame ASCII without moving a cell: signs have a form of
// their own, accents go, and what then remains of a name is a ? a cell.
func asciiOnly(frame string) string {
	var b strings.Builder
	b.Grow(len(frame))
	for frame != "" {
		i := strings.IndexFunc(frame, func(r rune) bool { return r >= 0x80 })
		if i < 0 {
			i = len(frame)
		}
		b.WriteString(frame[:i])
		if frame = frame[i:]; frame == "" {
			break
		}
		char, w := ansi.FirstGraphemeCluster(frame, ansi.GraphemeWidth)
		frame = frame[len(char):]
		if w > 0 {
			b.WriteString(asciiFor(char, w))
		}
	}
	return b.String()
}

func asciiFor(char string, w int) string {
	if at := strings.Index(asciiSigns, char); at >= 0 {
		return asciiSigns[at+len(char) : at+len(char)+1]
	}
	if base := norm.NFD.String(char)[0]; base < 0x80 && w == 1 {
		return string(rune(base))
	}
	return strings.Repeat("?", w)
}
