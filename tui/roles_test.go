package tui_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// role reads one; its title is "" when it is gone.
func (b *bench) role(id model.RoleID) (r model.Role) {
	b.t.Helper()
	b.view(func(tx *store.Tx) (err error) {
		if r, err = tx.Role(id); errors.Is(err, store.ErrNotFound) {
			return nil
		}
		return err
	})
	return r
}

func TestRoles(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("R")
		b.Contains("Roles · 1 open", "Staff Engineer, Ledger", "must      PostgreSQL, Kafka, Go", "Shortlist: ")
		b.press("R")
		b.Contains("roles: these are the roles")
		b.press("i =Design_Manager enter enter =Acme enter =Berlin_or_remote enter =Figma enter enter =beer ctrl+s")
		b.Contains(`offers: "beer" is none of scope, compensation, technology or company stage`)
		b.press("backspace backspace backspace backspace =tech:_a_new_tool tab =product ctrl+s")
		b.Contains("opened the role Design Manager · u takes it back", "Roles · 2 open", "▌Design Manager")
		r := b.role(2)
		if r.Company != "Acme" || r.Location != "Berlin or remote" || len(r.Must) != 1 || r.Words[model.Technology] != "a new tool" || len(r.Maps) != 1 || r.Maps[0] != 2 || r.Opened != model.Day(2026, 3, 2) {
			t.Errorf("it is %+v", r)
		}
		b.press("t")
		b.Contains("closed the role Design Manager", "1 open · 1 closed")
		b.press("u")
		b.Contains("Roles · 2 open")
		b.press("e ctrl+u =Design_Lead enter =guru ctrl+s")
		b.Contains(`level: "guru" says nothing of one: write it as in a title`)
		b.press("ctrl+u =Senior_Staff ctrl+s")
		b.Lacks("says nothing of one")
		if r := b.role(2); r.Title != "Design Lead" || r.Level != "Senior Staff" {
			t.Errorf("it is %+v", r)
		}
		b.press("g x")
		b.Contains("Delete the role ")
		b.press("y")
		b.Contains("deleted the role", "Roles · 1 open")
		b.press("u")
		b.Contains("Roles · 2 open")
	})
}

func TestNoRoleIsOpen(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("R")
		b.Contains("No role is open.", "i opens one")
		b.press("e")
		b.Contains("edit: there is no role yet: i opens one")
		b.press("i =Engineer ctrl+s enter")
		b.Contains("Nobody comes into question for Engineer.", "B looks beyond the maps")
		b.edit("deleted it", func(tx *store.Tx) error { return tx.RemoveRole(1) })
		b.Contains("The role has been deleted.")
		b.press("x")
		b.Contains("take off: the role has been deleted")
		b.press("esc")
		b.Contains("No role is open.")
	})
}

// What is decided about a list is seen at once, kept on the role, and goes by undo.
func TestDecideAboutAShortlist(t *testing.T) {
	at(t, setup{w: 160, h: 45}, func(b *bench) {
		b.press("R enter")
		b.Contains("Staff Engineer, Ledger · 31 on the shortlist", "must-haves")
		b.press("j j j *")
		b.Contains("pinned 鈴木 さくら to the shortlist of Staff Engineer, Ledger · u takes it back")
		if first := b.Line(2); !strings.Contains(first, "1 * 鈴木 さくら") {
			t.Errorf("the first is %q", first)
		}
		b.press("j * j j space space *")
		b.Contains("pinned 2 people")
		pinned := b.role(1).List.Pinned
		if len(pinned) != 4 {
			t.Fatalf("pinned are %v", pinned)
		}
		b.press("g J J")
		now := b.role(1).List
		if got := now.Pin(pinned[0].Person); got != 3 {
			t.Errorf("who was first is pinned at %d, want 3", got)
		}
		if third := b.Line(4); !strings.Contains(third, "▌  3 * 鈴木 さくら") {
			t.Errorf("the third is %q", third)
		}
		b.press("G K")
		b.Contains("pin up: the judgement ranks her: * pins her first")
		b.press("g x =knows_the_founders enter")
		b.Contains("off the shortlist of Staff Engineer, Ledger", "30 on the shortlist")
		b.press("tab tab")
		b.Contains("not on it", "taken off by ada on 2026-03-02: knows the founders")
		b.press("g x")
		b.Contains("for the shortlist of Staff Engineer, Ledger")
		if out := b.role(1).List.Out; len(out) != 0 {
			t.Errorf("still out are %v", out)
		}
		b.press("x")
		b.Contains("take off: she is not on the list; * puts her there")
		b.press("u u")
		if out := b.role(1).List.Out; len(out) != 0 {
			t.Errorf("taken back are out %v", out)
		}
	})
}

func TestDrawAShortlistAgain(t *testing.T) {
	at(t, setup{w: 160, h: 45}, func(b *bench) {
		b.press("R enter .")
		b.Contains("drew the shortlist of Staff Engineer, Ledger: 31 people")
		b.press(".")
		b.Contains("drew the shortlist of Staff Engineer, Ledger, as it was before")
		b.press("G x enter")
		b.edit("moved somebody", func(tx *store.Tx) error {
			p, err := tx.Person(b.role(1).List.Drawn[1].Person)
			p.Skills = nil
			return errors.Join(err, tx.PutPerson(&p))
		})
		b.press(".")
		b.Contains("drew the shortlist of Staff Engineer, Ledger: 1 went")
		b.press("u")
		if got := len(b.role(1).List.Drawn); got != 31 {
			t.Errorf("taken back it was drawn with %d", got)
		}
	})
}

// Of anybody it is said how the role sees her, and why she is not on the list.
func TestWhyNotOnAShortlist(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("R enter w")
		b.Contains("1 on the shortlist, with ", "Must-haves", "PostgreSQL", "Maps", "rank 44     Platform & data, payments, Europe")
		b.press("esc Y =carmen enter")
		b.Contains("Carmen Hernández for Staff Engineer, Ledger", "not on the shortlist: on none of the maps from which the role draws")
		b.press("esc tab w")
		b.Contains("apart: ")
	})
}

// From the shortlist one writes, opens, hands over and snoozes, also many at once.
func TestActFromAShortlist(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("R enter c")
		b.Contains("3 To Malin Hedlund-Andersson")
		b.press("esc R enter enter")
		b.Contains("─ Malin Hedlund-Andersson · 1 of 31 · Staff Engineer, Ledger ─")
		b.press("esc space v j")
		b.Contains("3 marked")
		b.press("d w")
		b.Contains("snoozed 3 people until 2026-03-09 · u takes it back")
		b.Lacks("marked")
		b.press("g @ ctrl+u =grace enter")
		b.Contains("handed ", " over to grace")
	})
}

// A shortlist is narrowed, marked and copied as every list of people.
func TestNarrowAShortlist(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("R enter / =name:mali tab")
		b.Contains(" / name:mali", "Malin Hedlund-Andersson", "31 on the shortlist")
		b.Lacks("鈴木")
		b.press("enter y")
		b.Contains("copied Malin Hedlund-Andersson")
		b.press("n =met_her ctrl+s")
		b.Contains("Malin Hedlund-Andersson")
		b.press("/ =_nobody-like-this")
		b.Contains("Nobody matches: esc shows everyone.")
		b.press("esc")
		b.Contains("鈴木", "31 on the shortlist")
		b.press("ctrl+a")
		b.Contains("31 marked")
		b.press("esc esc")
		b.Contains("Roles · 1 open")
	})
}

// A shortlist is ordered by a column, as the map is; the ranks stay beside the names, and
// pins move only in the order of the ranks.
func TestOrderAShortlist(t *testing.T) {
	at(t, setup{w: 160, h: 45}, func(b *bench) {
		b.press("R enter * o n")
		b.Contains("31 on the shortlist · by name", "name▲", "▌  1 * Malin Hedlund-Andersson")
		if first := b.Line(2); !strings.Contains(first, "13   Bernd Cramer-Zimmermann") {
			t.Errorf("by name the first is %q", first)
		}
		b.press("J")
		b.Contains("pin down: the list is not in the order of the ranks: o and the rank order it so")
		b.press("o m") // the best rank on a map
		if first := b.Line(2); !strings.Contains(first, "10   Mikko Nieminen-Ojala") {
			t.Errorf("by rank on a map the first is %q", first)
		}
		b.press("tab o n") // the order holds in each of the lists
		b.Contains("5 apart · by name")
		b.press("o n")
		b.Contains("5 apart · by name, the other way round", "name▼")
		if first := b.Line(2); !strings.Contains(first, "田中 真理") {
			t.Errorf("from the last name on the first is %q", first)
		}
		b.press("tab tab o r")
		b.Lacks("by name", "▲", "▼")
		b.press("o d") // nothing was drawn: nobody has won a place
		b.Contains("moved▼")
		if first := b.Line(2); !strings.Contains(first, "1 * Malin") {
			t.Errorf("where nobody has moved the first is %q", first)
		}
	})
}

// Who is new has won most places, then who has risen; who has not moved comes last.
func TestOrderAShortlistByPlacesWon(t *testing.T) {
	at(t, setup{w: 160, h: 45}, func(b *bench) {
		b.press("R enter j j x enter . g") // Johan is off as it is drawn
		b.press("j j j j * tab tab / =johan enter g x esc tab o d")
		b.Contains("31 on the shortlist · by places won")
		for y, want := range []string{"4   Johan", "1 * Ines", "2   Malin"} {
			if got := b.Line(y + 2); !strings.Contains(got, want) {
				t.Errorf("row %d is %q, want %q", y, got, want)
			}
		}
		b.Contains("  new ", "  +4 ", "  -1 ")
		b.press("G")
		b.Contains("5   鈴木 さくら", "6   Noor Willems", "  -2 ") // who has lost most
	})
}
