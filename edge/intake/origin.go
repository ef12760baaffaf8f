package intake

import (
	"slices"
	"strings"

	"talentmap/model"
)

// origin is where a company's signal was seen, as its Source tells it: a layoffs
// list, or a notice with the ones that it corrects, the newest first, and its
// site. By it an event is known again.
//
//	layoffs list
//	WARN notice 8f3a amends 77bc: Fremont, CA
type origin struct {
	notice bool
	ids    []string
	place  string
}

const (
	fromList   = "layoffs list"
	fromNotice = "WARN notice"
)

// String is the origin as a signal's Source.
func (o origin) String() string {
	if !o.notice {
		return fromList
	}
	s := fromNotice
	for i, id := range o.ids {
		if i > 0 {
			s += " amends"
		}
		s += " " + id
	}
	if o.place != "" {
		s += ": " + o.place
	}
	return s
}

// parseOrigin reads a signal's Source; ok is false for one of another kind.
func parseOrigin(source string) (o origin, ok bool) {
	if source == fromList {
		return origin{}, true
	}
	rest, ok := strings.CutPrefix(source, fromNotice)
	if !ok {
		return origin{}, false
	}
	head, place, _ := strings.Cut(rest, ":")
	ids := slices.DeleteFunc(strings.Fields(head), func(w string) bool { return w == "amends" })
	return origin{notice: true, ids: ids, place: strings.TrimSpace(place)}, true
}

// sameSite reports whether two notices are of one site.
func (o origin) sameSite(p origin) bool {
	return o.notice && p.notice && model.SameText(o.place, p.place)
}

// sharesID reports whether two origins have a notice in common.
func (o origin) sharesID(p origin) bool {
	return slices.ContainsFunc(o.ids, func(id string) bool { return slices.Contains(p.ids, id) })
}

// amends is the origin of a notice that corrects another.
func (o origin) amends(p origin) origin {
	for _, id := range p.ids {
		if !slices.Contains(o.ids, id) && len(o.ids) < maxAmended {
			o.ids = append(slices.Clone(o.ids), id)
		}
	}
	return o
}

// maxAmended is how many notices one origin remembers.
const maxAmended = 20
