package intake

import (
	"fmt"
	"hash/maphash"
	"strings"
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

	fresh  [][2]uint64     // keys of the record matched last that nobody has yet
	name   string          // of the record matched last
	parts  model.NameParts // the same
	words  nameWords       // the same
	loaded model.Person    // the person read last
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
// count as long as the record has one of its own; it is not kept either. Where the
// names are partly the same a person must look. An error is one of reading from the
// store.
func (m *matcher) match(p *model.Person) (found, error) {
	name, keys := model.NameKey(p.Name), p.Keys()
	m.fresh, m.name, m.parts = m.fresh[:0], p.Name, model.PartsOfKey(name)
	m.words = m.wordsOf(p.Name, m.parts)
	f := found{at: none, owner: none}
	by, sure := "", false
	doubt := doubts{}
	for _, key := range keys {
		i, err := m.lookup(key)
		if err != nil {
			return found{}, err
		}
		if i == none {
			continue
		}
		agrees := judge(key, &m.words, &m.met[i].words)
		switch agrees {
		case strangers:
			continue
		case partly:
			doubt = append(doubt, keyOf{key, i})
			continue
		case unlike:
			f.notHers(key, i)
			continue
		}
		if f.at != none && f.at != i {
			return m.torn(p, f.at, by, keyOf{key, i})
		}
		if sure = sure || agrees == agree; f.at == none {
			f.at, by = i, key
		}
	}
	if f.at != none {
		doubt.settle(&f)
		if !sure && len(f.foreign) > 0 {
			return m.torn(p, f.at, by, keyOf{f.foreign[0], f.owner})
		}
		return f, nil
	}
	if f, ok, err := m.decided(p); ok || err != nil {
		return f, err
	}
	if at, ok := m.ours(p, name); ok {
		f.at, f.byName = at, true
		return f, nil
	}
	if asks, err := m.doubtful(p, doubt, &f); asks || err != nil {
		return f, err
	}
	if len(f.foreign) > 0 && len(m.fresh) == 0 {
		return found{like: []int32{f.owner}, review: fmt.Sprintf("%s belongs to %s, who has another name", keyText(f.foreign[0]), m.who(f.owner))}, nil
	}
	return f, m.byName(p, name, &f)
}

// torn asks a person about a row that has one key of someone and another key of
// another, unless that was decided before.
func (m *matcher) torn(p *model.Person, at int32, by string, other keyOf) (found, error) {
	if f, ok, err := m.decided(p); ok || err != nil {
		return f, err
	}
	return found{at: none, like: []int32{at, other.owner}, review: fmt.Sprintf("%s belongs to %s, but %s to %s", keyText(by), m.who(at), keyText(other.key), m.who(other.owner))}, nil
}

// notHers notes a key that is somebody else's.
func (f *found) notHers(key string, owner int32) {
	if len(f.foreign) == 0 {
		f.owner = owner
	}
	f.foreign = append(f.foreign, key)
}

// keyOf is a key, and who has it.
type keyOf struct {
	key   string
	owner int32
}

// doubts are keys of people whose names are partly that of the row: of one family, or
// misspelled.
type doubts []keyOf

// settle takes a row's doubtful keys for those of others, once another key has told
// whom it means.
func (d doubts) settle(f *found) {
	for _, k := range d {
		if k.owner != f.at {
			f.notHers(k.key, k.owner)
		}
	}
}

// doubtful reports whether somebody must look at a row, since a key of its is of
// someone whose name is partly the same. Where other keys tell that these are two,
// the key is the other's.
func (m *matcher) doubtful(p *model.Person, doubt doubts, f *found) (asks bool, err error) {
	for _, k := range doubt {
		if id := m.met[k.owner].id; id != 0 {
			if err := m.load(id); err != nil {
				return false, err
			}
			if contradict(p, &m.loaded) {
				f.notHers(k.key, k.owner)
				continue
			}
		}
		*f = found{at: none, like: []int32{k.owner}, review: fmt.Sprintf("%s belongs to %s, whose name is partly the same", keyText(k.key), m.who(k.owner))}
		return true, nil
	}
	return false, nil
}

// ours is whom a row of our own export means that has no key: the number, the name
// and an employer agree.
func (m *matcher) ours(p *model.Person, name string) (at int32, ok bool) {
	if p.ID == 0 || m.load(p.ID) != nil { // of another database
		return none, false
	}
	employer := model.CompanyKey(p.Latest(m.now).Company)
	if model.NameKey(m.loaded.Name) != name || !workedAt(&m.loaded, employer) || contradict(p, &m.loaded) {
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
	h := m.hash(oneKey(key))
	if i, ok := m.keys[h]; ok {
		return i, nil
	}
	id, ok := m.known.ByKey(key)
	if !ok {
		id, ok = m.byMailbox(key)
	}
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

// byMailbox is who has another address of the same mailbox.
func (m *matcher) byMailbox(key string) (model.PersonID, bool) {
	address, ok := strings.CutPrefix(key, "e:")
	if !ok {
		return 0, false
	}
	box := model.Mailbox(address)
	if box != address {
		if id, ok := m.known.ByKey("e:" + box); ok {
			return id, true
		}
	}
	return m.known.ByMailbox(box)
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
	words := m.words
	if p.Name != m.name { // of someone who is written otherwise in the record
		words = m.wordsOf(p.Name, model.PartsOf(p.Name))
	}
	m.met = append(m.met, met{id: p.ID, words: words})
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
