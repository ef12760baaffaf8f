package prose

import (
	"sync"
	"unicode/utf8"
)

// Limit is how many bytes of a text are read: some ten thousand words, a hundred
// times what a message should have.
const Limit = 64 << 10

// Text is a text that has been read.
type Text struct {
	Source    string
	Lang      Lang // of most of it
	Words     []Word
	Sentences []Sentence
	Quotes    []Span // of words that stand in quotation marks within a paragraph
	Rest      int    // where reading ended: the length of Source but for one that is longer than [Limit]

	read string // the part of Source that was read
}

// Word is a word as it is compared.
type Word struct {
	Text       string // folded
	Start, End int    // its bytes in the source
	Gap        Gap    // before it
	Form       Form
}

// Sentence is a stretch of words that phrases do not go beyond.
type Sentence struct {
	First, End int // of its words; End is behind the last
	Part       Part
	Lang       Lang
	Para       int  // which paragraph it is in, from 0
	Asks       bool // it ends with a question mark
}

// Span is a stretch of words; End is behind the last.
type Span struct{ First, End int }

// scratch is what reading a text needs for a moment.
type scratch struct {
	raws  []rawWord
	arena []byte
	lines []line
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// ReadLine reads a text of one line that is all body, such as a subject.
func ReadLine(source string, lang Lang) *Text { return read(source, lang, false) }

// Read reads a message. Its language is found out where it is [Unknown], else it is
// the one given in every sentence.
func Read(source string, lang Lang) *Text { return read(source, lang, true) }

func read(source string, lang Lang, message bool) *Text {
	t := &Text{Source: source, Rest: len(source), read: source}
	if len(source) > Limit {
		t.Rest = Limit
		for !utf8.RuneStart(source[t.Rest]) {
			t.Rest--
		}
		t.read = source[:t.Rest]
	}
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	sc.raws, sc.arena = scan(t.read, sc.raws[:0], sc.arena[:0])
	folded := string(sc.arena)
	segments := []segment{{}}
	if message {
		sc.lines = splitLines(t.read, sc.raws, sc.lines[:0])
		segments = partsOf(t.read, sc.lines, sc.raws, folded)
	}
	cut := sentences(t.read, sc.raws, folded, segments)
	t.Lang = tellLanguages(cut, sc.raws, folded, lang)
	t.expand(cut, sc.raws, folded)
	t.Quotes = t.findQuotes()
	return t
}

// Place is the bytes of the source from the first of some words to the last; end
// is behind the last word.
func (t *Text) Place(first, end int) (from, to int) {
	if first >= end || first >= len(t.Words) {
		return t.Rest, t.Rest
	}
	return t.Words[first].Start, t.Words[end-1].End
}

// expand turns scanned words into those that are compared, by the language of
// their sentence.
func (t *Text) expand(cut []Sentence, raws []rawWord, folded string) {
	t.Sentences = cut
	t.Words = make([]Word, 0, len(raws)+len(raws)/8)
	for i := range t.Sentences {
		s := &t.Sentences[i]
		first := len(t.Words)
		for _, r := range raws[s.First:s.End] {
			t.Words = appendWords(t.Words, r, folded[r.from:r.to], s.Lang)
		}
		s.First, s.End = first, len(t.Words)
	}
}

// Words is the words of a text that is no message, such as a name or a title: no
// language is asked for, apostrophes are left out.
func Words(text string) []Word {
	raws, arena := scan(text, nil, nil)
	words := make([]Word, len(raws))
	for i, r := range raws {
		words[i] = Word{Text: string(plainWord(arena[r.from:r.to])), Start: r.start, End: r.end, Gap: r.gap, Form: r.form}
	}
	return words
}
