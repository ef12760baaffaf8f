package roster

import (
	"slices"

	"talentmap/model"
)

// signal is what a score needs to know of a signal, in 24 bytes.
type signal struct {
	confidence, magnitude float64
	date                  model.Date
	kind                  uint8 // index in the roster's kinds
	ownManager            bool
}

// kinds are the kinds of signals as indexes.
var kinds = model.SignalKinds()

// pack is a signal in short; ok is false for a kind that this program does not
// know, which counts nothing.
func pack(s *model.Signal) (short signal, ok bool) {
	for i, k := range kinds {
		if k == s.Kind {
			return signal{s.Confidence, s.Magnitude, s.Date, uint8(i), s.OwnManager}, true
		}
	}
	return signal{}, false
}

// unpack writes the signals into a buffer, after what is there. company is whom
// they concern, 0 for the person. The buffer must have held nothing else ever:
// what is not known of a signal is not written, which takes a third of the time.
func unpack(into []model.Signal, from []signal, company model.CompanyID) []model.Signal {
	n := len(into)
	into = slices.Grow(into, len(from))[:n+len(from)]
	for i := range from {
		s, as := &into[n+i], &from[i]
		s.Kind, s.Company, s.Date, s.OwnManager = kinds[as.kind], company, as.date, as.ownManager
		s.Confidence, s.Magnitude = as.confidence, as.magnitude
	}
	return into
}

// shelf keeps the signals of companies by ID. It is never changed; with gives a
// new one that shares what was not touched.
type shelf struct{ pages []*[pageSize][]signal }

// at are the signals at a company.
func (s shelf) at(id model.CompanyID) []signal {
	n := int(id / pageSize)
	if n >= len(s.pages) || s.pages[n] == nil {
		return nil
	}
	return s.pages[n][id%pageSize]
}

func (s shelf) with(changed map[model.CompanyID][]signal) shelf {
	if len(changed) == 0 {
		return s
	}
	most := len(s.pages)
	for id := range changed {
		most = max(most, int(id/pageSize)+1)
	}
	pages := make([]*[pageSize][]signal, most)
	copy(pages, s.pages)
	fresh := map[int]bool{}
	for id, signals := range changed {
		n := int(id / pageSize)
		if !fresh[n] {
			var page [pageSize][]signal
			if pages[n] != nil {
				page = *pages[n]
			}
			pages[n], fresh[n] = &page, true
		}
		pages[n][id%pageSize] = signals
	}
	return shelf{pages}
}
