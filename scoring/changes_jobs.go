package scoring

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"talentmap/model"
)

// How sure a change of positions is, by how it is told. These are judgements, not
// measurements: a source that dates a job was told so by someone, while a name
// that was only replaced may be a correction.
const (
	sureDated   = 0.95 // begun or ended on a day that the source gives, since the older statement
	sureSaid    = 0.9  // said in words, or ended on a day given
	sureLate    = 0.85 // begun on a day before the older statement, which did not know
	sureUndated = 0.8  // one name in place of another
	sureSecond  = 0.7  // two jobs side by side: one may only not have been closed
	sureInPlace = 0.6  // another title at the same start: it may be a correction
	sureUnnamed = 0.3  // an employer that is no longer named, which may mean anything
)

// jobs compares the positions that were held on the two days.
func (d *differ) jobs() {
	lost, gained, kept := d.sortOut()
	goesOn := len(kept) > 0 // some job is there on both days, or in place of another
	for len(lost) > 0 && len(gained) > 0 && (!goesOn || besideRank(lost[0])+besideRank(gained[0]) == 0) {
		d.moved(lost[0], gained[0], goesOn)
		lost, gained, goesOn = lost[1:], gained[1:], true
	}
	for _, q := range lost {
		d.left(q, goesOn)
	}
	for _, q := range gained {
		if goesOn {
			d.second(q)
			continue
		}
		d.joined(q)
		goesOn = true
	}
	for _, k := range kept {
		d.retitled(k[0], k[1])
	}
	d.settleIn()
}

// sortOut tells the positions of the employers who are there before and after
// from the others. Of an employer's several positions the newest counts.
func (d *differ) sortOut() (lost, gained []model.Position, kept [][2]model.Position) {
	lost, now := d.mainOnes(d.before.open), d.mainOnes(d.after.open)
	for _, pairs := range []func(was, is model.Position) bool{d.oneEmployer, d.renamed, unnamed} {
		lost = slices.DeleteFunc(lost, func(was model.Position) bool {
			at := slices.IndexFunc(now, func(is model.Position) bool { return pairs(was, is) })
			if at < 0 {
				return false
			}
			kept = append(kept, [2]model.Position{was, now[at]})
			now = slices.Delete(now, at, at+1)
			return true
		})
	}
	gained = slices.DeleteFunc(now, d.corrected)
	return lost, gained, kept
}

// mainOnes is the first position with each employer, in a list of its own.
func (d *differ) mainOnes(open []model.Position) []model.Position {
	var out []model.Position
	for _, q := range open {
		if !slices.ContainsFunc(out, func(have model.Position) bool { return d.oneEmployer(have, q) }) {
			out = append(out, q)
		}
	}
	return out
}

// oneEmployer reports whether two positions are with the same employer, or both
// with one that is not named.
func (d *differ) oneEmployer(a, b model.Position) bool {
	return a.Company == b.Company || a.Company != "" && b.Company != "" && d.like.oneCompany(a.Company, b.Company, likelyOne)
}

// renamed reports whether two positions are one job at a company with a new
// name: a new employer would have a new start. A year alone tells that only when
// it was over before the older statement.
func (d *differ) renamed(was, is model.Position) bool {
	_, month, _ := was.Start.Parts()
	return was.Start.Known() && was.Start == is.Start && (month != 0 || !d.since(is.Start)) &&
		was.Title != "" && model.SameText(was.Title, is.Title)
}

// unnamed reports whether one of two positions is with an employer that is not
// named and so may be the other's.
func unnamed(was, is model.Position) bool { return was.Company == "" || is.Company == "" }

// corrected reports whether the older statement had this job already and took
// it for ended.
func (d *differ) corrected(is model.Position) bool {
	return is.Start.Known() && slices.ContainsFunc(d.before.all, func(q model.Position) bool {
		return q.Start == is.Start && d.oneEmployer(q, is) && q.End.Known()
	})
}

func (d *differ) moved(was, is model.Position, others bool) {
	c := d.begun(is)
	likely, why := d.like.company(was.Company, is.Company)
	evidence := d.evidence(was, shownJob(is))
	if is.Start.Known() {
		evidence += "; begun " + is.Start.String()
	}
	if others {
		c = min(c, sureSecond)
	}
	if likely >= maybeOne {
		c *= 1 - likely
		evidence += "; may be one company"
		if why != "" {
			evidence += ": " + why
		}
	}
	d.tell(model.Moved, was, is, d.on(is.Start), c, evidence)
}

// begun is how sure the beginning of a job is.
func (d *differ) begun(is model.Position) float64 {
	switch {
	case !is.Start.Known():
		return sureUndated
	case d.since(is.Start):
		return sureDated
	}
	return sureLate
}

// since reports whether a date is not wholly before the older statement.
func (d *differ) since(date model.Date) bool {
	return date.Known() && (!d.span.From.Known() || date.Last().After(d.span.From.Last()))
}

// joined is a job of someone who held none before.
func (d *differ) joined(is model.Position) {
	var was model.Position
	if len(d.before.all) > 0 {
		was = d.before.all[0]
	}
	switch {
	case len(d.before.all) > 0 && d.oneEmployer(was, is) && rejoins(was, is):
		d.retitled(was, is)
		return
	case len(d.before.all) == 0 && len(d.before.idle) == 0 && !d.since(is.Start):
		// The source tells for the first time what may have been so for long.
		d.newJob = "an employer is named for the first time, which may be a new job"
		return
	}
	d.tell(model.Moved, model.Position{}, is, d.on(is.Start), d.begun(is), d.evidence(model.Position{}, shownJob(is)))
	d.found[len(d.found)-1].From = shownJob(was)
}

// rejoins reports whether a job goes on with one that had ended, after a pause
// such as between two terms of a seat.
func rejoins(was, is model.Position) bool {
	return !is.Start.Known() || !was.End.Known() || dayNumber(is.Start)-lastDay(was.End) <= rejoinGap
}

// second is a job beside others that go on.
func (d *differ) second(is model.Position) {
	d.tell(SecondPosition, model.Position{}, is, d.on(is.Start), sureSecond,
		fmt.Sprintf("%s named on %s beside what was there on %s", shownJob(is), day(d.span.To), day(d.span.From)))
}

// left is a job that is no longer there, with no other in its place. That one
// ended when the older statement said it would is no news.
func (d *differ) left(was model.Position, others bool) {
	end := d.newEnd(was)
	if !end.Known() && was.End.Known() && !heldOn(was, d.span.To) {
		return
	}
	c, evidence := sureUnnamed, d.evidence(was, "no longer named")
	switch {
	case end.Known():
		c, evidence = sureSaid, shownJob(was)+" ended "+end.String()
	case len(d.after.idle) > 0:
		c, evidence = sureSaid, d.evidence(was, strconv.Quote(d.after.idle[0]))
	case others:
		c = sureSecond
	}
	d.tell(LeftPosition, was, model.Position{}, d.on(end), c, evidence)
}

// newEnd is the last end of a job with an employer that the newer statement
// tells and the older did not; zero for none.
func (d *differ) newEnd(was model.Position) model.Date {
	var end model.Date
	for _, q := range d.after.all {
		if q.End <= end || !d.oneEmployer(q, was) {
			continue
		}
		if !slices.ContainsFunc(d.before.all, func(had model.Position) bool { return had.End == q.End && d.oneEmployer(had, q) }) {
			end = q.End
		}
	}
	return end
}

// retitled compares two titles with one employer.
func (d *differ) retitled(was, is model.Position) {
	if was.Title == "" || is.Title == "" || d.hadTitle(is) {
		return
	}
	same, step := d.like.title(was.Title, is.Title)
	if same {
		return
	}
	c, start := d.begun(is), is.Start
	if start.Known() && start <= was.Start {
		c, start = sureInPlace, 0
	}
	kind, rises := model.TitleChanged, step > 0
	if (was.Company == "") != (is.Company == "") {
		c, rises = c/2, false // another employer may be behind it
	}
	if rises {
		kind = model.Promoted
	}
	d.tell(kind, was, is, d.on(start), c, d.evidence(was, shownJob(is)))
}

// hadTitle reports whether the older statement had this title among those held
// with the employer.
func (d *differ) hadTitle(is model.Position) bool {
	return slices.ContainsFunc(d.before.open, func(q model.Position) bool { return d.sameSeat(q, is) })
}

// evidence is what the two statements say of a position.
func (d *differ) evidence(was model.Position, now string) string {
	return fmt.Sprintf("%s on %s, %s on %s", cmp.Or(shownJob(was), "no job"), day(d.span.From), now, day(d.span.To))
}

// settleIn says why a change of the profile goes with a new job or title, where
// it does.
func (d *differ) settleIn() {
	days := Default().NewJob.Days
	from := cmp.Or(d.span.From, d.span.To)
	for _, q := range d.after.open {
		if q.Start.Known() && from.Known() && lastDay(q.Start) >= dayNumber(from)-days {
			d.newJob = fmt.Sprintf("within %d days of a new job, when profiles are brought up to date", days)
		}
	}
	if d.has(model.Moved, SecondPosition, model.Promoted, model.TitleChanged) {
		d.newJob = "brought up to date along with the new position"
	}
}
