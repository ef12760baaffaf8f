package scoring

import (
	"math"
	"slices"

	"talentmap/model"
)

// meaning is what a change is evidence of by the field's table, and why. Time in
// the role and the first days in a job are read from the positions and are
// never signals of their own.
func (d *differ) meaning(c *Change) ([]Fired, string) {
	switch c.Kind {
	case model.Moved:
		return led(c, "a new job: its first days take off, and her time in the role begins anew")
	case SecondPosition:
		return led(c, "a position beside the other: no sign of wanting to leave")
	case model.Promoted:
		return led(c, "risen, with the title to show for it: her time in the role begins anew")
	case model.TitleChanged:
		return led(c, "another title, no higher: her time in the role begins anew")
	case LeftPosition:
		if c.Confidence < sureSaid {
			return nil, "she may have left, or it was only taken out: too little to go by"
		}
		return led(c, "left, and what she does now is not known")
	case DutiesChanged:
		return []Fired{{Kind: model.NewDuties}}, "promoted without title: other duties under the title she had"
	case OpenedUp:
		return []Fired{{Kind: model.OpenToWork}}, "open to work: she says so"
	case model.ProfileChanged:
		return d.profileMeaning(c)
	case model.LocationChanged:
		return nil, "a move of home: the field's table has no signal for it"
	}
	return nil, ""
}

// led adds that those who lead a company came or went: news for everyone else
// there.
func led(c *Change, why string) (fired []Fired, meaning string) {
	was, is := c.Was.Company != "" && leads(c.Was.Title), c.Is.Company != "" && leads(c.Is.Title)
	within := c.Kind == model.Promoted || c.Kind == model.TitleChanged
	if was && !(within && is) {
		fired = append(fired, Fired{model.LeadershipChange, c.Was.Company})
	}
	if is {
		fired = append(fired, Fired{model.LeadershipChange, c.Is.Company})
	}
	if len(fired) > 0 {
		why += "; a leadership change for the others at the company"
	}
	return fired, why
}

func (d *differ) profileMeaning(c *Change) ([]Fired, string) {
	switch {
	case d.newJob != "":
		return nil, "no signal: " + d.newJob
	case d.has(OpenedUp):
		return nil, "no signal of its own: told as open to work"
	case d.has(DutiesChanged):
		return nil, "no signal of its own: told as other duties"
	case d.unsaid:
		return nil, "no signal: she no longer says that she is open to work"
	case d.firstTold:
		return nil, "no signal: told for the first time, which may be the source's doing"
	case c.To == "":
		return nil, "no signal: something only left out, which a source does as often as a person"
	}
	return []Fired{{Kind: model.ProfileUpdated}}, "profile updated"
}

// Signal is a fired signal as it can be stored: the caller adds whose it is, or
// which company's, and the source. A change that the source did not date has the
// last day on which it can have happened, and the signal's confidence is cut to
// what it would still be worth then on average, had it come on any day of the
// span: by half a year between two files a profile update has nearly gone.
func (w *Weights) Signal(c Change, f Fired) model.Signal {
	s := model.Signal{Kind: f.Kind, Date: c.Date, Confidence: c.Confidence, Note: c.Evidence}
	if row, kind := w.row(&s); kind != unknownKind && c.NotBefore.Known() && c.Date.Known() {
		s.Confidence *= worth(lastDay(c.Date)-dayNumber(c.NotBefore), row.HalfLife)
	}
	return s
}

// worth is the mean of 2^(−t/half) for t from 0 to days.
func worth(days int, half float64) float64 {
	if days <= 0 || !(half > 0) {
		return 1
	}
	x := float64(days) / half * math.Ln2
	return -math.Expm1(-x) / x
}

// PassedOver reports whether a rise at a company means that a peer was passed
// over: she holds, on the day of the change, a title of the same work at the same
// company that stands as high as the one that was risen from. It weighs little,
// and only where both stand on one map. The caller leaves out the risen one.
func (l Likeness) PassedOver(rise Change, peer *model.Person) bool {
	if rise.Kind != model.Promoted || rise.Was.Company == "" {
		return false
	}
	level, title := Level(rise.Was.Title), wordsOf(spell(rise.Was.Title))
	return slices.ContainsFunc(statementOf(peer, rise.Date).open, func(q model.Position) bool {
		return q.Company != "" && Level(q.Title) == level && sameWork(title, wordsOf(spell(q.Title))) &&
			l.oneCompany(q.Company, rise.Is.Company, sureOne)
	})
}
