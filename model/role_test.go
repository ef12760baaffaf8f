package model_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"talentmap/model"
)

// said is the choices in short: pinned | out | drawn.
func said(c model.Choices) string {
	ids := func(list []model.Entry) (text string) {
		for _, e := range list {
			text += fmt.Sprint(uint64(e.Person))
		}
		return text
	}
	out := ""
	for _, x := range c.Out {
		out += fmt.Sprint(uint64(x.Person))
	}
	return ids(c.Pinned) + "|" + out + "|" + ids(c.Drawn)
}

func TestChoicesOfAShortlist(t *testing.T) {
	var c model.Choices
	for _, id := range []model.PersonID{3, 1, 2} {
		if err := c.PinAt(id); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.PinAt(1); !errors.Is(err, model.ErrPinned) || err.Error() != "already pinned at 2" {
		t.Errorf("pinned twice: %v", err)
	}
	if at, err := c.MovePin(2, -9); at != 1 || err != nil || said(c) != "231||" {
		t.Errorf("moved to %d: %s, %v", at, said(c), err)
	}
	x := model.Excluded{Person: 3, Why: "wants to stay", By: "ada", On: model.Day(2026, 3, 2)}
	if err := c.Exclude(x); err != nil || said(c) != "21|3|" {
		t.Errorf("excluded: %s, %v", said(c), err)
	}
	if err := c.Exclude(x); !errors.Is(err, model.ErrExcluded) || err.Error() != "already excluded by ada on 2026-03-02" {
		t.Errorf("excluded twice: %v", err)
	}
	if was, _ := c.Excluded(3); was.String() != "taken off by ada on 2026-03-02: wants to stay" {
		t.Errorf("it says %q", was)
	}
	if err := c.PinAt(3); err != nil || said(c) != "213||" {
		t.Errorf("who is pinned is back: %s, %v", said(c), err)
	}
	if err := errors.Join(c.Unpin(2), c.Unpin(1)); err != nil || said(c) != "3||" {
		t.Errorf("unpinned: %s, %v", said(c), err)
	}
	for _, err := range []error{c.Unpin(9), func() error { _, err := c.MovePin(9, 1); return err }()} {
		if !errors.Is(err, model.ErrUnpinned) {
			t.Errorf("of who is not pinned: %v", err)
		}
	}
	if err := c.Include(9); !errors.Is(err, model.ErrIncluded) {
		t.Errorf("of who is not out: %v", err)
	}
	c.Draw([]model.PersonID{7, 3}, "ada", time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))
	if c.DrawnRank(3) != 2 || c.DrawnRank(1) != 0 {
		t.Errorf("drawn at %d and %d", c.DrawnRank(3), c.DrawnRank(1))
	}
	if !c.Forget(3) || said(c) != "||7" || c.Forget(3) {
		t.Errorf("forgotten: %s", said(c))
	}
}

// Two records of one person are one: the better place, and off the list where
// either was.
func TestUnitedOnAShortlist(t *testing.T) {
	entries := func(ids ...model.PersonID) (list []model.Entry) {
		for _, id := range ids {
			list = append(list, model.Entry{Person: id})
		}
		return list
	}
	out := func(id model.PersonID) []model.Excluded { return []model.Excluded{{Person: id, Why: "no"}} }
	for name, c := range map[string]struct {
		is   model.Choices
		want string
	}{
		"the other alone":   {model.Choices{Pinned: entries(4, 2, 5), Drawn: entries(2)}, "415||1"},
		"both, mine first":  {model.Choices{Pinned: entries(1, 4, 2)}, "14||"},
		"both, hers first":  {model.Choices{Drawn: entries(2, 4, 1)}, "||14"},
		"the other is out":  {model.Choices{Pinned: entries(1, 4), Out: out(2), Drawn: entries(1)}, "4|1|1"},
		"mine is out":       {model.Choices{Pinned: entries(2, 4), Out: out(1)}, "4|1|"},
		"both are out":      {model.Choices{Out: append(out(1), out(2)...)}, "|1|"},
		"the other nowhere": {model.Choices{Pinned: entries(1)}, "1||"},
	} {
		before := said(c.is)
		got := c.is
		changed := got.Unite(1, 2)
		if said(got) != c.want || changed != (before != c.want) {
			t.Errorf("%s: %s, want %s; changed %v", name, said(got), c.want, changed)
		}
		if said(c.is) != before {
			t.Errorf("%s: what it was copied from is %s now, was %s", name, said(c.is), before)
		}
	}
}

func TestCloseAndReopenARole(t *testing.T) {
	r := model.Role{Title: "Staff Engineer", Opened: model.Day(2026, 2, 18)}
	if err := r.Reopen(); !errors.Is(err, model.ErrOpen) {
		t.Errorf("opened twice: %v", err)
	}
	if err := r.Close(model.Day(2026, 3, 2)); err != nil || r.Open() {
		t.Errorf("closed: %v", err)
	}
	if err := r.Close(model.Day(2026, 3, 3)); !errors.Is(err, model.ErrClosed) || err.Error() != "already closed on 2026-03-02" {
		t.Errorf("closed twice: %v", err)
	}
	if err := r.Reopen(); err != nil || !r.Open() {
		t.Errorf("opened again: %v", err)
	}
	if !r.DrawsFrom(4) {
		t.Error("a role without maps draws from all")
	}
	if r.Maps = []model.MapID{3}; r.DrawsFrom(4) || !r.DrawsFrom(3) {
		t.Error("a role draws from its maps alone")
	}
}

// What is read of a field is what it is written as, and what can't be read says so.
func TestFieldsOfARole(t *testing.T) {
	maps := []model.Map{{ID: 1, Name: "Platform & data, payments"}, {ID: 2, Name: "Product design"}, {ID: 3, Name: "Product owners"}}
	for _, c := range []struct{ field, text, want, err string }{
		{"title", "  Staff\x00 Engineer ", "Staff Engineer", ""},
		{"title", " ", "", "title: a role needs one"},
		{"must", "Go, PostgreSQL;Kafka, go", "Go, PostgreSQL, Kafka", ""},
		{"nice", "", "", ""},
		{"offers", "tech: Go from the first line; Scope;", "technology: Go from the first line; scope", ""},
		{"offers", "company stage: 40 people: all of them good", "company stage: 40 people: all of them good", ""},
		{"offers", "beer", "", `offers: "beer" is none of `},
		{"maps", "M2; platform; m2", "Product design; Platform & data, payments", ""},
		{"maps", "all", "", ""},
		{"maps", "product", "", `maps: which map is "product"? There are: Platform & data, payments (m1), Product design (m2)`},
		{"maps", "m9", "", `maps: which map is "m9"?`},
		{"opened", "02.03.2026", "2026-03-02", ""},
		{"opened", "soon", "", "opened: "},
	} {
		var r model.Role
		for _, f := range model.RoleFields(maps) {
			if f.Name != c.field {
				continue
			}
			err := f.Set(&r, c.text)
			if got := f.Text(&r); got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.HasPrefix(err.Error(), c.err) {
				t.Errorf("%s %q is %q, %v; want %q, %q", c.field, c.text, got, err, c.want, c.err)
			}
			var again model.Role
			if err == nil && c.want != "" {
				if err := f.Set(&again, f.Text(&r)); err != nil || !reflect.DeepEqual(again, r) {
					t.Errorf("%s: %q is read as another: %v", c.field, f.Text(&r), err)
				}
			}
		}
	}
}
