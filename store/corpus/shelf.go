package corpus

import (
	"cmp"
	"math/bits"
	"slices"

	"talentmap/model"
	"talentmap/scoring/critique"
)

// message is one that was sent.
type message struct {
	person model.PersonID
	touch  model.TouchID
	sum    uint64 // of its rows, to tell whether they are still the same
}

// shelf is some messages with which of them has which rows of words. It never
// changes.
//
// A row is a number of 32 bits. Its upper bits choose a bin; within the bin an entry
// has the lower ones above the number of the message, so that both take four bytes
// together:
//
//	row 0xABCDE123, message 7, 20 bits  ─▶  bin 0xABCDE: … 0x123_00007 …
type shelf struct {
	messages []message // the oldest first
	bits     int       // that choose a bin, and that number a message: 4 to 20
	begin    []uint32  // where the entries of each bin begin; one more at the end
	entries  []uint32  // rising within each bin
}

// Most and least bits that choose a bin.
const (
	leastBits = 4
	mostBits  = 20
)

// mostOnShelf is how many messages a shelf has at most.
const mostOnShelf = 1 << mostBits

// newShelf makes a shelf of messages with their rows, which pairs yields with the
// numbers of their messages: twice, and both times the same.
func newShelf(messages []message, pairs func(yield func(row critique.Gram, number int))) *shelf {
	messages, place := byAge(messages)
	total := 0
	pairs(func(critique.Gram, int) { total++ })
	const inBin = 16 // entries: a line of the processor's cache
	s := &shelf{messages: messages, bits: min(max(bits.Len(uint(total/inBin)), bits.Len(uint(len(messages))), leastBits), mostBits)}
	s.begin = make([]uint32, 1<<s.bits+1)
	pairs(func(row critique.Gram, _ int) { s.begin[s.bin(row)+1]++ })
	for i := 1; i < len(s.begin); i++ {
		s.begin[i] += s.begin[i-1]
	}
	s.entries = make([]uint32, total)
	next := slices.Clone(s.begin)
	pairs(func(row critique.Gram, number int) {
		bin := s.bin(row)
		s.entries[next[bin]] = s.entry(row, place[number])
		next[bin]++
	})
	for bin := range 1 << s.bits {
		slices.Sort(s.entries[s.begin[bin]:s.begin[bin+1]])
	}
	return s
}

// byAge are messages from the oldest to the newest, with the place of each.
func byAge(messages []message) (sorted []message, place []int) {
	order := make([]int, len(messages))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(messages[a].touch, messages[b].touch) })
	sorted, place = make([]message, len(messages)), make([]int, len(messages))
	for to, from := range order {
		sorted[to], place[from] = messages[from], to
	}
	return sorted, place
}

func (s *shelf) bin(row critique.Gram) uint32 { return uint32(row) >> (32 - s.bits) }

func (s *shelf) entry(row critique.Gram, number int) uint32 {
	return uint32(row)<<s.bits | uint32(number)
}

func (s *shelf) numberIn(entry uint32) int { return int(entry & (1<<s.bits - 1)) }

// with are the entries of the messages that have a row.
func (s *shelf) with(row critique.Gram) []uint32 {
	bin := s.bin(row)
	entries := s.entries[s.begin[bin]:s.begin[bin+1]]
	first := s.entry(row, 0)
	from, _ := slices.BinarySearch(entries, first)
	entries = entries[from:]
	last := first | (1<<s.bits - 1)
	if len(entries) == 0 || entries[0] > last {
		return nil
	}
	end, found := slices.BinarySearch(entries, last)
	if found {
		end++
	}
	return entries[:end]
}

// each yields all rows of some messages with the number that each message gets.
func (s *shelf) each(numbers []int, yield func(row critique.Gram, number int)) {
	for bin := range 1 << s.bits {
		for _, e := range s.entries[s.begin[bin]:s.begin[bin+1]] {
			if to := numbers[s.numberIn(e)]; to >= 0 {
				yield(critique.Gram(uint32(bin)<<(32-s.bits)|e>>s.bits), to)
			}
		}
	}
}

// united is one shelf of several, without the messages to some people, of which it
// keeps those that stay says; nil where nothing is left.
func united(shelves []*shelf, gone func(*message) bool) *shelf {
	var messages []message
	numbers := make([][]int, len(shelves))
	for i, s := range shelves {
		numbers[i] = make([]int, len(s.messages))
		for n := range s.messages {
			if numbers[i][n] = -1; !gone(&s.messages[n]) {
				numbers[i][n] = len(messages)
				messages = append(messages, s.messages[n])
			}
		}
	}
	if len(messages) == 0 {
		return nil
	}
	return newShelf(messages, func(yield func(critique.Gram, int)) {
		for i, s := range shelves {
			s.each(numbers[i], yield)
		}
	})
}

// nothingGone keeps all messages.
func nothingGone(*message) bool { return false }
