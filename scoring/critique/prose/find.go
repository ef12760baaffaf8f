package prose

// Hit is a phrase that was found: words first to before end.
type Hit struct {
	List       List
	First, End int
	Skipped    Skipped // which of its words the pattern passes over
}

// Skipped is a set of words by their distance from the first; only the first 64 are
// told.
type Skipped uint64

// Has reports whether the n-th word is in the set.
func (s Skipped) Has(n int) bool { return n < 64 && s&(1<<n) != 0 }

// words is a set of n words from the k-th on.
func words(k, n int) Skipped {
	if k >= 64 {
		return 0
	}
	return (1<<min(n, 63) - 1) << k
}

// Asker is what a lexicon asks of whoever looks for its phrases, about words of
// the text at hand.
type Asker interface {
	// Hidden reports whether a word means nothing here, as it is part of a name or
	// a title.
	Hidden(word int) bool
	// Special is behind the last of the words that begin with one and are the
	// special with this number; 0 where there are none.
	Special(n, word int) (end int)
}

// Find finds all phrases in the sentences of the lexicon's language but for those
// in a quoted message, and appends them. asker may be nil.
func (lex *Lexicon) Find(t *Text, asker Asker, into []Hit) []Hit {
	f := finder{lex: lex, text: t, asker: asker, hits: into}
	for _, s := range t.Sentences {
		if s.Lang == lex.Lang && s.Part != Quoted {
			f.sentence(s)
		}
	}
	return f.hits
}

// finder looks for phrases in one sentence after the other.
type finder struct {
	lex   *Lexicon
	text  *Text
	asker Asker
	hits  []Hit

	start      int      // of the phrase that is being matched
	skipped    Skipped  // by gaps, in it
	first, end int      // of the sentence
	ids        []uint16 // of all its words
	at         []int    // where those of each word begin
}

func (f *finder) sentence(s Sentence) {
	f.first, f.end = s.First, s.End
	f.ids, f.at = f.ids[:0], f.at[:0]
	for i := s.First; i < s.End; i++ {
		f.at = append(f.at, len(f.ids))
		if f.asker == nil || !f.asker.Hidden(i) {
			f.ids = f.lex.ids(f.ids, f.text.Words[i].Text)
		}
	}
	f.at = append(f.at, len(f.ids))
	for i := s.First; i < s.End; i++ {
		f.beginAt(i)
	}
}

// beginAt tries all sequences that can begin with a word.
func (f *finder) beginAt(i int) {
	for _, id := range f.idsOf(i) {
		f.try(f.lex.first[id], i)
	}
	if f.isNumber(i) {
		f.try(f.lex.numbers, i)
	}
	if f.asker == nil {
		return
	}
	for n, seqs := range f.lex.special {
		if len(seqs) > 0 && f.asker.Special(n, i) > 0 {
			f.try(seqs, i)
		}
	}
}

func (f *finder) idsOf(i int) []uint16 { return f.ids[f.at[i-f.first]:f.at[i-f.first+1]] }

func (f *finder) isNumber(i int) bool { return f.text.Words[i].Form&Digit != 0 }

func (f *finder) try(seqs []uint32, i int) {
	for _, n := range seqs {
		s := &f.lex.all[n]
		f.start, f.skipped = i, 0
		end := f.match(s.units, i)
		skipped := f.skipped
		if end <= i || f.follows(s.not, end) {
			continue
		}
		f.hit(Hit{s.list, i, end, skipped})
	}
}

// hit notes a phrase, as one with those of its list that it overlaps.
func (f *finder) hit(h Hit) {
	for k := len(f.hits) - 1; k >= 0 && f.hits[k].End > f.first; k-- {
		if old := &f.hits[k]; old.List == h.List && old.First < h.End && h.First < old.End {
			*old = union(*old, h)
			return
		}
	}
	f.hits = append(f.hits, h)
}

// union is two phrases that overlap as one: it passes over what neither has.
func union(a, b Hit) Hit {
	u := Hit{List: a.List, First: min(a.First, b.First), End: max(a.End, b.End)}
	both := ^Skipped(0)
	for _, h := range [...]Hit{a, b} {
		own := words(h.First-u.First, h.End-h.First)
		both &= h.Skipped<<(h.First-u.First)&own | ^own
	}
	u.Skipped = both & words(0, u.End-u.First)
	return u
}

func (f *finder) follows(not [][]unit, end int) bool {
	for _, units := range not {
		if f.match(units, end) > end {
			return true
		}
	}
	return false
}

// match is where a sequence that begins at a word ends; 0 where it does not match.
func (f *finder) match(units []unit, i int) int {
	for k := range units {
		u := &units[k]
		switch u.kind {
		case isStart:
			if i != f.first {
				return 0
			}
			continue
		case isEnd:
			if i != f.end {
				return 0
			}
			continue
		case isGap:
			return f.gap(units[k+1:], i, u.n)
		}
		end := f.one(u, i)
		switch {
		case end == 0 && !u.opt:
			return 0
		case end == 0:
			continue
		case u.opt:
			if got := f.match(units[k+1:], end); got > 0 {
				return got
			}
			continue
		}
		i = end
	}
	return i
}

// gap tries to go on after each number of words that a gap may have.
func (f *finder) gap(rest []unit, i, n int) int {
	for k := 0; k <= n && i+k <= f.end; k++ {
		if k > 0 && (f.parted(i+k-1) || f.parted(i+k)) {
			return 0
		}
		if end := f.match(rest, i+k); end > 0 {
			f.skipped |= words(i-f.start, k)
			return end
		}
	}
	return 0
}

// parted reports whether there is punctuation before a word.
func (f *finder) parted(i int) bool { return i < f.end && f.text.Words[i].Gap&Clause != 0 }

// one is behind the words that a unit matches at a word; 0 for none.
func (f *finder) one(u *unit, i int) int {
	if i >= f.end {
		return 0
	}
	switch u.kind {
	case isNumber:
		if f.isNumber(i) {
			return i + 1
		}
		return 0
	case isSpecial:
		if f.asker == nil {
			return 0
		}
		return f.asker.Special(u.n, i)
	}
	for _, id := range f.idsOf(i) {
		for _, want := range u.words {
			if want == id {
				return i + 1
			}
		}
	}
	return 0
}
