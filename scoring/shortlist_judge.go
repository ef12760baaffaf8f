package scoring

import (
	"fmt"
	"math"
	"strings"
	"time"

	"talentmap/model"
)

// judging is one candidate before one opening.
type judging struct {
	Judged
	w    *Shortlisting
	o    *Opening
	c    *Candidate
	now  time.Time
	say  bool // in words, too
	got  float64
	of   float64
	lack int // must-haves that she surely has not
	far  bool
}

func (w *Weights) judge(o *Opening, c *Candidate, now time.Time, say bool) Judged {
	j := judging{w: &w.Shortlisting, o: o, c: c, now: now, say: say}
	j.Person = c.id
	j.Pinned = o.role.List.Pin(c.id)
	for _, m := range c.Maps {
		if o.role.DrawsFrom(m.Map) {
			j.Maps = append(j.Maps, m)
		}
	}
	j.musts()
	j.nices()
	j.function()
	j.level()
	j.place()
	j.motivators()
	j.trajectory()
	j.receptivity()
	j.path()
	if j.of > 0 {
		j.Score = int(math.Round(100 * j.got / j.of))
	}
	j.off()
	if !c.Gate.Open() {
		j.Apart = c.Gate.Blocks[0].Why
	}
	if say {
		j.reason()
	}
	return j.Judged
}

// f is fmt.Sprintf where words are wanted.
func (j *judging) f(format string, args ...any) string {
	if !j.say {
		return ""
	}
	return fmt.Sprintf(format, args...)
}

// part adds one line; share is that of its worth which she has.
func (j *judging) part(name string, v Verdict, share, of float64, why string) {
	if v == Unknown {
		share = j.w.Unknown
	}
	j.got, j.of = j.got+share*of, j.of+of
	if j.say {
		j.Parts = append(j.Parts, Part{Name: name, Verdict: v, Points: share * of, Of: of, Why: why})
	}
}

func (j *judging) musts() {
	if len(j.o.must) == 0 {
		return
	}
	var n tallied
	j.Must, n = j.needs(j.o.must)
	j.lack = n.not
	j.part("must-haves", n.verdict(), n.share(j.w.Unknown), j.w.Must, j.needed(j.Must))
}

func (j *judging) nices() {
	if len(j.o.nice) == 0 {
		return
	}
	var n tallied
	j.Nice, n = j.needs(j.o.nice)
	j.part("nice-to-haves", n.verdict(), n.share(j.w.Unknown), j.w.Nice, j.needed(j.Nice))
}

// tallied is how many skills are met, are not, and are not known.
type tallied struct{ met, not, unknown int }

func (t tallied) share(unknown float64) float64 {
	return (float64(t.met) + unknown*float64(t.unknown)) / float64(t.met+t.not+t.unknown)
}

// verdict is Partly also where some are not known: then the share has it.
func (t tallied) verdict() Verdict {
	switch {
	case t.not == 0 && t.unknown == 0:
		return Met
	case t.met == 0 && t.not == 0:
		return Unknown
	case t.met == 0 && t.unknown == 0:
		return NotMet
	}
	return Partly
}

// needs judges skills: she has one that is among hers or in what she writes. Who
// lists enough of others has it not; of who lists few it is not known.
func (j *judging) needs(wanted []skill) (all []Need, n tallied) {
	for i := range wanted {
		need := Need{Skill: wanted[i].name}
		switch {
		case j.c.skills[wanted[i].key]:
			n.met++
			need.Verdict, need.Why = Met, "among her skills"
		case wanted[i].in(j.c.text):
			n.met++
			need.Verdict, need.Why = Met, "in what she writes"
		case j.c.lists >= j.w.Lists:
			n.not++
			need.Verdict, need.Why = NotMet, j.f("not among her %d skills, nor in what she writes", j.c.lists)
		case j.c.lists > 0:
			n.unknown++
			need.Why = j.f("not known: she lists %d skills only", j.c.lists)
		default:
			n.unknown++
			need.Why = "not known: she lists no skills"
		}
		if j.say {
			all = append(all, need)
		}
	}
	return all, n
}

// needed tells how the skills of a part stand.
func (j *judging) needed(all []Need) string {
	if !j.say {
		return ""
	}
	var by [NotMet + 1][]string
	for _, n := range all {
		by[n.Verdict] = append(by[n.Verdict], n.Skill)
	}
	why := fmt.Sprintf("%d of %d", len(by[Met]), len(all))
	for _, part := range []struct {
		v    Verdict
		word string
	}{{Met, ": "}, {Unknown, "; not known: "}, {NotMet, "; not met: "}} {
		if len(by[part.v]) > 0 {
			why += part.word + strings.Join(by[part.v], ", ")
		}
	}
	return why
}

// function compares what the role's title says with hers; an earlier title is worth
// half.
func (j *judging) function() {
	switch {
	case len(j.o.function) == 0:
		return
	case j.c.title == "":
		j.part("function", Unknown, 0, j.w.Function, "her title is not known")
		return
	}
	share, why := fitFunction(j.c.Person, j.o.function, j.now)
	v := Partly
	switch share {
	case 0:
		v = NotMet
	case 1:
		v = Met
	}
	j.part("function", v, share, j.w.Function, why)
}

// level compares levels of the ladder: the same counts all, one apart a part.
func (j *judging) level() {
	if j.o.level == 0 {
		return
	}
	if j.c.level == 0 {
		j.part("level", Unknown, 0, j.w.Level, j.f("not known: %s says nothing of level", quoted(j.c.title)))
		return
	}
	apart := j.c.level - j.o.level
	v, share, why := NotMet, 0.0, "far below"
	switch {
	case 2*apart < j.w.OneLevel && -2*apart < j.w.OneLevel:
		v, share, why = Met, 1, "at the level"
	case apart < 0 && -apart <= j.w.OneLevel && j.c.Trend == Growing:
		v, share, why = Partly, j.w.Rising, "one level below, and growing"
	case apart < 0 && -apart <= j.w.OneLevel:
		v, share, why = Partly, j.w.OneBelow, "one level below"
	case apart > 0 && apart <= j.w.OneLevel:
		v, share, why = Partly, j.w.OneAbove, "one level above: a step down for her"
	case apart > 0:
		why = "far above"
	}
	j.far = apart > j.w.FarLevel || -apart > j.w.FarLevel
	j.part("level", v, share, j.w.Level, j.f("%s: %s for %s", why, j.c.title, j.o.levelText))
}

// motivators finds what would move her among what the role offers, in her order.
func (j *judging) motivators() {
	if len(j.o.motives) == 0 {
		return
	}
	hers := j.c.Person.Motivators
	for _, m := range hers {
		if !j.o.motives[m] {
			continue
		}
		j.Motive = m
		why := j.f("%s would move her, and is offered", m)
		if words := j.o.role.Words[m]; words != "" {
			why += ": " + words
		}
		j.part("motivators", Met, 1, j.w.Motivators, why)
		return
	}
	if len(hers) == 0 {
		j.part("motivators", Unknown, 0, j.w.Motivators, "not known what would move her")
		return
	}
	j.part("motivators", NotMet, 0, j.w.Motivators, j.f("%s would move her; the role offers %s", motives(hers), motives(j.o.role.Offers)))
}

func motives(all []model.Motivator) string {
	words := make([]string, len(all))
	for i, m := range all {
		words[i] = string(m)
	}
	return strings.Join(words, " and ")
}

func (j *judging) trajectory() {
	v, share := Unknown, 0.0
	switch j.c.Trend {
	case Growing:
		v, share = Met, 1
	case Plateaued:
		v, share = Partly, 0.5
	case Declining:
		v = NotMet
	}
	j.part("trajectory", v, share, j.w.Trajectory, j.f("%s: %s", j.c.Trend, j.c.TrendWhy))
}

// receptivity is the share of a score of 100, and more while a window is open.
func (j *judging) receptivity() {
	share, why := float64(j.c.Score)/100, j.f("%d of 100", j.c.Score)
	v := Partly
	if j.c.Window.Open {
		share = min(share+j.w.OpenWindow, 1)
		why += j.f("; %s", j.window())
	}
	switch {
	case share == 0:
		v = NotMet
	case share == 1:
		v = Met
	}
	j.part("receptivity", v, share, j.w.Receptivity, why)
}

// window says what opened the contact window that is open.
func (j *judging) window() string {
	return j.c.Window.text(j.c.Person.Latest(j.now).Company, dayNumber(model.DateOf(j.now)))
}
