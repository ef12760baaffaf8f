package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func touches(t *testing.T, st *store.Store, id model.PersonID) (out []model.Touch) {
	t.Helper()
	_ = st.View(func(tx *store.Tx) error {
		for touch, err := range tx.TouchesOf(id) {
			if err != nil {
				t.Error(err)
			}
			out = append(out, touch)
		}
		return nil
	})
	return out
}

func draft(st *store.Store, id model.PersonID) (d model.Draft, err error) {
	err = st.View(func(tx *store.Tx) error {
		d, err = tx.Draft(id)
		return err
	})
	return d, err
}

func TestSaveDraft(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	d := model.Draft{Person: p.ID, Body: "Hel"}
	must(st.SaveDraft("ada", &d))(t)
	d.Body = "Hello"
	must(st.SaveDraft("ada", &d))(t)
	got := must(draft(st, p.ID))(t)
	if got.Body != "Hello" || got.By != "ada" || !got.At.Equal(storetest.Now()) || got.Rev != 3 {
		t.Errorf("the draft is %+v", got)
	}
	for _, c := range journal(t, st)[1:] {
		if !c.Quiet || c.Actor != "ada" || c.What != "saved the draft to p1" {
			t.Errorf("journal: %+v", c)
		}
	}
}

func TestLogSent(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	d := model.Draft{Person: p.ID, Channel: model.InMail, Subject: "Your talk", Body: "Hello"}
	must(st.SaveDraft("ada", &d))(t)
	touch := must(st.LogSent("ada", d))(t)
	if touch.ID != 1 || touch.By != "ada" || touch.Channel != model.InMail || touch.Body != "Hello" || touch.Step != 1 || !touch.At.Equal(storetest.Now()) {
		t.Errorf("the touch is %+v", touch)
	}
	if got := touches(t, st, p.ID); len(got) != 1 || !sameValue(got[0], touch) {
		t.Errorf("stored are %+v", got)
	}
	if got := person(t, st, p.ID).Outreach; got.State != model.Active || got.Owner != "ada" || got.Next != model.Day(2026, 3, 9) {
		t.Errorf("the person is at %+v, want the next touch on day 4, moved from Friday to Monday", got)
	}
	if _, err := draft(st, p.ID); !isNotFound(err) {
		t.Errorf("the draft stays: %v", err)
	}
	if c := journal(t, st)[2]; c.What != "logged InMail to Björn Ek" || c.Rev != 3 {
		t.Errorf("journal: %+v", c)
	}
	undo(t, st, "ada")
	if got := must(draft(st, p.ID))(t); got.Body != "Hello" || len(touches(t, st, p.ID)) != 0 {
		t.Errorf("the undo left the draft %+v and %d touches", got, len(touches(t, st, p.ID)))
	}
}

func TestLogSentAsksTheGate(t *testing.T) {
	st := storetest.Open(t)
	p := model.Person{Name: "Björn Ek"}
	p.Outreach.Lock = model.OptedOut
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	d := model.Draft{Person: p.ID, Body: "Hello"}
	must(st.SaveDraft("ada", &d))(t)
	_, err := st.LogSent("ada", d)
	if !errors.Is(err, model.ErrGate) || !strings.Contains(err.Error(), "Björn Ek") || !strings.Contains(err.Error(), "opted-out") {
		t.Errorf("LogSent = %v, want the gate closed for Björn Ek, opted-out", err)
	}
	if len(touches(t, st, p.ID)) != 0 || must(draft(st, p.ID))(t).Body != "Hello" {
		t.Error("a refused send left a touch or took the draft")
	}
	if _, err := st.LogSent("ada", model.Draft{Person: 99}); !isNotFound(err) {
		t.Errorf("LogSent to nobody = %v, want ErrNotFound", err)
	}
}

// A text that somebody else has typed meanwhile is not thrown away.
func TestLogSentKeepsAnothersDraft(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	mine := model.Draft{Person: p.ID, Body: "from Ada"}
	must(st.SaveDraft("ada", &mine))(t)
	theirs := must(draft(st, p.ID))(t)
	theirs.Body = "from Ben"
	must(st.SaveDraft("ben", &theirs))(t)
	_, err := st.LogSent("ada", mine)
	var c *store.ConflictError
	if !errors.As(err, &c) || c.Change.Actor != "ben" {
		t.Fatalf("LogSent = %v, want ConflictError with ben", err)
	}
	if must(draft(st, p.ID))(t).Body != "from Ben" || len(touches(t, st, p.ID)) != 0 {
		t.Error("the refused send changed something")
	}
	must(st.LogSent("ben", theirs))(t)
}

// A few letters typed to a person after her message was logged do not stand in
// the way of taking that back: the touch goes, the newer text stays.
func TestUndoOfSentWithANewDraft(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	d := model.Draft{Person: p.ID, Channel: model.Email, Body: "Hi Björn"}
	_, err := st.SaveDraft("ada", &d)
	try(t, err)
	_, err = st.LogSent("ada", d)
	try(t, err)
	next := model.Draft{Person: p.ID, Channel: model.Email, Body: "u"}
	_, err = st.SaveDraft("ada", &next)
	try(t, err)
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if got := touches(t, st, p.ID); len(got) != 0 {
		t.Errorf("touches are %+v, want none", got)
	}
	try(t, st.View(func(tx *store.Tx) error {
		got, err := tx.Draft(p.ID)
		if err == nil && got.Body != "u" {
			t.Errorf("the draft is %q, want what was typed last", got.Body)
		}
		return err
	}))
}

// A touch can be taken back for twenty minutes, and after that by whoever logged it
// for as long as it is the last thing that she did. Then it stays.
func TestTakeBackOfATouch(t *testing.T) {
	for _, tt := range []struct {
		name    string
		minutes int
		between bool // she does something else before
		by      string
		want    error
	}{
		{"at once", 0, false, "ada", nil},
		{"by a colleague", 19, false, "ben", nil},
		{"after something else", 20, true, "ada", nil},
		{"too late by a colleague", 21, false, "ben", store.ErrSent},
		{"too late after something else", 21, true, "ada", store.ErrSent},
		{"late, and her last change", 600, false, "ada", nil},
	} {
		st, now := clocked(t, store.Options{})
		p := placed(t, st, model.Outreach{State: model.Researched})
		must(st.LogSent("ada", model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}))(t)
		sent := must(st.Rev())(t)
		if tt.between {
			add(t, st, "ada", "Cleo Moss")
		}
		d := model.Draft{Person: p.ID, Body: "typed since"}
		must(st.SaveDraft("ada", &d))(t) // quiet: no change of hers
		*now = now.Add(time.Duration(tt.minutes) * time.Minute)
		_, err := st.UndoChange(tt.by, sent)
		if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if got, want := len(touches(t, st, p.ID)), map[bool]int{true: 0, false: 1}[tt.want == nil]; got != want {
			t.Errorf("%s: %d touches, want %d", tt.name, got, want)
		}
	}
}

// The same message is logged once, however often somebody presses the key.
func TestLogSentNeverTwice(t *testing.T) {
	st, now := clocked(t, store.Options{})
	p := placed(t, st, model.Outreach{State: model.Researched})
	d := model.Draft{Person: p.ID, Channel: model.Email, Subject: "Your talk", Body: "Hello"}
	must(st.SaveDraft("ada", &d))(t)
	must(st.LogSent("ada", d))(t)
	unsaved := d
	unsaved.Rev = 0
	for name, again := range map[string]model.Draft{"the saved draft, which is gone": d, "the same text": unsaved} {
		if _, err := st.LogSent("ada", again); !errors.Is(err, store.ErrSentAlready) {
			t.Errorf("%s: %v, want ErrSentAlready", name, err)
		}
	}
	other := unsaved
	other.Channel = model.InMail
	must(st.LogSent("ada", other))(t)
	*now = now.AddDate(0, 0, 9)
	must(st.LogSent("ada", unsaved))(t) // days later it may well be meant
	if got := len(touches(t, st, p.ID)); got != 3 {
		t.Errorf("%d touches, want 3", got)
	}
}

func TestScheduleAsksAndMoves(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	p := model.Person{Name: "Björn Ek", Location: "San Francisco"}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	d := model.Draft{Person: p.ID, Channel: model.Email, Body: "Hello"}
	at := must(st.Schedule("ada", &d, st.Now()))(t)
	if at.UTC().Format(time.DateTime) != "2026-03-02 16:00:00" { // eight in the morning there
		t.Errorf("approved for %s", at)
	}
	d.Body = "Hello, and"
	must(st.SaveDraft("ada", &d))(t)
	if got := must(draft(st, p.ID))(t); !got.SendAt.IsZero() {
		t.Errorf("typed into, and approved still for %s", got.SendAt)
	}
	must(st.Schedule("ada", &d, st.Now()))(t)
	must(st.Schedule("ada", &d, time.Time{}))(t)
	if got := must(draft(st, p.ID))(t); !got.SendAt.IsZero() {
		t.Errorf("taken back, and approved still for %s", got.SendAt)
	}
}
