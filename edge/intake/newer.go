package intake

import (
	"cmp"
	"slices"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// difference is what has changed since a source's last file.
type difference struct {
	list    []scoring.Change
	news    []model.News
	signals []store.Fired
}

// weights are the field's: a signal of a change that is not dated counts for
// what it is still worth on average.
var weights = scoring.Default()

// likeness is how names of companies and titles compare.
var likeness = scoring.Likeness{}

// believed is from which confidence on a change alters the record.
const believed = 0.5

// changesBetween compares what a source says of someone with what it said before.
func changesBetween(was, is *model.Person, span scoring.Span) (d difference) {
	d.list = scoring.Changes(was, is, span, likeness)
	for i := range d.list {
		c := &d.list[i]
		d.news = append(d.news, model.News{
			Kind: c.Kind, From: c.From, To: c.To, Date: c.Date, NotBefore: c.NotBefore, Confidence: c.Confidence,
			Evidence: c.Evidence, Meaning: c.Meaning, Seen: span.To,
		})
		for _, f := range c.Signals {
			d.signals = append(d.signals, store.Fired{Company: f.Company, Signal: weights.Signal(*c, f)})
		}
	}
	return d
}

// mergeNewer brings a record up to date with what its source says now. What the
// record still says as the source said it before gives way; what people or other
// sources have put there stays. A position that was left is closed, and one that
// was taken up begun, as precisely as is known.
func mergeNewer(p *model.Person, was, in *model.Person, d *difference) (fields []string) {
	for _, f := range []struct {
		name        string
		to          *string
		before, now string
	}{
		{"name", &p.Name, was.Name, in.Name},
		{"location", &p.Location, was.Location, in.Location},
		{"headline", &p.Headline, was.Headline, in.Headline},
		{"summary", &p.Summary, was.Summary, in.Summary},
	} {
		if f.now != "" && f.now != *f.to && f.before != f.now && *f.to == f.before {
			*f.to = f.now
			fields = append(fields, f.name)
		}
	}
	moved := respell(p, was, in, d)
	more := model.Unite(p, unsaid(was, in))
	for i := range d.list {
		if d.list[i].Confidence >= believed {
			moved = settle(p, &d.list[i]) || moved
		}
	}
	if moved {
		more = append(more, "position")
	}
	for _, f := range more {
		if !slices.Contains(fields, f) {
			fields = append(fields, f)
		}
	}
	return fields
}

// respell takes over how the source now writes a position that it has not
// changed: Sr. Engineer at ACME becomes Senior Engineer at Acme, Inc.
func respell(p, was, in *model.Person, d *difference) (changed bool) {
	for _, now := range in.Positions {
		if slices.ContainsFunc(was.Positions, func(q model.Position) bool { return sameWords(q, now) }) || news(d, now) {
			continue
		}
		for _, before := range was.Positions {
			if !sameJob(before, now) || slices.ContainsFunc(in.Positions, func(q model.Position) bool { return sameWords(q, before) }) {
				continue
			}
			at := slices.IndexFunc(p.Positions, func(q model.Position) bool { return sameWords(q, before) })
			if at >= 0 {
				q := &p.Positions[at]
				q.Company, q.Title = cmp.Or(now.Company, q.Company), cmp.Or(now.Title, q.Title)
				q.CompanyID = 0 // looked up again by its name
				changed = true
				break
			}
		}
	}
	return changed
}

// sameJob reports whether two positions are one under another spelling.
func sameJob(a, b model.Position) bool {
	if a.Start != b.Start && a.Start.Known() && b.Start.Known() {
		return false
	}
	company := model.CompanyKey(a.Company) == model.CompanyKey(b.Company)
	if !company && a.Company != "" && b.Company != "" {
		sure, _ := model.MatchCompany(model.CompanyName{Name: a.Company}, model.CompanyName{Name: b.Company})
		company = sure >= model.Sure
	}
	title := model.SameText(a.Title, b.Title) || a.Title != "" && b.Title != "" && scoring.SameTitle(a.Title, b.Title)
	return company && title
}

// news reports whether a position is one that a change has led to.
func news(d *difference, q model.Position) bool {
	return slices.ContainsFunc(d.list, func(c scoring.Change) bool { return sameWords(c.Is, q) && c.Is != (model.Position{}) })
}

func sameWords(a, b model.Position) bool {
	return a.Company == b.Company && a.Title == b.Title && a.Start == b.Start
}

// settle closes the position that a change has ended, and dates the one that it
// has begun.
func settle(p *model.Person, c *scoring.Change) (changed bool) {
	when := model.Common(c.NotBefore, c.Date)
	if !c.NotBefore.Known() {
		when = c.Date
	}
	if c.Is.Company != "" || c.Is.Title != "" {
		switch q := standing(p, c.Is); {
		case q == nil:
			changed = comeBack(p, c, when)
		case !q.Start.Known() && when.Known():
			q.Start, changed = when, true
		}
	}
	if c.Was.Company == "" && c.Was.Title == "" || sameWords(c.Was, c.Is) {
		return changed
	}
	if !when.Known() || when.Last().After(c.Date.Last()) { // it has ended, by that day at the latest
		when = c.Date
	}
	if q := standing(p, c.Was); q != nil && when.Known() && (!q.Start.Known() || when >= q.Start) {
		q.End, changed = when, true
	}
	return changed
}

// standing is the open position of a record that a source tells of; nil where
// the record has none.
func standing(p *model.Person, told model.Position) *model.Position {
	for i := range p.Positions {
		q := &p.Positions[i]
		if !q.End.Known() && model.SameText(q.Title, told.Title) && model.CompanyKey(q.Company) == model.CompanyKey(told.Company) &&
			(q.Start == told.Start || !told.Start.Known()) {
			return q
		}
	}
	return nil
}
