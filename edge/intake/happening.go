package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// happening is one event as it is going to stand, put together from the rows
// that tell of it.
type happening struct {
	format.Event
	origin origin
}

func newHappening(e format.Event) *happening {
	h := &happening{Event: e}
	if e.Notice != nil {
		h.origin = origin{notice: true, place: e.Place, amendment: e.Notice.Amendment, unseen: e.Notice.Amendment}
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
	return h.amendment() && h.origin.sameSite(o) && amendsInTime(h.Date, date)
}

// correctedBy reports whether an amendment of that date and origin, which came in
// before what it corrects, corrects this event.
func (h *happening) correctedBy(date model.Date, o origin) bool {
	return o.unseen && h.origin.sameSite(o) && amendsInTime(date, h.Date)
}

// amendsInTime reports whether a day is one on which a notice of another is amended.
func amendsInTime(amended, noticed model.Date) bool {
	return noticed <= amended && amended.Time().Sub(noticed.Time()).Hours() <= 24*maxAmendDays
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

// happenings are the events of a company with the rows that tell the same made
// one, oldest first.
func happenings(events []format.Event) (list []*happening) {
	slices.SortStableFunc(events, func(a, b format.Event) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(amendments(a), amendments(b)))
	})
	for _, e := range events {
		h := newHappening(e)
		if i := slices.IndexFunc(list, func(o *happening) bool { return h.is(o.Date, o.origin) }); i >= 0 {
			if h.amendment() && !list[i].amendment() {
				list[i].replace(h)
			} else {
				list[i].fill(h)
			}
			continue
		}
		if i := lastIndex(list, func(o *happening) bool { return h.corrects(o.Date, o.origin) }); i >= 0 {
			list[i].replace(h)
			continue
		}
		list = append(list, h)
	}
	return list
}

func amendments(e format.Event) int {
	if e.Notice != nil && e.Notice.Amendment {
		return 1
	}
	return 0
}

func lastIndex(list []*happening, is func(*happening) bool) int {
	for i := len(list) - 1; i >= 0; i-- {
		if is(list[i]) {
			return i
		}
	}
	return -1
}

// against is the signal that an event makes, given those that stand: new, a
// change of one of them, or the same.
func (h *happening) against(signals []model.Signal, staff int) (model.Signal, verdict) {
	at, stands := h.among(signals)
	if at < 0 {
		return model.Signal{Kind: model.Layoffs, Date: h.Date, Magnitude: h.magnitude(staff), Source: h.origin.String(), Note: h.note()}, isNew
	}
	old := signals[at]
	sig := old
	sig.Date = min(old.Date, h.Date)
	if h.outdated(old.Date, stands) {
		sig.Source = stands.amends(h.origin).String()
		sig.Magnitude = cmp.Or(old.Magnitude, h.magnitude(staff))
	} else {
		sig.Source = h.origin.amends(stands).String()
		sig.Magnitude = cmp.Or(h.magnitude(staff), old.Magnitude)
		sig.Note = cmp.Or(h.note(), old.Note)
	}
	if sig == old {
		return old, isSame
	}
	return sig, isChanged
}

// among finds the signal that an event is, else the last that it corrects, else the
// first that corrects it; at is -1 for none.
func (h *happening) among(signals []model.Signal) (at int, stands origin) {
	at = -1
	later := -1
	var by origin
	for i := range signals {
		s := &signals[i]
		o, ok := parseOrigin(s.Source)
		if !ok || s.Kind != model.Layoffs {
			continue
		}
		if h.is(s.Date, o) {
			return i, o
		}
		if h.corrects(s.Date, o) {
			at, stands = i, o
		}
		if h.correctedBy(s.Date, o) && (later < 0 || s.Date < signals[later].Date) {
			later, by = i, o
		}
	}
	if at < 0 {
		return later, by
	}
	return at, stands
}

// outdated reports whether the notice at hand is one that the standing signal
// has already corrected.
func (h *happening) outdated(date model.Date, stands origin) bool {
	switch ids := h.origin.ids; {
	case !h.is(date, stands):
		return !h.corrects(date, stands)
	case len(ids) == 0 || len(stands.ids) == 0:
		return stands.amendment && !h.amendment()
	default:
		return ids[0] != stands.ids[0] && slices.Contains(stands.ids, ids[0])
	}
}
