package tui_test

import (
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui"
	"talentmap/tui/action"
)

// filters are the saved filters, name and query.
func (b *bench) filters() (all []string) {
	b.t.Helper()
	b.view(func(tx *store.Tx) error {
		for f, err := range tx.Filters() {
			if err != nil {
				return err
			}
			all = append(all, f.Name+"="+f.Query)
		}
		return nil
	})
	return all
}

// The list from which people are added stays open, counts, and greys who is there.
func TestAddOneAfterTheOther(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was, rest := b.ranked(), b.others()
		first, second := rest[0], rest[1]
		b.Keys("a")
		b.Contains("Add to Platform & data, payments, Europe · 70 of 100")
		b.Type(first.Name)
		b.Keys("enter")
		b.Contains("· 71 of 100", "on the map, rank 71")
		b.mustRank(append(slices.Clone(was), first.ID))
		b.Keys("enter") // she is there: nothing more
		b.Contains("on the map, rank 71")
		b.retype(first.Name, second.Name)
		b.Keys("enter", "esc")
		b.Lacks("Add to ")
		b.mustRank(append(slices.Clone(was), first.ID, second.ID))
		b.press("u")
		b.mustRank(append(slices.Clone(was), first.ID))
	})
}

// retype deletes what is typed, and types something else.
func (b *bench) retype(was, now string) {
	for range []rune(was) {
		b.Keys("backspace")
	}
	b.Type(now)
}

// Several are marked, from one query to the next, and added in one step.
func TestAddSeveralAtOnce(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was, rest := b.ranked(), b.others()
		one, two, three := rest[0], rest[1], rest[2]
		b.Keys("a")
		b.Type(one.Name)
		b.Keys("tab")
		b.Contains("· 1 marked")
		b.retype(one.Name, two.Name)
		b.Keys("down", "space") // once one has moved, a space marks
		b.retype(two.Name, three.Name)
		b.Keys("tab", "up", "tab") // and not again
		b.Contains("· 2 marked")
		b.mustRank(was)
		b.Keys("enter")
		b.Contains("· 72 of 100", "added 2 people to Platform")
		b.mustRank(append(slices.Clone(was), one.ID, two.ID))
		b.press("esc u")
		b.mustRank(was)
	})
}

// While one types a space is a letter.
func TestASpaceIsTypedInTheFinder(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.Keys("a")
		b.Type("staff engineer")
		b.Contains("> staff engineer")
		b.Lacks("marked")
		b.Keys("esc")
		b.mustRank(was)
	})
}

// A full map takes none of several, and what is shown is what is there.
func TestTooManyAtOnceAreRefused(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		rest := b.others()
		b.edit("filled the map", func(tx *store.Tx) error {
			m, err := tx.Map(1)
			for _, p := range rest[:29] {
				m.Entries = append(m.Entries, model.Entry{Person: p.ID})
			}
			if err != nil {
				return err
			}
			return tx.PutMap(&m)
		})
		was := b.ranked()
		b.Keys("a")
		b.Type(rest[29].Name)
		b.Keys("tab")
		b.retype(rest[29].Name, rest[30].Name)
		b.Keys("tab", "enter")
		b.Contains("has its 100 people", "· 99 of 100")
		b.mustRank(was)
	})
}

// The map's own filter takes the same queries.
func TestMapFilterTakesFields(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("/ =title:staff_company:quillon")
		b.Contains("· 2 match", "Amélie Sauvage", "Zara Norris-E")
		b.press("esc / =receptivity>70_-locked")
		b.Contains("Käthe Hoff")
		b.Lacks("Bruno Mar")
		b.press("esc / =compny:x")
		b.Contains(`there is no field "compny"`, "Käthe Hoff")
		b.press("esc")
		b.Contains("Bruno Mar")
	})
}

func TestSaveAndUseAFilter(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("f =title:staff_company:quillon ctrl+s")
		b.Contains("Save title:staff company:quillon")
		b.press("=warm!berlin enter")
		b.Contains("is no name for a filter")
		b.Keys(slices.Repeat([]string{"backspace"}, len("!berlin"))...)
		b.press("enter")
		b.Contains("saved the filter @warm")
		if got := b.filters(); !slices.Equal(got, []string{"warm=title:staff company:quillon"}) {
			t.Fatalf("saved is %q", got)
		}
		b.press("esc f =@wa")
		b.Contains("there is no saved filter @wa: there are @warm")
		b.press("tab")
		b.Contains("> @warm", "Amélie Sauvage", "Zara Norris-Edwards")
		b.press("esc / =@warm_amelie")
		b.Contains("· 1 match", "Amélie Sauvage")
		b.press("esc esc f =state:nurture ctrl+s =WARM enter")
		b.Contains("There is a filter @warm by ada: title:staff company:quillon.")
		b.press("n ctrl+s =warm enter y")
		if got := b.filters(); !slices.Equal(got, []string{"warm=state:nurture"}) {
			t.Fatalf("saved is %q", got)
		}
		b.press("esc u")
		if got := b.filters(); !slices.Equal(got, []string{"warm=title:staff company:quillon"}) {
			t.Fatalf("after the undo saved is %q", got)
		}
	})
}

func TestWhatCantBeSaved(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("f ctrl+s")
		b.Contains("there is nothing to save")
		b.press("=compny:acme ctrl+s")
		b.Contains(`there is no field "compny"`)
		b.Lacks("Save compny")
	})
}

func TestSavedFiltersAreListedRenamedAndDeleted(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("F")
		b.Contains("There is no saved filter yet")
		b.edit("saved filters", func(tx *store.Tx) error {
			for _, f := range []model.Filter{{Name: "warm", Query: "state:nurture", Owner: "grace"}, {Name: "mine", Query: "owner:me", Owner: "grace"}} {
				if err := tx.PutFilter(&f); err != nil {
					return err
				}
			}
			return nil
		})
		b.Contains("@warm", "state:nurture · grace", "@mine")
		b.press("=war f2")
		b.Keys(slices.Repeat([]string{"backspace"}, len("warm"))...)
		b.press("=tepid enter")
		b.retype("war", "tep")
		b.Contains("@tepid")
		b.press("ctrl+x")
		b.Lacks("@tepid  ")
		if got := strings.Join(b.filters(), " "); got != "mine=owner:me" {
			t.Fatalf("saved is %q", got)
		}
		b.press("esc u F")
		b.Contains("@tepid", "@mine")
		b.press("=mine enter")
		b.Contains("Find anyone", "> @mine")
		b.press("ctrl+o =tep enter")
		b.Contains("> @mine @tepid")
	})
}

// The lists have the keys of all lists and some of their own.
func TestTheListsKeysAgree(t *testing.T) {
	of := map[string][]action.Action{}
	for _, c := range tui.Contexts() {
		of[c.Name] = c.Actions
	}
	for _, own := range []string{"Find anyone", "Saved filters"} {
		for _, list := range []string{"Lists that narrow while you type", "Lists from which several are chosen"} {
			both := slices.Concat(of[list], of[own])
			for _, problem := range action.Clashes(action.Context{Name: own, Actions: both}) {
				t.Error(problem)
			}
		}
	}
}
