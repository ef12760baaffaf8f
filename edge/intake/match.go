package intake

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"time"

	"talentmap/edge/intake/format"
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

// employer is what is remembered of a company's name.
type employer struct{ key, asked string }

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

// disown takes keys off a record and keeps them as a custom field.
func disown(p *model.Person, keys []string) {
	c := &p.Contact
	for _, key := range keys {
		text := key[2:]
		is := func(s string) bool { return s == text }
		c.Emails = slices.DeleteFunc(c.Emails, is)
		c.Links = slices.DeleteFunc(c.Links, is)
		c.ExternalIDs = slices.DeleteFunc(c.ExternalIDs, is)
		if p.Background.Custom == nil {
			p.Background.Custom = map[string]string{}
		}
		p.Background.Custom["of someone else"] = strings.TrimPrefix(p.Background.Custom["of someone else"]+", "+text, ", ")
	}
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

// byName looks for the record's name and employer among those whom no row of
// this file has claimed. Someone of whom the same source said the same before is
// meant, so that the second of two namesakes in a file finds the second in the
// store. Others may be meant: a person must look.
func (m *matcher) byName(p *model.Person, name string, keys []string, f *found) error {
	employer, asked := m.employer(p.Latest(m.now).Company)
	for _, id := range m.known.ByName(name, asked) {
		if err := m.await(id); err != nil {
			return err
		}
		if i, ok := m.byID[id]; ok && m.met[i].claimed {
			continue
		}
		if err := m.load(id); err != nil {
			return err
		}
		if !workedAt(&m.loaded, employer) || contradict(keys, m.loaded.Keys()) {
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
	if ok, err := m.sole(p, keys, f); ok || err != nil {
		return err
	}
	if len(f.like) > 0 {
		f.review = fmt.Sprintf("the same name and employer as %s, and nothing else to tell by", m.who(f.like[0]))
	}
	return nil
}

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

// contradict reports whether two people have different keys of one kind: two
// addresses at one domain, two accounts on one network, two IDs of one source.
func contradict(a, b []string) bool {
	for _, kind := range a {
		kind = keyKind(kind)
		differ := false
		for _, k := range b {
			if keyKind(k) != kind {
				continue
			}
			if differ = !contains(a, k); !differ {
				break
			}
		}
		if differ {
			return true
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

// keyKind is what a key is one of: "@example.com" for an address, since two
// mailboxes at one place are of two people and a second elsewhere is common;
// "l:linkedin.com/in/", "x:person_id:".
func keyKind(key string) string {
	switch key[:2] {
	case "e:":
		return key[strings.LastIndexByte(key, '@')+1:]
	case "l:":
		return key[:strings.LastIndexByte(key, '/')+1]
	case "x:":
		return key[:2+strings.IndexByte(key[2:], ':')+1]
	}
	return key[:2]
}

// keyText is a key for people.
func keyText(key string) string { return format.Shown(key[2:]) }

func (m *matcher) who(i int32) string {
	if id := m.met[i].id; id != 0 {
		return id.String()
	}
	return "someone of an earlier row"
}

func (m *matcher) hash(key string) [2]uint64 {
	return [2]uint64{maphash.String(m.seeds[0], key), maphash.String(m.seeds[1], key)}
}
