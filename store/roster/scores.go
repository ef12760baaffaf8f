package roster

import (
	"time"

	"talentmap/model"
)

// scores are how receptive a page's people are on one day. They never change.
type scores struct {
	day time.Time // its first moment
	of  [pageSize]uint8
}

// scoresOf are the scores of a page on a day, remembered until another day is
// asked for.
func (s *Snapshot) scoresOf(pg *page, day time.Time) *[pageSize]uint8 {
	if sc := pg.scores.Load(); sc != nil && sc.day.Equal(day) {
		return &sc.of
	}
	sc := &scores{day: day}
	buffer := make([]model.Signal, 0, 16)
	for slot := range pageSize {
		if e := &pg.entries[slot]; e.state != 0 {
			buffer = s.signals(buffer[:0], pg.body, slot)
			score, _ := s.weights.Score(e.facts, buffer, day)
			sc.of[slot] = uint8(score)
		}
	}
	pg.scores.Store(sc)
	return &sc.of
}
