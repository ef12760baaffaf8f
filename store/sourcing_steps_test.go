package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/store"
)

// arrive imports a file of a source: somebody new, somebody known, and a row that waits.
func (m *desk) arrive(t *rapid.T) {
	m.day++
	src, known := one(t, m, "source", func(tx *store.Tx) []model.Source {
		all := []model.Source{{Name: fmt.Sprint("source ", m.day)}}
		for s := range tx.Sources() {
			all = append(all, s)
		}
		return all
	})
	day := model.Day(2026, 1, 1+m.day%28)
	var chunk []store.Arrival
	for range rapid.IntRange(0, max(0, 2-m.count()/6)).Draw(t, "new") { // few, so that they meet again
		p := m.newcomer(t)
		chunk = append(chunk, m.tells(t, src, &p, day))
	}
	if p, ok := m.person(t, "known"); ok && known {
		p.Headline = words.Draw(t, "headline")
		a := m.tells(t, src, &p, day)
		a.Same = rapid.Bool().Draw(t, "same")
		chunk = append(chunk, a)
	}
	var rows []*model.Review
	if like, ok := m.person(t, "like"); ok && rapid.Bool().Draw(t, "waits") {
		row := m.newcomer(t)
		rows = append(rows, &model.Review{Incoming: row, Like: []model.PersonID{like.ID}, Line: m.day})
		m.texts[model.IdentityText(&row)] = true
	}
	m.do(t, "an arrival", func(who string) error {
		im := m.st.Importer(who, model.Import{Source: fmt.Sprint("file ", m.day)})
		im.From(&src, day)
		return errors.Join(im.Arrive(context.Background(), chunk), im.Hold(context.Background(), rows), im.Finish(model.Import{}))
	})
}

func (m *desk) count() (n int) {
	_ = m.st.View(func(tx *store.Tx) error {
		for range tx.People(0) {
			n++
		}
		return nil
	})
	return n
}

// tells is what a source brings of a person, with news and what they mean.
func (m *desk) tells(t *rapid.T, src model.Source, p *model.Person, day model.Date) store.Arrival {
	said := model.StatementOf(src.ID, p, day)
	_ = m.st.View(func(tx *store.Tx) error {
		was, _ := tx.Statement(src.ID, p.ID)
		said.Rev = was.Rev
		return nil
	})
	a := store.Arrival{Person: p, Said: &said}
	if rapid.Bool().Draw(t, "news") {
		a.News = []model.News{{Kind: model.Moved, To: words.Draw(t, "to"), Seen: day}}
		a.Signals = []store.Fired{
			{Signal: model.Signal{Kind: model.ProfileUpdated, Date: day}},
			{Company: employer.Draw(t, "where"), Signal: model.Signal{Kind: model.Reorg, Date: day}},
		}
	}
	return a
}

// decide joins a row that waits with somebody, or keeps it apart.
func (m *desk) decide(t *rapid.T) {
	row, ok := one(t, m, "row", func(tx *store.Tx) (all []model.ReviewID) {
		for r := range tx.Reviews() {
			all = append(all, r.ID)
		}
		return all
	})
	if !ok {
		return
	}
	p, known := m.person(t, "whom")
	if !known || rapid.Bool().Draw(t, "apart") {
		m.do(t, "keeping apart", func(who string) error { _, err := m.st.KeepApart(who, row); return err })
		return
	}
	m.do(t, "joining", func(who string) error { _, err := m.st.Join(who, row, p.ID, nil); return err })
}

func (m *desk) mergePeople(t *rapid.T) {
	keep, _ := m.person(t, "keep")
	other, _ := m.person(t, "other")
	if keep.ID == other.ID {
		return
	}
	m.do(t, "merging people", func(who string) error { _, err := m.st.MergePeople(who, keep.ID, other.ID); return err })
}

// split takes one address, and half of the positions, off somebody.
func (m *desk) split(t *rapid.T) {
	p, ok := m.person(t, "whom")
	if !ok {
		return
	}
	m.made++
	part := model.Person{Name: fmt.Sprintf("Person%dx Part", m.made), Positions: slices.Clone(p.Positions[len(p.Positions)/2:])}
	if n := len(p.Contact.Emails); n > 1 {
		part.Contact.Emails = p.Contact.Emails[n-1:]
	}
	m.do(t, "splitting", func(who string) error { _, err := m.st.SplitPerson(who, p.ID, p.Rev, part); return err })
}

func (m *desk) mergeCompanies(t *rapid.T) {
	company := func(label string) model.CompanyID {
		id, _ := one(t, m, label, func(tx *store.Tx) (all []model.CompanyID) {
			for c := range tx.Companies() {
				all = append(all, c.ID)
			}
			return all
		})
		return id
	}
	keep, other := company("keep"), company("other")
	if keep == other {
		return
	}
	m.do(t, "merging companies", func(who string) error {
		_, err := m.st.MergeCompanies(context.Background(), who, keep, other)
		return err
	})
}

// edit corrects somebody by hand, who knows somebody else from then on.
func (m *desk) edit(t *rapid.T) {
	p, ok := m.person(t, "whom")
	if !ok {
		return
	}
	friend, _ := m.person(t, "friend")
	if friend.ID != p.ID {
		p.Background.Connections = []model.Connection{{Name: friend.Name, Person: friend.ID}}
	}
	p.Notes = words.Draw(t, "notes")
	m.change(t, "an edit", func(tx *store.Tx) error { return tx.PutPerson(&p) })
}

// hangOn logs a touch and a signal.
func (m *desk) hangOn(t *rapid.T) {
	p, ok := m.person(t, "whom")
	if !ok {
		return
	}
	m.change(t, "a touch", func(tx *store.Tx) error {
		return errors.Join(
			tx.PutTouch(&model.Touch{Person: p.ID, Subject: "to " + firstMail(&p)}),
			tx.PutSignal(&model.Signal{Person: p.ID, Kind: model.OpenToWork, Note: "of " + firstMail(&p)}))
	})
}

func (m *desk) putOnMap(t *rapid.T) {
	p, ok := m.person(t, "whom")
	if !ok {
		return
	}
	on, _ := one(t, m, "map", func(tx *store.Tx) []model.Map {
		all := []model.Map{{Name: "another"}}
		for tm := range tx.Maps() {
			all = append(all, tm)
		}
		return all
	})
	if on.Rank(p.ID) > 0 {
		return
	}
	on.Entries = append(slices.Clone(on.Entries), model.Entry{Person: p.ID, Note: "of " + firstMail(&p)})
	m.change(t, "a place on a map", func(tx *store.Tx) error { return tx.PutMap(&on) })
}

func (m *desk) saveFilter(t *rapid.T) {
	m.day++
	f, _ := one(t, m, "filter", func(tx *store.Tx) []model.Filter {
		all := []model.Filter{{Name: fmt.Sprint("f", m.day)}}
		for have := range tx.Filters() {
			all = append(all, have)
		}
		return all
	})
	f.Query = words.Draw(t, "query")
	m.change(t, "a filter", func(tx *store.Tx) error { return tx.PutFilter(&f) })
}

// typeDraft writes to somebody: a quiet change, which no undo takes back.
func (m *desk) typeDraft(t *rapid.T) {
	p, ok := m.person(t, "whom")
	if !ok {
		return
	}
	d := model.Draft{Person: p.ID}
	_ = m.st.View(func(tx *store.Tx) error {
		if have, err := tx.Draft(p.ID); err == nil {
			d = have
		}
		return nil
	})
	d.Body = "Dear " + firstMail(&p) + " " + words.Draw(t, "body")
	if _, err := m.st.SaveDraft(actors.Draw(t, "who"), &d); err != nil {
		t.Fatal(err)
	}
}

// keepVersion keeps what is being written, a quiet change too.
func (m *desk) keepVersion(t *rapid.T) {
	p, ok := m.person(t, "whom")
	if !ok {
		return
	}
	d := model.Draft{Person: p.ID, Body: "Once, " + firstMail(&p) + " " + words.Draw(t, "body")}
	if _, err := m.st.KeepVersion(actors.Draw(t, "who"), &d, model.WhenLeft); err != nil {
		t.Fatal(err)
	}
}

func (m *desk) throwAway(t *rapid.T) {
	if p, ok := m.person(t, "whom"); ok {
		m.do(t, "throwing away", func(who string) error { return m.st.Discard(who, p.ID) })
	}
}

// writeTemplate makes a template, revises one, or has a sequence use one.
func (m *desk) writeTemplate(t *rapid.T) {
	m.day++
	tp, _ := one(t, m, "template", func(tx *store.Tx) []model.Template {
		all := []model.Template{{Name: fmt.Sprint("t", m.day)}}
		for have := range tx.Templates() {
			all = append(all, have)
		}
		return all
	})
	if tp.ID != 0 && rapid.Bool().Draw(t, "in a sequence") {
		s := model.Sequence{Name: fmt.Sprint("s", m.day)}
		for i := range 3 {
			s.Steps = append(s.Steps, model.Step{Channel: model.Email, Gap: 3 * i, Template: tp.ID})
		}
		m.change(t, "a sequence", func(tx *store.Tx) error { return tx.PutSequence(&s) })
		return
	}
	w := model.Wording{Channel: model.Email, Body: "Hi {{first_name}} " + words.Draw(t, "body")}
	if tp.ID == 0 {
		tp.Now = w
	} else {
		tp.Revise(w, "ada", m.st.Now())
	}
	m.change(t, "a template", func(tx *store.Tx) error { return tx.PutTemplate(&tp) })
}

func (m *desk) putOnShelf(t *rapid.T) {
	item := model.ShelfItem{Title: words.Draw(t, "title")}
	m.change(t, "a shared thing", func(tx *store.Tx) error { return tx.PutShelfItem(&item) })
}

// undo takes back and brings again, and takes back again.
func (m *desk) undo(t *rapid.T) {
	who, before := actors.Draw(t, "who"), m.content(t)
	if _, err := m.st.Undo(who); err != nil {
		m.refused(t, err, before)
		return
	}
	gone := m.content(t)
	if _, err := m.st.Redo(who); err != nil {
		t.Fatalf("redo right after the undo: %v", err)
	}
	m.is(t, before, "a redo")
	if _, err := m.st.Undo(who); err != nil {
		t.Fatalf("undo right after the redo: %v", err)
	}
	m.is(t, gone, "a second undo")
}

func (m *desk) redo(t *rapid.T) {
	who, before := actors.Draw(t, "who"), m.content(t)
	if _, err := m.st.Redo(who); err != nil {
		m.refused(t, err, before)
	}
}

// refused says that an undo or redo gave one of the reasons that there are, and
// left all as it was.
func (m *desk) refused(t *rapid.T, err error, before string) {
	for _, why := range []error{store.ErrNothingToUndo, store.ErrNothingToRedo, store.ErrChangedSince, store.ErrErased} {
		if errors.Is(err, why) {
			m.is(t, before, err.Error())
			return
		}
	}
	t.Fatal(err)
}

func firstMail(p *model.Person) string {
	if len(p.Contact.Emails) == 0 {
		return p.Name
	}
	return p.Contact.Emails[0]
}
