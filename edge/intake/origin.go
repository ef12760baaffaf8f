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
//	WARN notice 8f3a amends one unseen: Fremont, CA
//	WARN notice amended: Fremont, CA
//
// The last is of notices without IDs.
type origin struct {
	notice    bool
	ids       []string
	place     string
	amendment bool // what is told is told by an amendment
	unseen    bool // of a notice that no file has told of yet
}

const (
	fromList   = "layoffs list"
	fromNotice = "WARN notice"
	ofUnseen   = " amends one unseen"
	isAmended  = " amended"
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
	switch {
	case o.unseen:
		s += ofUnseen
	case o.amendment && len(o.ids) == 0:
		s += isAmended
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
	o = origin{notice: true, place: strings.TrimSpace(place)}
	head, o.unseen = strings.CutSuffix(head, ofUnseen)
	head, o.amendment = strings.CutSuffix(head, isAmended)
	o.ids = slices.DeleteFunc(strings.Fields(head), func(w string) bool { return w == "amends" })
	o.amendment = o.amendment || o.unseen || len(o.ids) > 1
	return o, true
}

// sameSite reports whether two notices are of one site.
func (o origin) sameSite(p origin) bool {
	return o.notice && p.notice && model.SameText(o.place, p.place)
}

// sharesID reports whether two origins have a notice in common.
func (o origin) sharesID(p origin) bool {
	return slices.ContainsFunc(o.ids, func(id string) bool { return slices.Contains(p.ids, id) })
}

// amends is the origin of a notice that corrects another, or is the same.
func (o origin) amends(p origin) origin {
	for _, id := range p.ids {
		if !slices.Contains(o.ids, id) && len(o.ids) < maxAmended {
			o.ids = append(slices.Clone(o.ids), id)
		}
	}
	o.amendment, o.unseen = o.amendment || p.amendment, o.unseen && p.unseen
	return o
}

// maxAmended is how many notices one origin remembers.
const maxAmended = 20
