package intake

import (
	"fmt"
	"hash/maphash"
	"time"

	"talentmap/model"
)

// matcher finds whom a record means: someone known, someone of an earlier row of
// the same file, or nobody yet. Of a file's rows it remembers a hash of each key
// and which person had it.
type matcher struct {
	known Known
	now   time.Time
	seeds [2]maphash.Seed
	keys  map[[2]uint64]int32 // key → index in met
	byID  map[model.PersonID]int32
	met   []met

	employers map[string]employer
	settle    func(model.PersonID) error // waits for who is being written, if someone of that number may be among them; may be nil

	teller  *model.Source             // whose statements tell a row again
	missing map[string]model.PersonID // whom the source had and no row means by other ways, by name
	guess   bool                      // take whoever has the name and employer, to find the source

	fresh  [][2]uint64  // keys of the record matched last that nobody has yet
	words  nameWords    // the name of the record matched last
	loaded model.Person // the person read last
}

// met is a person whom a row of this file has touched, or may have.
type met struct {
	id      model.PersonID // 0: new and not written yet
	words   nameWords
	claimed bool // a row of this file is this person
	changed bool // new or changed by a row of this file
	told    bool // a row of this file was compared with what the source said before
}

func newMatcher(known Known, now time.Time) *matcher {
	return &matcher{
		known: known, now: now,
		seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()},
		keys:  map[[2]uint64]int32{},
		byID:  map[model.PersonID]int32{},

		employers: map[string]employer{},

		teller: &model.Source{},
	}
}

// said is what the file's source said last of a person.
func (m *matcher) said(id model.PersonID) (model.Statement, bool) {
	if m.teller.ID == 0 {
		return model.Statement{}, false
	}
	return m.known.Said(m.teller.ID, id)
}

// hasTold reports whether the file's source has told of a person before.
func (m *matcher) hasTold(id model.PersonID) bool {
	_, ok := m.said(id)
	return ok
}

// none is the index of nobody.
const none int32 = -1

// found is whom a record means.
type found struct {
	at      int32    // index in met; none for someone new
	byName  bool     // by name and employer, as the same source told before or a person has decided
	review  string   // why a person must look at it; "" when it is clear
	like    []int32  // whom a row to be looked at may mean, the likeliest first
	foreign []string // keys that are those of someone with another name
	owner   int32    // who has the first of them
}

// match finds whom a record means, by keys in the order of their worth and then
// by name and employer. A key that belongs to someone of another name does not
// count as long as the record has one of its own; it is not kept either. An
// error is one of reading from the store.
func (m *matcher) match(p *model.Person) (found, error) {
	name, keys := model.NameKey(p.Name), p.Keys()
	m.fresh, m.words = m.fresh[:0], m.wordsOf(name)
	f := found{at: none}
	by := ""
	for _, key := range keys {
		i, err := m.lookup(key)
		if err != nil {
			return found{}, err
		}
		if i == none {
			continue
		}
		switch judge(key, m.words, m.met[i].words) {
		case strangers:
			continue
		case unlike:
			if len(f.foreign) == 0 {
				f.owner = i
			}
			f.foreign = append(f.foreign, key)
			continue
		}
		if f.at != none && f.at != i {
			if f, ok, err := m.decided(p); ok || err != nil {
				return f, err
			}
			return found{like: []int32{f.at, i}, review: fmt.Sprintf("%s belongs to %s, but %s to %s", keyText(by), m.who(f.at), keyText(key), m.who(i))}, nil
		}
		if f.at == none {
			f.at, by = i, key
		}
	}
	if f.at != none {
		return f, nil
	}
	if f, ok, err := m.decided(p); ok || err != nil {
		return f, err
	}
	if at, ok := m.ours(p, name, keys); ok {
		f.at, f.byName = at, true
		return f, nil
	}
	if len(f.foreign) > 0 && len(m.fresh) == 0 {
		return found{like: []int32{f.owner}, review: fmt.Sprintf("%s belongs to %s, who has another name", keyText(f.foreign[0]), m.who(f.owner))}, nil
	}
	return f, m.byName(p, name, keys, &f)
}

// ours is whom a row of our own export means that has no key: the number, the name
// and an employer agree.
func (m *matcher) ours(p *model.Person, name string, keys []string) (at int32, ok bool) {
	if p.ID == 0 || m.load(p.ID) != nil { // of another database
		return none, false
	}
	employer := model.CompanyKey(p.Latest(m.now).Company)
	if model.NameKey(m.loaded.Name) != name || !workedAt(&m.loaded, employer) || contradict(keys, m.loaded.Keys()) {
		return none, false
	}
	if i, met := m.byID[p.ID]; met && m.met[i].claimed {
		return none, false
	}
	return m.meet(&m.loaded), true
}

// decided is whom a person has said before that a row like this one means.
func (m *matcher) decided(p *model.Person) (f found, ok bool, err error) {
	id, ok := m.known.Decided(func() string { return model.IdentityText(p) })
	if !ok {
		return found{}, false, nil
	}
	if i, met := m.byID[id]; met {
		return found{at: i, byName: true}, !m.met[i].claimed, nil
	}
	if err := m.load(id); err != nil {
		return found{}, false, err
	}
	return found{at: m.meet(&m.loaded), byName: true}, true, nil
}

// claim remembers that the record matched last is this person, with the keys
// that nobody had; at none is someone new. It returns the person's index.
func (m *matcher) claim(at int32) int32 {
	if at == none {
		at = int32(len(m.met))
		m.met = append(m.met, met{words: m.words, changed: true, told: true})
	}
	m.met[at].claimed = true
	for _, h := range m.fresh {
		m.keys[h] = at
	}
	return at
}

// arrived tells the ID that someone new was given.
func (m *matcher) arrived(at int32, id model.PersonID) {
	m.met[at].id = id
	m.byID[id] = at
}

// lookup is who has a key: in this file, else in the store.
func (m *matcher) lookup(key string) (int32, error) {
	h := m.hash(key)
	if i, ok := m.keys[h]; ok {
		return i, nil
	}
	id, ok := m.known.ByKey(key)
	if !ok {
		m.fresh = append(m.fresh, h)
		return none, nil
	}
	if err := m.await(id); err != nil {
		return none, err
	}
	if i, ok := m.byID[id]; ok {
		return i, nil
	}
	if err := m.load(id); err != nil {
		return none, fmt.Errorf("%w, who has %s", err, keyText(key))
	}
	return m.meet(&m.loaded), nil
}

// await waits, before someone of the store is looked at who was not met yet, for
// those who are being written: she may be one of them.
func (m *matcher) await(id model.PersonID) error {
	if _, met := m.byID[id]; met || m.settle == nil {
		return nil
	}
	return m.settle(id)
}

// load reads a known person into m.loaded.
func (m *matcher) load(id model.PersonID) (err error) {
	if m.loaded, err = m.known.Person(id); err != nil {
		return fmt.Errorf("read %s: %w", id, err)
	}
	return nil
}

func (m *matcher) meet(p *model.Person) int32 {
	if i, ok := m.byID[p.ID]; ok {
		return i
	}
	i := int32(len(m.met))
	m.met = append(m.met, met{id: p.ID, words: m.wordsOf(model.NameKey(p.Name))})
	m.byID[p.ID] = i
	return i
}

func (m *matcher) who(i int32) string {
	if id := m.met[i].id; id != 0 {
		return id.String()
	}
	return "someone of an earlier row"
}

func (m *matcher) hash(key string) [2]uint64 {
	return [2]uint64{maphash.String(m.seeds[0], key), maphash.String(m.seeds[1], key)}
}
