package store

import (
	"encoding/binary"
	"fmt"
	"strings"

	"talentmap/model"
)

// The spaces: the first byte of every key. Identifiers follow in eight bytes,
// big endian, so that keys sort by age and a prefix scan answers the common
// question ("the signals of this person", "the people at this company").
const (
	spaceMeta      = 'm' // schema and the sequence of each noun
	spacePerson    = 'p' // person
	spaceCompany   = 'c' // company
	spaceSignal    = 's' // subject ('p' or 'c'), its ID, signal
	spaceTouch     = 't' // person, touch
	spaceDraft     = 'd' // person
	spaceMap       = 'a' // map
	spaceRole      = 'r' // role
	spaceImport    = 'i' // import
	spaceSource    = 'f' // source
	spaceStatement = 'o' // source, person
	spaceNews      = 'v' // person, news
	spaceReview    = 'y' // review
	spaceIdentity  = 'q' // hash of what a row reads like
	spaceFilter    = 'l' // saved filter
	spaceTemplate  = 'g' // template
	spaceSequence  = 'h' // sequence
	spaceShelf     = 'x' // what is on the shelf
	spaceVersion   = 'b' // person, version of the draft to her
	spaceJournal   = 'j' // revision: who, when, what
	spaceImages    = 'u' // revision: what it was before
	spaceTomb      = 'z' // a hash of the value: whom not to take in again, see tombs

	indexKey      = 'k' // person by e-mail, link, external ID: text, 0, person
	indexName     = 'n' // person by name: folded name, 0, person
	indexEmployer = 'e' // people now at a company: company, person
	indexCompany  = 'w' // company by name, alias, domain: text, 0, company
	indexWaiting  = 'D' // drafts that were approved and have not been sent: person
)

func seqKey(space byte) []byte { return append([]byte("mseq:"), space) }

func id8(space byte, ids ...uint64) []byte {
	k := make([]byte, 1, 1+8*len(ids))
	k[0] = space
	for _, id := range ids {
		k = binary.BigEndian.AppendUint64(k, id)
	}
	return k
}

func personKey(id model.PersonID) []byte   { return id8(spacePerson, uint64(id)) }
func companyKey(id model.CompanyID) []byte { return id8(spaceCompany, uint64(id)) }
func mapKey(id model.MapID) []byte         { return id8(spaceMap, uint64(id)) }
func roleKey(id model.RoleID) []byte       { return id8(spaceRole, uint64(id)) }
func importKey(id model.ImportID) []byte   { return id8(spaceImport, uint64(id)) }
func draftKey(id model.PersonID) []byte    { return id8(spaceDraft, uint64(id)) }
func touchesOf(id model.PersonID) []byte   { return id8(spaceTouch, uint64(id)) }
func touchKey(p model.PersonID, t model.TouchID) []byte {
	return id8(spaceTouch, uint64(p), uint64(t))
}
func sourceKey(id model.SourceID) []byte    { return id8(spaceSource, uint64(id)) }
func statementsBy(id model.SourceID) []byte { return id8(spaceStatement, uint64(id)) }
func statementKey(s model.SourceID, p model.PersonID) []byte {
	return id8(spaceStatement, uint64(s), uint64(p))
}
func newsOf(id model.PersonID) []byte { return id8(spaceNews, uint64(id)) }
func newsKey(p model.PersonID, n model.NewsID) []byte {
	return id8(spaceNews, uint64(p), uint64(n))
}
func reviewKey(id model.ReviewID) []byte     { return id8(spaceReview, uint64(id)) }
func identityKey(hash uint64) []byte         { return id8(spaceIdentity, hash) }
func filterKey(id model.FilterID) []byte     { return id8(spaceFilter, uint64(id)) }
func templateKey(id model.TemplateID) []byte { return id8(spaceTemplate, uint64(id)) }
func sequenceKey(id model.SequenceID) []byte { return id8(spaceSequence, uint64(id)) }
func shelfKey(id model.ShelfID) []byte       { return id8(spaceShelf, uint64(id)) }
func versionsOf(id model.PersonID) []byte    { return id8(spaceVersion, uint64(id)) }
func versionKey(p model.PersonID, v model.VersionID) []byte {
	return id8(spaceVersion, uint64(p), uint64(v))
}
func journalKey(rev model.Rev) []byte { return id8(spaceJournal, uint64(rev)) }
func imagesKey(rev model.Rev) []byte  { return id8(spaceImages, uint64(rev)) }

func signalsOf(subject byte, id uint64) []byte {
	k := make([]byte, 2, 18)
	k[0], k[1] = spaceSignal, subject
	return binary.BigEndian.AppendUint64(k, id)
}

func signalKey(s *model.Signal) []byte {
	subject, id := byte(spacePerson), uint64(s.Person)
	if s.OfCompany() {
		subject, id = spaceCompany, uint64(s.Company)
	}
	return binary.BigEndian.AppendUint64(signalsOf(subject, id), uint64(s.ID))
}

// maxIndexText bounds the text in an index key: longer ones share a prefix and
// are told apart by the record.
const maxIndexText = 512

func textIndex(space byte, text string, id uint64) []byte {
	return binary.BigEndian.AppendUint64(textPrefix(space, text), id)
}

func textPrefix(space byte, text string) []byte {
	text = text[:min(len(text), maxIndexText)]
	k := make([]byte, 0, len(text)+10)
	k = append(k, space)
	k = append(k, strings.ReplaceAll(text, "\x00", " ")...)
	return append(k, 0)
}

// lastID is the identifier in the last eight bytes of a key; 0 for a damaged key
// that is shorter.
func lastID(key []byte) uint64 {
	if len(key) < 9 {
		return 0
	}
	return binary.BigEndian.Uint64(key[len(key)-8:])
}

// wellFormed reports whether a key is one that a table makes.
func wellFormed(key []byte) bool {
	switch {
	case len(key) < 9 || tables[key[0]] == nil:
		return false
	case key[0] == spaceSignal:
		return len(key) == 18 && (key[1] == spacePerson || key[1] == spaceCompany)
	case key[0] == spaceTouch, key[0] == spaceNews, key[0] == spaceStatement, key[0] == spaceVersion:
		return len(key) == 17
	}
	return len(key) == 9
}

// showKey names a key for people: p17, s of c4, or the quoted bytes.
func showKey(key []byte) string {
	switch {
	case len(key) == 9 && key[0] >= 'a' && key[0] <= 'z':
		return fmt.Sprintf("%c%d", key[0], lastID(key))
	case len(key) == 17 && key[0] == spaceTouch:
		return fmt.Sprintf("t%d of p%d", lastID(key), lastID(key[:9]))
	case len(key) == 17 && key[0] == spaceNews:
		return fmt.Sprintf("v%d of p%d", lastID(key), lastID(key[:9]))
	case len(key) == 17 && key[0] == spaceVersion:
		return fmt.Sprintf("version %d of the draft to p%d", lastID(key), lastID(key[:9]))
	case len(key) == 17 && key[0] == spaceStatement:
		return fmt.Sprintf("what f%d says of p%d", lastID(key[:9]), lastID(key))
	case len(key) == 18 && key[0] == spaceSignal:
		return fmt.Sprintf("s%d of %c%d", lastID(key), key[1], lastID(key[:10]))
	}
	return fmt.Sprintf("%q", key)
}
