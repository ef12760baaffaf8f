package prose

import (
	"strings"
	"unicode/utf8"
)

// longestGreeting is how many words a greeting has at most.
const longestGreeting = 8

// greeting finds the greeting at the beginning of a message; from equals end
// where there is none.
func (m *message) greeting() (from, end int) {
	for i, l := range m.lines {
		if m.parts[i] == Quoted || l.first == l.stop {
			continue
		}
		return m.greetingIn(l)
	}
	return 0, 0
}

// greetingIn finds the greeting at the beginning of a line.
func (m *message) greetingIn(l line) (from, end int) {
	none := l.start
	stop, punct := m.firstBreak(l)
	count := stop - l.first
	hello := m.helloWords(l, stop)
	switch {
	case count > longestGreeting && hello > 0:
		// Hi Ada I read your paper and
		stop = l.first + hello
		for stop < l.stop && m.raws[stop].form&Capital != 0 && stop-l.first < hello+2 {
			stop++
		}
		return l.start, m.raws[stop-1].end
	case hello > 0:
	case count <= 4 && punct && m.isNames(l.first, stop) && !m.raws[l.first].isPlainStart(m.word(l.first)):
		// Ada,
	case m.isSigns(l.first, stop) && count <= 12 && m.saysHello(l.first, stop):
	default:
		return none, none
	}
	end = m.raws[stop-1].end
	if punct {
		_, n := utf8.DecodeRuneInString(m.src[end:])
		end += n
	}
	return l.start, min(end, l.end)
}

// firstBreak is behind the last word before the first punctuation of a line, and
// whether there is one: a greeting in front of more text, or at its end.
func (m *message) firstBreak(l line) (stop int, punct bool) {
	for i := l.first + 1; i < l.stop; i++ {
		if g := m.raws[i].gap; g&(Clause|Exclaim|Question) != 0 || g&Stop != 0 && !abbreviations[m.word(i-1)] {
			return i, true
		}
	}
	rest := strings.TrimSpace(m.src[m.raws[l.stop-1].end:l.end])
	return l.stop, rest != ""
}

// helloWords is how many words at the beginning of a line greet; 0 for none.
func (m *message) helloWords(l line, stop int) int {
	first := m.word(l.first)
	if l.first+1 < stop {
		if greetings[first+" "+m.word(l.first+1)] {
			return 2
		}
	}
	if greetings[first] {
		return 1
	}
	return 0
}

func (m *message) isSigns(i, end int) bool {
	for ; i < end; i++ {
		if m.raws[i].form&Sign == 0 {
			return false
		}
	}
	return true
}

// saysHello looks for a greeting among the characters of a script without spaces.
func (m *message) saysHello(i, end int) bool {
	text := m.folded[m.raws[i].from:m.raws[end-1].to]
	for _, hello := range [...]string{"你好", "您好", "こんにちは", "さん", "様", "สวัสดี", "先生", "女士"} {
		if strings.Contains(text, hello) {
			return true
		}
	}
	return false
}

// isPlainStart reports whether a capitalized word opens a sentence rather than
// being a name: Yes, Now, Also.
func (r rawWord) isPlainStart(word string) bool { return r.form&Sign == 0 && plainStarts[word] }

var plainStarts = set(`
	yes no now also so well and but thanks ok okay sure great today tomorrow yesterday however first second finally again sorry
	ja nein jetzt also danke heute morgen gestern leider
	oui non merci bien aujourdhui demain hier
	si no gracias hoy manana ayer bueno`)

// greetings are what a message begins with.
var greetings = phrases(`
	hi hello hey dear greetings howdy hiya heya good_morning good_afternoon good_evening good_day morning
	hallo lieber liebe liebes guten_tag guten_morgen guten_abend sehr_geehrte sehr_geehrter servus moin gruss_gott hoi gruezi werte werter
	bonjour bonsoir salut coucou cher chere chers cheres
	hola estimado estimada estimados querido querida buenas buenos_dias buenas_tardes apreciado apreciada
	ciao buongiorno gentile caro cara ola prezado beste hej hei czesc dzien_dobry ahoj`)

// phrases is the phrases of a text, in which _ stands between two words.
func phrases(text string) map[string]bool {
	all := make(map[string]bool)
	for w := range strings.FieldsSeq(text) {
		all[strings.ReplaceAll(w, "_", " ")] = true
	}
	return all
}
