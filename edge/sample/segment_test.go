package sample_test

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/edge/sample"
	"talentmap/model"
)

var now = time.Date(2026, 3, 31, 15, 4, 5, 0, time.UTC)

// seeds are tried one after another where a promise must not hang on luck.
var seeds = []uint64{0, 1, 2, 3, 7, 42, 20260302, math.MaxUint64}

func TestSameSeedSamePeople(t *testing.T) {
	a, b := sample.Build(1, now), sample.Build(1, now)
	if !reflect.DeepEqual(a, b) {
		t.Error("two builds of one seed differ")
	}
	c := sample.Build(2, now)
	same := 0
	for i := range a.People {
		if a.People[i].Name == c.People[i].Name {
			same++
		}
	}
	if same > 5 {
		t.Errorf("%d of %d people are the same for another seed", same, len(a.People))
	}
}

// TestOnlyDatesFollowTheClock builds the segment on two days years apart and
// compares everything that is text.
func TestOnlyDatesFollowTheClock(t *testing.T) {
	a, b := sample.Build(3, now), sample.Build(3, now.AddDate(2, 5, 9))
	if x, y := texts(&a), texts(&b); !slices.Equal(x, y) {
		for i := range min(len(x), len(y)) {
			if x[i] != y[i] {
				t.Fatalf("text %d is %q, and %q at another time", i, x[i], y[i])
			}
		}
		t.Fatalf("%d texts, and %d at another time", len(x), len(y))
	}
	if got, want := a.Maps[0].Entries[0], b.Maps[0].Entries[0]; got != want {
		t.Errorf("first of the map is %v, and %v at another time", got, want)
	}
	job := func(s sample.Segment) int { return s.People[0].Positions[0].Start.MonthsUntil(firstOf(s)) }
	if job(a) != job(b) {
		t.Errorf("the first job is %d months old, and %d at another time", job(a), job(b))
	}
}

// firstOf is the first of the month in which the segment was built.
func firstOf(s sample.Segment) time.Time {
	y, m, _ := s.People[0].Origin.At.Date()
	return time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
}

// texts are all strings of a value, in order.
func texts(v any) []string {
	var out []string
	walk(reflect.ValueOf(v), func(s string) { out = append(out, s) })
	return out
}

func walk(v reflect.Value, see func(string)) {
	switch v.Kind() {
	case reflect.String:
		see(v.String())
	case reflect.Pointer:
		walk(v.Elem(), see)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			walk(v.Index(i), see)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			walk(v.Field(i), see)
		}
	}
}

func TestSizes(t *testing.T) {
	for _, seed := range seeds {
		s := sample.Build(seed, now)
		got := []int{len(s.People), len(s.Companies), len(s.Maps), len(s.Maps[0].Entries), len(s.Maps[1].Entries), len(s.Roles), len(s.Drafts)}
		if want := []int{120, 35, 2, 70, 25, 1, 3}; !slices.Equal(got, want) {
			t.Errorf("seed %d: people, companies, maps, first, second, roles, drafts = %v, want %v", seed, got, want)
		}
		europe := 0
		for _, p := range s.People {
			if strings.HasSuffix(p.Location, "United States") || strings.HasSuffix(p.Location, "Japan") || p.Location == "Singapore" {
				europe--
			}
			europe++
		}
		if europe < 80 || europe == 120 {
			t.Errorf("seed %d: %d of 120 people are outside the United States, Japan and Singapore", seed, europe)
		}
	}
}

// realHost matches what could be the address of somebody.
var realHost = regexp.MustCompile(`\.(com|net|org|io|dev|co|eu|se|de|uk)\b|https?:|www\.`)

// nobodysHost matches an address below the domain that RFC 2606 keeps free.
var nobodysHost = regexp.MustCompile(`^https://[a-z]+\.example/[a-z-]+$`)

// TestNothingIsOpenToMistake holds that no text would be changed by cleaning
// and that no host could belong to anyone.
func TestNothingIsOpenToMistake(t *testing.T) {
	for _, seed := range seeds {
		s := sample.Build(seed, now)
		for _, text := range texts(&s) {
			clean := model.CleanLine(text)
			if strings.Contains(text, "\n") {
				clean = model.CleanText(text)
			}
			if clean != text {
				t.Errorf("seed %d: %q is %q when cleaned", seed, text, clean)
			}
			if realHost.MatchString(text) && !nobodysHost.MatchString(text) {
				t.Errorf("seed %d: %q has a real-looking host", seed, text)
			}
		}
		for _, p := range s.People {
			contactIsMadeUp(t, p)
			if !p.Origin.MadeUp || p.Origin.Source != "sample" || !p.Origin.At.Equal(now) {
				t.Errorf("%s: origin %+v", p.Name, p.Origin)
			}
		}
	}
}

func contactIsMadeUp(t *testing.T, p model.Person) {
	t.Helper()
	for _, e := range p.Contact.Emails {
		user, host, _ := strings.Cut(e, "@")
		if user == "" || strings.Trim(e, "abcdefghijklmnopqrstuvwxyz0123456789.-@") != "" || !strings.HasSuffix(host, ".example") {
			t.Errorf("%s: e-mail %q", p.Name, e)
		}
	}
	for _, l := range p.Contact.Links {
		host, path, _ := strings.Cut(l, "/")
		if !strings.HasSuffix(host, ".example") || path == "" || model.NormalizeLink(l) != l {
			t.Errorf("%s: link %q, normalized %q", p.Name, l, model.NormalizeLink(l))
		}
	}
	for _, n := range p.Contact.Phones {
		if !strings.HasPrefix(n, "+44 7700 900") && !strings.HasPrefix(n, "+1 202 555 01") {
			t.Errorf("%s: telephone %q is not from a range for fiction", p.Name, n)
		}
	}
}

func TestReferencesResolve(t *testing.T) {
	s := sample.Build(1, now)
	seen := 0
	s.Renumber(
		func(id model.PersonID) model.PersonID { seen++; return within(t, id, len(s.People)) },
		func(id model.CompanyID) model.CompanyID { seen++; return within(t, id, len(s.Companies)) },
		func(id model.MapID) model.MapID { seen++; return within(t, id, len(s.Maps)) })
	if seen < 500 {
		t.Errorf("%d references, expected hundreds", seen)
	}
	if got := s.Maps[0].Entries[0].Person; got <= 1000 {
		t.Errorf("the map still says %v", got)
	}
	if got := s.Roles[0].Maps[0]; got != 1001 {
		t.Errorf("the role still says %v", got)
	}
	for _, p := range s.People {
		for _, q := range p.Positions {
			if q.CompanyID != 0 && s.Companies[q.CompanyID-1001].Name != q.Company {
				t.Errorf("%s: %q has the ID of %q", p.Name, q.Company, s.Companies[q.CompanyID-1001].Name)
			}
		}
		for _, c := range p.Background.Connections {
			if c.Person != 0 && s.People[c.Person-1001].Name != c.Name {
				t.Errorf("%s: connection %q has the ID of %q", p.Name, c.Name, s.People[c.Person-1001].Name)
			}
		}
	}
}

// within checks a provisional ID and gives it a new one, 1000 higher.
func within[ID ~uint64](t *testing.T, id ID, n int) ID {
	t.Helper()
	if id < 1 || id > ID(n) {
		t.Errorf("reference %d, there are %d", id, n)
	}
	return id + 1000
}

func TestAssign(t *testing.T) {
	s := sample.Build(1, now)
	s.Assign("ada")
	owners := map[string]int{}
	for _, p := range s.People {
		if !p.Outreach.LastTouch.IsZero() {
			owners[p.Outreach.Owner]++
		}
	}
	if owners["ada"] < 40 || owners["tomas"] != 1 || len(owners) != 2 {
		t.Errorf("owners %v, want one of tomas's and the rest ada's", owners)
	}
	for _, touch := range s.Touches {
		if touch.By != "ada" && touch.By != "tomas" {
			t.Errorf("a touch by %q", touch.By)
		}
	}
}
