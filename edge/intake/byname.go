package intake

import (
	"fmt"

	"talentmap/model"
)

// byName looks for the record's name and employer among those whom no row of
// this file has claimed. Someone of whom the same source said the same before is
// meant, so that the second of two namesakes in a file finds the second in the
// store. Others may be meant, also of a name much like it: a person must look.
func (m *matcher) byName(p *model.Person, name string, f *found) error {
	employer, asked := m.employer(p.Latest(m.now).Company)
	var ids []model.PersonID
	switch {
	case asked == "":
		ids = m.known.ByName(name)
	case m.guess: // names much like it are no help in finding the source
		ids = m.known.Near(name, model.NameParts{}, asked)
	default:
		ids = m.known.Near(name, m.parts, asked)
	}
	var alike []int32
	for _, id := range ids {
		if err := m.await(id); err != nil {
			return err
		}
		if i, ok := m.byID[id]; ok && m.met[i].claimed {
			continue
		}
		if err := m.load(id); err != nil {
			return err
		}
		if !workedAt(&m.loaded, employer) || contradict(p, &m.loaded) {
			continue
		}
		if model.NameKey(m.loaded.Name) != name {
			if !m.guess && model.NamesAlike(m.parts, model.PartsOf(m.loaded.Name)) {
				alike = append(alike, m.meet(&m.loaded))
			}
			continue
		}
		i := m.meet(&m.loaded)
		if said, ok := m.said(id); m.guess || ok && said.Name != "" && model.NameKey(said.Name) == name {
			*f = found{at: i, byName: true, foreign: f.foreign, owner: f.owner}
			return nil
		}
		if asked != "" {
			f.like = append(f.like, i)
		}
	}
	if ok, err := m.sole(p, f); ok || err != nil {
		return err
	}
	switch {
	case len(f.like) > 0:
		f.review = fmt.Sprintf("the same name and employer as %s, and nothing else to tell by", m.who(f.like[0]))
	case len(alike) > 0:
		f.review = fmt.Sprintf("a name much like that of %s and the same employer, and nothing else to tell by", m.who(alike[0]))
	}
	f.like = append(f.like, alike...)
	return nil
}

// employer is what is remembered of a company's name.
type employer struct{ key, asked string }

// employer is the key of a company's name, and the one to ask for: none for what
// is no company, since working for oneself is no evidence.
func (m *matcher) employer(name string) (key, asked string) {
	e, ok := m.employers[name]
	if !ok {
		e.key = model.CompanyKey(name)
		if model.IsEmployer(name) {
			e.asked = e.key
		}
		if len(m.employers) < 50_000 { // of most files the names come again and again
			m.employers[name] = e
		}
	}
	return e.key, e.asked
}

// workedAt reports whether a person works or worked at an employer; the empty
// one fits those of whom no position is known.
func workedAt(p *model.Person, employer string) bool {
	for _, pos := range p.Positions {
		if model.CompanyKey(pos.Company) == employer {
			return true
		}
	}
	return employer == "" && len(p.Positions) == 0
}

// sole is whom a row may mean by its name alone: the only one of the name whom
// the source told of before and whom no other row means.
func (m *matcher) sole(p *model.Person, f *found) (ok bool, err error) {
	if len(m.missing) == 0 {
		return false, nil
	}
	id, ok := m.missing[fullName(p.Name)]
	if !ok {
		return false, nil
	}
	if i, met := m.byID[id]; met && m.met[i].claimed {
		return false, nil
	}
	if err := m.load(id); err != nil {
		return false, err
	}
	if contradict(p, &m.loaded) {
		return false, nil
	}
	i := m.meet(&m.loaded)
	for _, e := range model.Compare(p, &m.loaded, m.now) {
		if e.Says == model.For && e.Field != "name" {
			*f = found{at: i, byName: true, foreign: f.foreign, owner: f.owner}
			return true, nil
		}
	}
	f.like = append(f.like, i)
	f.review = fmt.Sprintf("the same name as %s, whom the file had before and no longer has", m.who(i))
	return true, nil
}
