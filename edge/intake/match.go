package intake

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"time"

	"talentmap/model"
)

// Known is the people who are in the store. While [Source.Apply] runs Person must
// show what the [Sink] has written; by key and name it need not be found again.
type Known interface {
	// ByKey is the person who has a key of [model.Person.Keys].
	ByKey(key string) (model.PersonID, bool)
	// ByName is the people with this [model.NameKey] who work or worked at the
	// employer of this [model.CompanyKey], by rising ID; with an empty one all of
	// the name, who are looked at one by one.
	ByName(nameKey, employer string) []model.PersonID
	// Person is one of them, with the revision to write against. The caller may
	// change it.
	Person(id model.PersonID) (model.Person, error)
	// Erased reports whether a record that means nobody known is of someone who
	// was erased on request, and must not be taken in again.
	Erased(p *model.Person) bool
}

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
}

func newMatcher(known Known, now time.Time) *matcher {
	return &matcher{
		known: known, now: now,
		seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()},
		keys:  map[[2]uint64]int32{},
		byID:  map[model.PersonID]int32{},
	}
}

// none is the index of nobody.
const none int32 = -1

// found is whom a record means.
type found struct {
	at      int32    // index in met; none for someone new
	byName  bool     // by name and employer alone
	review  string   // why a person must look at it; "" when it is clear
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
			return found{review: fmt.Sprintf("%s belongs to %s, but %s to %s", keyText(by), m.who(f.at), keyText(key), m.who(i))}, nil
		}
		if f.at == none {
			f.at, by = i, key
		}
	}
	if f.at != none {
		return f, nil
	}
	if len(f.foreign) > 0 && len(m.fresh) == 0 {
		return found{review: fmt.Sprintf("%s belongs to %s, who has another name", keyText(f.foreign[0]), m.who(f.owner))}, nil
	}
	at, err := m.byName(p, name, keys)
	f.at, f.byName = at, at != none
	return f, err
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
		m.met = append(m.met, met{words: m.words, changed: true})
	}
	m.met[at].claimed = true
	for _, h := range m.fresh {
		m.keys[h] = at
	}
	return at
}

// written tells the ID that someone new was given.
func (m *matcher) written(at int32, id model.PersonID) {
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
	if i, ok := m.byID[id]; ok {
		return i, nil
	}
	if err := m.load(id); err != nil {
		return none, fmt.Errorf("%w, who has %s", err, keyText(key))
	}
	return m.meet(&m.loaded), nil
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

// byName is the first known person of the record's name and employer whom no
// row of this file has claimed, so that the second of two namesakes in a file
// finds the second in the store.
func (m *matcher) byName(p *model.Person, name string, keys []string) (int32, error) {
	employer := model.CompanyKey(p.Latest(m.now).Company)
	for _, id := range m.known.ByName(name, employer) {
		if i, ok := m.byID[id]; ok && m.met[i].claimed {
			continue
		}
		if err := m.load(id); err != nil {
			return none, err
		}
		if workedAt(&m.loaded, employer) && !contradict(keys, m.loaded.Keys()) {
			return m.meet(&m.loaded), nil
		}
	}
	return none, nil
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
// e-mail addresses, two accounts on one network, two IDs of one source.
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

// keyKind is what a key is one of: "e:", "l:linkedin.com/in/", "x:person_id:".
func keyKind(key string) string {
	switch key[:2] {
	case "l:":
		return key[:strings.LastIndexByte(key, '/')+1]
	case "x:":
		return key[:2+strings.IndexByte(key[2:], ':')+1]
	}
	return key[:2]
}

// keyText is a key for people.
func keyText(key string) string { return shown(key[2:]) }

func (m *matcher) who(i int32) string {
	if id := m.met[i].id; id != 0 {
		return id.String()
	}
	return "someone of an earlier row"
}

func (m *matcher) hash(key string) [2]uint64 {
	return [2]uint64{maphash.String(m.seeds[0], key), maphash.String(m.seeds[1], key)}
}
