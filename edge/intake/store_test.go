package intake_test

import (
	"context"
	"maps"
	"slices"

	"talentmap/edge/intake"
	"talentmap/model"
)

// memory is a store in memory: what an import knows and writes to.
type memory struct {
	people []model.Person // the ID is the index + 1
	keys   map[string]model.PersonID
	names  map[string][]model.PersonID
	writes []int  // the size of each
	erased string // the e-mail address of someone erased
	fail   error
	onPut  func()
}

var (
	_ intake.Known = (*memory)(nil)
	_ intake.Sink  = (*memory)(nil)
)

func newMemory() *memory {
	return &memory{keys: map[string]model.PersonID{}, names: map[string][]model.PersonID{}}
}

func (m *memory) ByKey(key string) (model.PersonID, bool) {
	id, ok := m.keys[key]
	return id, ok
}

// ByName leaves it to the caller to look at employers.
func (m *memory) ByName(key, _ string) []model.PersonID { return m.names[key] }

func (m *memory) Person(id model.PersonID) (model.Person, error) {
	return cloned(m.people[id-1]), nil
}

func (m *memory) Erased(p *model.Person) bool {
	return m.erased != "" && slices.Contains(p.Contact.Emails, m.erased)
}

func (m *memory) Write(_ context.Context, chunk []*model.Person) error {
	if m.fail != nil {
		return m.fail
	}
	m.writes = append(m.writes, len(chunk))
	for _, p := range chunk {
		m.put(p)
	}
	if m.onPut != nil {
		m.onPut()
	}
	return nil
}

func (m *memory) put(p *model.Person) {
	if p.ID == 0 {
		m.people = append(m.people, model.Person{})
		p.ID = model.PersonID(len(m.people))
		name := model.NameKey(p.Name)
		m.names[name] = append(m.names[name], p.ID)
	}
	m.people[p.ID-1] = cloned(*p)
	for _, k := range p.Keys() {
		if _, taken := m.keys[k]; !taken {
			m.keys[k] = p.ID
		}
	}
}

func cloned(p model.Person) model.Person {
	p.Contact.Emails = slices.Clone(p.Contact.Emails)
	p.Contact.Phones = slices.Clone(p.Contact.Phones)
	p.Contact.Links = slices.Clone(p.Contact.Links)
	p.Contact.ExternalIDs = slices.Clone(p.Contact.ExternalIDs)
	p.Skills = slices.Clone(p.Skills)
	p.Positions = slices.Clone(p.Positions)
	p.Background.Tags = slices.Clone(p.Background.Tags)
	p.Background.Custom = maps.Clone(p.Background.Custom)
	return p
}
