package store

import (
	"encoding/binary"

	"talentmap/model"
)

// Kind is a noun, or what hangs on one: the grain in which changes are told.
type Kind uint8

// The kinds. A [Ref] of Signals, Touches or Drafts names their subject.
const (
	People Kind = iota
	Companies
	PersonSignals
	CompanySignals
	Touches
	Drafts
	Maps
	Roles
	Imports
	Sources
	Statements
	PersonNews
	Reviews
	Identities
	Filters
	Templates
	Sequences
	Shelf
	DraftVersions
)

var kindNames = [...]string{"person", "company", "signals of", "signals at", "touches of", "draft to", "map", "role", "import", "source", "statements of", "news of", "review", "identity", "filter", "template", "sequence", "shared thing", "versions of the draft to"}

func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		return "something newer"
	}
	return kindNames[k]
}

// KindSet is a set of kinds.
type KindSet uint32

// Has reports whether k is in the set.
func (s KindSet) Has(k Kind) bool { return s&(1<<k) != 0 }

func (s KindSet) with(k Kind) KindSet { return s | 1<<k }

// KindsOf is the set of the kinds given.
func KindsOf(kinds ...Kind) KindSet {
	var s KindSet
	for _, k := range kinds {
		s = s.with(k)
	}
	return s
}

// The tables, one a noun.
var (
	people = &table[model.Person]{
		space: spacePerson, kind: People,
		key:    func(p *model.Person) []byte { return personKey(p.ID) },
		rev:    func(p *model.Person) *model.Rev { return &p.Rev },
		number: func(p *model.Person, next func() uint64) { setID(&p.ID, next) },
		index:  personIndex,
	}
	companies = &table[model.Company]{
		space: spaceCompany, kind: Companies,
		key:    func(c *model.Company) []byte { return companyKey(c.ID) },
		rev:    func(c *model.Company) *model.Rev { return &c.Rev },
		number: func(c *model.Company, next func() uint64) { setID(&c.ID, next) },
		index:  companyIndex,
	}
	signals = &table[model.Signal]{
		space: spaceSignal, kind: PersonSignals,
		key:    signalKey,
		rev:    func(s *model.Signal) *model.Rev { return &s.Rev },
		number: func(s *model.Signal, next func() uint64) { setID(&s.ID, next) },
	}
	touches = &table[model.Touch]{
		space: spaceTouch, kind: Touches,
		key:    func(t *model.Touch) []byte { return touchKey(t.Person, t.ID) },
		rev:    func(t *model.Touch) *model.Rev { return &t.Rev },
		number: func(t *model.Touch, next func() uint64) { setID(&t.ID, next) },
	}
	drafts = &table[model.Draft]{
		space: spaceDraft, kind: Drafts,
		key:   func(d *model.Draft) []byte { return draftKey(d.Person) },
		rev:   func(d *model.Draft) *model.Rev { return &d.Rev },
		index: draftIndex,
	}
	maps = &table[model.Map]{
		space: spaceMap, kind: Maps,
		key:    func(m *model.Map) []byte { return mapKey(m.ID) },
		rev:    func(m *model.Map) *model.Rev { return &m.Rev },
		number: func(m *model.Map, next func() uint64) { setID(&m.ID, next) },
	}
	roles = &table[model.Role]{
		space: spaceRole, kind: Roles,
		key:    func(r *model.Role) []byte { return roleKey(r.ID) },
		rev:    func(r *model.Role) *model.Rev { return &r.Rev },
		number: func(r *model.Role, next func() uint64) { setID(&r.ID, next) },
	}
	imports = &table[model.Import]{
		space: spaceImport, kind: Imports,
		key:    func(i *model.Import) []byte { return importKey(i.ID) },
		rev:    func(i *model.Import) *model.Rev { return &i.Rev },
		number: func(i *model.Import, next func() uint64) { setID(&i.ID, next) },
	}
	sources = &table[model.Source]{
		space: spaceSource, kind: Sources,
		key:    func(s *model.Source) []byte { return sourceKey(s.ID) },
		rev:    func(s *model.Source) *model.Rev { return &s.Rev },
		number: func(s *model.Source, next func() uint64) { setID(&s.ID, next) },
	}
	statements = &table[model.Statement]{
		space: spaceStatement, kind: Statements,
		key: func(s *model.Statement) []byte { return statementKey(s.Source, s.Person) },
		rev: func(s *model.Statement) *model.Rev { return &s.Rev },
	}
	news = &table[model.News]{
		space: spaceNews, kind: PersonNews,
		key:    func(n *model.News) []byte { return newsKey(n.Person, n.ID) },
		rev:    func(n *model.News) *model.Rev { return &n.Rev },
		number: func(n *model.News, next func() uint64) { setID(&n.ID, next) },
	}
	reviews = &table[model.Review]{
		space: spaceReview, kind: Reviews,
		key:    func(r *model.Review) []byte { return reviewKey(r.ID) },
		rev:    func(r *model.Review) *model.Rev { return &r.Rev },
		number: func(r *model.Review, next func() uint64) { setID(&r.ID, next) },
	}
	identities = &table[model.Identity]{
		space: spaceIdentity, kind: Identities,
		key: func(i *model.Identity) []byte { return identityKey(i.Hash) },
		rev: func(i *model.Identity) *model.Rev { return &i.Rev },
	}
	filters = &table[model.Filter]{
		space: spaceFilter, kind: Filters,
		key:    func(f *model.Filter) []byte { return filterKey(f.ID) },
		rev:    func(f *model.Filter) *model.Rev { return &f.Rev },
		number: func(f *model.Filter, next func() uint64) { setID(&f.ID, next) },
	}
	templates = &table[model.Template]{
		space: spaceTemplate, kind: Templates,
		key:    func(t *model.Template) []byte { return templateKey(t.ID) },
		rev:    func(t *model.Template) *model.Rev { return &t.Rev },
		number: func(t *model.Template, next func() uint64) { setID(&t.ID, next) },
	}
	sequences = &table[model.Sequence]{
		space: spaceSequence, kind: Sequences,
		key:    func(s *model.Sequence) []byte { return sequenceKey(s.ID) },
		rev:    func(s *model.Sequence) *model.Rev { return &s.Rev },
		number: func(s *model.Sequence, next func() uint64) { setID(&s.ID, next) },
	}
	shelf = &table[model.ShelfItem]{
		space: spaceShelf, kind: Shelf,
		key:    func(s *model.ShelfItem) []byte { return shelfKey(s.ID) },
		rev:    func(s *model.ShelfItem) *model.Rev { return &s.Rev },
		number: func(s *model.ShelfItem, next func() uint64) { setID(&s.ID, next) },
	}
	draftVersions = &table[model.DraftVersion]{
		space: spaceVersion, kind: DraftVersions,
		key:    func(v *model.DraftVersion) []byte { return versionKey(v.Person, v.ID) },
		rev:    func(v *model.DraftVersion) *model.Rev { return &v.Rev },
		number: func(v *model.DraftVersion, next func() uint64) { setID(&v.ID, next) },
	}

	// tables lists them by space for undo and check.
	tables = map[byte]indexer{
		spacePerson: people, spaceCompany: companies, spaceSignal: signals, spaceTouch: touches,
		spaceDraft: drafts, spaceMap: maps, spaceRole: roles, spaceImport: imports,
		spaceSource: sources, spaceStatement: statements, spaceNews: news, spaceReview: reviews, spaceIdentity: identities,
		spaceFilter: filters, spaceTemplate: templates, spaceSequence: sequences, spaceShelf: shelf, spaceVersion: draftVersions,
	}
)

func setID[ID ~uint64](id *ID, next func() uint64) {
	if *id == 0 {
		*id = ID(next())
	}
}

// personIndex leads from a person's keys, name and employers to her.
func personIndex(p *model.Person) [][]byte {
	id := uint64(p.ID)
	keys := p.Keys()
	out := make([][]byte, 0, len(keys)+3)
	for _, k := range keys {
		out = append(out, textIndex(indexKey, k, id))
	}
	if name := model.NameKey(p.Name); name != "" {
		out = append(out, textIndex(indexName, name, id))
	}
	for i, pos := range p.Positions {
		if pos.CompanyID != 0 && !workedThere(p.Positions[:i], pos.CompanyID) {
			out = append(out, id8(indexEmployer, uint64(pos.CompanyID), id))
		}
	}
	return out
}

func workedThere(earlier []model.Position, id model.CompanyID) bool {
	for _, q := range earlier {
		if q.CompanyID == id {
			return true
		}
	}
	return false
}

// companyIndex leads from a company's name, aliases, domain and stem to it.
func companyIndex(c *model.Company) [][]byte {
	var out [][]byte
	add := func(text string) {
		if text == "" {
			return
		}
		if k := textIndex(indexCompany, text, uint64(c.ID)); !holds(out, k) {
			out = append(out, k)
		}
	}
	add(model.CompanyKey(c.Name))
	for _, a := range c.Aliases {
		add(model.CompanyKey(a))
	}
	add(model.CompanyKey(c.Domain))
	if stem := model.CompanyStem(c.Name); stem != "" {
		add(stemMark + stem)
	}
	return out
}

// draftIndex leads to a draft that was approved and has not been sent.
func draftIndex(d *model.Draft) [][]byte {
	if d.OutState() == model.Drafting {
		return nil
	}
	return [][]byte{id8(indexWaiting, uint64(d.Person))}
}

// Ref names what a change touched: a person, or the touches of a person.
type Ref struct {
	_    struct{} `cbor:",toarray"`
	Kind Kind
	ID   uint64
}

// refOf names the subject of a record's key.
func refOf(kind Kind, key []byte) Ref {
	switch key[0] {
	case spaceStatement: // of a person, by a source
		return Ref{Kind: kind, ID: lastID(key)}
	case spaceSignal:
		if key[1] == spaceCompany {
			kind = CompanySignals
		}
		return Ref{Kind: kind, ID: binary.BigEndian.Uint64(key[2:])}
	default:
		return Ref{Kind: kind, ID: binary.BigEndian.Uint64(key[1:])}
	}
}
