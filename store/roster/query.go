package roster

import "strings"

// A query is looked at as far as this.
const (
	maxWords   = 8
	maxLetters = 24 // of a word; the fuzzy matcher's bonus doubles with each
)

// What a word found is worth, by field (name, title, company, the rest): at the
// beginning of a word, inside of one, scattered over a field. All of it stands
// below what is better found.
var (
	beginning = [fields + 1]int{100, 84, 88, 76}
	inside    = [fields + 1]int{44, 36, 38, 30}
	scattered = [fields]int{12, 8, 9}
)

const (
	wholeWord     = 8               // added where a whole word is found
	mostPerWord   = 100 + wholeWord // for a name
	mostScattered = 12              // for a name
	leastLetters  = 3               // of a word that may be scattered
)

// anywhere is a floor below everything.
const anywhere = -1 << 30

// query is what is looked for: every word, in any order.
type query struct {
	words   []word
	letters letters
}

type word struct {
	text    string
	start   string   // its first letter, at the beginning of a word
	letters []string // one by one
	rarest  int      // where in the text its rarest byte is
}

// common are the letters of names and titles from the most to the least common.
const common = "eanirotslcdmghukpbyvwfjzxq"

func newQuery(text string) query {
	var q query
	for text := range strings.FieldsSeq(string(fold(nil, nil, text))) {
		letters := strings.Split(text, "")
		if len(letters) > maxLetters {
			letters = letters[:maxLetters]
			text = strings.Join(letters, "")
		}
		q.words = append(q.words, word{text, " " + letters[0], letters, rarest(text)})
		q.letters |= lettersOf(text)
		if len(q.words) == maxWords {
			break
		}
	}
	return q
}

func rarest(text string) int {
	best, at := -1, 0
	for i := range len(text) {
		rank := strings.IndexByte(common, text[i])
		if rank < 0 {
			return i
		}
		if rank > best {
			best, at = rank, i
		}
	}
	return at
}

// index is where in a line the word stands at or after a place; -1 if nowhere.
// Going by the rarest byte takes half the time of strings.Index.
func (w *word) index(line string, from int) int {
	for at := from; at+w.rarest < len(line); at++ {
		i := strings.IndexByte(line[at+w.rarest:], w.text[w.rarest])
		if i < 0 {
			return -1
		}
		if at += i; strings.HasPrefix(line[at:], w.text) {
			return at
		}
	}
	return -1
}

// points are what a search line is worth; 0 where it lacks a word, or cannot
// come to more than the floor.
func (q *query) points(line string, floor int) int {
	sum := 0
	for i := range q.words {
		need := floor - sum - mostPerWord*(len(q.words)-1-i)
		p := q.words[i].find(line, need)
		if p.points == 0 || p.points <= need {
			return 0
		}
		sum += p.points
	}
	return sum
}

// place is where in a search line a word stands.
type place struct {
	points int // 0: nowhere
	field  int
	at     int // where in the line; -1: scattered over the field
}

// find looks for the best place of a word, where it can be worth more than need.
func (w *word) find(line string, need int) place {
	line = reach(line, need)
	within := -1
	for from := 0; ; {
		i := w.index(line, from)
		if i < 0 {
			break
		}
		if line[i-1] == ' ' { // a line begins with a space
			return w.placed(line, i, &beginning)
		}
		if within < 0 {
			within = i
		}
		from = i + 1
	}
	if within >= 0 {
		return w.placed(line, within, &inside)
	}
	if len(w.letters) < leastLetters || need >= mostScattered {
		return place{}
	}
	return w.scatter(line)
}

// reach is the part of a line in which a word can be worth more than need.
func reach(line string, need int) string {
	last := fields
	for last >= 0 && beginning[last]+wholeWord <= need {
		last--
	}
	if last == fields {
		return line
	}
	end := 0
	for range last + 1 {
		end += strings.IndexByte(line[end:], fieldEnd[0]) + 1
	}
	return line[:end]
}

func (w *word) placed(line string, at int, worth *[fields + 1]int) place {
	p := place{field: strings.Count(line[:at], fieldEnd), at: at}
	p.points = worth[p.field]
	if end := at + len(w.text); worth == &beginning && (end == len(line) || line[end] <= ' ') {
		p.points += wholeWord
	}
	return p
}

// scatter finds the word's letters in their order within one field, the first at
// the beginning of a word.
func (w *word) scatter(line string) place {
	for n := range fields {
		text, rest, _ := strings.Cut(line, fieldEnd)
		if w.scatteredOver(text) {
			return place{points: scattered[n], field: n, at: -1}
		}
		line = rest
	}
	return place{}
}

func (w *word) scatteredOver(text string) bool {
	i := strings.Index(text, w.start)
	if i < 0 {
		return false
	}
	text = text[i+len(w.start):]
	for _, letter := range w.letters[1:] {
		if i = strings.Index(text, letter); i < 0 {
			return false
		}
		text = text[i+len(letter):]
	}
	return true
}

// field is the n-th field of a search line, with the space that it begins with.
func field(line string, n int) (text string, at int) {
	for range n {
		at += strings.Index(line[at:], fieldEnd) + 1
	}
	text, _, _ = strings.Cut(line[at:], fieldEnd)
	return text, at
}
