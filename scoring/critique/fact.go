package critique

import (
	"fmt"
	"iter"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// fact is something that is known of a person.
type fact struct {
	text  string
	date  model.Date // 0 unknown
	found bool       // it came out of research and has grown old with its date
	firm  bool       // it is the name of an employer
}

// facts are what a message can begin with: what research has found, what she has
// published, where she works and has worked, what she knows.
func facts(p *model.Person) iter.Seq[fact] {
	return func(yield func(fact) bool) {
		all := func(list ...fact) bool {
			for _, f := range list {
				if f.text != "" && !yield(f) {
					return false
				}
			}
			return true
		}
		for _, f := range p.Outreach.Research {
			if f.Looked == model.ItemFound && !all(fact{text: f.Fact, date: f.Date, found: true}) {
				return
			}
		}
		for _, c := range p.Background.Content {
			if !all(fact{text: c.Title, date: c.Date, found: true}) {
				return
			}
		}
		for _, pos := range p.Positions {
			if !all(fact{text: pos.Company, firm: true}, fact{text: pos.Title}, fact{text: pos.Summary}) {
				return
			}
		}
		for _, c := range p.Background.Connections {
			if !all(fact{text: c.Name}) {
				return
			}
		}
		for _, s := range p.Skills {
			if !all(fact{text: s}) {
				return
			}
		}
		_ = all(fact{text: p.Headline}, fact{text: p.Summary}, fact{text: p.Notes})
	}
}

// Terms appends the terms of what is said of a person, for counting of how many
// people each is said: but for everyday words, and some perhaps more than once.
func Terms(into []Term, p *model.Person) []Term { return new(TermCache).Terms(into, p) }

// TermCache is for finding the terms of many people: it remembers short texts, as
// titles, employers and skills recur. The zero TermCache is empty.
type TermCache struct {
	// Only are the terms that are wanted; nil: all.
	Only map[Term]bool

	texts map[string][]Term
}

const (
	mostRemembered    = 1 << 14
	longestRemembered = 64 // bytes
)

// Terms is [Terms].
func (c *TermCache) Terms(into []Term, p *model.Person) []Term {
	for f := range facts(p) {
		terms, ok := c.texts[f.text]
		if !ok {
			from := len(into)
			into = c.append(into, f.text)
			c.remember(f.text, into[from:])
			continue
		}
		into = append(into, terms...)
	}
	return into
}

func (c *TermCache) remember(text string, terms []Term) {
	if len(text) > longestRemembered {
		return
	}
	if c.texts == nil || len(c.texts) == mostRemembered {
		c.texts = make(map[string][]Term)
	}
	c.texts[text] = slices.Clone(terms)
}

func (c *TermCache) append(into []Term, text string) []Term {
	words := prose.Words(text)
	eachTerm(words, 0, func(t Term, from, _ int) bool {
		if (c.Only == nil || c.Only[t]) && !isPlain(&words[from], t) {
			into = append(into, t)
		}
		return true
	})
	return into
}

// phrase is three words in a row, as they are.
type phrase [3]string

// known is the facts of a person, to be found by what a draft says.
type known struct {
	facts   []fact
	terms   map[Term][]int // which facts have it
	phrases map[phrase][]int
	firm    []int    // where she works and has worked
	words   []string // of all facts, one after the other
	places  map[string][]place
}

// place is where a word stands in the facts.
type place struct {
	word int
	last int // how many more words of its fact follow
	fact int
}

func knownOf(p *model.Person) known {
	k := known{terms: make(map[Term][]int), phrases: make(map[phrase][]int), places: make(map[string][]place)}
	own := make(map[string]bool)
	for _, w := range prose.Words(p.Name) {
		own[w.Text] = true
	}
	for f := range facts(p) {
		n := len(k.facts)
		k.facts = append(k.facts, f)
		if f.firm {
			k.firm = append(k.firm, n)
		}
		words := prose.Words(f.text)
		for i := range words {
			k.places[words[i].Text] = append(k.places[words[i].Text], place{len(k.words), len(words) - 1 - i, n})
			k.words = append(k.words, words[i].Text)
		}
		eachTerm(words, 0, func(t Term, from, _ int) bool {
			if !own[words[from].Text] && !isPlain(&words[from], t) {
				k.terms[t] = appendNew(k.terms[t], n)
			}
			return true
		})
		for i := 0; i+3 <= len(words); i++ {
			if ph := phraseAt(words, i); says(words[i : i+3]) {
				k.phrases[ph] = appendNew(k.phrases[ph], n)
			}
		}
	}
	return k
}

func appendNew(list []int, n int) []int {
	if k := len(list); k > 0 && list[k-1] == n {
		return list
	}
	return append(list, n)
}

func phraseAt(words []prose.Word, i int) phrase {
	return phrase{words[i].Text, words[i+1].Text, words[i+2].Text}
}

// says reports whether three words say something together: two of them at least
// are no everyday words. "Engineer at Acme" is said of everyone there.
func says(words []prose.Word) bool {
	telling := 0
	for i := range words {
		if w := &words[i]; w.Form&prose.Sign == 0 && !isPlain(w, termOf(w.Text)) {
			telling++
		}
	}
	return telling > 1
}

// cited is words of a draft that are about facts.
type cited struct {
	first, end int // words
	facts      []int
}

// cites finds what of some words is about facts of the person: words that are said
// of few people, three in a row that stand in one of her facts, the title of
// something that she has published.
func (r *reading) cites(v *view, first, end int) (all []cited) {
	eachTerm(v.Words[first:end], first, func(t Term, from, to int) bool {
		list := r.known.terms[t]
		if len(list) > 0 && !r.isOwnName(v, from) && r.isRare(t) {
			all = append(all, cited{from, to, list})
		}
		return true
	})
	for i := first; i+3 <= end; i++ {
		if list := r.known.phrases[phraseAt(v.Words, i)]; len(list) > 0 {
			all = append(all, cited{i, i + 3, list})
		}
	}
	for i := first; i < end; i++ {
		if own := v.own[i]; own > 0 && r.isRareFirm(v.Words[i:own]) {
			all = append(all, cited{i, own, r.known.firm})
		}
	}
	for _, t := range v.titles {
		if t.First >= first && t.End <= end {
			all = append(all, cited{t.First, t.End, r.known.titled(v.Words[t.First:t.End])})
		}
	}
	return all
}

// titled are the facts that a title is about: those that have some of its words in a
// row, and what is called so, however common its words are.
func (k *known) titled(words []prose.Word) (facts []int) {
	for i := 0; i+3 <= len(words); i++ {
		for _, n := range k.phrases[phraseAt(words, i)] {
			facts = appendNew(facts, n)
		}
	}
	if len(words) < 3 {
		return facts
	}
	for _, at := range k.places[words[0].Text] {
		if at.last == len(words)-1 && slices.EqualFunc(words, k.words[at.word:at.word+len(words)], isWord) {
			facts = appendNew(facts, at.fact)
		}
	}
	return facts
}

func isWord(w prose.Word, text string) bool { return w.Text == text }

// isRare reports whether a term is said of few people: of two, or of the share that
// the limits allow.
func (r *reading) isRare(t Term) bool {
	if r.against == nil {
		return true
	}
	people, of := r.against.Said(t)
	return people <= 2 || float64(people) <= r.limits.Rare*float64(of)
}

// isRareFirm reports whether few people work for a company that is an employer of
// hers.
func (r *reading) isRareFirm(words []prose.Word) bool {
	if r.against == nil {
		return true
	}
	_, of := r.against.Said(0)
	return float64(r.against.Employs(nameOfWords(textsOf(words)))) <= max(2, r.limits.Rare*float64(of))
}

// isStale reports whether a fact is older than a message should cite it.
func (r *reading) isStale(f *fact) bool {
	return f.found && f.date.Known() && f.date.Last().Before(r.about.Now.AddDate(0, -r.limits.StaleMonths, 0))
}

// age is how old a fact is, in words.
func age(d model.Date, now time.Time) string {
	months := int(now.Sub(d.Last()).Hours() / 24 / 30.44)
	if months < 24 {
		return fmt.Sprintf("%d months", months)
	}
	return fmt.Sprintf("%d years", months/12)
}
