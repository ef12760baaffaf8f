package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// selected is the name of the person under the cursor, whom the composer shows.
func (b *bench) selected() string {
	b.t.Helper()
	_, rest, ok := strings.Cut(b.Frame(), "3 To ")
	if !ok {
		b.t.Fatalf("nobody is selected:\n%s", b.Frame())
	}
	name, _, _ := strings.Cut(rest, " ─")
	return name
}

// name is a person's name in the store.
func (b *bench) name(id model.PersonID) string { return b.person(id).Name }

func (b *bench) person(id model.PersonID) model.Person {
	b.t.Helper()
	var p model.Person
	b.view(func(tx *store.Tx) (err error) {
		p, err = tx.Person(id)
		return err
	})
	return p
}

// ranked are the people of the first map, best first.
func (b *bench) ranked() []model.PersonID {
	b.t.Helper()
	var ids []model.PersonID
	for _, e := range b.maps()[0].Entries {
		ids = append(ids, e.Person)
	}
	return ids
}

// others are the people who are not on the first map.
func (b *bench) others() []model.Person {
	b.t.Helper()
	m := b.maps()[0]
	var out []model.Person
	b.view(func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if err != nil {
				return err
			}
			if m.Rank(p.ID) == 0 {
				out = append(out, p)
			}
		}
		return nil
	})
	return out
}

// mustRank fails the test unless the first map ranks these people.
func (b *bench) mustRank(want []model.PersonID) {
	b.t.Helper()
	if got := b.ranked(); !slices.Equal(got, want) {
		b.t.Fatalf("ranked %v,\nwant   %v", got, want)
	}
}

func TestRankingIsKept(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		first := b.name(was[0])
		b.press("J J")
		b.mustRank(append([]model.PersonID{was[1], was[2], was[0]}, was[3:]...))
		b.Contains("ranked " + first + " 3 on ")
		if got := b.selected(); got != first {
			t.Errorf("the cursor went to %q, it belongs with %q", got, first)
		}
		b.press("alt+up")
		b.mustRank(append([]model.PersonID{was[1], was[0]}, was[2:]...))
		b.press("K K K") // stops at the top
		b.mustRank(was)
	})
}

func TestRankIsOffWhileNarrowed(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("/ =engineer enter J")
		b.Contains("rank down: the list is narrowed")
		b.mustRank(was)
	})
}

func TestTheHundredAndFirstIsOfferedTheBench(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		rest := b.others()
		b.edit("filled the map", func(tx *store.Tx) error {
			m, err := tx.Map(b.maps()[0].ID)
			for _, p := range rest[:30] {
				m.Entries = append(m.Entries, model.Entry{Person: p.ID})
			}
			if err != nil {
				return err
			}
			return tx.PutMap(&m)
		})
		b.Contains("100 of 100")
		full := b.ranked()
		b.Keys("a")
		b.Type(rest[30].Name)
		b.Keys("enter")
		b.Contains("has its 100 people. Put", rest[30].Name+" on its bench?")
		b.press("enter") // the default is no
		if bench := b.maps()[0].Bench; len(bench) != 0 {
			t.Errorf("the bench is %v without a yes", bench)
		}
		b.press("enter y esc")
		if bench := b.maps()[0].Bench; len(bench) != 1 || bench[0].Person != rest[30].ID {
			t.Errorf("the bench is %v, want %v", bench, rest[30].ID)
		}
		b.mustRank(full)
		b.Contains("100 of 100 · bench 1", "put "+rest[30].Name+" on the bench")
	})
}

func TestTakeOffAsksAndComesBack(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		first := b.name(was[0])
		b.press("x")
		b.Contains("Take "+first+" off Platform & data, payments, Europe?", "u takes it back")
		b.press("enter") // the default is no
		b.Lacks("Sure?")
		b.mustRank(was)
		b.press("x y")
		b.mustRank(was[1:])
		b.Contains("69 of 100", "took "+first+" off")
		if b.person(was[0]).Name != first {
			t.Error("the record went with the rank")
		}
		b.press("u")
		b.mustRank(was)
		b.Contains("70 of 100", "took back: took "+first+" off")
	})
}

func TestTakeOffTheMarked(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("space j space space x") // 1, 3 and 4
		b.Contains("3 marked", "Take 3 people off")
		b.press("y")
		b.mustRank(append([]model.PersonID{was[1]}, was[4:]...))
		b.Lacks("marked")
		b.press("u")
		b.mustRank(was)
	})
}

func TestNarrowAndShowAll(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		want := 0
		for _, id := range b.ranked() {
			p := b.person(id)
			if at := p.Latest(b.clock.Now()); strings.Contains(model.NameKey(p.Name+" "+at.Title+" "+at.Company), "vantoro") {
				want++
			}
		}
		if want == 0 {
			t.Fatal("the sample has nobody at Vantoro to look for")
		}
		b.press("/ =vantoro")
		b.Contains(fmt.Sprintf("· %d match", want), "/ vantoro")
		b.press("enter j") // ends the typing: j moves again
		kept := b.selected()
		b.Contains(fmt.Sprintf("· %d match", want))
		b.press("esc")
		b.Lacks("match", "/ vantoro")
		b.Contains("70 of 100")
		if got := b.selected(); got != kept {
			t.Errorf("showing all moved the cursor from %q to %q", kept, got)
		}
		b.press("/ =nobody_is_called_this esc") // also while it is being typed
		b.Lacks("match")
	})
}

func TestAReloadMovesNeitherCursorNorMarks(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("space space j j") // 1 and 2 marked, the cursor on 5
		mine := b.name(was[4])
		b.edit("ranked someone first", func(tx *store.Tx) error {
			m, err := tx.Map(b.maps()[0].ID)
			if err != nil {
				return err
			}
			if _, err := m.Move(was[40], -40); err != nil {
				return err
			}
			return tx.PutMap(&m)
		})
		if got := b.selected(); got != mine {
			t.Fatalf("the cursor went from %q to %q", mine, got)
		}
		b.Contains("2 marked")
		b.press("x y") // takes off those who were marked, and nobody else
		b.mustRank(slices.Concat(was[40:41], was[2:40], was[41:]))
		if got := b.selected(); got != mine {
			t.Errorf("then the cursor went from %q to %q", mine, got)
		}
	})
}

func TestSwitchMaps(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("space m")
		b.Contains("Talent maps", "70 people", "25 people")
		b.press("=design enter")
		b.Contains("1 Product design leaders, Europe · 25 of 100")
		b.Lacks("marked") // the marks were on the other map
	})
}

func TestStartAMap(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("M enter enter enter enter enter")
		b.Contains("a map needs at least a function, a domain, a geography or a name")
		b.press("tab =Data_engineering tab =payments tab =Oslo tab =Go,_Kafka enter enter")
		b.Contains("1 Data engineering × payments × Oslo · 0 of 100", "a  find someone and put them on the map")
		m := b.maps()[2]
		if m.Function != "Data engineering" || m.Domain != "payments" || m.Geography != "Oslo" || !slices.Equal(m.Skills, []string{"Go", "Kafka"}) {
			t.Errorf("the store has %+v", m)
		}
		b.press("u")
		if n := len(b.maps()); n != 2 {
			t.Errorf("after undo there are %d maps, want 2", n)
		}
	})
}

func TestAddByFinding(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was, who := b.ranked(), b.others()[0]
		b.Keys("a")
		b.Contains("Add to Platform & data")
		b.Type(who.Name)
		b.Keys("enter")
		b.mustRank(append(slices.Clone(was), who.ID))
		b.Contains("71 of 100", "added "+who.Name)
		b.Keys("esc", "a")
		b.Type(b.name(was[2]))
		b.Keys("enter")
		b.Contains("on the map, rank 3")
		b.mustRank(append(slices.Clone(was), who.ID))
	})
}

func TestOpenAndWhy(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("j enter")
		name := b.name(b.ranked()[1])
		if !strings.HasPrefix(b.Line(0), "╭─ "+name+" · 2 of 70 · Platform") {
			t.Fatalf("the page is not of %s: %s", name, b.Line(0))
		}
		b.Contains("Positions", "Signals", "touches", "Research")
		b.press("w")
		b.Contains("Why " + name)
		b.press("esc")
		b.Lacks("Why " + name)
		b.press("esc")
		b.Contains("1 Platform & data")
		if got := b.selected(); got != name {
			t.Errorf("coming back moved the cursor to %q", got)
		}
		b.press("esc")                          // home has nothing to close
		b.Lacks("show all: there is no filter") // esc once too often needs no answer
	})
}

func TestEditCopyAndDeleteAMap(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("E tab tab tab tab ctrl+u =Payments,_Europe enter")
		b.Contains("1 Payments, Europe · 70 of 100", "changed the map Payments, Europe")
		b.press("m f3")
		b.Contains("1 Payments, Europe (2) · 70 of 100")
		b.mustRank(was)
		b.press("m down down ctrl+x")
		b.Contains("Delete Payments, Europe (2) with the ranks of 70 people?", "Their records stay.")
		b.press("enter") // the default is no
		b.press("m down down ctrl+x y")
		b.Contains("deleted the map Payments, Europe (2)", "1 Payments, Europe · 70 of 100")
		if n := len(b.maps()); n != 2 {
			t.Errorf("there are %d maps, want 2", n)
		}
		b.press("u m")
		b.Contains("Payments, Europe (2)", "70 people, ", "changed ")
		b.press("esc ]")
		b.Contains("1 Product design leaders, Europe · 25 of 100")
		b.press("[ [")
		b.Contains("1 Payments, Europe (2) · 70 of 100")
	})
}

func TestAlsoOnAnotherMap(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		b.press("space j space & enter")
		b.Contains("added 2 people to Product design leaders, Europe")
		other := b.maps()[1]
		if other.Rank(was[0]) != 26 || other.Rank(was[2]) != 27 {
			t.Errorf("they are ranked %d and %d there", other.Rank(was[0]), other.Rank(was[2]))
		}
		b.mustRank(was)
		b.press("& enter")
		b.press("g & enter")
		b.Contains("already on the map: Product design leaders, Europe")
	})
}

// The picture of a map that has not the keys looks so in another theme as well.
func TestThePictureInAnotherTheme(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("p 2")
		b.anew() // and not as if it had the keys
	})
}

// The companies of a map are those of the people who are shown, also where that has
// changed in another view since.
func TestTheCompaniesOfAMapFollow(t *testing.T) {
	at(t, setup{w: 200, h: 50}, func(b *bench) {
		b.press("p p")
		b.Contains("Vantoro", "Quillon Ledger")
		b.press("p / =company:vantoro enter p p")
		if line := b.Line(3); !strings.Contains(line, "▌Vantoro                        6 ") {
			t.Errorf("the first company is %q", line)
		}
	})
}

// Where a query keeps nobody a key for somebody says so, and how all come back.
func TestAQueryThatKeepsNobodyOnTheMap(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("/ =zzzz enter")
		b.Contains("0 match", "Nobody matches: esc shows everyone.")
		for key, word := range map[string]string{"enter": "open", "w": "why", "c": "write", "o": "order"} {
			b.press(key)
			b.Contains(word + ": nobody is shown: esc shows everyone")
		}
		b.press("esc")
		b.Contains("Bruno Marini")
	})
}

// Of the companies as many rows are shown as there is room for, also where the size has
// changed while a query was there that has gone since.
func TestTheCompaniesOfAMapFillTheirRoom(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("p p / =a enter")
		b.Resize(80, 30)
		b.Resize(80, 24)
		b.press("esc")
		b.anew()
	})
}

// A tier is chosen by its letter, as small as it is typed or as large as it is written.
func TestATierIsChosenByItsLetter(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		for _, c := range []struct {
			key  string
			tier model.Tier
		}{{"A", model.TierA}, {"b", model.TierB}, {"C", model.TierC}, {"-", model.NoTier}} {
			b.press("t " + c.key)
			if got := b.maps()[0].Entries[0].Tier; got != c.tier {
				t.Errorf("after %s she is in tier %s", c.key, got)
			}
		}
	})
}

// Whom the filter finds on the bench only is told, with the key that shows it.
func TestTheFilterTellsOfTheBench(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("j b")
		b.press("/ =mikko")
		b.Contains("Nobody matches but 1 on the bench: B shows it, esc everyone.")
		b.press("enter B")
		b.Contains("Mikko Nieminen")
		b.Lacks("Nobody matches")
		b.press("esc / =zzzz")
		b.Contains("Nobody matches: esc shows everyone.")
	})
}

// A mark that is set from the companies, or taken away there, is seen at once, and who
// comes to the companies sees all of them.
func TestMarksAreSeenAmongTheCompanies(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("p p")
		unmarked := b.Frame()
		b.press("*")
		b.Contains("70 marked", "●")
		b.press("esc")
		if b.Frame() != unmarked {
			t.Errorf("a mark stays:\n%s", b.Frame())
		}
		b.press("enter")
		b.Contains("everyone")
		b.press("p p")
		b.Lacks(" at Vantoro")
		b.Contains("Quillon Ledger                 7")
	})
}
