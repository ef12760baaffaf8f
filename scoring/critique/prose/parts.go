package prose

import (
	"strings"
)

// Part is which part of a message something stands in.
type Part uint8

// The parts of a message.
const (
	Body     Part = iota
	Greeting      // Hi Ada,
	Closing       // Best, Tom, and the signature
	Quoted        // an earlier message below or between
)

// segment is a part of a text from a byte on, up to where the next one begins.
type segment struct {
	from int
	part Part
}

// line is a line of a text with its words.
type line struct {
	start, end  int // end is before the line break
	first, stop int // of the scanned words
}

func (l line) blank(src string) bool { return strings.TrimSpace(src[l.start:l.end]) == "" }

// splitLines appends the lines of a text.
func splitLines(src string, raws []rawWord, lines []line) []line {
	word := 0
	for at := 0; at <= len(src); {
		n := strings.IndexByte(src[at:], '\n')
		if n < 0 {
			n = len(src) - at
		}
		l := line{start: at, end: at + n, first: word}
		for word < len(raws) && raws[word].start < l.end {
			word++
		}
		l.stop = word
		lines = append(lines, l)
		at += n + 1
	}
	return lines
}

// message finds the parts of a text.
type message struct {
	src    string
	lines  []line
	raws   []rawWord
	folded string
	parts  []Part // of each line; the greeting may end within its line
}

// partsOf are the segments of a text, the first of them from 0.
func partsOf(src string, lines []line, raws []rawWord, folded string) []segment {
	m := &message{src: src, lines: lines, raws: raws, folded: folded, parts: make([]Part, len(lines))}
	m.markQuoted()
	from, end := m.greeting()
	m.markClosing(end)
	var out []segment
	add := func(at int, p Part) {
		if n := len(out); n == 0 || out[n-1].part != p {
			out = append(out, segment{at, p})
		}
	}
	for i, l := range lines {
		if end > l.start && from < l.end && end > from {
			add(l.start, m.parts[i])
			add(from, Greeting)
			add(min(end, l.end), m.parts[i])
			continue
		}
		add(l.start, m.parts[i])
	}
	return out
}

// word is the folded text of a scanned word without apostrophes.
func (m *message) word(i int) string { return bare(m.folded[m.raws[i].from:m.raws[i].to]) }

// text is up to n folded words of a line.
func (m *message) text(l line, n int) string {
	var b strings.Builder
	for i := l.first; i < min(l.stop, l.first+n); i++ {
		if i > l.first && !(m.raws[i].form&Sign != 0 && m.raws[i].gap == 0) {
			b.WriteByte(' ')
		}
		b.WriteString(m.word(i))
	}
	return b.String()
}

// isNames reports whether words from i to before end look like names: capitals,
// three at most, or a word in capitals between them.
func (m *message) isNames(i, end int) bool {
	if end <= i || end-i > 4 {
		return false
	}
	for ; i < end; i++ {
		if m.raws[i].form&(Capital|Sign) == 0 && !particles[m.word(i)] {
			return false
		}
	}
	return true
}

// particles stand within a name in small letters.
var particles = set("de del della di da do dos van von der den ter la le el al bin y e zu")
