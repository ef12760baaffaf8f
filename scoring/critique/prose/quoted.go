package prose

import "strings"

// markQuoted marks the lines of an earlier message: those that begin with > and,
// below a line such as "On Monday Ada wrote:" or a head of From, Sent, To, all
// that follow.
func (m *message) markQuoted() {
	for i, l := range m.lines {
		switch text := strings.TrimSpace(m.src[l.start:l.end]); {
		case strings.HasPrefix(text, ">"):
			m.parts[i] = Quoted
		case m.introduces(i):
			m.parts[i] = Quoted
			if !m.marked(i + 1) {
				for j := i; j < len(m.lines); j++ {
					m.parts[j] = Quoted
				}
				return
			}
		}
	}
}

// marked reports whether the next line that is not empty begins with >.
func (m *message) marked(i int) bool {
	for ; i < len(m.lines); i++ {
		if l := m.lines[i]; !l.blank(m.src) {
			return strings.HasPrefix(strings.TrimSpace(m.src[l.start:l.end]), ">")
		}
	}
	return true
}

// introduces reports whether an earlier message begins with a line.
func (m *message) introduces(i int) bool {
	l := m.lines[i]
	n := l.stop - l.first
	if n == 0 || n > 30 {
		return false
	}
	text := strings.TrimSpace(m.src[l.start:l.end])
	if strings.HasPrefix(text, "--") && strings.HasSuffix(text, "--") && n <= 4 {
		return true // -----Original Message-----
	}
	last := m.word(l.stop - 1)
	if strings.HasSuffix(text, ":") && (wrote[last] || n > 3 && wroteInside(m, l)) {
		return n > 3
	}
	return n > 1 && heads[m.word(l.first)] && hasColon(text) && m.headFollows(i+1)
}

// hasColon reports whether a colon stands behind the first word of a line.
func hasColon(text string) bool {
	at := strings.IndexByte(text, ':')
	return at > 0 && !strings.Contains(text[:at], " ") || strings.Contains(text, " :") || strings.Contains(text, ":* ")
}

// wroteInside finds the verb before a name: Am Montag schrieb Ada Example:
func wroteInside(m *message, l line) bool {
	for i := l.first; i < l.stop; i++ {
		if m.word(i) == "schrieb" {
			return true
		}
	}
	return false
}

// headFollows reports whether a line goes on with the head of a forwarded message.
func (m *message) headFollows(i int) bool {
	if i >= len(m.lines) || m.lines[i].first == m.lines[i].stop {
		return false
	}
	l := m.lines[i]
	return nextHeads[m.word(l.first)] && hasColon(m.src[l.start:l.end])
}

// The words around a quoted message in the languages that are read.
var (
	wrote     = set("wrote schrieb geschrieben ecrit escribio scrisse escreveu schreef skrev")
	heads     = set("from von de da van fra")
	nextHeads = set("sent date to gesendet datum an envoye objet enviado fecha para a subject betreff asunto inviato verzonden")
)
