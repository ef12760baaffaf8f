package scoring_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

// bystanders are ten people whom nothing happens to, so that one who is gone is not
// taken for another selection; they fill every field.
func bystanders() []*model.Person {
	var list []*model.Person
	for i := range 10 {
		n := strconv.Itoa(i)
		list = append(list, said(named("Bystander"+n+" Sample"+n), job("Clerk", "Quiet Works "+n), place("Town "+n), skills("filing"), headline("Clerk"), summary("Files.")))
	}
	return list
}

// toldOf compares two editions with the crowd in both; each line is a name and
// what is told of it.
func toldOf(before, after []*model.Person) (lines []string, res scoring.EditionChanges) {
	res = scoring.CompareEditions(
		scoring.Edition{People: append(bystanders(), before...), AsOf: seen.From},
		scoring.Edition{People: append(after, bystanders()...), AsOf: seen.To}, scoring.Likeness{})
	for _, p := range res.People {
		who := p.After
		if who == nil {
			who = p.Before
		}
		for _, c := range p.Changes {
			lines = append(lines, who.Name+" "+told(c))
		}
	}
	return lines, res
}

func TestEditions(t *testing.T) {
	people := func(list ...*model.Person) []*model.Person { return list }
	for _, c := range []struct {
		name          string
		before, after []*model.Person
		want          []string
	}{
		{
			"one comes, one goes", people(said(named("Ann Lee"), job("", "Acme"))), people(said(named("Bob Ray"), job("", "Acme"))),
			[]string{"Bob Ray new:  → Acme", "Ann Lee gone: Acme → "},
		},
		{
			"a link tells who it is, whatever the name's spelling",
			people(said(named("Ann Lee"), job("", "Acme"), links("github.com/ann"))), people(said(named("Ann-Marie LEE"), job("", "Beta"), links("github.com/ann"))),
			[]string{"Ann-Marie LEE moved: Acme → Beta"},
		},
		{
			"another account, the same address",
			people(said(named("Ann Lee"), job("", "Acme"), links("github.com/ann"), emails("ann@example.org"))),
			people(said(named("Ann Lee"), job("", "Beta"), links("github.com/lee"), emails("ann@example.org"))),
			[]string{"Ann Lee moved: Acme → Beta"},
		},
		{
			"a couple's address is two people",
			people(said(named("Ann Lee"), job("", "Acme"), emails("home@example.org")), said(named("Bob Ray"), job("", "Beta"), emails("home@example.org"))),
			people(said(named("Bob Ray"), job("", "Gamma"), emails("home@example.org")), said(named("Ann Lee"), job("", "Acme"), emails("home@example.org"))),
			[]string{"Bob Ray moved: Beta → Gamma"},
		},
		{
			"a new surname is no news", people(said(named("Ann Lee"), job("", "Acme"), links("linkedin.com/in/ann"))),
			people(said(named("Ann Ray"), job("", "Acme"), links("linkedin.com/in/ann"))), nil,
		},
		{
			"one of two spouses takes the other's name",
			people(said(named("Ann Lee"), job("", "Acme"), emails("home@example.org")), said(named("Bob Ray"), job("", "Beta"), emails("home@example.org"))),
			people(said(named("Ann Ray"), job("", "Acme"), emails("home@example.org")), said(named("Bob Ray"), job("", "Gamma"), emails("home@example.org"))),
			[]string{"Bob Ray moved: Beta → Gamma"},
		},
		{
			"row numbers are no keys",
			people(said(named("Ann Lee"), job("", "Acme"), keyed("id:1")), said(named("Bob Ray"), job("", "Beta"), keyed("id:2"))),
			people(said(named("Zoe New"), job("", "Delta"), keyed("id:1")), said(named("Ann Lee"), job("", "Acme"), keyed("id:2")), said(named("Bob Ray"), job("", "Beta"), keyed("id:3"))),
			[]string{"Zoe New new:  → Delta"},
		},
		{
			"no key, and a name that nobody else has", people(said(named("Ann Lee"), job("", "Acme"))), people(said(named("Ann Lee"), job("", "Beta"))),
			[]string{"Ann Lee moved: Acme → Beta"},
		},
		{
			"an initial more", people(said(named("Ann Lee"), job("", "Acme"))), people(said(named("Ann B. Lee"), job("", "Beta"))),
			[]string{"Ann B. Lee moved: Acme → Beta"},
		},
		{
			"another initial", people(said(named("Ann C. Lee"), job("", "Acme"))), people(said(named("Ann B. Lee"), job("", "Acme"))),
			[]string{"Ann B. Lee new:  → Acme", "Ann C. Lee gone: Acme → "},
		},
		{
			"a work address changes with the job",
			people(said(named("Ann Lee"), job("", "Acme"), emails("ann@acme.example"))), people(said(named("Ann Lee"), job("", "Beta"), emails("ann@beta.example"))),
			[]string{"Ann Lee moved: Acme → Beta"},
		},
		{
			"the same name and another account is another person",
			people(said(named("Wei Zhang"), job("", "Acme"), links("linkedin.com/in/wei"))), people(said(named("Wei Zhang"), job("", "Beta"), links("linkedin.com/in/wei-zhang-7"))),
			[]string{"Wei Zhang new:  → Beta", "Wei Zhang gone: Acme → "},
		},
		{
			"of two namesakes the employer tells which",
			people(said(named("Wei Zhang"), job("Engineer", "Acme")), said(named("Wei Zhang"), job("Engineer", "Beta"))),
			people(said(named("Wei Zhang"), job("Engineer", "Beta")), said(named("Wei Zhang"), job("Senior Engineer", "Acme"))),
			[]string{"Wei Zhang promoted: Engineer at Acme → Senior Engineer at Acme"},
		},
		{
			"a namesake who may have moved may as well be a third",
			people(said(named("Wei Zhang"), job("", "Acme")), said(named("Wei Zhang"), job("", "Beta"))),
			people(said(named("Wei Zhang"), job("", "Acme")), said(named("Wei Zhang"), job("", "Gamma"))),
			[]string{"Wei Zhang new:  → Gamma", "Wei Zhang gone: Beta → "},
		},
		{
			"one of a name before and two now", people(said(named("Wei Zhang"), job("", "Acme"))),
			people(said(named("Wei Zhang"), job("", "Beta")), said(named("Wei Zhang"), job("", "Gamma"))),
			[]string{"Wei Zhang new:  → Beta", "Wei Zhang new:  → Gamma", "Wei Zhang gone: Acme → "},
		},
		{
			"twice in the newer file", people(said(named("Ann Lee"), job("", "Acme"), links("github.com/ann"))),
			people(said(named("Ann Lee"), job("", "Acme GmbH"), links("github.com/ann")), said(named("Ann Lee"), job("", "ACME"), links("github.com/ann"))), nil,
		},
		{
			"twice in the newer file, once as it was", people(said(named("Ann Lee"), job("", "Acme"), links("github.com/ann"))),
			people(said(named("Ann Lee"), job("", "Beta"), links("github.com/ann")), said(named("Ann Lee"), job("", "Acme"), links("github.com/ann"))), nil,
		},
		{
			"new and twice", nil, people(said(named("Ann Lee"), job("", "Acme"), links("github.com/ann")), said(named("Ann Lee"), job("", "Acme"))),
			[]string{"Ann Lee new:  → Acme"},
		},
		{
			"twice in the older file", people(said(named("Ann Lee"), job("", "Acme")), said(named("Ann Lee"), job("", "Acme"), links("github.com/ann"))),
			people(said(named("Ann Lee"), job("", "Beta"), links("github.com/ann"))),
			[]string{"Ann Lee moved: Acme → Beta"},
		},
	} {
		got, res := toldOf(c.before, c.after)
		if !slices.Equal(got, c.want) || res.Note != "" {
			t.Errorf("%s: %q\ngot  %s\nwant %s", c.name, res.Note, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

// A match by the store's ID needs no keys; how the match was made is told, and
// a doubtful one makes what is told less sure.
func TestHowSomeoneWasRecognized(t *testing.T) {
	stored := said(named("Ann Lee"), job("", "Acme"))
	stored.ID = 7
	now := said(named("A. Ray"), job("", "Beta"))
	now.ID = 7
	_, byID := toldOf([]*model.Person{stored}, []*model.Person{now})
	_, byName := toldOf([]*model.Person{said(named("Ann Lee"), job("", "Acme"))}, []*model.Person{said(named("Ann Lee"), job("", "Beta"))})
	if len(byID.People) != 1 || len(byName.People) != 1 {
		t.Fatalf("%d and %d people told of", len(byID.People), len(byName.People))
	}
	a, b := byID.People[0], byName.People[0]
	if a.Sure != 1 || !(b.Sure < 1) || a.How == b.How {
		t.Errorf("by ID %v %q, by name %v %q", a.Sure, a.How, b.Sure, b.How)
	}
	if !(b.Changes[0].Confidence < a.Changes[0].Confidence) {
		t.Errorf("a move of someone known by name is %v sure, by ID %v", b.Changes[0].Confidence, a.Changes[0].Confidence)
	}
}

func TestAnotherSelectionIsNoDeparture(t *testing.T) {
	list := bystanders()
	compare := func(n int) scoring.EditionChanges {
		return scoring.CompareEditions(scoring.Edition{People: list, AsOf: seen.From}, scoring.Edition{People: list[:n], AsOf: seen.To}, scoring.Likeness{})
	}
	if res := compare(7); res.Missing != 3 || len(res.People) != 3 || res.Note != "" {
		t.Errorf("3 of 10 missing: %d told gone, %q", len(res.People), res.Note)
	}
	want := "4 of 10 people are missing: probably another selection, so nobody is told gone"
	if res := compare(6); res.Missing != 4 || len(res.People) != 0 || res.Note != want {
		t.Errorf("4 of 10 missing: %d told gone, %q", len(res.People), res.Note)
	}
}

func TestAnOlderFileIsNotNews(t *testing.T) {
	res := scoring.CompareEditions(scoring.Edition{People: bystanders(), AsOf: seen.To}, scoring.Edition{People: bystanders()[:9], AsOf: seen.From}, scoring.Likeness{})
	if len(res.People) != 0 || res.Note != "this file is of 2025-01-15 and the one before of 2025-04-15: nothing is compared" {
		t.Errorf("%d people told of, %q", len(res.People), res.Note)
	}
}

// A column that one of the files does not have says nothing about anyone.
func TestANewColumnIsNoNews(t *testing.T) {
	var before, after []*model.Person
	for _, p := range bystanders() {
		q := *p
		q.Skills, q.Location, q.Summary = nil, "", ""
		before, after = append(before, &q), append(after, p)
	}
	for _, pair := range [][2][]*model.Person{{before, after}, {after, before}} {
		res := scoring.CompareEditions(scoring.Edition{People: pair[0], AsOf: seen.From}, scoring.Edition{People: pair[1], AsOf: seen.To}, scoring.Likeness{})
		if len(res.People) != 0 {
			t.Errorf("told of %d people: %v", len(res.People), toldAll(res.People[0].Changes))
		}
	}
}

// Where everyone of a company changes to the same other name, the company did.
func TestACompanyWithANewName(t *testing.T) {
	var before, after []*model.Person
	for _, n := range []string{"One", "Two", "Three", "Four"} {
		before = append(before, said(named("Ann "+n), job("Engineer", "Quux Media")))
		after = append(after, said(named("Ann "+n), job("Engineer", "Zest Labs")))
	}
	after[3] = said(named("Ann Four"), job("Senior Engineer", "Zest Labs"))
	got, res := toldOf(before, after)
	if want := []string{"Ann Four promoted: Engineer at Quux Media → Senior Engineer at Zest Labs"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if want := []scoring.Renamed{{From: "Quux Media", To: "Zest Labs", People: 4}}; !slices.Equal(res.Renamed, want) {
		t.Errorf("renamed: %v", res.Renamed)
	}
	before = append(before, said(named("Ann Five"), job("Engineer", "Quux Media")))
	after = append(after, before[4])
	after[0] = before[0] // two of five are still there: then three left
	if got, res = toldOf(before, after); len(got) != 3 || len(res.Renamed) != 0 {
		t.Errorf("got %v, renamed %v", got, res.Renamed)
	}
}
