package prose

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// List is a list of phrases of a [Lexicon] by its number.
type List int

// Lexicon is the phrases of one language, in lists. It never changes once it is
// compiled.
type Lexicon struct {
	Lang  Lang
	names []string

	vocab   map[string]uint16 // words, and beginnings with a * behind
	heads   []int             // the lengths that beginnings have, rising
	first   [][]uint32        // by id: the sequences that can begin with it
	numbers []uint32          // those that begin with a number
	special [][]uint32        // those that begin with what the asker knows
	all     []sequence
}

// Names are the lists that a lexicon may have, and what may stand in curly
// brackets in its patterns.
type Names struct{ Lists, Specials []string }

// Compile makes a lexicon of a text of patterns. A line [name] begins a list, which
// must be one of those named, a line @name = gives words a name, a
// line that begins with // is a comment. The number of a list is its place among the
// names, so that lexicons of several languages agree. An error says in which line
// it is.
func Compile(lang Lang, text string, n Names) (*Lexicon, error) {
	c := &compiler{lang: lang, macros: map[string]string{}, vocab: map[string]uint16{}, special: map[string]int{}}
	for i, s := range n.Specials {
		c.special[s] = i
	}
	lex := &Lexicon{Lang: lang, names: n.Lists, special: make([][]uint32, len(n.Specials))}
	return lex, lex.compile(c, text)
}

func (lex *Lexicon) compile(c *compiler, text string) error {
	list := List(-1)
	n := 0
	for line := range strings.Lines(text) {
		n++
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		var err error
		switch {
		case line[0] == '[':
			if list = lex.List(strings.Trim(line, "[]")); list < 0 {
				err = fmt.Errorf("is no list")
			}
		case line[0] == '@' && strings.Contains(line, " = "):
			name, body, _ := strings.Cut(line[1:], " = ")
			c.macros[name] = strings.TrimSpace(body)
		case list < 0:
			err = fmt.Errorf("no list has begun")
		default:
			err = lex.add(c, list, line)
		}
		if err != nil {
			return fmt.Errorf("line %d: %q: %w", n, line, err)
		}
	}
	lex.vocab = c.vocab
	lex.index()
	return nil
}

// List is the list of a name; -1 where there is none.
func (lex *Lexicon) List(name string) List { return List(slices.Index(lex.names, name)) }

// Name is the name of a list.
func (lex *Lexicon) Name(l List) string { return lex.names[l] }

// add takes in a pattern. What must not follow stands at its end.
func (lex *Lexicon) add(c *compiler, list List, pattern string) error {
	pattern, without, _ := strings.Cut(pattern, " !")
	ways, err := c.sequences(pattern)
	if err != nil {
		return err
	}
	var not [][]unit
	if without != "" {
		if not, err = c.sequences(without); err != nil {
			return err
		}
	}
	for _, w := range ways {
		if len(w) == 0 || w[0].kind == isGap || w[len(w)-1].kind == isGap {
			return errors.New("can be read as nothing, or has a gap at an end")
		}
		lex.all = append(lex.all, sequence{units: w, list: list, not: not})
	}
	return nil
}

// index notes by which words sequences begin.
func (lex *Lexicon) index() {
	lex.first = make([][]uint32, len(lex.vocab)+1)
	for i, s := range lex.all {
		for _, u := range s.units {
			lex.beginWith(u, uint32(i))
			if u.kind != isStart && !u.opt {
				break
			}
		}
	}
	for w := range lex.vocab {
		if head, open := strings.CutSuffix(w, "*"); open && !slices.Contains(lex.heads, len(head)) {
			lex.heads = append(lex.heads, len(head))
		}
	}
	slices.Sort(lex.heads)
}

func (lex *Lexicon) beginWith(u unit, seq uint32) {
	switch u.kind {
	case isWords:
		for _, id := range u.words {
			lex.first[id] = append(lex.first[id], seq)
		}
	case isNumber:
		lex.numbers = append(lex.numbers, seq)
	case isSpecial:
		lex.special[u.n] = append(lex.special[u.n], seq)
	}
}

// ids appends the numbers of a word and of its beginnings.
func (lex *Lexicon) ids(into []uint16, word string) []uint16 {
	if id, ok := lex.vocab[word]; ok {
		into = append(into, id)
	}
	var buf [64]byte
	for _, n := range lex.heads {
		if n > len(word) || n >= len(buf) {
			break
		}
		copy(buf[:], word[:n])
		buf[n] = '*'
		if id, ok := lex.vocab[string(buf[:n+1])]; ok {
			into = append(into, id)
		}
	}
	return into
}

// Size is how many ways of reading its patterns a lexicon has.
func (lex *Lexicon) Size() int { return len(lex.all) }
