package scoring

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"talentmap/model"
)

// spot is one alternative of where the work is done.
type spot struct {
	region
	remote bool
}

// addSpots adds the places of one alternative. Remote work without a place is
// open to anybody.
func (o *Opening) addSpots(text string) {
	at := model.ParsePlace(text)
	if at.Remote && !at.Known() {
		o.spots = append(o.spots, spot{remote: true})
		return
	}
	text = strings.Trim(text, " ,")
	if where := withoutRemote(text); at.Remote && model.ParsePlace(where).Known() {
		text = where
	}
	for _, r := range regions(text) {
		o.spots = append(o.spots, spot{region: r, remote: at.Remote})
	}
	if zone, ok := at.Location(); ok && !at.Remote && o.zone == nil {
		o.zone = zone
	}
}

// withoutRemote is where remote work is done from: "remote in Europe".
func withoutRemote(text string) string {
	kept := slices.DeleteFunc(strings.Fields(text), func(w string) bool {
		switch strings.ToLower(strings.Trim(w, "(),-–")) {
		case "remote", "remotely", "in", "within", "from", "":
			return true
		}
		return false
	})
	return strings.Trim(strings.Join(kept, " "), "(), ")
}

// place takes the best of the role's alternatives.
func (j *judging) place() {
	if len(j.o.spots) == 0 {
		return
	}
	best, why := -1.0, ""
	for i := range j.o.spots {
		if share, text := j.spot(&j.o.spots[i]); share > best {
			best, why = share, text
		}
	}
	v := Partly
	switch {
	case best < 1 && j.c.at.Text == "":
		j.part("place", Unknown, 0, j.w.Place, "her place is not known")
		return
	case best == 0 && !j.c.at.Known():
		j.part("place", Unknown, 0, j.w.Place, j.f("not known where %q is", j.c.at.Text))
		return
	case best >= 1:
		v = Met
	case best == 0:
		v = NotMet
	}
	j.part("place", v, best, j.w.Place, why)
}

// spot judges one alternative. Remote work without a place counts the hours
// between the zones where both are known.
func (j *judging) spot(s *spot) (float64, string) {
	if s.remote && !s.known && len(s.words) == 0 {
		return j.remote()
	}
	share, why := fitPlace(j.c.at, s.region)
	switch {
	case s.remote && share > 0:
		return share, "remote: " + why
	case share == 0 && s.known && s.area.PartOf() != "" && s.area.PartOf() == j.c.at.Country:
		return j.w.SameLand, why + ", but in the country: to move or to commute"
	}
	return share, why
}

func (j *judging) remote() (float64, string) {
	if j.o.zone == nil {
		return 1, "remote, from anywhere"
	}
	zone, ok := j.c.at.Location()
	if !ok {
		return 1, "remote, from anywhere"
	}
	hours := math.Abs(offset(j.now, j.o.zone) - offset(j.now, zone))
	why := j.f("remote, %s apart", hoursText(hours))
	if hours > j.w.ZoneHours {
		return 0.5, why
	}
	return 1, why
}

// offset is a zone's distance from UTC at a moment, in hours.
func offset(at time.Time, zone *time.Location) float64 {
	_, seconds := at.In(zone).Zone()
	return float64(seconds) / 3600
}

func hoursText(h float64) string {
	if h == 1 {
		return "1 hour"
	}
	return fmt.Sprintf("%g hours", h)
}
