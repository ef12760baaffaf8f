package scoring_test

import (
	"fmt"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

// ledgerRole is an opening that asks for and offers something of everything.
func ledgerRole() model.Role {
	return model.Role{
		ID: 1, Title: "Staff Engineer, Ledger", Company: "Tidewater Clearing", Location: "Dublin, Ireland, or remote in Europe",
		Must: []string{"PostgreSQL", "Kafka", "Go"}, Nice: []string{"TLA+"}, Offers: []model.Motivator{model.Scope, model.Technology},
		Words: map[model.Motivator]string{model.Technology: "a ledger in Go from the first line"},
	}
}

// fitting has all that ledgerRole asks for.
func fitting() scoring.Known {
	return scoring.Known{
		Person: &model.Person{
			ID: 7, Name: "Ada Example", Location: "Dublin, Ireland", Skills: []string{"Postgres", "Golang", "TLA+", "Java", "Rust"}, Summary: "Runs Apache Kafka.",
			Positions:  []model.Position{{Company: "Acme Bank", Title: "Staff Backend Engineer", Start: model.YearMonth(2025, 1)}},
			Motivators: []model.Motivator{model.Compensation, model.Technology},
			Background: model.Background{Connections: []model.Connection{{Name: "Jo Berg", How: "worked together"}}},
		},
		Score: 50, Trend: scoring.Growing, TrendWhy: "up",
		Window: scoring.Window{Kind: model.Layoffs, Event: model.DateOf(now).AddDays(-12), Open: true, DaysLeft: 48},
		Maps:   []scoring.Ranked{{Map: 1, Name: "Platform", Rank: 4}},
	}
}

func judgedFor(r model.Role, k scoring.Known) scoring.Judged {
	w := scoring.Default()
	c := scoring.CandidateOf(k, now)
	return w.Judge(scoring.OpeningOf(&r), &c, now)
}

// part is the verdict, the points and the reason of one line.
func part(j scoring.Judged, name string) string {
	for _, p := range j.Parts {
		if p.Name == name {
			return fmt.Sprintf("%s %.4g/%.4g %s", p.Verdict, p.Points, p.Of, p.Why)
		}
	}
	return "none"
}

// The score is the sum of its parts, each by the table: 30 + 10 + 15 + 10 + 10 + 5
// + 15 × (0.5 + 0.2) + 5 + 10 = 105.5 of 110.
func TestShortlistScore(t *testing.T) {
	j := judgedFor(ledgerRole(), fitting())
	for name, want := range map[string]string{
		"must-haves":    "met 30/30 3 of 3: PostgreSQL, Kafka, Go",
		"nice-to-haves": "met 10/10 1 of 1: TLA+",
		"function":      `met 10/10 in the title "Staff Backend Engineer": engineer`,
		"level":         "met 15/15 at the level: Staff Backend Engineer for Staff Engineer, Ledger",
		"place":         `met 10/10 "Dublin, Ireland" is in Dublin, Ireland`,
		"motivators":    "met 10/10 technology would move her, and is offered: a ledger in Go from the first line",
		"trajectory":    "met 5/5 growing: up",
		"receptivity":   "partly met 10.5/15 50 of 100; Layoffs at Acme Bank 12 days ago, 48 d left",
		"path":          "met 5/5 introduction, through Jo Berg: worked together",
	} {
		if got := part(j, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if j.Score != 96 || j.Off != "" || j.Apart != "" || j.Motive != model.Technology || j.Channel != model.Introduction {
		t.Errorf("score %d, off %q, apart %q, moved by %q, through %q", j.Score, j.Off, j.Apart, j.Motive, j.Channel)
	}
	want := "technology would move her · layoffs at Acme Bank 12 days ago, 48 d left · all must-haves · growing · introduction through Jo Berg"
	if j.Reason != want {
		t.Errorf("the reason is %q, want %q", j.Reason, want)
	}
}

// What is not known is worth half and is no no; what a role does not ask for does
// not count.
func TestShortlistOfWhatIsNotKnown(t *testing.T) {
	nobody := scoring.Known{Person: &model.Person{ID: 8}, Maps: []scoring.Ranked{{Map: 1, Rank: 1}}}
	j := judgedFor(ledgerRole(), nobody)
	for name, want := range map[string]string{
		"must-haves":  "unknown 15/30 0 of 3; not known: PostgreSQL, Kafka, Go",
		"function":    "unknown 5/10 her title is not known",
		"level":       "unknown 7.5/15 not known: an empty title says nothing of level",
		"place":       "unknown 5/10 her place is not known",
		"motivators":  "unknown 5/10 not known what would move her",
		"trajectory":  "unknown 2.5/5 unknown: ",
		"receptivity": "not met 0/15 0 of 100",
		"path":        "not met 0/5 no address, profile or number is known, and nobody who could introduce",
	} {
		if got := part(j, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if j.Score != 41 || j.Off != "" { // 15 + 5 + 5 + 7.5 + 5 + 5 + 2.5 = 45 of 110
		t.Errorf("score %d, off %q", j.Score, j.Off)
	}
	if j := judgedFor(model.Role{}, fitting()); len(j.Parts) != 3 || j.Score != 82 { // 5 + 10.5 + 5 of 25
		t.Errorf("of a role that asks for nothing %d: %v", j.Score, j.Parts)
	}
}

func TestNeedsOfAShortlist(t *testing.T) {
	five := []string{"Java", "Rust", "C", "SQL", "Perl"}
	for _, c := range []struct {
		skills  []string
		summary string
		want    scoring.Verdict
		why     string
	}{
		{[]string{"postgres"}, "", scoring.Met, "among her skills"},
		{nil, "Partitioned Postgres while money moved.", scoring.Met, "in what she writes"},
		{five, "", scoring.NotMet, "not among her 5 skills, nor in what she writes"},
		{five[:4], "", scoring.Unknown, "not known: she lists 4 skills only"},
		{nil, "", scoring.Unknown, "not known: she lists no skills"},
	} {
		k := fitting()
		k.Person.Skills, k.Person.Summary = c.skills, c.summary
		n := judgedFor(model.Role{Must: []string{"PostgreSQL"}}, k).Must[0]
		if n.Verdict != c.want || n.Why != c.why {
			t.Errorf("%v %q: %v, %s", c.skills, c.summary, n.Verdict, n.Why)
		}
	}
}

func TestLevelsOfAShortlist(t *testing.T) {
	for _, c := range []struct {
		level, title string
		trend        scoring.Trend
		want, off    string
	}{
		{"", "Architect", scoring.Plateaued, "met 15/15 at the level", ""},
		{"", "Senior Engineer", scoring.Plateaued, "partly met 7.5/15 one level below", ""},
		{"", "Senior Engineer", scoring.Growing, "partly met 12/15 one level below, and growing", ""},
		{"", "Principal Engineer", scoring.Growing, "partly met 7.5/15 one level above", ""},
		{"", "Engineer", scoring.Growing, "not met 0/15 far below", ""},
		{"", "Junior Engineer", scoring.Growing, "not met 0/15 far below", "the level is too far away: Junior Engineer for Staff Engineer"},
		{"", "Director of Engineering", scoring.Growing, "not met 0/15 far above", "the level is too far away: Director of Engineering for Staff Engineer"},
		{"director", "Director of Engineering", scoring.Growing, "met 15/15 at the level", ""},
	} {
		k := fitting()
		k.Person.Positions[0].Title, k.Trend = c.title, c.trend
		j := judgedFor(model.Role{Title: "Staff Engineer", Level: c.level}, k)
		if got := part(j, "level"); !strings.HasPrefix(got, c.want+":") || j.Off != c.off {
			t.Errorf("%s for %s: %q, off %q", c.title, c.level, got, j.Off)
		}
	}
}

func TestPlacesOfAShortlist(t *testing.T) {
	for _, c := range []struct{ role, person, want string }{
		{"Dublin, Ireland, or remote in Europe", "Berlin", `met 10/10 remote: "Berlin" is in Europe`},
		{"Dublin, Ireland, or remote in Europe", "Boston, United States", `not met 0/10 "Boston, United States" is not in Dublin, Ireland`},
		{"Berlin", "Munich, Germany", `partly met 3/10 "Munich, Germany" is not in Berlin, but in the country: to move or to commute`},
		{"San Francisco", "Palo Alto", `met 10/10 "Palo Alto" is in San Francisco`},
		{"Berlin or remote", "Lisbon", "met 10/10 remote, 1 hour apart"},
		{"Berlin or remote", "New York", "partly met 5/10 remote, 6 hours apart"},
		{"Remote", "", "met 10/10 remote, from anywhere"},
		{"Berlin", "", "unknown 5/10 her place is not known"},
		{"Berlin", "Xyzzyville", `unknown 5/10 not known where "Xyzzyville" is`},
		{"", "Berlin", "none"},
	} {
		k := fitting()
		k.Person.Location = c.person
		if got := part(judgedFor(model.Role{Location: c.role}, k), "place"); got != c.want {
			t.Errorf("%q for %q: %q, want %q", c.person, c.role, got, c.want)
		}
	}
}

func TestWhoIsOffAShortlist(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*model.Role, *scoring.Known)
		off    string
	}{
		"there already": {func(_ *model.Role, k *scoring.Known) { k.Person.Positions[0].Company = "Tidewater Clearing Ltd" }, "works at Tidewater Clearing already"},
		"taken off": {func(r *model.Role, _ *scoring.Known) {
			r.List.Out = []model.Excluded{{Person: 7, Why: "a friend", By: "ada"}}
		}, "taken off by ada: a friend"},
		"must-haves": {func(_ *model.Role, k *scoring.Known) {
			k.Person.Summary, k.Person.Skills = "", []string{"Go", "Java", "Rust", "C", "SQL"}
		}, "2 of 3 must-haves are surely not met"},
		"one must-have": {func(_ *model.Role, k *scoring.Known) { k.Person.Summary = "" }, ""},
		"other map":     {func(r *model.Role, _ *scoring.Known) { r.Maps = []model.MapID{2} }, "on none of the maps from which the role draws"},
		"its map":       {func(r *model.Role, _ *scoring.Known) { r.Maps = []model.MapID{2, 1} }, ""},
		"score": {func(r *model.Role, k *scoring.Known) {
			*k = scoring.Known{Person: &model.Person{ID: 7, Location: "Oslo"}, Trend: scoring.Declining, Maps: k.Maps}
			*r = model.Role{Location: "Berlin"}
		}, "a score of 0, and the list begins at 35"},
		"pinned": {func(r *model.Role, k *scoring.Known) {
			r.Maps, r.List.Pinned = []model.MapID{2}, []model.Entry{{Person: 7}}
		}, ""},
	} {
		r, k := ledgerRole(), fitting()
		c.change(&r, &k)
		if got := judgedFor(r, k).Off; got != c.off {
			t.Errorf("%s: off %q, want %q", name, got, c.off)
		}
	}
	k, r := fitting(), ledgerRole()
	k.Maps, r.Maps = nil, []model.MapID{2}
	w, c := scoring.Default(), scoring.CandidateOf(k, now)
	if j := w.Judge(scoring.OpeningOf(&r).Everyone(), &c, now); j.Off != "" {
		t.Errorf("of everyone she is off: %s", j.Off)
	}
}

// Pins stand first, who can't be written to stands apart, equals by the better rank
// on a map; and the list holds so many.
func TestOrderOfAShortlist(t *testing.T) {
	someone := func(id model.PersonID, score, rank int) scoring.Known {
		k := fitting()
		k.Person.ID, k.Score, k.Maps = id, score, []scoring.Ranked{{Map: 2, Rank: 1}, {Map: 1, Rank: rank}}
		return k
	}
	locked := someone(5, 90, 1)
	locked.Gate = model.Answer{Blocks: []model.Block{{Why: "she has opted out"}}}
	var all []scoring.Candidate
	for _, k := range []scoring.Known{someone(1, 20, 9), someone(2, 60, 9), someone(3, 60, 4), someone(4, 10, 2), locked, someone(6, 90, 1), someone(8, 5, 1)} {
		all = append(all, scoring.CandidateOf(k, now))
	}
	r := ledgerRole()
	r.Maps = []model.MapID{1}
	r.List.Pinned, r.List.Out = []model.Entry{{Person: 4}, {Person: 1}}, []model.Excluded{{Person: 6}}
	w := scoring.Default()
	w.Shortlisting.Size = 4
	list := w.Shortlist(scoring.OpeningOf(&r), all, now)
	ids := func(js []scoring.Judged) (text string) {
		for _, j := range js {
			text += fmt.Sprint(uint64(j.Person))
		}
		return text
	}
	if ids(list.Listed) != "4132" || ids(list.Apart) != "5" || ids(list.Off) != "68" {
		t.Errorf("listed %s, apart %s, off %s", ids(list.Listed), ids(list.Apart), ids(list.Off))
	}
	if got := list.Listed[2].Maps; len(got) != 1 || got[0].Rank != 4 {
		t.Errorf("her places are %v, want those on the role's map", got)
	}
	if list.Apart[0].Apart != "she has opted out" || list.Listed[0].Reason == "" || list.Listed[0].Pinned != 1 {
		t.Errorf("apart %q; first %+v", list.Apart[0].Apart, list.Listed[0])
	}
	if want := "would be at 5 with a score of 90, and the list holds 4"; list.Off[1].Off != want { // 105.5 − 10.5 + 15 × 0.25 of 110
		t.Errorf("off: %q, want %q", list.Off[1].Off, want)
	}
}

// Who somebody is does not count: no name, note, tag or custom field moves a judgement.
func TestAShortlistLooksAtWorkAlone(t *testing.T) {
	want := fmt.Sprintf("%+v", judgedFor(ledgerRole(), fitting()))
	k := fitting()
	p := k.Person
	p.Name, p.Notes, p.Background.Tags = "Adam Other", "born 1961, two children, back after an illness", []string{"female", "over 50"}
	p.Background.Custom = map[string]string{"age": "64", "gender": "f", "nationality": "none"}
	p.Contact.Phones, p.Contact.ExternalIDs = []string{"+49 555 0142"}, []string{"x:1"}
	if got := fmt.Sprintf("%+v", judgedFor(ledgerRole(), k)); got != want {
		t.Errorf("it is\n%s\nwas\n%s", got, want)
	}
}

func TestWeightsOfAShortlistAreChecked(t *testing.T) {
	for want, change := range map[string]func(*scoring.Shortlisting){
		"level are worth -1":   func(s *scoring.Shortlisting) { s.Level = -1 },
		"every part":           func(s *scoring.Shortlisting) { *s = scoring.Shortlisting{Size: 1} },
		"it holds 0 people":    func(s *scoring.Shortlisting) { s.Size = 0 },
		"what is unknown is w": func(s *scoring.Shortlisting) { s.Unknown = 2 },
	} {
		w := scoring.Default()
		change(&w.Shortlisting)
		if err := w.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestRedrawnShortlist(t *testing.T) {
	var list scoring.Shortlist
	for _, id := range []model.PersonID{9, 2, 1, 3} {
		list.Listed = append(list.Listed, scoring.Judged{Person: id})
	}
	var c model.Choices
	c.Draw([]model.PersonID{1, 5, 2, 3}, "ada", now)
	r := list.Redraw(&c)
	if fmt.Sprint(r.Came, r.Went, r.Moved) != "[p9] [p5] 2" {
		t.Errorf("came %v, went %v, %d moved; want 9, 5, and 1 and 2 in places of each other", r.Came, r.Went, r.Moved)
	}
}

// BenchmarkShortlist is a role before the people of 20 full maps.
func BenchmarkShortlist(b *testing.B) {
	var all []scoring.Candidate
	for i := range 2000 {
		k := fitting()
		k.Person.ID, k.Score = model.PersonID(i+1), i%100
		k.Maps = []scoring.Ranked{{Map: model.MapID(i%20 + 1), Rank: i/20 + 1}}
		all = append(all, scoring.CandidateOf(k, now))
	}
	r, w := ledgerRole(), scoring.Default()
	b.ReportAllocs()
	for b.Loop() {
		w.Shortlist(scoring.OpeningOf(&r), all, now)
	}
}
