package intake

import (
	"fmt"

	"talentmap/model"
	"talentmap/store"
)

const (
	// mostGone is the share of a source's people above which a file without them
	// is taken for another selection.
	mostGone = 0.3
	// fewGone may be missing from any source, however small.
	fewGone = 5
)

// gone are those whom the source told of in its last file and this one, read to
// its end, does not: their statements, and their news. left is how many are
// missing when they are too many for people to have gone: then the file is
// another selection, and nobody is.
func (pl *planner) gone() (out []store.Arrival, left int, err error) {
	if !pl.before.Known() || pl.older() { // a new source has lost nobody
		return nil, 0, nil
	}
	stated, missing := 0, []model.Statement(nil)
	for st, err := range pl.known.Stated(pl.source.ID) {
		if err != nil {
			return nil, 0, fmt.Errorf("who is gone from %s: %w", pl.source.Name, err)
		}
		if st.Gone.Known() {
			continue
		}
		stated++
		if at, ok := pl.byID[st.Person]; ok && pl.met[at].claimed || pl.doubts[st.Person] {
			continue
		}
		missing = append(missing, st)
	}
	if len(missing) > max(fewGone, int(mostGone*float64(stated))) {
		return nil, len(missing), nil
	}
	for i := range missing {
		st := &missing[i]
		said := st.Said()
		st.Gone = pl.asOf
		out = append(out, store.Arrival{
			Person: &said, Same: true, Said: st,
			News: []model.News{{
				Kind: model.Gone, From: shownPerson(&said), Date: pl.asOf, NotBefore: pl.before, Confidence: 1, Seen: pl.asOf,
				Evidence: fmt.Sprintf("in the file of %s, not in that of %s", pl.before, pl.asOf),
				Meaning:  "no signal: why is not known",
			}},
		})
	}
	return out, 0, nil
}

// shownPerson is what a source said of someone in a few words.
func shownPerson(p *model.Person) string {
	if role := Role(p); role != "" {
		return p.Name + ", " + role
	}
	return p.Name
}

// Role is the first job that is told of somebody, in a few words: "CTO at Acme"; "" for
// none.
func Role(p *model.Person) string {
	if len(p.Positions) == 0 {
		return ""
	}
	pos := p.Positions[0]
	if pos.Title != "" && pos.Company != "" {
		return pos.Title + " at " + pos.Company
	}
	return pos.Title + pos.Company
}
