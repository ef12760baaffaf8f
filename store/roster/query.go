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
	mostInTitle   = 84 + wholeWord  // what is worth more begins a word of the name or the company
	mostScattered = 12              // for a name
	leastLetters  = 3               // of a word that may be scattered
)

// anywhere is a floor below everything.
const anywhere = -1 << 30

type word struct {
	text     string
	start    string   // its first letter, at the beginning of a word
	letters  []string // one by one
	rarest   int      // where in the text its rarest byte is
	initial  row      // of lines in which it may begin a word of the name or the company
	standing []row    // of lines in which it stands
	leaping  []row    // of those over which it is scattered; nil where that does not count
}

// common are the letters of names and titles from the most to the least common.
const common = "eanirotslcdmghukpbyvwfjzxq"

// addWords looks for the words of a text as well, as long as there are not most.
func (q *Query) addWords(text string, most int) {
	for text := range strings.FieldsSeq(string(fold(nil, nil, text))) {
		if len(q.words) >= most {
			return
		}
		letters := strings.Split(text, "")
		if len(letters) > maxLetters {
			letters = letters[:maxLetters]
			text = strings.Join(letters, "")
		}
		w := word{text: text, start: " " + letters[0], letters: letters, rarest: rarest(text)}
		w.initial, w.standing = initialOf(text[0]), standing(text)
		if len(letters) >= leastLetters {
			w.leaping = leaping(text)
		}
		q.words = append(q.words, w)
	}
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

// candidates are the slots of a page whose search lines may have what a query
// looks for, and of each word those in which it may stand or be scattered.
type candidates struct {
	slots
	standing, scattered [maxWords]slots
}

// among looks for candidates in a page. Of a query whose words may be scattered
// they are those with one that is.
func (q *Query) among(t *traits) (c candidates) {
	c.slots = t.having(q.needed)
	var loose slots
	for i := range q.words {
		w := &q.words[i]
		c.standing[i] = t.having(w.standing)
		if q.loose && w.leaping != nil {
			c.scattered[i] = t.having(w.leaping)
		}
		for k := range c.slots {
			c.slots[k] &= c.standing[i][k] | c.scattered[i][k]
			loose[k] |= c.scattered[i][k]
		}
		if c.slots == (slots{}) {
			return c
		}
	}
	if q.loose {
		for k := range c.slots {
			c.slots[k] &= loose[k]
		}
	}
	return c
}

// points are what the search line of a candidate is worth; 0 where it lacks a
// word, or cannot come to more than the floor.
func (q *Query) points(b *body, slot int, c *candidates, floor int) int {
	sum := 0
	for i := range q.words {
		w := &q.words[i]
		need := floor - sum - mostPerWord*(len(q.words)-1-i)
		if need >= mostInTitle && !b.traits.rows[w.initial].has(slot) {
			return 0
		}
		part := b.reach(slot, need)
		p := w.placed(part, need, c.standing[i].has(slot), c.scattered[i].has(slot))
		if p.points == 0 || p.points <= need {
			return 0
		}
		sum += p.points
	}
	return sum
}

// found reports whether the search line of a candidate has every word, somewhere.
// A single plain letter is known from the letters that the line has.
func (q *Query) found(b *body, slot int, c *candidates) bool {
	line := ""
	for i := range q.words {
		w := &q.words[i]
		if len(w.text) == 1 {
			continue
		}
		if line == "" {
			line = b.line(slot)
		}
		if c.standing[i].has(slot) && w.index(line, 0) >= 0 || c.scattered[i].has(slot) && w.scatter(line).points > 0 {
			continue
		}
		return false
	}
	return true
}

// place is where in a search line a word stands.
type place struct {
	points int // 0: nowhere
	field  int
	at     int // where in the line; -1: scattered over the field
}

// find looks for the best place of a word.
func (w *word) find(line string) place {
	return w.placed(line, anywhere, true, w.leaping != nil)
}

// placed is the best place of a word, where it can be worth more than need; it
// is known whether the word may stand in the line or be scattered.
func (w *word) placed(line string, need int, stands, scattered bool) place {
	within := -1
	for from := 0; stands; {
		i := w.index(line, from)
		if i < 0 {
			break
		}
		if line[i-1] == ' ' { // a line begins with a space
			return w.at(line, i, &beginning)
		}
		if within < 0 {
			within = i
		}
		from = i + 1
	}
	if within >= 0 {
		return w.at(line, within, &inside)
	}
	if !scattered || need >= mostScattered {
		return place{}
	}
	return w.scatter(line)
}

// reach is the part of a line in which a word can be worth more than need.
func (b *body) reach(slot, need int) string {
	switch line := b.line(slot); {
	case need < beginning[fields]+wholeWord:
		return line
	case need < max(beginning[1], beginning[2])+wholeWord:
		return line[:b.traits.shown[slot]]
	case need < beginning[0]+wholeWord:
		return line[:strings.IndexByte(line, fieldEnd[0])+1]
	}
	return ""
}

func (w *word) at(line string, at int, worth *[fields + 1]int) place {
	p := place{field: min(strings.Count(line[:at], fieldEnd), fields), at: at}
	p.points = worth[p.field]
	if end := at + len(w.text); worth == &beginning && (end == len(line) || line[end] <= ' ') {
		p.points += wholeWord
	}
	return p
}

// scatter finds the word's letters in their order within one field, the first at
// the beginning of a word.
func (w *word) scatter(line string) place {
	if len(w.letters) < len(w.text) {
		return w.scatterLetters(line)
	}
	for at, n := 0, 0; n < fields; { // plain letters, a byte each
		switch {
		case line[at] > ' ': // within a word
			at++
		case line[at] == fieldEnd[0]:
			at, n = at+1, n+1
		case line[at+1] != w.text[0]:
			at += 2
		default:
			part := line[at+1 : at+1+strings.IndexByte(line[at+1:], fieldEnd[0])]
			if w.follows(part) {
				return place{points: scattered[n], field: n, at: -1}
			}
			at += 1 + len(part) // what begins later has no more letters behind it
		}
	}
	return place{}
}

// follows reports whether the letters of the word, the first of which a text
// begins with, follow each other in it.
func (w *word) follows(text string) bool {
	at := 1
	for i := 1; i < len(text) && at < len(w.text); i++ {
		if text[i] == w.text[at] {
			at++
		}
	}
	return at == len(w.text)
}

// scatterLetters is scatter for letters of several bytes.
func (w *word) scatterLetters(line string) place {
	for n := range fields {
		text, rest, _ := strings.Cut(line, fieldEnd)
		if i := strings.Index(text, w.start); i >= 0 && subsequence(text[i+len(w.start):], w.letters[1:]) {
			return place{points: scattered[n], field: n, at: -1}
		}
		line = rest
	}
	return place{}
}

func subsequence(text string, letters []string) bool {
	for _, letter := range letters {
		i := strings.Index(text, letter)
		if i < 0 {
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
