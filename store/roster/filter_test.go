package roster_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// office is a store of five people, two maps and some signals.
func office(t testing.TB) (*store.Store, *roster.Roster) {
	t.Helper()
	st := storetest.Open(t)
	ana := works("Ana Reyes", "Staff Engineer", "Acme Looms", "Berlin, Germany", "Go", "Kafka")
	ana.Outreach = model.Outreach{State: model.Active, Step: 1, Owner: "ada", Next: today(0), LastTouch: storetest.Now().AddDate(0, 0, -3)}
	ana.Background.Tags = []string{"alumni"}
	bo := works("Bo Müller", "Engineering Manager", "Acme", "Leeds", "Golang")
	bo.Positions[0].Start = model.Year(2021)
	bo.Outreach = model.Outreach{State: model.ReEngage, Owner: "Björn", Lock: model.OptedOut}
	cy := works("Cy Acme", "Staff Designer", "Oak Mills", "Ghent", "Figma")
	cy.Positions[0].Start = 0
	cy.Outreach = model.Outreach{Lock: model.DoNotContact, LockUntil: today(-1), Next: model.YearMonth(2026, 3)}
	di := works("Di Weaver", "Buyer", "Oak Mills", "Berlin", "Google Cloud")
	di.Positions[0].Start = model.Day(2022, 1, 1)
	ed := works("Ed Company", "Owner", "Since & Sons", "State College")
	add(t, st, ana, bo, cy, di, ed)
	r := openRoster(t, st)
	edit(t, st, r, func(tx *store.Tx) error {
		acme, _ := tx.CompanyByName("Acme")
		platform := model.Map{Name: "Platform Berlin", Entries: []model.Entry{{Person: 1}, {Person: 2}}}
		design := model.Map{Name: "Design", Entries: []model.Entry{{Person: 3}}}
		return errors.Join(
			signal(tx, model.Signal{Kind: model.OpenToWork, Person: 1, Date: today(-1)}),
			signal(tx, model.Signal{Kind: model.Layoffs, Company: acme, Date: today(-400), Magnitude: 5}),
			tx.PutMap(&platform), tx.PutMap(&design),
		)
	})
	return st, r
}

// who are the first names of those found, in order of ID.
func who(t testing.TB, s *roster.Snapshot, text string) string {
	t.Helper()
	q, err := roster.ParseQuery(text, "ada", storetest.Now())
	if err != nil {
		t.Errorf("%s: %v", text, err)
		return ""
	}
	matches, total := s.Find(q, 100)
	if len(matches) != total {
		t.Errorf("%s finds %d, and says %d", text, len(matches), total)
	}
	slices.SortFunc(matches, func(a, b roster.Match) int { return int(a.Card.ID) - int(b.Card.ID) })
	var names []string
	for _, m := range matches {
		name, _, _ := strings.Cut(m.Card.Name, " ")
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestFields(t *testing.T) {
	_, r := office(t)
	for _, tt := range []struct{ query, want string }{
		{"company:acme", "Ana Bo"}, // and not the one who is called so
		{"company:ACM", "Ana Bo"},
		{"company:loom", "Ana"},
		{"company=acm", ""},
		{"company=acme", "Ana Bo"},
		{`company:"acme looms"`, "Ana"},
		{`company:"looms acme"`, ""},
		{"company:cme", ""},
		{"name:acme", "Cy"},
		{"name:muller", "Bo"},
		{"title:staff", "Ana Cy"},
		{"title:staff -company:oak", "Ana"},
		{"location:berlin", "Ana Di"},
		{"location:go", ""},
		{"place:berlin", "Ana Di"}, // as the screens call it
		{"skill:go", "Ana Bo Di"},
		{"skill=go", "Ana"},
		{"skills:kafka", "Ana"},
		{`skill:"google cloud"`, "Di"},
		{"tag:alumni", "Ana"},
		{"-tag:alumni", "Bo Cy Di Ed"},
		{"state:active", "Ana"},
		{"state:re-engage", "Bo"},
		{"state:map", "Cy Di Ed"},
		{"state=mapped", "Cy Di Ed"},
		{"owner:me", "Ana"},
		{"owner:ADA", "Ana"},
		{"owner:björn", "Bo"},
		{"owner:ad", ""},
		{"-owner:me", "Bo Cy Di Ed"},
		{"map:berlin", "Ana Bo"},
		{"map:m2", "Cy"},
		{"map:nowhere", ""},
		{"-map:berlin -map:design", "Di Ed"},
		{"signal:layoffs", "Bo"},
		{"signal:open-to-work", "Ana"},
		{`signal:"open to"`, "Ana"},
		{"-signal:open", "Bo Cy Di Ed"},
		{"since<2022", "Bo"},
		{"since<=2022", "Ana Bo Di Ed"},
		{"since:2022", "Ana Di Ed"},
		{"since>2022-01", "Ana Ed"},
		{"since>=2022-01", "Ana Di Ed"},
		{"since=2022-05", "Ana Ed"},
		{"since=2022-05-01", ""}, // known to the month only
		{"since<2021-06", ""},    // known to the year only
		{"-since<2022", "Ana Cy Di Ed"},
		{"next<=today", "Ana"},
		{"due:2026-03", "Ana Cy"},
		{"due>2026", ""},
		{"lock:opt", "Bo"},
		{"lock:do-not-contact", "Cy"},
		{"locked", "Bo"},
		{"-locked", "Ana Cy Di Ed"},
		{"contacted", "Ana"},
		{"-contacted", "Bo Cy Di Ed"},
		{`"contacted"`, ""},
		{"acme", "Ana Bo Cy"},
		{"acme -company:acme", "Cy"},
		{"acme title:staff", "Ana Cy"},
		{"-acme", "Di Ed"},
		{`-"oak mills" berlin`, "Ana"},
		{`"staff eng"`, ""},
		{`"staff eng`, "Ana"}, // still typing
		{`"staff engineer"`, "Ana"},
		{`"engineer staff"`, ""},
		{"wvr", "Di"}, // scattered
		{"wvr di", "Di"},
		{"di wvr", "Di"},
		{"byr wvr", "Di"},
		{`"wvr"`, ""},
		{"company", "Ed"}, // a word that is spelled like a field
		{"owner state", "Ed"},
		{`company:"acme lo`, "Ana"}, // still typing
		{"COMPANY:acme SKILL=GO", "Ana"},
		{"12:30", ""},
		{"", ""},
		{" - ", ""},
		{`""`, ""},
	} {
		if got := who(t, r.Snapshot(), tt.query); got != tt.want {
			t.Errorf("%s finds %q, want %q", tt.query, got, tt.want)
		}
	}
}

func TestReceptivityIsTheScoreOfTheDay(t *testing.T) {
	_, r := office(t)
	s := r.Snapshot()
	score, _ := s.Score(1, storetest.Now())
	if score < 50 || score > 70 {
		t.Fatalf("Ana scores %d", score)
	}
	for _, tt := range []struct{ query, want string }{
		{"receptivity>50", "Ana"},
		{"receptivity>=100", ""},
		{"receptivity<50 -company:since -company:oak", "Bo"},
		{"receptivity>=0", "Ana Bo Cy Di Ed"},
	} {
		if got := who(t, s, tt.query); got != tt.want {
			t.Errorf("%s finds %q, want %q", tt.query, got, tt.want)
		}
	}
	later, err := roster.ParseQuery("receptivity>50", "", storetest.Now().AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	if _, total := s.Find(later, 5); total != 0 {
		t.Errorf("a year later %d are above 50, want nobody", total)
	}
}

// Maps and scores follow the store; a query may be used again on what comes.
func TestAQueryIsForAnySnapshot(t *testing.T) {
	st, r := office(t)
	find := func(s *roster.Snapshot, text string) int {
		q, err := roster.ParseQuery(text, "", storetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		_, total := s.Find(q, 0)
		return total
	}
	before := r.Snapshot()
	if got := find(before, "receptivity>50"); got != 1 {
		t.Fatalf("%d are above 50, want 1", got)
	}
	after := edit(t, st, r, func(tx *store.Tx) error {
		m, err := tx.Map(1)
		return errors.Join(
			err, m.Add(4), tx.PutMap(&m), tx.RemoveMap(2),
			signal(tx, model.Signal{Kind: model.OpenToWork, Person: 4, Date: today(-1)}),
		)
	})
	for _, tt := range []struct {
		query     string
		was, then int
	}{
		{"map:berlin", 2, 3}, {"map:design", 1, 0}, {"receptivity>50", 1, 2},
	} {
		if got := find(before, tt.query); got != tt.was {
			t.Errorf("before, %s found %d, want %d", tt.query, got, tt.was)
		}
		if got := find(after, tt.query); got != tt.then {
			t.Errorf("after, %s finds %d, want %d", tt.query, got, tt.then)
		}
	}
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if got := find(settled(t, st, r), "map:berlin") + 10*find(r.Snapshot(), "map:design"); got != 12 {
		t.Errorf("after the undo the maps have %d, want 12", got)
	}
}

func TestQueryErrorsPointAtTheWord(t *testing.T) {
	for _, tt := range []struct{ text, word, reason string }{
		{"staff recptivity>60 x", "recptivity>60", `there is no field "recptivity": it may be receptivity; the fields are name, company, title,`},
		{"-compny:acme", "-compny:acme", `there is no field "compny"`},
		{"receptivity>abc", "receptivity>abc", `"abc" is no number from 0 to 100: write receptivity>60`},
		{"é since<never", "since<never", `"never" is no date: write since<2022`},
		{"since<2022-13", "since<2022-13", "is no date"},
		{"since<present", "since<present", "is no date"},
		{"company>acme", "company>acme", "company goes with : =, such as"},
		{"a company: b", "company:", `company wants a value, such as company:"acme looms"`},
		{`name:""`, `name:""`, "name wants a value"},
		{"name:-", "name:-", "name wants a word with letters"},
		{"location:-", "location:-", "location wants a word with letters, such as location:germany"},
		{"location>europe", "location>europe", "location goes with : =, such as location:germany"},
		{"contacted:yes", "contacted:yes", "contacted takes no value: write contacted or -contacted"},
		{"state:gone", "state:gone", `there is no state "gone": it is one of mapped, researched,`},
		{"signal:rain", "signal:rain", "one of open to work, layoffs,"},
		{"lock:x", "lock:x", "one of opted-out, do-not-contact"},
		{"lock:-", "lock:-", `there is no lock "-"`},
		{"a b c d e f g h i j", "i", "at most 8 words"},
		{"http://people.example", "http://people.example", `there is no field "http": the fields are name,`},
	} {
		_, err := roster.ParseQuery(tt.text, "ada", storetest.Now())
		var bad *roster.QueryError
		if !errors.As(err, &bad) {
			t.Errorf("%s: the error is %v", tt.text, err)
			continue
		}
		if got := tt.text[bad.Start:bad.End]; got != tt.word || !strings.Contains(bad.Reason, tt.reason) {
			t.Errorf("%s: %q is marked, %s; want %q, %s", tt.text, got, bad.Reason, tt.word, tt.reason)
		}
	}
	if _, err := roster.ParseQuery("owner:me", "", storetest.Now()); err == nil {
		t.Error("owner:me of nobody is understood")
	}
}

// Every field has an example that is understood and stands for it.
func TestFieldsHaveExamples(t *testing.T) {
	for _, f := range roster.Fields() {
		if f.What == "" || !strings.Contains(f.Example, f.Name) {
			t.Errorf("field %+v is not explained", f)
		}
		if _, err := roster.ParseQuery(f.Example, "ada", storetest.Now()); err != nil {
			t.Errorf("%s: %v", f.Example, err)
		}
	}
}

func TestFindMarksFieldsAndWords(t *testing.T) {
	_, r := office(t)
	q, err := roster.ParseQuery(`ana title:eng company:"acme lo"`, "ada", storetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	matches, total := r.Snapshot().Find(q, 5)
	if total != 1 {
		t.Fatalf("%d found, want 1", total)
	}
	m := matches[0]
	got := [3]string{marked(m.Card.Name, m.Name), marked(m.Card.Title, m.Title), marked(m.Card.Company, m.Company)}
	if want := [3]string{"Ana", "Eng", "AcmeLo"}; got != want {
		t.Errorf("marked is %q, want %q", got, want)
	}
}

// The total is that of everybody, however many are asked for.
func TestFindCountsAll(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 3000)
	s := openRoster(t, st).Snapshot()
	for text, want := range map[string]int{
		"p": 3000, "person": 3000, "psn": 3000, "company:999": 3, `name:"person 00299"`: 10, "-name:person": 0, "location:berlin": 3000,
	} {
		q, err := roster.ParseQuery(text, "", storetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		for _, limit := range []int{0, 2, 500, 5000} {
			matches, total := s.Find(q, limit)
			if first := s.First(q, limit); !reflect.DeepEqual(first, matches) {
				t.Errorf("the first %d of %s are not those found", limit, text)
			}
			if total != want || len(matches) != min(limit, want) {
				t.Errorf("%s up to %d finds %d of %d, want %d of %d", text, limit, len(matches), total, min(limit, want), want)
			}
		}
	}
}

func TestComplete(t *testing.T) {
	_, r := office(t)
	s := r.Snapshot()
	for _, tt := range []struct{ text, want string }{
		{"comp", "company:"},
		{"x con", "x contacted"},
		{"-lo", "-location:, -lock:, -locked"},
		{"rec", "receptivity>"},
		{"plac", "location:"},
		{`place:"berl`, `location:Berlin (1 person), location:"Berlin, Germany" (1 person)`},
		{"company:", `company:"Oak Mills" (2 people), company:Acme (1 person), company:"Acme Looms" (1 person), company:"Since & Sons" (1 person)`},
		{"company:ac", `company:Acme (1 person), company:"Acme Looms" (1 person)`},
		{`-company:"acme l`, `-company:"Acme Looms" (1 person)`},
		{"location:", `location:Berlin (1 person), location:"Berlin, Germany" (1 person), location:Ghent (1 person), location:Leeds (1 person), location:"State College" (1 person)`},
		{`-location:"berl`, `-location:Berlin (1 person), -location:"Berlin, Germany" (1 person)`},
		{"level>=s", "level>=senior, level>=staff"},
		{"leve", "level>="},
		{"state:re", "state:researched, state:replied, state:re-engage"},
		{"signal:pa", `signal:"passed over", signal:"pay below market"`},
		{"map:ber staff", `map:"Platform Berlin" (2 people) staff`},
		{"owner:", "owner:me (you), owner:Björn (1 person), owner:ada (1 person)"},
		{"owner:b", "owner:Björn (1 person)"},
		{"lock:", "lock:opted-out, lock:do-not-contact"},
		{"name:a", ""},
		{"zzz", ""},
		{"nofield:a", ""},
	} {
		cursor := strings.Index(tt.text+" ", " ")
		if cursor < 3 || strings.Contains(tt.text, `"`) {
			cursor = len(tt.text)
		}
		var got []string
		for _, c := range s.Complete(tt.text, cursor) {
			text := tt.text[:c.Start] + c.Text
			if strings.Contains(tt.text, ":") && c.Note != "" {
				text += " (" + c.Note + ")"
			}
			got = append(got, text+tt.text[c.End:])
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s becomes %s\nwant %s", tt.text, strings.Join(got, ", "), tt.want)
		}
	}
	if got := len(s.Complete("staff ", 6)); got != len(roster.Fields()) {
		t.Errorf("%d completions of nothing, want every field", got)
	}
}

// What is suggested at every key is what a completion lists, but for what only a
// look at everybody can tell.
func TestSuggest(t *testing.T) {
	_, r := office(t)
	s := r.Snapshot()
	for _, text := range []string{"", "comp", "-lo", "state:re", "signal:pa", "map:ber", "lock:", "level>=s", "news:t", "zzz", "name:a", "nofield:a"} {
		if got, want := s.Suggest(text, len(text)), s.Complete(text, len(text)); !slices.Equal(got, want) {
			t.Errorf("%q: suggested is %+v, want %+v", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"company:": "companies, those of most people first", "company:ac": "companies that begin so", "staff -location:b": "places that begin so", "owner:": "recruiters, those of most people first",
	} {
		got := s.Suggest(text, len(text))
		start := strings.LastIndexByte(text, ' ') + 1
		if len(got) != 1 || got[0] != (roster.Completion{Note: want, Start: start, End: len(text)}) {
			t.Errorf("%q: suggested is %+v, want %s", text, got, want)
		}
	}
}

// No text can make it panic, and what is said of a text is within it.
func FuzzQuery(f *testing.F) {
	for _, text := range []string{
		`staff company:"acme looms" -contacted receptivity>60 since<2022 map:m1 signal:open owner:me`,
		"-", "--x", `-"`, `a:"b"c`, "since<=", "é:é", "name:\xff", "a\u00a0b:c", "lock:\"\"", "title=staff -x \"", "contacted", "due:today", "news:moved>=last", "news>i7 news:=", "news:\"a b\"<2026", `location:"bay area" level>=sr -location:é`,
	} {
		f.Add(text, len(text)/2)
	}
	_, r := office(f)
	s := r.Snapshot()
	f.Fuzz(func(t *testing.T, text string, cursor int) {
		for _, c := range append(s.Complete(text, cursor), s.Suggest(text, cursor)...) {
			if c.Start < 0 || c.Start > c.End || c.End > len(text) {
				t.Errorf("%q: a completion of %d to %d", text, c.Start, c.End)
			}
		}
		q, err := roster.ParseQuery(text, "ada", storetest.Now())
		var bad *roster.QueryError
		if errors.As(err, &bad) {
			if bad.Start < 0 || bad.Start >= bad.End || bad.End > len(text) || bad.Reason == "" {
				t.Errorf("%q: %+v", text, bad)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[bad.Start:bad.End]) {
				t.Errorf("%q: %d to %d is half a letter", text, bad.Start, bad.End)
			}
			return
		}
		matches, total := s.Find(q, 3)
		if len(matches) != min(total, 3) || q.Empty() && total > 0 {
			t.Errorf("%q finds %d of %d", text, len(matches), total)
		}
		for _, m := range matches {
			for _, at := range m.Name {
				if at < 0 || at >= len(m.Card.Name) || !utf8.RuneStart(m.Card.Name[at]) {
					t.Errorf("%q marks byte %d of %q", text, at, m.Card.Name)
				}
			}
		}
	})
}
