package roster_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// kept are the office's saved filters; two are of others', two lead in a circle.
var kept = []model.Filter{
	{Name: "warm-acme", Query: "company:acme -locked", Owner: "grace"},
	{Name: "mine", Query: "owner:me", Owner: "grace"},
	{Name: "Best", Query: "@mine @warm-acme eng", Owner: "ada"},
	{Name: "day", Query: "@night", Owner: "ada"},
	{Name: "night", Query: "berlin @day", Owner: "ada"},
	{Name: "broken", Query: "compny:acme", Owner: "ada"},
	{Name: "söder", Query: "leeds", Owner: "ada"},
}

func library(t *testing.T) (*store.Store, *roster.Roster) {
	t.Helper()
	st, r := office(t)
	edit(t, st, r, func(tx *store.Tx) error {
		for _, f := range kept {
			if err := tx.PutFilter(&f); err != nil {
				return err
			}
		}
		return nil
	})
	return st, r
}

func TestSavedFiltersStandForTheirText(t *testing.T) {
	_, r := library(t)
	s := r.Snapshot()
	for _, tt := range []struct{ query, me, want string }{
		{"@warm-acme", "ada", "Ana"},
		{"@WARM-ACME berlin", "ada", "Ana"},
		{"-@warm-acme", "ada", "Bo Cy Di Ed"},
		{"@mine", "ada", "Ana"},
		{"@mine", "Björn", "Bo"},
		{"@mine", "nobody", ""},
		{"@best", "ada", "Ana"},
		{"-@best", "ada", "Bo Cy Di Ed"},
		{"@söder", "ada", "Bo"},
		{"-@söder title:eng", "ada", "Ana"},
		{`"@mine"`, "ada", ""}, // a word
	} {
		q, err := s.Filters().Parse(tt.query, tt.me, storetest.Now())
		if err != nil {
			t.Errorf("%s: %v", tt.query, err)
			continue
		}
		var names []string
		for _, id := range idsOf(s.First(q, 100)) {
			c, _ := s.Card(id)
			names = append(names, strings.Fields(c.Name)[0])
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s finds %q for %s, want %q", tt.query, got, tt.me, tt.want)
		}
	}
}

func TestSavedFiltersThatCantBeUsed(t *testing.T) {
	_, r := library(t)
	for _, tt := range []struct{ text, word, reason string }{
		{"acme @gone", "@gone", "there is no saved filter @gone: there are @warm-acme, @mine, @Best, @day"},
		{"@", "@", "there is no saved filter @: there are"},
		{"a -@day", "-@day", "@day says @night: @night says @day: @day leads back to itself: @day → @night → @day"},
		{"a @broken b", "@broken", `@broken says compny:acme: there is no field "compny"`},
	} {
		_, err := r.Snapshot().Filters().Parse(tt.text, "ada", storetest.Now())
		var bad *roster.QueryError
		if !errors.As(err, &bad) {
			t.Errorf("%s: the error is %v", tt.text, err)
			continue
		}
		if got := tt.text[bad.Start:bad.End]; got != tt.word || !strings.Contains(bad.Reason, tt.reason) {
			t.Errorf("%s: %q is marked, %s; want %q, %s", tt.text, got, bad.Reason, tt.word, tt.reason)
		}
	}
	if _, err := roster.ParseQuery("@mine", "ada", storetest.Now()); err == nil || !strings.Contains(err.Error(), "no other yet") {
		t.Errorf("without filters the error is %v", err)
	}
}

func TestSaveFilter(t *testing.T) {
	st, r := library(t)
	save := func(name, query string) (f model.Filter, err error) {
		_, err = st.Edit(store.By("ada", "saved @"+name), func(tx *store.Tx) error {
			f, err = roster.SaveFilter(tx, name, query, "ada", storetest.Now())
			return err
		})
		return f, err
	}
	for _, tt := range []struct{ name, query, reason string }{
		{"a b", "acme", `"a b" is no name for a filter`},
		{"", "acme", "is no name for a filter"},
		{"new", " - ", "looks for nothing"},
		{"new", "receptivity>abc", "is no number"},
		{"new", "acme @gone", "there is no saved filter @gone"},
		{"new", `title:"staff -contacted`, "the quote is not closed"},
		{"new", "acme @new", "there is no saved filter @new"},
		{"mine", "acme @best", "@mine leads back to itself: @mine → @Best → @mine"},
	} {
		if _, err := save(tt.name, tt.query); err == nil || !strings.Contains(err.Error(), tt.reason) {
			t.Errorf("%q as @%s: the error is %v, want %s", tt.query, tt.name, err, tt.reason)
		}
	}
	f, err := save("@MINE", "owner:me  -locked ")
	if err != nil || f.Name != "mine" || f.Owner != "grace" || f.Query != "owner:me -locked" {
		t.Fatalf("saved is %+v, %v: want mine of grace, with the new query", f, err)
	}
	s := settled(t, st, r)
	if f, _ := s.Filters().Named("mine"); f.Query != "owner:me -locked" {
		t.Errorf("the roster has %+v", f)
	}
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if f, _ := settled(t, st, r).Filters().Named("mine"); f.Query != "owner:me" {
		t.Errorf("after the undo the roster has %+v", f)
	}
}

// What others are made of stays; deleted and renamed, a filter is found no more.
func TestRemoveAndRenameFilters(t *testing.T) {
	st, r := library(t)
	try := func(fn func(tx *store.Tx) error) error {
		_, err := st.Edit(store.By("ada", "test"), fn)
		return err
	}
	for name, err := range map[string]error{
		"@warm-acme is part of @Best":      try(func(tx *store.Tx) error { return roster.RemoveFilter(tx, "@warm-acme") }),
		"@mine is part of @Best":           try(func(tx *store.Tx) error { return roster.RenameFilter(tx, "mine", "yours") }),
		"there is no saved filter @gone":   try(func(tx *store.Tx) error { return roster.RemoveFilter(tx, "gone") }),
		"there is a filter @mine by grace": try(func(tx *store.Tx) error { return roster.RenameFilter(tx, "best", "MINE") }),
	} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("the error is %v, want %s", err, name)
		}
	}
	err := errors.Join(
		try(func(tx *store.Tx) error { return roster.RenameFilter(tx, "best", "first") }),
		try(func(tx *store.Tx) error { return roster.RemoveFilter(tx, "mine") }),
	)
	if err == nil || !strings.Contains(err.Error(), "@mine is part of @first") {
		t.Fatalf("the error is %v", err)
	}
	if err := try(func(tx *store.Tx) error {
		return errors.Join(roster.RemoveFilter(tx, "first"), roster.RemoveFilter(tx, "mine"))
	}); err != nil {
		t.Fatal(err)
	}
	s := settled(t, st, r)
	for _, name := range []string{"best", "first", "mine"} {
		if _, ok := s.Filters().Named(name); ok {
			t.Errorf("@%s is still there", name)
		}
	}
}

// A deleted filter comes back by undo, unless its name has another owner now.
func TestAFilterComesBackOnlyToItsName(t *testing.T) {
	st, r := library(t)
	remove := func(tx *store.Tx) error { return roster.RemoveFilter(tx, "söder") }
	edit(t, st, r, remove)
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if _, ok := settled(t, st, r).Filters().Named("söder"); !ok {
		t.Fatal("the filter has not come back")
	}
	edit(t, st, r, remove)
	if _, err := st.Edit(store.By("grace", "saved"), func(tx *store.Tx) error {
		return tx.PutFilter(&model.Filter{Name: "SÖDER", Query: "munich", Owner: "grace"})
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Undo("ada"); !errors.Is(err, store.ErrChangedSince) {
		t.Errorf("the undo says %v, want that it has changed since", err)
	}
}

func TestCompleteSavedFilters(t *testing.T) {
	_, r := library(t)
	s := r.Snapshot()
	for text, want := range map[string]string{
		"@": "@warm-acme @mine @Best @day @night @broken @söder", "-@BE": "-@Best", "x @sö": "x @söder", `"@b`: "",
	} {
		var got []string
		for _, c := range s.Complete(text, len(text)) {
			got = append(got, text[:c.Start]+c.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s becomes %q, want %q", text, got, want)
		}
	}
}

// A quote that is never closed is pointed at, not what it has swallowed.
func TestUnclosedQuotes(t *testing.T) {
	const reason = "the quote is not closed"
	for text, word := range map[string]string{
		`state:"nurture company:acme`: `state:"nurture company:acme`,
		`a receptivity>"60 x`:         `receptivity>"60 x`,
		`name:"`:                      `name:"`,
	} {
		_, err := roster.ParseQuery(text, "ada", storetest.Now())
		var bad *roster.QueryError
		if !errors.As(err, &bad) || text[bad.Start:bad.End] != word || !strings.Contains(bad.Reason, reason) {
			t.Errorf("%s: %v, want %s", text, err, reason)
		}
	}
	for text, want := range map[string]bool{`title:"staff eng`: true, `title:"staff eng"`: false, `"staff`: true, "staff": false} {
		q, err := roster.ParseQuery(text, "ada", storetest.Now())
		if err != nil || (q.Unclosed() != nil) != want {
			t.Errorf("%s: unclosed is %v, %v; want %v", text, q.Unclosed(), err, want)
		}
	}
}
