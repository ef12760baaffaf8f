package store

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/store/kv"
)

// A person whose record is gone may have opted out. Nothing may be sent to her,
// nor may she be taken in anew, as if nothing had been, until a person has looked:
// so she stands again under her number, with what is left of her name and keys,
// and locked. Of what she was before only the strictest lock is taken over.

// Held is a person whom a repair has made stand again, locked, or a person or
// company that was locked before a restore.
type Held struct {
	ID      model.PersonID
	Company model.CompanyID // of a company; then ID is 0
	Name    string
	Lock    model.Lock
	// Known says that an earlier state, or what could be read of the damaged
	// record, had a lock; otherwise it is a precaution.
	Known bool
}

// Ref is the ID in its text form.
func (h Held) Ref() string {
	if h.Company != 0 {
		return h.Company.String()
	}
	return h.ID.String()
}

func (h Held) String() string {
	why := "nothing tells whether she had opted out"
	if h.Known {
		why = "as before"
	}
	return fmt.Sprintf("%s %s: %s (%s)", h.Ref(), h.Name, h.Lock, why)
}

// missing are the people whose records are gone.
type missing map[model.PersonID]*traces

// traces are what is left of a person.
type traces struct {
	states    []model.Person // sound earlier ones, oldest first
	read      model.Person   // of the damaged record: only its lock counts
	keys      []string       // by the indexes, as of [model.Person.Keys]
	names     []string       // by the indexes, folded
	employers []model.CompanyID
}

// add notes that the record under a key is gone, if it is a person's.
func (m missing) add(key []byte) {
	if id := model.PersonID(lastID(key)); len(key) == len(personKey(0)) && key[0] == spacePerson && m[id] == nil {
		m[id] = &traces{}
	}
}

// earlier keeps a sound earlier state of someone who is missing.
func (m missing) earlier(c codec, key, rec []byte) {
	t := m[model.PersonID(lastID(key))]
	if t == nil || key[0] != spacePerson || rec == nil {
		return
	}
	var p model.Person
	if _, err := c.open(key, rec, &p); err == nil {
		t.states = append(t.states, p)
	}
}

// seek gathers what the old indexes and the journal know of those who are
// missing. Where the journal is not whole, whoever stands in an index and not
// in the records is missing as well.
func (r *repair) seek(tx *Tx, old kv.Reader, whole bool) {
	if len(r.missing) == 0 && whole {
		return
	}
	for _, space := range []byte{indexKey, indexName, indexEmployer} {
		for _, entry := range r.readSpace(old, space) {
			key := personKey(model.PersonID(lastID(entry.key)))
			if !whole && space != indexEmployer && lastID(key) != 0 && tx.r.Get(key) == nil {
				r.missing.add(key)
			}
			if t := r.missing[model.PersonID(lastID(key))]; t != nil {
				t.note(entry.key)
			}
		}
	}
	for c := range tx.ChangesSince(0) {
		images, _ := tx.imagesOf(c.Rev) // what is damaged has been set aside
		for _, im := range images {
			r.missing.earlier(r.codec, im.Key, im.Old)
		}
	}
	for _, a := range r.aside {
		if p, ok := a.Fields.(model.Person); ok && r.missing[model.PersonID(lastID(a.Key))] != nil {
			r.missing[model.PersonID(lastID(a.Key))].read = p
		}
	}
}

// note takes in an index entry.
func (t *traces) note(entry []byte) {
	if entry[0] == indexEmployer {
		if len(entry) == len(id8(indexEmployer, 0, 0)) {
			t.employers = append(t.employers, model.CompanyID(binary.BigEndian.Uint64(entry[1:])))
		}
		return
	}
	text := string(entry[1:max(1, len(entry)-9)])
	if entry[0] == indexKey {
		t.keys = append(t.keys, text)
	} else {
		t.names = append(t.names, text)
	}
}

// hold writes the people who stand again.
func (r *repair) hold() error {
	ids := make([]model.PersonID, 0, len(r.missing))
	for id := range r.missing {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var records []pair
	for _, id := range ids {
		p, known := r.standIn(id)
		if len(p.Keys()) == 0 && p.Name == "" {
			r.out.Unknown = append(r.out.Unknown, id)
			continue
		}
		r.out.Held = append(r.out.Held, Held{ID: id, Name: p.Name, Lock: p.Outreach.Lock, Known: known})
		key := personKey(id)
		rec, err := r.codec.seal(key, r.rev+1, &p)
		if err != nil {
			return err
		}
		records = append(records, pair{key, rec})
		r.highest[spacePerson] = max(r.highest[spacePerson], uint64(id))
		if !slices.ContainsFunc(r.states, func(im image) bool { return string(im.Key) == string(key) }) {
			r.state(key)
		}
	}
	return r.write(records)
}

// standIn is what stands again of a person; known says that her lock was known.
func (r *repair) standIn(id model.PersonID) (p model.Person, known bool) {
	t := r.missing[id]
	lock := t.strictest()
	if known = lock != model.Unlocked; !known {
		lock = model.DoNotContact
	}
	p = model.Person{
		ID: id, Name: t.name(), Contact: t.contact(),
		Notes:    fmt.Sprintf("Her record was damaged. This is what a repair has found of her on %s.", r.now.Format("2006-01-02")),
		Outreach: model.Outreach{Lock: lock, LockWhy: "the record was damaged: look before you unlock"},
		Origin:   model.Origin{Source: "repair", At: r.now},
	}
	if len(p.Keys()) == 0 { // then only an employer tells her from her namesakes
		p.Positions = r.positions(t)
	}
	return p, known
}

// strictest is the strictest lock that is known of her.
func (t *traces) strictest() (lock model.Lock) {
	for _, p := range append(t.states, t.read) {
		switch p.Outreach.Lock {
		case model.OptedOut:
			return model.OptedOut
		case model.DoNotContact:
			lock = model.DoNotContact
		}
	}
	return lock
}

// last is the newest earlier state, empty where there is none.
func (t *traces) last() (p model.Person) {
	if n := len(t.states); n > 0 {
		p = t.states[n-1]
	}
	return p
}

// name is how she is written where that agrees with the index, else as the
// index has her.
func (t *traces) name() string {
	last := t.last().Name
	if len(t.names) == 0 {
		return last
	}
	for _, name := range []string{last, model.CleanLine(t.read.Name)} {
		if slices.Contains(t.names, model.NameKey(name)) {
			return name
		}
	}
	return t.names[0]
}

// contact is what she is recognized by.
func (t *traces) contact() (c model.Contact) {
	if len(t.keys) == 0 {
		return t.last().Contact
	}
	for _, key := range t.keys {
		kind, text, _ := strings.Cut(key, ":")
		switch kind {
		case "e":
			c.Emails = append(c.Emails, text)
		case "l":
			c.Links = append(c.Links, text)
		case "x":
			c.ExternalIDs = append(c.ExternalIDs, text)
		}
	}
	return c
}

// positions are her employers, without anything that is not known of them.
func (r *repair) positions(t *traces) (all []model.Position) {
	_ = r.eng.View(func(from kv.Reader) error {
		tx := &Tx{r: from, codec: r.codec}
		for _, id := range t.employers {
			if c, err := tx.Company(id); err == nil {
				all = append(all, model.Position{Company: c.Name, CompanyID: id, Summary: "title and dates are lost"})
			}
		}
		return nil
	})
	if len(all) > 0 {
		return all
	}
	for _, q := range t.last().Positions {
		all = append(all, model.Position{Company: q.Company, CompanyID: q.CompanyID, Summary: "title and dates are lost"})
	}
	return all
}
