package store

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strings"

	"talentmap/model"
)

// Near is the people who work or worked at the employer of this [model.CompanyKey] and
// whose [model.NameKey] is the one given, or whose name may be [model.NamesAlike] to
// its parts, oldest first; others may be among them.
func (d *Directory) Near(name string, parts model.NameParts, employer string) (ids []model.PersonID) {
	if !d.ready() || d.filter.near == nil && d.rememberNearby() != nil {
		return d.nearAt(name, parts, employer)
	}
	near := d.filter.near
	companies := d.companiesOf(employer)
	if len(companies) == 0 {
		return nil
	}
	look := func(hash uint64) {
		if slices.ContainsFunc(companies, func(c model.CompanyID) bool { return near.some.has(atCompany(hash&^0xffffffff, c)) }) {
			ids = near.names.of(ids, hash)
		}
	}
	look(d.hash(indexName, name))
	parts.EachProbe(model.ProbeAsked, func(p []byte) { look(maphash.Bytes(d.seed, p)) })
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	return near.atEmployer(slices.Compact(ids), companies)
}

// nearAt reads everyone at an employer, for a directory that has not read the
// indexes. What it reads counts as questions, so that it is soon done otherwise.
func (d *Directory) nearAt(name string, parts model.NameParts, employer string) (ids []model.PersonID) {
	d.look(func(tx *Tx) {
		for _, c := range indexed[model.CompanyID](tx, textPrefix(indexCompany, employer)) {
			for _, id := range tx.PeopleAt(c) {
				if d.asked++; slices.Contains(ids, id) {
					continue
				}
				if p, err := tx.Person(id); err == nil && (model.NameKey(p.Name) == name || model.NamesAlike(parts, model.PartsOf(p.Name))) {
					ids = append(ids, id)
				}
			}
		}
	})
	slices.Sort(ids)
	return ids
}

// ByMailbox is the person who has an address of a [model.Mailbox] that is written in
// another way than the mailbox is: ann.lee@gmail.com, ann+jobs@example.com. The
// oldest where there are several.
func (d *Directory) ByMailbox(mailbox string) (model.PersonID, bool) {
	if others := d.commitsOfOthers() + 1; d.boxesAt == 0 || others > d.boxesAt {
		if d.boxesAt = others; d.readBoxes() != nil {
			d.boxesAt = 0
			return 0, false
		}
	}
	if len(d.boxes) == 0 {
		return 0, false
	}
	for _, id := range d.boxes.of(nil, maphash.String(d.seed, mailbox)) {
		p, err := d.Person(id)
		if err == nil && slices.ContainsFunc(p.Contact.Emails, func(e string) bool { return model.Mailbox(e) == mailbox }) {
			return id, true
		}
	}
	return 0, false
}

// readBoxes learns who has addresses that do not show their mailbox.
func (d *Directory) readBoxes() error {
	d.boxes = nil
	err := d.entries(indexKey, func(k []byte) {
		if len(k) < 3 || k[1] != 'e' || bytes.IndexByte(k, '+') < 0 && !bytes.Contains(k, []byte("mail.com")) {
			return
		}
		address := strings.TrimPrefix(textOf(k), "e:")
		if box := model.Mailbox(address); box != address {
			d.boxes = append(d.boxes, hashedID(maphash.String(d.seed, box), model.PersonID(lastID(k))))
		}
	})
	slices.Sort(d.boxes)
	return err
}
