package intake_test

import (
	"context"
	"iter"
	"maps"
	"slices"
	"sync"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
	"talentmap/store"
)

// memory is a store in memory: what an import knows and writes to.
type memory struct {
	mu     sync.Mutex     // the next chunk is planned while one is written
	people []model.Person // the ID is the index + 1
	alike  bool           // looks at every name, which takes its time
	keys   map[string]model.PersonID
	names  map[string][]model.PersonID
	writes []int  // the size of each
	erased string // the e-mail address of someone erased

	sources   []model.Source // the ID is the index + 1
	said      map[model.SourceID]map[model.PersonID]model.Statement
	decisions map[string]model.PersonID
	reviews   []*model.Review
	news      []model.News
	fired     []store.Fired
	from      *model.Source
	asOf      model.Date
	fail      error
	onPut     func()
}

var (
	_ intake.Known = (*memory)(nil)
	_ intake.Sink  = (*memory)(nil)
)

func newMemory() *memory {
	return &memory{
		keys: map[string]model.PersonID{}, names: map[string][]model.PersonID{},
		said: map[model.SourceID]map[model.PersonID]model.Statement{}, decisions: map[string]model.PersonID{},
	}
}

func (m *memory) ByKey(key string) (model.PersonID, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	id, ok := m.keys[key]
	return id, ok
}

func (m *memory) ByName(key string) []model.PersonID {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.names[key])
}

// Near leaves it to the caller to look at employers.
func (m *memory) Near(key string, parts model.NameParts, _ string) []model.PersonID {
	m.mu.Lock()
	defer m.mu.Unlock()
	ids := slices.Clone(m.names[key])
	for i := range m.people {
		if id := model.PersonID(i + 1); !slices.Contains(ids, id) && m.alike && model.NamesAlike(parts, model.PartsOf(m.people[i].Name)) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

func (m *memory) ByMailbox(mailbox string) (model.PersonID, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range m.people {
		for _, e := range m.people[i].Contact.Emails {
			if model.Mailbox(e) == mailbox {
				return model.PersonID(i + 1), true
			}
		}
	}
	return 0, false
}

func (m *memory) Person(id model.PersonID) (model.Person, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if int(id) > len(m.people) {
		return model.Person{}, store.ErrNotFound
	}
	return formattest.Cloned(m.people[id-1]), nil
}

func (m *memory) Erased(p *model.Person) bool {
	return m.erased != "" && slices.Contains(p.Contact.Emails, m.erased)
}

func (m *memory) Decided(text func() string) (model.PersonID, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	id, ok := m.decisions[text()]
	return id, ok
}

func (m *memory) Sources(dialect string) (list []model.Source) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, src := range m.sources {
		if src.Dialect == dialect {
			list = append(list, src)
		}
	}
	return list
}

func (m *memory) Said(src model.SourceID, id model.PersonID) (model.Statement, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	st, ok := m.said[src][id]
	return st, ok
}

func (m *memory) Stated(src model.SourceID) iter.Seq2[model.Statement, error] {
	return func(yield func(model.Statement, error) bool) {
		for _, id := range slices.Sorted(maps.Keys(m.said[src])) {
			if !yield(m.said[src][id], nil) {
				return
			}
		}
	}
}

func (m *memory) From(src *model.Source, asOf model.Date) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.from, m.asOf = src, asOf
}

func (m *memory) Arrive(_ context.Context, chunk []store.Arrival) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fail != nil {
		return m.fail
	}
	m.writes = append(m.writes, len(chunk))
	if m.from != nil && len(chunk) > 0 {
		m.cite()
	}
	for _, a := range chunk {
		if !a.Same {
			m.put(a.Person)
		}
		if a.Said != nil && m.from != nil {
			a.Said.Source, a.Said.Person = m.from.ID, a.Person.ID
			m.said[m.from.ID][a.Person.ID] = *a.Said
		}
		for _, n := range a.News {
			n.Person = a.Person.ID
			m.news = append(m.news, n)
		}
		m.fired = append(m.fired, a.Signals...)
	}
	if m.onPut != nil {
		m.onPut()
	}
	return nil
}

func (m *memory) cite() {
	m.from.AsOf = m.asOf
	if m.from.ID == 0 {
		m.from.ID = model.SourceID(len(m.sources) + 1)
		m.sources = append(m.sources, model.Source{})
		m.said[m.from.ID] = map[model.PersonID]model.Statement{}
	}
	m.sources[m.from.ID-1] = *m.from
}

// Hold keeps each row once, as the store does.
func (m *memory) Hold(_ context.Context, rows []*model.Review) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range rows {
		same := func(have *model.Review) bool {
			return model.IdentityText(&have.Incoming) == model.IdentityText(&r.Incoming)
		}
		if !slices.ContainsFunc(m.reviews, same) {
			m.reviews = append(m.reviews, r)
		}
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
	m.people[p.ID-1] = formattest.Cloned(*p)
	for _, k := range p.Keys() {
		if _, taken := m.keys[k]; !taken {
			m.keys[k] = p.ID
		}
	}
}
