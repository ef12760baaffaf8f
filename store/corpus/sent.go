package corpus

import (
	"talentmap/model"
	"talentmap/scoring/critique"
)

// isSent reports whether a touch is a message that somebody of ours wrote.
func isSent(t *model.Touch) bool {
	return t.Direction == model.Outbound && t.Body != "" && t.Auto == ""
}

// pile is messages that are being gathered for a shelf.
type pile struct {
	messages []message
	rows     []critique.Gram
	end      []int // behind the rows of each message
}

// add reads a message that was sent to somebody; nothing of one that is too short to
// be a copy.
func (p *pile) add(t *model.Touch, to *model.Person) {
	if !isSent(t) {
		return
	}
	from := len(p.rows)
	p.rows = critique.Grams(p.rows, t.Body, to)
	if len(p.rows) == from {
		return
	}
	m := message{person: t.Person, touch: t.ID}
	for _, row := range p.rows[from:] {
		m.sum = m.sum*1099511628211 + uint64(row) + 1
	}
	p.messages = append(p.messages, m)
	p.end = append(p.end, len(p.rows))
}

// shelf makes a shelf of all; nil where there is none. The pile is empty then.
func (p *pile) shelf() *shelf {
	if len(p.messages) == 0 {
		return nil
	}
	messages := append([]message(nil), p.messages...)
	s := newShelf(messages, func(yield func(critique.Gram, int)) {
		from := 0
		for n, end := range p.end {
			for _, row := range p.rows[from:end] {
				yield(row, n)
			}
			from = end
		}
	})
	p.messages, p.rows, p.end = p.messages[:0], p.rows[:0], p.end[:0]
	return s
}

// mostFresh is how many messages the newest shelf has at most before it is united
// with the one before: it is made anew whenever something is sent.
const mostFresh = 512

// resent are the shelves after the messages to some people were read again.
func resent(shelves []*shelf, people map[model.PersonID]bool, now *pile) []*shelf {
	same := unchanged(shelves, people, now)
	gone := func(m *message) bool { return people[m.person] && !same[*m] }
	var next []*shelf
	for _, s := range shelves {
		if !anyGone(s, gone) {
			next = append(next, s)
		} else if s = united([]*shelf{s}, gone); s != nil {
			next = append(next, s)
		}
	}
	now.drop(same)
	if s := now.shelf(); s != nil {
		next = append(next, s)
	}
	return settled(next)
}

// unchanged are the messages that were read again and are on a shelf as they are.
func unchanged(shelves []*shelf, people map[model.PersonID]bool, now *pile) map[message]bool {
	read := make(map[message]bool, len(now.messages))
	for _, m := range now.messages {
		read[m] = true
	}
	same := make(map[message]bool)
	for _, s := range shelves {
		for _, m := range s.messages {
			if people[m.person] && read[m] {
				same[m] = true
			}
		}
	}
	return same
}

func anyGone(s *shelf, gone func(*message) bool) bool {
	for i := range s.messages {
		if gone(&s.messages[i]) {
			return true
		}
	}
	return false
}

// drop takes messages off the pile.
func (p *pile) drop(some map[message]bool) {
	if len(some) == 0 {
		return
	}
	var kept pile
	from := 0
	for i, end := range p.end {
		if !some[p.messages[i]] {
			kept.messages = append(kept.messages, p.messages[i])
			kept.rows = append(kept.rows, p.rows[from:end]...)
			kept.end = append(kept.end, len(kept.rows))
		}
		from = end
	}
	*p = kept
}

// settled unites the newest shelves while they are small, or not much smaller than
// the one before, so that there are few of them.
func settled(shelves []*shelf) []*shelf {
	for n := len(shelves); n > 1; n = len(shelves) {
		last, before := shelves[n-1], shelves[n-2]
		small := len(last.messages)+len(before.messages) <= mostFresh
		if !small && len(last.messages) < max(mostFresh, len(before.messages)/8) || len(last.messages)+len(before.messages) > mostOnShelf {
			break
		}
		shelves = append(shelves[:n-2:n-2], united(shelves[n-2:], nothingGone))
	}
	return shelves
}
