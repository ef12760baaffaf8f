package store

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/store/kv"
)

// Dossier is everything that is held about one person: what the law has her ask
// for, and what an erasure takes away.
type Dossier struct {
	Person   model.Person
	Signals  []model.Signal
	Touches  []model.Touch
	Draft    model.Draft          // with Rev 0 there is none
	Versions []model.DraftVersion // of the drafts to her, oldest first
	Places   []Place
	Listed   []Listed
	Ties     []Tie
	Said     []Said         // what each source said of her last
	News     []model.News   // what has changed for her from file to file, oldest first
	Reviews  []model.Review // rows that wait for a decision and may mean her
	Changes  []Change       // that touched her or name her, oldest first
}

// Said is what a source said last of a person.
type Said struct {
	By        string // the source's name
	Statement model.Statement
}

// Place is a place on a talent map, or on its bench.
type Place struct {
	Map   model.MapID
	Name  string // the map's
	Rank  int    // from 1
	Bench bool   // Rank is that of the bench
	Tier  model.Tier
	Note  string
}

// String says where it is: "rank 3, tier A", "bench 2".
func (p Place) String() string {
	where := fmt.Sprintf("rank %d", p.Rank)
	if p.Bench {
		where = fmt.Sprintf("bench %d", p.Rank)
	}
	if p.Tier != model.NoTier {
		where += ", tier " + p.Tier.String()
	}
	return where
}

// Tie is a connection in somebody else's record that leads to the person.
type Tie struct {
	Of         model.PersonID // whose record it is in
	Name       string         // hers
	Connection model.Connection
}

// Dossier gathers what is held about a person. It reads everyone's record and
// the whole journal: tenths of a second per 100,000 people.
func (tx *Tx) Dossier(id model.PersonID) (d Dossier, err error) {
	if d.Person, err = tx.Person(id); err != nil {
		return d, err
	}
	if d.Draft, err = tx.Draft(id); err != nil && !errors.Is(err, ErrNotFound) {
		return d, err
	}
	steps := []func() error{
		func() (err error) { d.Signals, err = collect(tx.SignalsOf(id)); return err },
		func() (err error) { d.Touches, err = collect(tx.TouchesOf(id)); return err },
		func() (err error) { d.Versions, err = collect(tx.VersionsOf(id)); return err },
		func() (err error) { d.Places, err = tx.PlacesOf(id); return err },
		func() (err error) { d.Listed, err = tx.listedOf(id); return err },
		func() (err error) { d.Ties, err = tx.tiesTo(id, []string{d.Person.Name}); return err },
		func() (err error) { d.Said, err = tx.saidOf(id); return err },
		func() (err error) { d.News, err = collect(tx.NewsOf(id)); return err },
		func() (err error) { d.Reviews, err = tx.reviewsOf(id); return err },
		func() (err error) { d.Changes, err = tx.changesOf(&d.Person); return err },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return d, err
		}
	}
	return d, nil
}

// PlacesOf are the places of a person on talent maps, oldest map first.
func (tx *Tx) PlacesOf(id model.PersonID) (places []Place, err error) {
	for m, err := range tx.Maps() {
		if err != nil {
			return nil, err
		}
		if e, on := m.Entry(id); on {
			rank := m.Rank(id)
			places = append(places, Place{Map: m.ID, Name: m.Name, Rank: cmp.Or(rank, m.BenchRank(id)), Bench: rank == 0, Tier: e.Tier, Note: e.Note})
		}
	}
	return places, nil
}

// tiesTo finds the connections of others that lead to a person: by her ID, or
// by one of her names where they have none. Only a record that has the bytes of
// either is decoded.
func (tx *Tx) tiesTo(id model.PersonID, names []string) (ties []Tie, err error) {
	needles := tieNeedles(id, names)
	from, to := kv.Prefix([]byte{spacePerson})
	for key, rec := range tx.r.Ascend(from, to) {
		if lastID(key) == uint64(id) || !containsAny(rec, needles) {
			continue
		}
		var p model.Person
		if _, err := tx.codec.open(key, rec, &p); err != nil {
			return nil, err
		}
		for _, c := range p.Background.Connections {
			if leadsTo(c, id, names) {
				ties = append(ties, Tie{Of: model.PersonID(lastID(key)), Name: p.Name, Connection: c})
			}
		}
	}
	return ties, nil
}

func (tx *Tx) saidOf(id model.PersonID) (all []Said, err error) {
	statements, err := tx.StatementsOf(id)
	if err != nil {
		return nil, err
	}
	for _, st := range statements {
		src, err := tx.Source(st.Source)
		if err != nil {
			return nil, err
		}
		all = append(all, Said{By: src.Name, Statement: st})
	}
	return all, nil
}

// reviewsOf are the rows that wait and may mean a person.
func (tx *Tx) reviewsOf(id model.PersonID) (rows []model.Review, err error) {
	for r, err := range tx.Reviews() {
		if err != nil {
			return nil, err
		}
		if slices.Contains(r.Like, id) {
			rows = append(rows, r)
		}
	}
	return rows, nil
}

// leadsTo reports whether a connection is to the person of that ID and names.
func leadsTo(c model.Connection, id model.PersonID, names []string) bool {
	return c.Person == id || c.Person == 0 && slices.Contains(names, c.Name)
}

// tieNeedles are the bytes of which a record has some when a connection in it
// leads to the person: her ID as the third field of [model.Connection], a name.
func tieNeedles(id model.PersonID, names []string) [][]byte {
	needles := [][]byte{append([]byte{3}, cborNumber(uint64(id))...)}
	for _, n := range names {
		needles = append(needles, []byte(n))
	}
	return needles
}

func containsAny(b []byte, needles [][]byte) bool {
	return slices.ContainsFunc(needles, func(n []byte) bool { return len(n) > 0 && bytes.Contains(b, n) })
}

// changesOf are the changes that touched a person or name her.
func (tx *Tx) changesOf(p *model.Person) (all []Change, err error) {
	for c, err := range tx.ChangesSince(0) {
		if err != nil {
			return nil, err
		}
		if c.Touches(p.ID) || strings.Contains(c.What, p.Name) {
			all = append(all, c)
		}
	}
	return all, nil
}

// isOf reports whether what was touched is a person's record or hangs on it.
func (r Ref) isOf(id model.PersonID) bool {
	switch r.Kind {
	case People, PersonSignals, Touches, Drafts, DraftVersions, Statements, PersonNews:
		return r.ID == uint64(id)
	}
	return false
}
