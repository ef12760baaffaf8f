package roster_test

import (
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// works is someone with a title at a company, in a place, with skills.
func works(name, title, company, location string, skills ...string) model.Person {
	return model.Person{Name: name, Location: location, Skills: skills, Positions: []model.Position{
		{Title: title, Company: company, Start: model.YearMonth(2022, 5)},
	}}
}

func crew(t *testing.T) *roster.Snapshot {
	t.Helper()
	st := storetest.Open(t)
	add(
		t, st,
		works("José García", "Data Engineer", "Acme", "Madrid, Spain", "Kafka"),
		works("Łukasz Wójcik", "SRE", "Globex", "Kraków"),
		works("Ida Müller", "Recruiter", "Straße & Söhne", "Köln", "C++"),
		works("田中 太郎", "エンジニア", "東京電機", "東京"),
		works("Ann Smith", "Staff Engineer", "Google", "London, UK", "Go"),
		works("Bob Googleman", "Smith", "Initech", "Leeds"),
		works("Joanna Goldsmith", "Architect", "Google", "Zürich"),
		works("Søren Ærø-Đurić", "Designer", "Þing", "København"),
		works("Conan O'Brien", "Node.js Developer", "Hooli", "Dublin"),
		works("Ирина Ёлкина", "Аналитик", "Ромашка", "Москва"),
		works("김민수", "개발자", "서울전자", "서울"),
	)
	return openRoster(t, st).Snapshot()
}

func TestSearch(t *testing.T) {
	s := crew(t)
	for _, tt := range []struct{ query, want string }{
		{"jose", "José García"},
		{"JOSÉ", "José García"},
		{"lukasz", "Łukasz Wójcik"},
		{"wojcik", "Łukasz Wójcik"},
		{"muller", "Ida Müller"},
		{"müll", "Ida Müller"},
		{"strasse", "Ida Müller"},
		{"straße sohne", "Ida Müller"},
		{"c++", "Ida Müller"},
		{"田中", "田中 太郎"},
		{"太郎", "田中 太郎"},
		{"電機", "田中 太郎"},
		{"エンジニア", "田中 太郎"},
		{"민수", "김민수"},
		{"soren aero", "Søren Ærø-Đurić"},
		{"duric thing", "Søren Ærø-Đurić"},
		{"kobenhavn", "Søren Ærø-Đurić"},
		{"obrien", "Conan O'Brien"},
		{"o'brien nodejs", "Conan O'Brien"},
		{"елкина", "Ирина Ёлкина"},
		{"МОСКВА", "Ирина Ёлкина"},
		{"kafka madrid", "José García"},
		{"jsgrca", "José García"},
		{"  staff\t ann ", "Ann Smith"},
		{"smith google", "Ann Smith, Bob Googleman, Joanna Goldsmith"},
		{"google smith", "Ann Smith, Bob Googleman, Joanna Goldsmith"},
		{"goo ann", "Ann Smith, Joanna Goldsmith"},
		{"kafka leeds", ""},
		{"zzz", ""},
		{"", ""},
		{" - ", ""},
		{"\xff\xfe", ""},
	} {
		var got []string
		for _, m := range s.Search(tt.query, 3) {
			got = append(got, m.Card.Name)
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%q finds %q, want %q", tt.query, got, tt.want)
		}
	}
}

// Words at their beginning come before words inside of others; scattered letters
// count only where nobody has the word as it stands.
func TestSearchRank(t *testing.T) {
	st := storetest.Open(t)
	add(
		t, st,
		works("Mara Alba Ronit", "Cook", "Acme", ""), // scattered: mar-on
		works("Amaron Weil", "Cook", "Acme", ""),
		works("Maronite Weil", "Cook", "Acme", ""),
		works("Zoe Maron", "Cook", "Acme", ""),
		works("Maron", "Cook", "Acme", ""),
		works("Ann Lee", "Maron", "Acme", ""),
	)
	s := openRoster(t, st).Snapshot()
	var got []string
	last := 1 << 30
	for _, m := range s.Search("maron", 10) {
		got = append(got, m.Card.Name)
		if m.Score > last {
			t.Errorf("%s has %d after %d", m.Card.Name, m.Score, last)
		}
		last = m.Score
	}
	want := []string{"Maron", "Zoe Maron", "Maronite Weil", "Ann Lee", "Amaron Weil"}
	if !slices.Equal(got, want) {
		t.Errorf("order is %q,\nwant %q", got, want)
	}
	if found := s.Search("mrbrnt", 10); len(found) != 1 || found[0].Card.Name != "Mara Alba Ronit" {
		t.Errorf("scattered letters find %v", found)
	}
}

func TestSearchMarks(t *testing.T) {
	s := crew(t)
	for _, tt := range []struct{ query, name, title, company string }{
		{"jose eng", "José", "Eng", ""},
		{"muller strasse", "Müller", "", "Straße"},
		{"ss", "", "", "ß"},
		{"duric aero", "ÆrøĐurić", "", ""},
		{"obrien nodejs hoo", "OBrien", "Nodejs", "Hoo"},
		{"太郎 東京", "太郎", "", "東京"},
		{"jsgrca", "JsGrca", "", ""},
		{"lukasz krakow", "Łukasz", "", ""},
	} {
		found := s.Search(tt.query, 1)
		if len(found) == 0 {
			t.Errorf("%q finds nobody", tt.query)
			continue
		}
		m := found[0]
		got := [3]string{marked(m.Card.Name, m.Name), marked(m.Card.Title, m.Title), marked(m.Card.Company, m.Company)}
		if want := [3]string{tt.name, tt.title, tt.company}; got != want {
			t.Errorf("%q marks %q, want %q", tt.query, got, want)
		}
	}
}

// marked are the characters of a text that begin at the marks.
func marked(text string, marks []int) string {
	var b strings.Builder
	for i, r := range text {
		if slices.Contains(marks, i) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestSearchIsBounded(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 1000)
	s := openRoster(t, st).Snapshot()
	for limit, want := range map[int]int{-1: 0, 0: 0, 7: 7, 5000: roster.MaxMatches} {
		if got := len(s.Search("person", limit)); got != want {
			t.Errorf("limit %d gives %d, want %d", limit, got, want)
		}
	}
	if found := s.Search(strings.Repeat("x", 100_000), 5); len(found) != 0 {
		t.Errorf("a long word finds %+v", found)
	}
	if found := s.Search(strings.Repeat("person ", 10_000), 5); len(found) != 5 {
		t.Errorf("many words find %d, want 5", len(found))
	}
}

// A long text is cut at a character, and its marks stay within it.
func TestLongNames(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, works(strings.Repeat("é", 300), strings.Repeat("word ", 200), "Acme", ""))
	s := openRoster(t, st).Snapshot()
	c, _ := s.Card(1)
	if c.Name != strings.Repeat("é", 127) {
		t.Errorf("the name has %d bytes: %q", len(c.Name), c.Name)
	}
	found := s.Search(strings.Repeat("e", 200), 1)
	if len(found) != 1 || len(found[0].Name) != 24 {
		t.Errorf("found %+v", found)
	}
}
