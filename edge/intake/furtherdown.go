package intake

import (
	"fmt"
	"slices"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// Of a file that begins with strangers, a source's people are looked for all over:
// one that grows has its new rows on top, or in between. So many of the rows looked
// at, and so large a share of them, must be of people of whom a source has told.
const (
	leastTold = 3
	fewTold   = 0.002
)

// nearEnd is how many bytes of a file are sooner read than looked at here and
// there.
const nearEnd = 4 << 20

// furtherDown reports whether it is worth it to read on: whether a source's people
// are in the rest of the file. One that can be looked at from its beginning on
// only, such as one that is packed, is read on where it is small.
func (l *firstLook) furtherDown(src *format.Source, sources []model.Source) (bool, error) {
	read := src.BytesRead()
	if src.Size()-read <= nearEnd {
		return true, nil
	}
	records, ok := src.Spread(read)
	if !ok {
		return false, nil
	}
	seen, told := 0, 0
	for rec := range records {
		f, err := l.match(&rec.Person)
		if err != nil {
			return false, fmt.Errorf("look further down in %s: %w", src.Name(), err)
		}
		seen++
		if f.at != none && f.review == "" && l.toldBy(sources, l.met[f.at].id) {
			told++
		}
	}
	return told >= leastTold && float64(told) >= fewTold*float64(seen), nil
}

// toldBy reports whether one of the sources has told of a person.
func (l *firstLook) toldBy(sources []model.Source, id model.PersonID) bool {
	return id != 0 && slices.ContainsFunc(sources, func(src model.Source) bool {
		_, ok := l.known.Said(src.ID, id)
		return ok
	})
}
