package scoring

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"talentmap/model"
)

// The ways in which titles name both genders, which say nothing of the work:
// (m/w/d), H/F, Entwickler:in, Ingenieur·e, Directeur(trice), Ingeniero/a.
var (
	genderTag    = regexp.MustCompile(`(?i)[(\[]?\b[mwfhdxig](\s?[/|]\s?[mwfhdxgi*]){1,3}(\b|\*)[)\]]?|[(\[](all genders?|gn\*?|f/m|any gender)[)\]]`)
	elision      = regexp.MustCompile(`(?i)\b([dl])['’]`) // d'équipe
	genderEnding = regexp.MustCompile(`(\p{L}{4})(?:[*:_·•/]-?|\()(?:innen|in|euse|trice|rice|ère|era|esse|ora|se|ne|re|te|e|a|as)\b\)?`)
)

// spell is a title as words that compare across spellings: without accents and
// gender, abbreviations and other languages spelled in English.
//
//	"Sr. SWE"                      senior software engineer
//	"Softwareentwicklerin (m/w/d)" software developer
//	"Vice-président des ventes"    vice president sales
func spell(title string) []string {
	if strings.ContainsAny(title, "/|([*:_·•") {
		title = genderEnding.ReplaceAllString(genderTag.ReplaceAllString(title, " "), "$1")
	}
	if strings.ContainsAny(title, "'’") {
		title = elision.ReplaceAllString(title, "$1 ")
	}
	folded := strings.Fields(fold(title))
	raw := make([]string, 0, len(folded)+4)
	for _, w := range folded {
		raw = append(raw, split(w)...)
	}
	out := make([]string, 0, len(raw)+4)
	for i := 0; i < len(raw); {
		long, n := longest(raw[i:])
		if n == 0 {
			long, n = raw[i], 1
		}
		i += n
		out = append(out, strings.Fields(long)...)
	}
	if last := len(out) - 1; last > 0 && romans[out[last]] != "" {
		out[last] = romans[out[last]]
	}
	return out
}

// romans is how the numbers at the end of titles are counted.
var romans = map[string]string{"1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v"}

// longest is the English of the longest entry of the table at the head of words,
// and how many of them it takes, 0 for none.
func longest(words []string) (english string, n int) {
	g := titles()
	for n = min(g.heads[words[0]], len(words)); n > 0; n-- {
		if english, ok := g.english[strings.Join(words[:n], " ")]; ok {
			return english, n
		}
	}
	return "", 0
}

// split parts what has grown together: German and Nordic compounds at their last
// word (Softwareentwickler), and Chinese and Japanese, which have no spaces.
func split(word string) []string {
	if utf8.RuneCountInString(word) < len(word) {
		return splitHan(word)
	}
	if titles().heads[word] > 0 || len(word) < 8 {
		return []string{word}
	}
	if head, ok := strings.CutSuffix(word, "frau"); ok {
		return []string{head + "mann"} // Kauffrau, Kaufmann
	}
	for _, end := range compoundEnds {
		head, ok := strings.CutSuffix(word, end)
		if !ok || len(head) < 2 {
			continue
		}
		if end == "chef" {
			end = "manager" // in Sweden and Norway; by itself it is a cook
		}
		return []string{strings.TrimSuffix(head, "s"), end}
	}
	return []string{word}
}

// splitHan cuts a word of a script without spaces at the longest entries.
func splitHan(word string) []string {
	var out []string
	rest := ""
	for word != "" {
		entry := ""
		for _, e := range titles().han {
			if len(e) > len(entry) && strings.HasPrefix(word, e) {
				entry = e
			}
		}
		if entry == "" {
			_, size := utf8.DecodeRuneInString(word)
			rest, word = rest+word[:size], word[size:]
			continue
		}
		if rest != "" {
			out, rest = append(out, rest), ""
		}
		out, word = append(out, entry), word[len(entry):]
	}
	if rest != "" {
		out = append(out, rest)
	}
	return out
}

// glossary is the table of spellings, made ready at first use.
type glossary struct {
	english map[string]string // from a spelling, folded, to the English words
	heads   map[string]int    // from its first word to how many words the longest with it has
	han     []string          // the spellings in scripts without spaces
}

var titles = sync.OnceValue(func() glossary {
	g := glossary{english: make(map[string]string), heads: make(map[string]int)}
	for line := range strings.Lines(titleSpellings) {
		english, spellings, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for s := range strings.SplitSeq(spellings, ", ") {
			if key := model.NameKey(s); key != "" {
				g.english[key] = strings.Trim(english, "-")
			}
		}
	}
	for key := range g.english {
		first, _, _ := strings.Cut(key, " ")
		g.heads[first] = max(g.heads[first], 1+strings.Count(key, " "))
		if r, _ := utf8.DecodeRuneInString(key); r >= 0x1100 {
			g.han = append(g.han, key)
		}
	}
	return g
})

// compoundEnds are the last words of compounds, the longer before the shorter.
var compoundEnds = []string{
	"entwicklerin", "entwickler", "ingenieurin", "ingenieur", "architektin", "architekt", "managerin", "manager", "beraterin", "berater",
	"leiterin", "leiter", "direktorin", "direktor", "assistentin", "assistent", "spezialistin", "spezialist", "analystin", "analyst",
	"praktikantin", "praktikant", "utvecklare", "ingenjor", "ledare", "konsult", "ontwikkelaar", "udvikler", "utvikler", "leder", "chef",
}
