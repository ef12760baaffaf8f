package roster

import (
	"time"

	"talentmap/model"
	"talentmap/scoring/critique"
)

// About is what the critique has to know of her, for a draft that somebody writes
// through a channel. Who the sender is, whoever asks adds.
func (p *Profile) About(by string, channel model.Channel, now time.Time) critique.About {
	a := critique.About{Person: &p.Person, Touches: p.Touches, OpenToWork: p.openToWork(), Now: now}
	if says := p.Gate(by, channel, now); !says.Open() {
		a.Gate = says.Blocks[0].Why
	}
	return a
}

// openToWork reports whether something of her saying so is left.
func (p *Profile) openToWork() bool {
	for _, pt := range p.Receptivity.Points {
		if pt.Kind == model.OpenToWork && pt.Points >= 1 && pt.Why == "" {
			return true
		}
	}
	return false
}
