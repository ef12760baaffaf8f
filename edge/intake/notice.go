package intake

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/edge/intake/format"
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

// happening is one event as it is going to stand, put together from the rows
// that tell of it.
type happening struct {
	format.Event
	origin origin
}

func newHappening(e format.Event) *happening {
	h := &happening{Event: e}
	if e.Notice != nil {
		h.origin = origin{notice: true, place: e.Place}
		if e.Notice.ID != "" {
			h.origin.ids = []string{e.Notice.ID}
		}
	}
	return h
}

// amendment reports whether the row corrects an earlier notice.
func (h *happening) amendment() bool { return h.Notice != nil && h.Notice.Amendment }

// is reports whether a date and an origin are those of this event: the same
// notice, or the same company, site and day where notices have no IDs, or the
// same company and day on a list.
func (h *happening) is(date model.Date, o origin) bool {
	switch {
	case h.origin.notice != o.notice:
		return false
	case !o.notice:
		return h.Date == date
	case len(h.origin.ids) > 0 && len(o.ids) > 0:
		return h.origin.sharesID(o)
	}
	return h.Date == date && h.origin.sameSite(o)
}

// maxAmendDays is how long after a notice its amendments come.
const maxAmendDays = 365

// corrects reports whether this event is the amendment of a notice of that date
// and origin.
func (h *happening) corrects(date model.Date, o origin) bool {
	if !h.amendment() || !h.origin.sameSite(o) || date > h.Date {
		return false
	}
	return h.Date.Time().Sub(date.Time()).Hours() <= 24*maxAmendDays
}

// replace puts an amendment in the place of what it corrects, which keeps the
// day on which it became known.
func (h *happening) replace(by *happening) {
	date := min(h.Date, by.Date)
	o := by.origin.amends(h.origin)
	*h = *by
	h.Date, h.origin = date, o
}

// fill takes what a further row of the same event knows more.
func (h *happening) fill(by *happening) {
	if h.Jobs == 0 {
		h.Jobs = by.Jobs
	}
	if h.Share == 0 {
		h.Share = by.Share
	}
}

// magnitude is the share of staff in percent: as told, else from the number of
// jobs and the staff of the company; 0 where either is unknown.
func (h *happening) magnitude(staff int) float64 {
	if h.Share > 0 || staff <= 0 {
		return h.Share
	}
	return min(float64(h.Jobs*10000/staff)/100, 100)
}

// note says in words what is known.
func (h *happening) note() string {
	var parts []string
	if h.Jobs > 0 {
		parts = append(parts, fmt.Sprintf("%d jobs", h.Jobs))
	}
	if h.Share > 0 {
		parts = append(parts, fmt.Sprintf("%v%% of staff", h.Share))
	}
	if n := h.Notice; n != nil {
		if n.Temporary {
			parts = append(parts, "temporary")
		}
		if n.Closure {
			parts = append(parts, "closure")
		}
		if n.Effective.Known() {
			parts = append(parts, "from "+n.Effective.String())
		}
	} else if h.Place != "" {
		parts = append(parts, h.Place)
	}
	return strings.Join(parts, ", ")
}
