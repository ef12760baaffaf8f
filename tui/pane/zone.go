package pane

import (
	"time"

	"talentmap/model"
)

// WhereSheLives is a moment by a person's own clock, as far as her place tells her
// time zone.
func WhereSheLives(p *model.Person, at time.Time) time.Time {
	if zone := model.DaysOf(p, nil).Zone; zone != nil {
		return at.In(zone)
	}
	return at
}
