package roster

import (
	"cmp"
	"iter"
	"slices"
	"sync"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// likely is somebody with what her card promises.
type likely struct {
	id      model.PersonID
	promise float64
}

func (l likely) before(o likely) bool {
	return cmp.Or(cmp.Compare(o.promise, l.promise), cmp.Compare(l.id, o.id)) < 0
}

// LikelyMost is how many of the likely are read to be judged, of which a list holds a
// part.
const LikelyMost = 600

// Likely are the people of whom a shortlist for a role would list most, the
// likeliest first, by what cards have of them: skills, level and receptivity, at the
// same worth as a judgement gives them. It looks at everyone and knows less than a
// judgement: read these with [ReadPool], and judge them.
func (s *Snapshot) Likely(r *model.Role, most int, now time.Time) []model.PersonID {
	best := newTop(most, likely.before)
	look, day := s.promising(r), dayOf(now)
	var mu sync.Mutex
	fork(len(s.pages), func(pages iter.Seq[int]) {
		mine := newTop(most, likely.before)
		for n := range pages {
			if pg := s.pages[n]; pg != nil {
				look.page(pg, n, s.scoresOf(pg, day), mine)
			}
		}
		mu.Lock()
		defer mu.Unlock()
		best.merge(mine)
	})
	ids := make([]model.PersonID, 0, most)
	for _, l := range best.sorted() {
		ids = append(ids, l.id)
	}
	return ids
}

// promising is what makes somebody likely for a role.
type promising struct {
	skills      []worth
	rung        int // 0: the role says nothing of level
	level       float64
	receptivity float64 // of each point of a score
}

// worth is a skill by all its names.
type worth struct {
	names  []needle
	points float64
}

func (s *Snapshot) promising(r *model.Role) promising {
	w := &s.weights.Shortlisting
	p := promising{rung: int(rungOf(cmp.Or(r.Level, r.Title))), level: w.Level, receptivity: w.Receptivity / 100}
	add := func(skills []string, of float64) {
		for _, skill := range skills {
			one := worth{points: of / float64(len(skills))}
			for _, name := range scoring.SkillNames(skill) {
				if n := newNeedle(name, true); n.text != "" {
					one.names = append(one.names, n)
				}
			}
			p.skills = append(p.skills, one)
		}
	}
	add(r.Must, w.Must)
	add(r.Nice, w.Nice)
	return p
}

func (p *promising) page(pg *page, n int, scores *[pageSize]uint8, into *top[likely]) {
	for slot := range pageSize {
		e := &pg.entries[slot]
		if e.state == 0 {
			continue
		}
		l := likely{idAt(n, slot), p.receptivity * float64(scores[slot])}
		if apart := int(e.rung) - p.rung; p.rung > 0 && e.rung > 0 && apart*apart <= 1 {
			l.promise += p.level / float64(1+apart*apart)
		}
		if len(p.skills) > 0 {
			skills, _ := field(pg.line(slot), skillPart)
			for i := range p.skills {
				if slices.ContainsFunc(p.skills[i].names, func(n needle) bool { return n.in(skills) }) {
					l.promise += p.skills[i].points
				}
			}
		}
		into.offer(l)
	}
}
