package widget

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxText is the most bytes an [Editor] holds, line breaks included, where it is
// given no other limit.
const maxText = 1 << 20

// Editor is a soft-wrapping editor of a plain text of many lines. It edits by
// grapheme cluster, so that a combined letter or an emoji is one step, and
// draws plain cells; the text on screen is kept, row by row, until it changes.
//
//	e := widget.NewEditor()
//	e.SetSize(50, 15)
//	e.SetText("Dear Ada,\n")
//	changed, handled := e.Update(msg)
//	lines := e.View()
//	x, y := e.Cursor()
//
// The keys it knows stand in one table, see [Keys]. The text is valid UTF-8 of
// at most 1 MB with \n as line break and without control and format characters
// (only the two joiners stay); what would go beyond is refused. Offsets are in
// bytes of [Editor.Text]. Right-to-left text is left to the terminal. One
// goroutine at a time may use an Editor.
type Editor struct {
	paragraphs []*paragraph // never empty
	size       int          // bytes, line breaks included
	limit      int          // of size
	cursor     place
	goal       int // cells that up and down aim at; -1: where the cursor is
	past       history
	sums       sums
	spans      []Span
	screen     screen
}

// place is a position in the text: a byte offset in a paragraph. Of all
// places, the cursor takes those between two clusters only.
type place struct{ line, col int }

func (p place) before(q place) bool {
	return p.line < q.line || p.line == q.line && p.col < q.col
}

// sums are the figures of [Editor.Size], counted when asked for.
type sums struct {
	known             bool
	words, characters int
}

// NewEditor makes an empty editor of 80 by 24 cells.
func NewEditor() *Editor {
	e := &Editor{paragraphs: []*paragraph{{}}, goal: -1, limit: maxText}
	e.SetSize(80, 24)
	return e
}

// SetText replaces the text, puts the cursor at its end and forgets what could
// be undone. Text beyond 1 MB is cut off.
func (e *Editor) SetText(s string) {
	s = cleanTyped(s)
	if len(s) > e.limit {
		s = strings.ToValidUTF8(s[:e.limit], "")
	}
	e.past = history{}
	e.splice(place{}, e.end(), []byte(s))
	e.move(e.end())
	e.scroll()
}

// Text is the whole text.
func (e *Editor) Text() string {
	return string(e.between(place{}, e.end()))
}

// Empty reports whether there is no text.
func (e *Editor) Empty() bool { return e.size == 0 }

// Replace puts another text in the place of the whole, as one step to undo. It is
// cleaned first; where it is longer than may be nothing changes.
func (e *Editor) Replace(s string) {
	e.replace(pasted, place{}, e.end(), cleanTyped(s))
	e.scroll()
}

// DeleteNext deletes the n bytes behind the cursor, as far as there are so many.
func (e *Editor) DeleteNext(n int) {
	from, at := e.cursor, e.Offset()
	e.MoveTo(at + n)
	e.replace(cut, from, e.cursor, "")
}

// Insert puts s at the cursor, as one step to undo. It is cleaned first; where
// the text would grow beyond 1 MB it is left out.
func (e *Editor) Insert(s string) {
	e.replace(pasted, e.cursor, e.cursor, cleanTyped(s))
	e.scroll()
}

// Offset is the cursor's byte offset in the text.
func (e *Editor) Offset() int {
	return e.offsetOf(e.cursor)
}

// MoveTo puts the cursor at a byte offset of the text; from the middle of a
// cluster it goes on to its end, from outside the text to the nearest end.
func (e *Editor) MoveTo(offset int) {
	offset = min(max(offset, 0), e.size)
	line := 0
	for offset > len(e.paragraphs[line].text) {
		offset -= len(e.paragraphs[line].text) + 1
		line++
	}
	e.move(e.snap(place{line, offset}))
	e.scroll()
}

// Size counts the text: words as [strings.Fields] finds them, characters as
// Unicode code points with line breaks, and lines as they were entered,
// however they are wrapped; an empty text is one line.
func (e *Editor) Size() (words, characters, lines int) {
	lines = len(e.paragraphs)
	if !e.sums.known {
		e.sums = sums{known: true, characters: lines - 1}
		for _, p := range e.paragraphs {
			s := p.size()
			e.sums.words += s.words
			e.sums.characters += s.characters
		}
	}
	return e.sums.words, e.sums.characters, lines
}

// size counts the paragraph, once until it changes.
func (p *paragraph) size() sums {
	if !p.sums.known {
		p.sums = sums{known: true, words: countWords(p.text), characters: utf8.RuneCount(p.text)}
	}
	return p.sums
}

func countWords(text []byte) int {
	words, inWord := 0, false
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
		}
		i += n
		space := unicode.IsSpace(r)
		if !space && !inWord {
			words++
		}
		inWord = !space
	}
	return words
}

// end is the place after the last character.
func (e *Editor) end() place {
	last := len(e.paragraphs) - 1
	return place{last, len(e.paragraphs[last].text)}
}

func (e *Editor) offsetOf(p place) int {
	offset := p.col
	for _, above := range e.paragraphs[:p.line] {
		offset += len(above.text) + 1
	}
	return offset
}

// between is a copy of the text from one place to another.
func (e *Editor) between(from, to place) []byte {
	if from.line == to.line {
		return bytes.Clone(e.paragraphs[from.line].text[from.col:to.col])
	}
	text := bytes.Clone(e.paragraphs[from.line].text[from.col:])
	for _, p := range e.paragraphs[from.line+1 : to.line] {
		text = append(append(text, '\n'), p.text...)
	}
	return append(append(text, '\n'), e.paragraphs[to.line].text[:to.col]...)
}
