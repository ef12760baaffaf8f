package prose

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A pattern is words with a space between them:
//
//	send|share ~3 (your|an updated) cv|resum*
//
// Words are folded as those of a text are. | parts words of which one stands,
// * ends the beginning of a word, ? behind a word or a group lets it be left out,
// ( ) holds alternatives of several words, ~3 is up to three words of any kind
// with no punctuation between them, ^ and $ the ends of a sentence, # a number,
// ! at the end what must not follow, {link} an address of a page, {name} what whoever looks for the phrases knows,
// and @name what a line such as "@send = send|share" stands for.
type unit struct {
	kind  unitKind
	words []uint16 // sorted ids of the vocabulary; any of them
	n     int      // of a gap: how many words; of a special: which
	opt   bool
}

type unitKind uint8

const (
	isWords unitKind = iota
	isGap
	isStart
	isEnd
	isNumber
	isSpecial
)

// sequence is one way to read a pattern. not says what must not follow at the
// end of the words.
type sequence struct {
	units []unit
	list  List
	not   [][]unit
}

// mostWays bounds into how many sequences one pattern may come apart.
const mostWays = 400

// compiler turns patterns into sequences.
type compiler struct {
	lang    Lang
	macros  map[string]string
	vocab   map[string]uint16
	special map[string]int
}

// sequences is all ways to read a pattern.
func (c *compiler) sequences(pattern string) ([][]unit, error) {
	expanded, err := c.unfold(pattern, 0)
	if err != nil {
		return nil, err
	}
	items, err := splitItems(expanded)
	if err != nil {
		return nil, err
	}
	ways := [][]unit{nil}
	for _, item := range items {
		alts, err := c.item(item)
		if err != nil {
			return nil, err
		}
		var next [][]unit
		for _, w := range ways {
			for _, a := range alts {
				next = append(next, append(w[:len(w):len(w)], a...))
			}
		}
		if len(next) > mostWays {
			return nil, fmt.Errorf("can be read in more than %d ways", mostWays)
		}
		ways = next
	}
	return ways, nil
}

// unfold replaces the macros of a pattern.
func (c *compiler) unfold(pattern string, depth int) (string, error) {
	if depth > 8 {
		return "", errors.New("a name stands for itself")
	}
	var out strings.Builder
	for {
		at := strings.IndexByte(pattern, '@')
		if at < 0 {
			out.WriteString(pattern)
			return out.String(), nil
		}
		end := at + 1
		for end < len(pattern) && (pattern[end] >= 'a' && pattern[end] <= 'z' || pattern[end] == '-') {
			end++
		}
		body, ok := c.macros[pattern[at+1:end]]
		if !ok {
			return "", fmt.Errorf("nothing stands for %s", pattern[at:end])
		}
		body, err := c.unfold(body, depth+1)
		if err != nil {
			return "", err
		}
		out.WriteString(pattern[:at])
		if strings.ContainsAny(body, " |") {
			body = "(" + body + ")"
		}
		out.WriteString(body)
		pattern = pattern[end:]
	}
}

// splitItems parts a pattern at its spaces but for those in brackets.
func splitItems(pattern string) (items []string, err error) {
	depth, from := 0, 0
	for i := 0; i <= len(pattern); i++ {
		switch {
		case i == len(pattern) || pattern[i] == ' ' && depth == 0:
			if i > from {
				items = append(items, pattern[from:i])
			}
			from = i + 1
		case pattern[i] == '(':
			depth++
		case pattern[i] == ')':
			depth--
		}
	}
	if depth != 0 {
		return nil, errors.New("a bracket is not closed")
	}
	return items, nil
}

// item is the ways to read one item of a pattern.
func (c *compiler) item(item string) ([][]unit, error) {
	item, opt := strings.CutSuffix(item, "?")
	if alts := splitAlternatives(item); len(alts) > 1 {
		return c.choice(alts, opt)
	}
	switch {
	case item == "^":
		return [][]unit{{{kind: isStart}}}, nil
	case item == "$":
		return [][]unit{{{kind: isEnd}}}, nil
	case item == "#":
		return [][]unit{{{kind: isNumber, opt: opt}}}, nil
	case strings.HasPrefix(item, "~"):
		n, err := strconv.Atoi(item[1:])
		if err != nil || n < 1 || n > 9 {
			return nil, fmt.Errorf("%q is no gap: ~1 to ~9", item)
		}
		return [][]unit{{{kind: isGap, n: n}}}, nil
	case strings.HasPrefix(item, "{") && item != linkItem:
		n, ok := c.special[strings.Trim(item, "{}")]
		if !ok {
			return nil, fmt.Errorf("%s is not known", item)
		}
		return [][]unit{{{kind: isSpecial, n: n, opt: opt}}}, nil
	case strings.HasPrefix(item, "("):
		return c.choice(splitAlternatives(item[1:len(item)-1]), opt)
	}
	return c.words([]string{item}, opt)
}

// linkItem is any address of a page.
const linkItem = "{link}"

// choice is the ways to read alternatives. Single words are one way together.
func (c *compiler) choice(alts []string, opt bool) (ways [][]unit, err error) {
	var plain []string
	for _, alt := range alts {
		if alt = strings.TrimSpace(alt); !strings.ContainsAny(alt, " (){}~#^$?") || alt == linkItem {
			plain = append(plain, alt)
			continue
		}
		some, err := c.sequences(alt)
		if err != nil {
			return nil, err
		}
		ways = append(ways, some...)
	}
	if len(plain) > 0 {
		some, err := c.words(plain, opt && len(ways) == 0)
		if err != nil {
			return nil, err
		}
		ways = append(ways, some...)
		opt = opt && len(ways) > len(some)
	}
	if opt {
		ways = append(ways, nil)
	}
	return ways, nil
}

// splitAlternatives parts a text at the | that are in no bracket.
func splitAlternatives(s string) (alts []string) {
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			if depth == 0 {
				alts = append(alts, s[from:i])
				from = i + 1
			}
		}
	}
	return append(alts, s[from:])
}

// words is a choice of words. One that the language takes apart, such as l'offre
// or don't, is a way of its own.
func (c *compiler) words(alts []string, opt bool) (ways [][]unit, err error) {
	var one []uint16
	for _, alt := range alts {
		head, open := strings.CutSuffix(alt, "*")
		parts := c.fold(head)
		if len(parts) == 0 {
			return nil, fmt.Errorf("%q is no word", alt)
		}
		if len(parts) == 1 {
			for _, w := range c.spellings(head, parts[0]) {
				one = insert(one, c.id(w, open))
			}
			continue
		}
		var way []unit
		for i, p := range parts {
			way = append(way, unit{words: []uint16{c.id(p, open && i == len(parts)-1)}})
		}
		ways = append(ways, way)
	}
	if len(one) > 0 {
		ways = append(ways, []unit{{words: one, opt: opt && len(ways) == 0}})
	}
	if opt && (len(ways) > 1 || len(one) == 0) {
		ways = append(ways, nil)
	}
	return ways, nil
}

// fold is the words that a text would have for a word of a pattern.
func (c *compiler) fold(word string) (parts []string) {
	if word == linkItem {
		return []string{LinkWord}
	}
	raws, arena := scan(word, nil, nil)
	var words []Word
	for _, r := range raws {
		words = appendWords(words, r, string(arena[r.from:r.to]), c.lang)
	}
	for _, w := range words {
		parts = append(parts, w.Text)
	}
	return parts
}

// spellings are the ways in which a word is typed: German umlauts also as two
// letters.
func (c *compiler) spellings(word, folded string) []string {
	if c.lang != German || !strings.ContainsAny(word, "äöüÄÖÜ") {
		return []string{folded}
	}
	return []string{folded, Fold(umlauts.Replace(word))}
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

// id is the number of a word, or of the beginning of one, in the vocabulary.
func (c *compiler) id(word string, open bool) uint16 {
	if open {
		word += "*"
	}
	id, ok := c.vocab[word]
	if !ok {
		id = uint16(len(c.vocab) + 1)
		c.vocab[word] = id
	}
	return id
}

// insert adds an id to a sorted set.
func insert(ids []uint16, id uint16) []uint16 {
	for i, have := range ids {
		if have == id {
			return ids
		}
		if have > id {
			return append(ids[:i], append([]uint16{id}, ids[i:]...)...)
		}
	}
	return append(ids, id)
}
