package sample

import "talentmap/model"

// Renumber rewrites every reference of the segment from its provisional ID to
// the one that the store gave. A zero reference stays zero and is not asked
// about.
func (s *Segment) Renumber(person func(model.PersonID) model.PersonID, company func(model.CompanyID) model.CompanyID, maps func(model.MapID) model.MapID) {
	for i := range s.People {
		p := &s.People[i]
		for j := range p.Positions {
			renumber(&p.Positions[j].CompanyID, company)
		}
		for j := range p.Background.Connections {
			renumber(&p.Background.Connections[j].Person, person)
		}
	}
	for i := range s.Signals {
		renumber(&s.Signals[i].Person, person)
		renumber(&s.Signals[i].Company, company)
	}
	for i := range s.Touches {
		renumber(&s.Touches[i].Person, person)
	}
	for i := range s.Drafts {
		renumber(&s.Drafts[i].Person, person)
	}
	for i := range s.Maps {
		for j := range s.Maps[i].Entries {
			renumber(&s.Maps[i].Entries[j].Person, person)
		}
	}
	for i := range s.Roles {
		for j := range s.Roles[i].Maps {
			renumber(&s.Roles[i].Maps[j], maps)
		}
	}
}

func renumber[ID ~uint64](id *ID, to func(ID) ID) {
	if *id != 0 {
		*id = to(*id)
	}
}

// Assign makes recruiter the owner of everyone who is being written to, and the
// author of every touch and draft, where no colleague is named.
func (s *Segment) Assign(recruiter string) {
	for i := range s.People {
		if o := &s.People[i].Outreach; o.Owner == "" && !o.LastTouch.IsZero() {
			o.Owner = recruiter
		}
	}
	for i := range s.Touches {
		if s.Touches[i].By == "" {
			s.Touches[i].By = recruiter
		}
	}
	for i := range s.Drafts {
		if s.Drafts[i].By == "" {
			s.Drafts[i].By = recruiter
		}
	}
	for i := range s.Shelf {
		s.Shelf[i].By = recruiter
	}
}
