package model

import (
	"slices"
	"unicode/utf8"
)

// NamesAlike reports whether two names may be one person's name: the words of one,
// two at least, are among those of the other, in any order, spelled in another way
// or alphabet, as initials or as short forms, with titles and degrees or without.
// It is no evidence by itself.
//
//	Bob Martin, Robert J. Martin    Юлия Петрова, Yulia Petrova    Zhang Wei, Wei Zhang
func NamesAlike(a, b NameParts) bool {
	if a.Generation != "" && b.Generation != "" && a.Generation != b.Generation {
		return false
	}
	if len(a.Words) != len(b.Words) && a.Glued() == b.Glued() {
		return true
	}
	for _, x := range a.joinings() {
		for _, y := range b.joinings() {
			if within(x, y) || within(y, x) {
				return true
			}
		}
	}
	return false
}

// within reports whether all words of a are in b, two at least, with one that is no
// initial.
func within(a, b NameParts) bool {
	full, initials := a.full()
	more, _ := b.full()
	matched := 0
	for _, w := range full {
		i := slices.IndexFunc(more, w.Is)
		if i < 0 {
			return false
		}
		more = slices.Delete(slices.Clone(more), i, i+1)
		matched++
	}
	for _, w := range initials {
		if i := slices.IndexFunc(more, w.begins); i >= 0 {
			more = slices.Delete(slices.Clone(more), i, i+1)
			matched++
		}
	}
	return matched >= 2 && len(full) > 0
}

// joinings are a name of three words, and it with two of them as one, as given names
// of East Asia are written: Kim Min-su, Kim Minsu. Others are themselves.
func (n NameParts) joinings() []NameParts {
	all := []NameParts{n}
	if full, _ := n.full(); len(full) != 3 || len(n.Words) != 3 {
		return all
	}
	join := func(a, b NameWord) NameWord {
		text := spelled(a.Text + b.Text)
		return NameWord{text, [2]string{text}, a.roman + b.roman}
	}
	w := n.Words
	return append(all,
		NameParts{Words: []NameWord{w[0], join(w[1], w[2])}, Generation: n.Generation},
		NameParts{Words: []NameWord{join(w[0], w[1]), w[2]}, Generation: n.Generation})
}

// ProbeUse says what a probe of a name is for.
type ProbeUse uint8

// A name is kept under some probes, and others like it are looked for under some.
const (
	ProbeKept ProbeUse = iota
	ProbeAsked
)

// EachProbe tells texts of which two names that are [NamesAlike] have one in common,
// under which one is kept and which are asked for by the other. Two names may have one
// in common and not be alike. A text is valid until do returns.
func (n NameParts) EachProbe(use ProbeUse, do func(text []byte)) {
	var buf [96]byte
	n.eachGlued(buf[:0], use, do)
	for _, joined := range n.joinings() {
		full, initials := joined.full()
		for i, a := range full {
			for j, b := range full {
				if i < j {
					eachPair(buf[:0], a, b, do)
				}
				if i != j { // it may be abbreviated there
					eachInitial(buf[:0], "fi"[use], a, b, do)
				}
			}
		}
		if len(full) != 1 { // with two words no initial is needed to find it
			continue
		}
		for _, a := range initials {
			eachInitial(buf[:0], 'i', a, full[0], do)
			if use == ProbeAsked {
				eachInitial(buf[:0], 'f', a, full[0], do)
			}
		}
	}
}

// eachGlued tells the name without spaces, with the number of its words where it is
// kept, and with all others where it is asked for: of as many words two are alike word
// by word or not at all.
func (n NameParts) eachGlued(buf []byte, use ProbeUse, do func([]byte)) {
	to := append(buf, 'g', '0')
	for _, w := range n.Words {
		to = append(to, w.Text...)
	}
	to = append(to[:2], singled(to[2:])...)
	for words := 1; words <= mostNameWords; words++ {
		if to[1] = '0' + byte(words); (words == len(n.Words)) == (use == ProbeKept) {
			do(to)
		}
	}
}

// eachPair tells two words in the order of the alphabet, by all that they may be
// short for.
func eachPair(buf []byte, a, b NameWord, do func([]byte)) {
	for _, x := range a.Names {
		for _, y := range b.Names {
			if x != "" && y != "" {
				do(append(append(append(append(buf, 'p'), min(x, y)...), ' '), max(x, y)...))
			}
		}
	}
}

// eachInitial tells a word with the initial of another: f where that is written out, i
// where it is not.
func eachInitial(buf []byte, kind byte, initial, word NameWord, do func([]byte)) {
	for _, name := range word.Names {
		if name != "" {
			do(append(append(utf8.AppendRune(append(buf, kind), initial.Letter()), ' '), name...))
		}
	}
}

// shortFor are the names that a word may be short for.
func shortFor(w NameWord) []string {
	if w.Names[1] == "" {
		return []string{w.Names[0]}
	}
	return []string{w.Names[0], w.Names[1]}
}

func firstLetter(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
