package critique

import (
	"slices"

	"talentmap/scoring/critique/prose"
)

// view is one text of a draft with all that was found in it: what the rules look
// at.
type view struct {
	*prose.Text
	place   Place
	hits    [listCount][]prose.Hit
	hidden  []bool       // words of names and titles, which mean nothing else
	own     []int        // behind an employer of hers that begins with a word; 0 none
	titles  []prose.Span // of what she has published
	spans   []duration
	sentOf  []int  // the sentence of each word
	negates []bool // words that take back what stands by them
	footer  []bool // sentences that say who writes, where the data is from, how it ends
}

// duration is a time that begins with a word; none where end is 0.
type duration struct{ end, minutes int }

// look reads a text and finds all phrases in it.
func (rd *Reader) look(source string, place Place, lang prose.Lang) *view {
	v := rd.lay(source, place, lang)
	v.findDurations()
	v.findPhrases(lexicons, rd.limits.LongAsk)
	v.findNegations()
	v.findFooter()
	return v
}

// skim reads a text and finds out only which words are of the message itself and no
// names.
func (rd *Reader) skim(source string) *view {
	v := rd.lay(source, Body, prose.Unknown)
	v.findPhrases(footers, rd.limits.LongAsk)
	v.findFooter()
	return v
}

// lay reads a text and marks the names in it.
func (rd *Reader) lay(source string, place Place, lang prose.Lang) *view {
	v := &view{Text: prose.Read(source, lang), place: place}
	if place == Subject {
		v.Text = prose.ReadLine(source, lang)
	}
	n := len(v.Words)
	v.hidden, v.own, v.spans, v.sentOf = make([]bool, n), make([]int, n), make([]duration, n), make([]int, n)
	for i, s := range v.Sentences {
		for w := s.First; w < s.End; w++ {
			v.sentOf[w] = i
		}
	}
	rd.hide(v)
	return v
}

// findPhrases looks for the phrases of each language that a sentence is in.
func (v *view) findPhrases(lexicons map[prose.Lang]func() *prose.Lexicon, longAsk int) {
	a := asker{v, longAsk}
	var all []prose.Hit
	for _, lang := range prose.Languages() {
		if slices.ContainsFunc(v.Sentences, func(s prose.Sentence) bool { return s.Lang == lang }) {
			all = lexicons[lang]().Find(v.Text, a, all)
		}
	}
	slices.SortFunc(all, func(a, b prose.Hit) int { return a.First - b.First })
	for _, h := range all {
		if h.List == listWork {
			v.hits[listWork] = append(v.hits[listWork], h)
		}
	}
	titles := v.quotedTitles()
	for _, h := range all {
		if h.List != listWork && !inAny(titles, h) && !v.isName(h) {
			v.hits[h.List] = append(v.hits[h.List], h)
		}
	}
}

// asker answers what the patterns ask for.
type asker struct {
	*view
	longAsk int
}

func (a asker) Hidden(word int) bool { return a.hidden[word] }

func (a asker) Special(n, word int) int {
	switch d := a.spans[word]; {
	case n == specialEmployer:
		return a.own[word]
	case d.end > 0 && (n == specialLong) == (d.minutes >= a.longAsk):
		return d.end
	}
	return 0
}

// quotedTitles are the quotations that name a work: one of those words that say so
// stands close by. What they say is not what the message says.
func (v *view) quotedTitles() (titles []prose.Span) {
	const before, after = 6, 4
	for _, q := range v.Quotes {
		if v.namesTitle(v.sentOf[q.First]) {
			titles = append(titles, q)
			continue
		}
		for _, w := range v.hits[listWork] {
			if w.End > q.First-before && w.First < q.End+after {
				titles = append(titles, q)
				break
			}
		}
	}
	return titles
}

// namesTitle reports whether a sentence names something that she has published.
func (v *view) namesTitle(sentence int) bool {
	for _, t := range v.titles {
		if v.sentOf[t.First] == sentence {
			return true
		}
	}
	return false
}

func inAny(spans []prose.Span, h prose.Hit) bool {
	for _, s := range spans {
		if h.First >= s.First && h.End <= s.End {
			return true
		}
	}
	return false
}

// isName reports whether a phrase of one or two words is a name: capitals behind
// a word such as at.
func (v *view) isName(h prose.Hit) bool {
	if h.End-h.First > 2 || h.First == 0 || v.sentOf[h.First-1] != v.sentOf[h.First] || !behindName[v.Words[h.First-1].Text] {
		return false
	}
	for _, w := range v.Words[h.First:h.End] {
		if w.Form&(prose.Capital|prose.Caps) != prose.Capital {
			return false
		}
	}
	return h.List != listAtWork && h.List != listNo
}

var behindName = map[string]bool{"at": true, "from": true, "with": true, "bei": true, "von": true, "chez": true}

// content reports whether a word is in what the message says: not in its greeting,
// signature, footer or a quoted mail.
func (v *view) content(word int) bool { return !v.aside(v.sentOf[word]) }

// aside reports whether a sentence is not of what the message says.
func (v *view) aside(sentence int) bool {
	return v.Sentences[sentence].Part != prose.Body || v.footer[sentence]
}

// findFooter marks the sentences that say who writes, where the data is from and
// how it ends; the paragraph that they are in where it is not the first.
func (v *view) findFooter() {
	v.footer = make([]bool, len(v.Sentences))
	first := -1
	for _, s := range v.Sentences {
		if s.Part == prose.Body {
			first = s.Para
			break
		}
	}
	mark := func(word int) {
		at := v.sentOf[word]
		v.footer[at] = true
		para := v.Sentences[at].Para
		for i, s := range v.Sentences {
			if s.Para == para && para != first && s.Part == prose.Body {
				v.footer[i] = true
			}
		}
	}
	for _, list := range [...]prose.List{listOptOut, listOptOutLink, listNotice} {
		for _, h := range v.hits[list] {
			mark(h.First)
		}
	}
	for i, w := range v.Words {
		if w.Form&prose.Link != 0 && isLegalLink(v.Source[w.Start:w.End]) {
			mark(i)
		}
	}
}
