package roster

import (
	"cmp"
	"slices"

	"github.com/sahilm/fuzzy"

	"talentmap/model"
)

// MaxMatches is how many matches a search returns at most.
const MaxMatches = 200

// Match is a person found. Marks are where the letters found stand in the
// texts of the card, as byte offsets of characters, rising.
type Match struct {
	Card                 Card
	Name, Title, Company []int
	Score                int // higher is better; comparable within one search
}

// hit is a match before it is ranked.
type hit struct {
	id     model.PersonID
	points int
	tie    int // the fuzzy matcher's score, among those of the same points
}

func (a hit) before(b hit) bool {
	if a.points != b.points {
		return a.points > b.points
	}
	return a.id < b.id
}

// Search finds people by name, title and company now, place, skills and tags. Every
// word of the query (the first 8, of each the first 24 letters) must be found,
// in any order; case, accents and punctuation do not count. Words found at the
// beginning of a word come before those found inside of one; only where nobody
// has them so, letters scattered over a name, title or company count. Among equals the fuzzy
// matcher decides, and of too many the lowest IDs stay. The best come first, at
// most limit and never more than [MaxMatches]. An empty query finds nobody.
func (s *Snapshot) Search(text string, limit int) []Match {
	var q Query
	q.addWords(text, maxWords)
	return s.First(q, min(limit, MaxMatches))
}

// ranked orders the first hits among those of the same points by the fuzzy
// matcher's score, and marks them.
func (s *Snapshot) ranked(q *Query, hits []hit, limit int) []Match {
	first := hits[:min(len(hits), MaxMatches)]
	for i := range q.words {
		s.weigh(&q.words[i], first)
	}
	slices.SortStableFunc(first, func(a, b hit) int {
		if c := cmp.Compare(b.points, a.points); c != 0 {
			return c
		}
		return cmp.Compare(b.tie, a.tie)
	})
	matches := make([]Match, min(max(limit, 0), len(hits)))
	for i := range matches {
		matches[i] = s.match(q, hits[i])
	}
	return matches
}

// weigh adds the fuzzy matcher's score of one word to the hits.
func (s *Snapshot) weigh(w *word, hits []hit) {
	texts := make([]string, len(hits))
	for i, h := range hits {
		line := s.line(h.id)
		if p := w.find(line); p.field < fields {
			texts[i], _ = field(line, p.field)
		}
	}
	for _, m := range fuzzy.FindNoSort(w.text, texts) {
		hits[m.Index].tie += m.Score
	}
}

func (s *Snapshot) line(id model.PersonID) string {
	n, slot := pageOf(id)
	return s.pages[n].line(slot)
}

// match marks where in a card the words were found.
func (s *Snapshot) match(q *Query, h hit) Match {
	n, slot := pageOf(h.id)
	m := Match{Card: s.pages[n].card(h.id, slot), Score: h.points}
	texts := [fields]string{m.Card.Name, m.Card.Title, m.Card.Company}
	marks := [fields]*[]int{&m.Name, &m.Title, &m.Company}
	line := s.pages[n].line(slot)
	for i := range q.words {
		p := q.words[i].find(line)
		if p.field < fields {
			*marks[p.field] = append(*marks[p.field], q.words[i].marks(line, p, texts[p.field])...)
		}
	}
	for _, w := range q.marked {
		*marks[w.field] = append(*marks[w.field], w.marks(line, texts[w.field])...)
	}
	for _, of := range marks {
		slices.Sort(*of)
		*of = slices.Compact(*of)
	}
	return m
}

// marks are the characters of a shown text that make up the word in its place.
func (w *word) marks(line string, p place, shown string) []int {
	from := make([]int, 0, len(shown)+8)
	fold(nil, &from, shown)
	folded, at := field(line, p.field)
	var marks []int
	if p.at >= 0 {
		return append(marks, from[p.at-at:p.at-at+len(w.text)]...)
	}
	for _, m := range fuzzy.FindNoSort(w.text, []string{folded}) {
		for _, i := range m.MatchedIndexes {
			marks = append(marks, from[i])
		}
	}
	return marks
}

// marks are the characters of a shown text that make up the needle.
func (m mark) marks(line, shown string) []int {
	folded, _ := field(line, m.field)
	at := m.needle.index(folded)
	if at < 0 {
		return nil
	}
	from := make([]int, 0, len(shown)+8)
	fold(nil, &from, shown)
	var marks []int
	for i := at; i < at+len(m.needle.text); i++ {
		if folded[i] != ' ' {
			marks = append(marks, from[i])
		}
	}
	return marks
}
