package intake

import (
	"cmp"
	"slices"

	"talentmap/model"
	"talentmap/scoring"
)

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
