package person_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/storetest"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/person"
	"talentmap/tui/theme"
	"talentmap/tui/tuitest"
)

// desk is the store of these tests, which can be slow, or fail.
type desk struct {
	*store.Store
	hold chan struct{} // waited for before an edit; nil: none
	err  error         // what an edit or an erasure ends with
	done bool          // although it has taken place
}

func (d *desk) Edit(by store.Actor, fn func(*store.Tx) error) (rev model.Rev, err error) {
	if d.hold != nil {
		<-d.hold
	}
	if d.err == nil || d.done {
		rev, err = d.Store.Edit(by, fn)
	}
	return rev, errors.Join(err, d.err)
}

func (d *desk) Erase(actor string, id model.PersonID) (store.Erased, error) {
	if d.hold != nil {
		<-d.hold
	}
	return store.Erased{Records: 3, Others: 1, Mentions: []string{"p2"}}, d.err
}

// stored makes a person with the ID 1 in a store that has the company Acme.
func stored(t *testing.T, p model.Person) (*desk, model.Person) {
	t.Helper()
	st := storetest.OpenAt(t, filepath.Join(t.TempDir(), "talent.db"))
	acme := model.Company{Name: "Acme Corp", Aliases: []string{"Acme"}}
	_, err := st.Edit(store.By("ada", "set up"), func(tx *store.Tx) error {
		return errors.Join(tx.PutPerson(&p), tx.PutCompany(&acme))
	})
	if err != nil {
		t.Fatal(err)
	}
	return &desk{Store: st}, p
}

// change changes the person as grace does.
func (d *desk) change(t *testing.T, what string, fn func(p *model.Person)) {
	t.Helper()
	_, err := d.Store.Edit(store.By("grace", what), func(tx *store.Tx) error {
		p, err := tx.Person(1)
		if err != nil {
			return err
		}
		fn(&p)
		return tx.PutPerson(&p)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (d *desk) person(t *testing.T) (p model.Person) {
	t.Helper()
	if err := d.View(func(tx *store.Tx) (err error) { p, err = tx.Person(1); return err }); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSave(t *testing.T) {
	d, base := stored(t, grace())
	mine := base
	mine.Location, mine.Positions = "Rome", []model.Position{{Company: "ACME, Inc.", Title: "CTO"}, {Company: "Unheard Of", Title: "Dev"}}
	fields, err := person.Save(d, "ada", &base, &mine)
	if err != nil || strings.Join(fields, ", ") != "location, positions" {
		t.Fatalf("Save = %q, %v", fields, err)
	}
	p := d.person(t)
	if p.Location != "Rome" || p.Positions[0].CompanyID != 1 || p.Positions[1].CompanyID != 0 {
		t.Errorf("the store has %+v", p)
	}
	if mine.Positions[0].CompanyID != 0 {
		t.Error("it has changed what it was given")
	}
	var last store.Change
	if err := d.View(func(tx *store.Tx) (err error) { last, err = tx.Change(p.Rev); return err }); err != nil {
		t.Fatal(err)
	}
	if last.What != "edited Grace Sample: location, positions" || last.Actor != "ada" {
		t.Errorf("the journal says %s: %s", last.Actor, last.What)
	}
	if fields, err := person.Save(d, "ada", &p, &p); err != nil || len(fields) > 0 {
		t.Errorf("nothing to save: %q, %v", fields, err)
	}
}

func TestSaveFromAnOldRevision(t *testing.T) {
	d, base := stored(t, grace())
	mine := base
	mine.Location = "Rome"

	d.change(t, "handed over", func(p *model.Person) { p.Outreach.Owner = "linus" }) // no field: both stand
	if _, err := person.Save(d, "ada", &base, &mine); err != nil {
		t.Fatal(err)
	}
	if p := d.person(t); p.Location != "Rome" || p.Outreach.Owner != "linus" {
		t.Errorf("the store has %q, %q", p.Location, p.Outreach.Owner)
	}
	d.change(t, "said so too", func(p *model.Person) { p.Outreach.Owner = "ben" })
	if fields, err := person.Save(d, "ada", &base, &mine); err != nil || len(fields) > 0 {
		t.Errorf("what stands already: %q, %v", fields, err) // saved before, with nobody told
	}

	for what, fn := range map[string]func(p *model.Person){
		"moved":     func(p *model.Person) { p.Location = "Bergen" },
		"opted out": func(p *model.Person) { p.Outreach.Lock = model.OptedOut },
		"noted":     func(p *model.Person) { p.Notes = "tea" },
	} {
		base := d.person(t)
		mine := base
		mine.Headline = "Now " + what
		d.change(t, what, fn)
		before := d.person(t)
		_, err := person.Save(d, "ada", &base, &mine)
		var c *store.ConflictError
		if !errors.As(err, &c) || c.Change.What != what || c.Theirs.(model.Person).Rev != before.Rev {
			t.Errorf("%s: Save = %v, want a conflict", what, err)
		}
		if after := d.person(t); after.Rev != before.Rev {
			t.Errorf("%s: it wrote %+v", what, after)
		}
	}
}

func TestSinceNamesWhatTouchedTheRecord(t *testing.T) {
	d, base := stored(t, grace())
	d.change(t, "first", func(p *model.Person) { p.Location = "Bergen" })
	if _, err := d.Store.Edit(store.By("linus", "somebody else"), func(tx *store.Tx) error { return tx.PutPerson(&model.Person{Name: "Linus Muster"}) }); err != nil {
		t.Fatal(err)
	}
	d.change(t, "second", func(p *model.Person) { p.Location = "Rome" })
	err := d.View(func(tx *store.Tx) error {
		all, err := person.Since(tx, 1, base.Rev)
		if err == nil && (len(all) != 2 || all[0].What != "first" || all[1].What != "second") {
			t.Errorf("changed by %+v", all)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// form opens what a key of the page opens, over the desk, in 100 × 40.
func form(t *testing.T, d *desk, key string) (*tuitest.Session, *panetest.Host, *tuitest.Clock) {
	t.Helper()
	clock, weights := tuitest.NewClock(storetest.Now()), scoring.Default()
	env := &pane.Env{Theme: theme.Dark(), Keys: panetest.Keys(), User: "ada", Now: clock.Now, After: clock.After}
	page := panetest.New(person.New(env, person.Deps{Store: d, Weights: &weights}, 1, nil))
	tuitest.New(t, page, 100, 60).Keys(key)
	show, ok := page.Asked[len(page.Asked)-1].(pane.Show)
	if !ok {
		t.Fatalf("%s asked %#v", key, page.Asked)
	}
	h := panetest.New(show.Overlay)
	return tuitest.New(t, h, 100, 40), h, clock
}

// closed reports whether the overlay has asked to be closed.
func closed(h *panetest.Host) bool {
	return slices.ContainsFunc(h.Asked, func(msg tea.Msg) bool { _, ok := msg.(pane.Close); return ok })
}

// A save that takes its time holds nothing up, and one that fails keeps the
// form with everything in it.
func TestASlowAndAFailingSave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, _ := stored(t, grace())
		s, h, _ := form(t, d, "e")
		s.Keys("tab", "tab")
		s.Type("!")
		d.hold, d.err = make(chan struct{}), store.ErrFull
		s.Keys("ctrl+s")
		s.Contains("saving …", "Oslo, Norway!")
		s.Type("lost?")
		s.Keys("esc", "ctrl+s")
		close(d.hold)
		s.Settle()
		s.Contains("nothing was saved: the disk is full", "Oslo, Norway!")
		s.Lacks("lost?", "saving …")
		if closed(h) {
			t.Fatal("it closed")
		}
		d.hold, d.err, d.done = nil, fmt.Errorf("commit: %w", store.ErrUnknown), true
		s.Keys("ctrl+s")
		s.Contains("whether it was saved is not known", "Oslo, Norway!")
		d.err = nil
		s.Keys("ctrl+s")
		if p := d.person(t); p.Location != "Oslo, Norway!" || !closed(h) {
			t.Errorf("the store has %q, closed %v", p.Location, closed(h))
		}
	})
}

// Who has gone is not shown any longer, and not previewed.
func TestSomeoneWhoHasGone(t *testing.T) {
	at(t, grace(), func(s *tuitest.Session, h *panetest.Host, st *store.Store) {
		if _, err := st.Undo("ada"); err != nil {
			t.Fatal(err)
		}
		s.Send(pane.Changed{Notice: store.Notice{Rev: 9, Kinds: store.KindsOf(store.People)}})
		s.Contains("Nobody is here any more")
		s.Lacks("Oslo")
		if h.Pane.(pane.Previewer).Preview() != nil || h.Pane.Title() != "p1" {
			t.Errorf("it is still the page of %s", h.Pane.Title())
		}
		if _, err := st.Redo("ada"); err != nil {
			t.Fatal(err)
		}
		s.Send(pane.Changed{Notice: store.Notice{Rev: 10, Kinds: store.KindsOf(store.People)}})
		s.Contains("Oslo")
	})
}

func TestTheDossierIsReadable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, _ := stored(t, grace())
		s, _, _ := form(t, d, "D")
		s.Contains("Grace Sample (p1): the record", "e-mail         person000007@people.example", "kept by the team",
			"outreach       active, next 2026-03-06", "research       earlier progression: led two teams", "her page, 2024")
		s.Keys("G")
		s.Contains("journal revision 1", "ada: set up")
	})
}
