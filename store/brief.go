package store

import (
	"encoding/binary"
	"iter"
	"strings"

	"talentmap/model"
	"talentmap/store/kv"
)

// The live index reads everybody at its start. What it needs of a person or a
// signal is a small part of the record, and is picked out of the encoded bytes
// in a tenth of the time that decoding takes. Whatever a brief reading does not
// expect it leaves to the decoder, whose word is final. The texts are the
// engine's own bytes, which is why they end with the step.

// PeopleInBrief yields those with from ≤ ID < to in order of ID, with nothing
// but the ID, the name, the place, skills, tags, what of the positions is dated
// and named, and the outreach without research, the reason and author of a lock,
// bounces, who decided about the queue, and why and by whom she was kept, and when and with
// which import she came in. The
// person, her lists and her texts are valid until the next step: keep copies,
// made by strings.Clone. A damaged record comes with its error and its ID, and
// the scan goes on.
func (tx *Tx) PeopleInBrief(from, to model.PersonID) iter.Seq2[*model.Person, error] {
	return func(yield func(*model.Person, error) bool) {
		var p model.Person
		for k, rec := range tx.r.Ascend(personKey(from), personKey(to)) {
			err := brief(tx, k, rec, &p, briefPerson)
			p.ID = model.PersonID(lastID(k))
			if !yield(&p, err) {
				return
			}
		}
	}
}

// PersonSignalsInBrief yields the signals on the people with from ≤ ID < to,
// person by person in order of ID, each with its subject, kind, date,
// confidence, magnitude and OwnManager only, valid until the next step. A
// damaged record comes with its error and its subject.
func (tx *Tx) PersonSignalsInBrief(from, to model.PersonID) iter.Seq2[*model.Signal, error] {
	return tx.signalsInBrief(signalsOf(spacePerson, uint64(from)), signalsOf(spacePerson, uint64(to)))
}

// CompanySignalsInBrief is [Tx.PersonSignalsInBrief] for all companies from one
// on.
func (tx *Tx) CompanySignalsInBrief(from model.CompanyID) iter.Seq2[*model.Signal, error] {
	_, end := kv.Prefix([]byte{spaceSignal, spaceCompany})
	return tx.signalsInBrief(signalsOf(spaceCompany, uint64(from)), end)
}

func (tx *Tx) signalsInBrief(from, to []byte) iter.Seq2[*model.Signal, error] {
	return func(yield func(*model.Signal, error) bool) {
		var s model.Signal
		for k, rec := range tx.r.Ascend(from, to) {
			err := brief(tx, k, rec, &s, briefSignal)
			s.Person, s.Company = 0, 0
			if subject := binary.BigEndian.Uint64(k[2:]); k[1] == spaceCompany {
				s.Company = model.CompanyID(subject)
			} else {
				s.Person = model.PersonID(subject)
			}
			if !yield(&s, err) {
				return
			}
		}
	}
}

// NewsInBrief yields what has changed for the people with from ≤ ID < to, person
// by person in order of ID, with the person, the kind and the import that told it
// only, valid until the next step. A damaged record comes with its error and its
// person.
func (tx *Tx) NewsInBrief(from, to model.PersonID) iter.Seq2[*model.News, error] {
	return func(yield func(*model.News, error) bool) {
		var n model.News
		for k, rec := range tx.r.Ascend(newsOf(from), newsOf(to)) {
			err := brief(tx, k, rec, &n, briefNews)
			n.Person = model.PersonID(binary.BigEndian.Uint64(k[1:]))
			if !yield(&n, err) {
				return
			}
		}
	}
}

// brief reads a part of a record, all of it where the part is not as expected.
func brief[T any](tx *Tx, key, rec []byte, v *T, read func(*walk, *T)) error {
	_, payload, err := unseal(key, rec)
	if err != nil {
		return err
	}
	w := walk{rest: payload}
	read(&w, v)
	if !w.lost && len(w.rest) == 0 {
		return nil
	}
	*v = *new(T)
	_, err = tx.codec.open(key, rec, v)
	return err
}

func briefPerson(w *walk, p *model.Person) {
	*p = model.Person{
		Skills: p.Skills[:0], Positions: p.Positions[:0],
		Background: model.Background{Tags: p.Background.Tags[:0]},
	}
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 2:
			p.Name = w.text()
		case 4:
			p.Location = w.text()
		case 7:
			p.Skills = w.texts(p.Skills)
		case 9:
			for n := w.open(isArray); n > 0; n-- {
				p.Positions = append(p.Positions, briefPosition(w))
			}
		case 10:
			p.Background.Tags = briefTags(w, p.Background.Tags)
		case 12:
			briefOutreach(w, &p.Outreach)
		case 13:
			briefOrigin(w, &p.Origin)
		default:
			w.skip()
		}
	}
}

func briefPosition(w *walk) (p model.Position) {
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 1:
			p.Company = w.text()
		case 2:
			p.CompanyID = model.CompanyID(w.number())
		case 3:
			p.Title = w.text()
		case 5:
			p.Start = w.date()
		case 6:
			p.End = w.date()
		default:
			w.skip()
		}
	}
	return p
}

func briefTags(w *walk, tags []string) []string {
	for n := w.open(isMap); n > 0; n-- {
		if w.number() == 4 {
			tags = w.texts(tags)
		} else {
			w.skip()
		}
	}
	return tags
}

func briefOrigin(w *walk, from *model.Origin) {
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 2:
			from.Import = model.ImportID(w.number())
		case 3:
			from.At = w.moment()
		default:
			w.skip()
		}
	}
}

func briefOutreach(w *walk, o *model.Outreach) {
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 1:
			o.State = model.State(w.text())
		case 2:
			o.Step = int(w.number())
		case 3:
			o.Next = w.date()
		case 4:
			o.Owner = w.text()
		case 5:
			o.LastTouch = w.moment()
		case 6:
			o.Lock = model.Lock(w.text())
		case 7:
			o.LockUntil = w.date()
		case 10:
			briefTrail(w, &o.Trail)
		case 11:
			briefDeferral(w, &o.Deferral)
		case 20:
			briefPlan(w, &o.Plan)
		case 21:
			o.Kept.On = briefKept(w)
		default:
			w.skip()
		}
	}
}

func briefKept(w *walk) (on model.Date) {
	for n := w.open(isMap); n > 0; n-- {
		if w.number() == 1 {
			on = w.date()
		} else {
			w.skip()
		}
	}
	return on
}

func briefTrail(w *walk, t *model.Trail) {
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 1:
			t.Since = w.date()
		case 2:
			t.Cause = model.EventKind(w.text())
		case 3:
			t.Refused = w.date()
		case 4:
			t.Answered = w.date()
		default:
			w.skip()
		}
	}
}

func briefDeferral(w *walk, d *model.Deferral) {
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 1:
			d.Until = w.date()
		case 2:
			briefSkip(w, &d.Skip)
		default:
			w.skip()
		}
	}
}

func briefSkip(w *walk, s *model.Skip) {
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 1:
			s.Classes = uint8(w.number())
		case 2:
			s.Next = w.date()
		case 3:
			s.Kind = model.SignalKind(w.text())
		case 4:
			s.Event = w.date()
		default:
			w.skip()
		}
	}
}

func briefPlan(w *walk, p *model.Plan) {
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 1:
			p.Sequence = model.SequenceID(w.number())
		case 2:
			p.Version = int(w.number())
		case 3:
			p.Touches = int(w.number())
		case 4:
			gaps := w.open(isArray)
			if gaps > len(p.Gaps) {
				w.fail()
				return
			}
			for i := range gaps {
				p.Gaps[i] = int(w.number())
			}
		default:
			w.skip()
		}
	}
}

// LockedCompanies yields the companies that have a lock, each with its ID, lock and
// the end of that only. A damaged record comes with its error and its ID.
func (tx *Tx) LockedCompanies() iter.Seq2[*model.Company, error] {
	return func(yield func(*model.Company, error) bool) {
		var c model.Company
		from, to := kv.Prefix([]byte{spaceCompany})
		for k, rec := range tx.r.Ascend(from, to) {
			err := brief(tx, k, rec, &c, briefLock)
			c.ID = model.CompanyID(lastID(k))
			if (err != nil || c.Lock != model.Unlocked) && !yield(&c, err) {
				return
			}
		}
	}
}

func briefLock(w *walk, c *model.Company) {
	*c = model.Company{}
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 11:
			c.Lock = model.Lock(strings.Clone(w.text()))
		case 12:
			c.LockUntil = w.date()
		default:
			w.skip()
		}
	}
}

func briefSignal(w *walk, s *model.Signal) {
	*s = model.Signal{}
	for n := w.open(isMap); n > 0; n-- {
		switch w.number() {
		case 2:
			s.Kind = model.SignalKind(w.text())
		case 5:
			s.Date = w.date()
		case 6:
			s.Confidence = w.float()
		case 7:
			s.Magnitude = w.float()
		case 8:
			s.OwnManager = w.truth()
		default:
			w.skip()
		}
	}
}

func briefNews(w *walk, n *model.News) {
	*n = model.News{}
	for i := w.open(isMap); i > 0; i-- {
		switch w.number() {
		case 3:
			n.Kind = model.NewsKind(w.text())
		case 11:
			n.Import = model.ImportID(w.number())
		default:
			w.skip()
		}
	}
}
