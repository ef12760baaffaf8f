package roster

import (
	"cmp"
	"iter"
	"slices"
	"sync"

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

// Search finds people by name, title and company now, place and skills. Every
// word of the query (the first 8, of each the first 24 letters) must be found,
// in any order; case, accents and punctuation do not count. Words found at the
// beginning of a word come before those found inside of one, and these before
// letters scattered over a name, title or company; among equals the fuzzy
// matcher decides, and of too many the lowest IDs stay. The best come first, at
// most limit and never more than [MaxMatches]. An empty query finds nobody.
func (s *Snapshot) Search(text string, limit int) []Match {
	q := newQuery(text)
	if len(q.words) == 0 || limit <= 0 {
		return nil
	}
	best := newTop(MaxMatches, hit.before)
	var mu sync.Mutex
	fork(len(s.pages), func(pages iter.Seq[int]) {
		mine := newTop(MaxMatches, hit.before)
		for n := range pages {
			if pg := s.pages[n]; pg != nil {
				q.scan(pg.body, n, mine)
			}
		}
		mu.Lock()
		defer mu.Unlock()
		best.merge(mine)
	})
	return s.ranked(&q, best.sorted(), limit)
}

// scan looks at the people of a page.
func (q *query) scan(b *body, page int, best *top[hit]) {
	floor := anywhere
	for slot := range pageSize {
		e := &b.entries[slot]
		if e.state == 0 || !e.letters.has(q.letters) {
			continue
		}
		if best.full() {
			floor = best.last().points
		}
		if points := q.points(b.line(slot), floor); points > 0 {
			best.offer(hit{id: idAt(page, slot), points: points})
		}
	}
}

// ranked orders hits of the same points by the fuzzy matcher's score and marks
// the first of them.
func (s *Snapshot) ranked(q *query, hits []hit, limit int) []Match {
	for i := range q.words {
		s.weigh(&q.words[i], hits)
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if c := cmp.Compare(b.points, a.points); c != 0 {
			return c
		}
		return cmp.Compare(b.tie, a.tie)
	})
	matches := make([]Match, min(limit, len(hits)))
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
		if p := w.find(line, anywhere); p.field < fields {
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
func (s *Snapshot) match(q *query, h hit) Match {
	n, slot := pageOf(h.id)
	m := Match{Card: s.pages[n].card(h.id, slot), Score: h.points}
	texts := [fields]string{m.Card.Name, m.Card.Title, m.Card.Company}
	marks := [fields]*[]int{&m.Name, &m.Title, &m.Company}
	line := s.pages[n].line(slot)
	for i := range q.words {
		p := q.words[i].find(line, anywhere)
		if p.field < fields {
			*marks[p.field] = append(*marks[p.field], q.words[i].marks(line, p, texts[p.field])...)
		}
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
