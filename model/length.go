package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Length is how long a message of a channel is best, and how long it may be. The
// numbers come from vendors' reports.
type Length struct {
	Characters  bool // counted in characters; else in words
	Least, Best int  // from the one to the other it is best; Least 0: however short
	Most        int  // above it is too long; 0: there is no limit
}

// LengthOf is how long a message of a channel is best.
func LengthOf(ch Channel) Length {
	switch ch {
	case InMail:
		return Length{Characters: true, Best: 400, Most: 1200}
	case Message:
		return Length{Characters: true, Best: 300, Most: 1000}
	case Phone, Event:
		return Length{Least: 30, Best: 120}
	case Introduction:
		return Length{Least: 25, Best: 100, Most: 150}
	}
	return Length{Least: 50, Best: 125, Most: 150}
}

// Measure is how long a text is by the unit of the length.
func (l Length) Measure(text string) int {
	if l.Characters {
		return utf8.RuneCountInString(text)
	}
	return CountWords(text)
}

// Fit says how a size stands to a length: "" where it is good, else "short", "long"
// or "too long".
func (l Length) Fit(size int) string {
	switch {
	case l.Most > 0 && size > l.Most:
		return "too long"
	case size > l.Best:
		return "long"
	case size < l.Least:
		return "short"
	}
	return ""
}

// CountWords counts the words of a text. In a script without spaces two signs count
// as one word, which is what a word of it has on average.
func CountWords(text string) int {
	words, signs := 0, 0
	for word := range strings.FieldsSeq(text) {
		letters := false
		for _, r := range word {
			switch {
			case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
				signs++
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				letters = true
			}
		}
		if letters {
			words++
		}
	}
	return words + (signs+1)/2
}
