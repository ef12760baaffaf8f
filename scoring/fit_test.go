package scoring_test

import (
	"reflect"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

func engineer() *model.Person {
	return &model.Person{
		Name: "Ada Example", Location: "Zürich, Switzerland", Headline: "Streaming and payments",
		Summary: "Moved the ledger to Kafka.", Skills: []string{"Go", "C++", "PostgreSQL"},
		Positions: []model.Position{
			{Company: "Acme Bank", Title: "Staff Platform Engineer", Start: model.YearMonth(2022, 1)},
			{Company: "Bolt", Title: "Data Scientist", Start: model.YearMonth(2019, 1), End: model.YearMonth(2021, 12)},
		},
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		name  string
		m     model.Map
		score int
		parts map[string]float64
	}{
		{"all of it", model.Map{
			Function: "Platform engineering", Domain: "payments", Geography: "Zurich", Skills: []string{"go", "Kafka"},
		}, 100, map[string]float64{"function": 40, "skills": 30, "domain": 20, "location": 10}},
		{"half of each", model.Map{
			Function: "Platform sales", Domain: "payments fraud", Geography: "Bern, Switzerland", Skills: []string{"PostgreSQL", "Rust"},
		}, 50, map[string]float64{"function": 20, "skills": 15, "domain": 10, "location": 5}},
		{"nothing of it", model.Map{
			Function: "Law", Domain: "shipping", Geography: "Oslo", Skills: []string{"tax"},
		}, 0, map[string]float64{"function": 0, "skills": 0, "domain": 0, "location": 0}},
		{"empty parts do not count", model.Map{Function: "engineering"}, 100, map[string]float64{"function": 40}},
		{"an earlier title is worth half", model.Map{Function: "data science"}, 50, map[string]float64{"function": 20}},
		{"the better alternative", model.Map{Geography: "Oslo or Zürich / Bern"}, 100, map[string]float64{"location": 10}},
		{"C# is not C++", model.Map{Skills: []string{"C#"}}, 0, map[string]float64{"skills": 0}},
		{"C++ is", model.Map{Skills: []string{"c++"}}, 100, map[string]float64{"skills": 30}},
		{"a skill by its other names", model.Map{Skills: []string{"Golang", "postgres", "K8s"}}, 67, map[string]float64{"skills": 20}},
		{"the company tells the domain", model.Map{Domain: "bank"}, 100, map[string]float64{"domain": 20}},
		{"no target", model.Map{}, 0, map[string]float64{}},
	} {
		r := scoring.Fit(engineer(), scoring.TargetOf(&c.m), now)
		got := map[string]float64{}
		for _, p := range r.Parts {
			got[p.Name] = p.Score
		}
		if r.Score != c.score || !reflect.DeepEqual(got, c.parts) {
			t.Errorf("%s: %d %v, want %d %v", c.name, r.Score, got, c.score, c.parts)
		}
	}
}

func TestFitSaysWhy(t *testing.T) {
	r := scoring.Fit(engineer(), scoring.TargetOf(&model.Map{
		Function: "Platform sales", Domain: "Payments", Geography: "Oslo", Skills: []string{"Kafka", "Rust"},
	}), now)
	want := []scoring.FitPart{
		{"function", 20, 40, `in the title "Staff Platform Engineer": platform; not: sales`},
		{"skills", 15, 30, "1 of 2: Kafka; not seen: Rust"},
		{"domain", 20, 20, "in the profile: payments"},
		{"location", 0, 10, `"Zürich, Switzerland" is not in Oslo`},
	}
	if !reflect.DeepEqual(r.Parts, want) {
		t.Errorf("parts\n%+v, want\n%+v", r.Parts, want)
	}
	nowhere := scoring.Fit(&model.Person{}, scoring.TargetOf(&model.Map{Geography: "Oslo"}), now)
	if nowhere.Parts[0].Why != "location not known" {
		t.Errorf("why %q", nowhere.Parts[0].Why)
	}
}

// "Go" in a sentence is a verb as often as a language: short skills count from
// the list of skills only.
func TestShortSkillsAreNotReadOutOfSentences(t *testing.T) {
	p := &model.Person{Summary: "Ready to go to market"}
	if r := scoring.Fit(p, scoring.TargetOf(&model.Map{Skills: []string{"Go"}}), now); r.Score != 0 {
		t.Errorf("score %d, want 0", r.Score)
	}
}

// A map's geography is judged by what a place is a part of.
func TestFitOfPlaces(t *testing.T) {
	for _, c := range []struct {
		geography, place string
		want             float64
		why              string
	}{
		{"Europe", "Stockholm, Sweden", 10, `"Stockholm, Sweden" is in Europe`},
		{"Europe", "Remote (Europe)", 10, ""},
		{"Europe", "Austin, TX", 0, `"Austin, TX" is not in Europe`},
		{"Europe", "Remote", 0, ""},
		{"Nordics", "Kista, Sweden", 10, ""},
		{"Sweden", "Göteborg", 10, ""},
		{"Stockholm", "Göteborg", 0, ""},
		{"Stockholm, Sweden", "Göteborg", 5, `"Göteborg" is only partly in Stockholm, Sweden`},
		{"Bavaria", "München", 10, ""},
		{"Ohio", "OH", 10, `"OH" is in Ohio`},
		{"California", "CA", 5, `"CA" is in California, if it is read rightly`},
		{"Bay Area", "Palo Alto, CA", 10, ""},
		{"Georgia", "Atlanta, GA", 10, ""},
		{"Berlin or remote in Europe", "Lisbon", 10, ""},
		{"Germany, Austria, Switzerland", "Wien", 10, `"Wien" is in Austria`},
		{"DE, AT, CH", "Wien", 10, `"Wien" is in AT`},
		{"Berlin, Munich, Hamburg", "Hamburg", 10, `"Hamburg" is in Hamburg`},
		{"Berlin and Munich", "München", 10, `"München" is in Munich`},
		{"Berlin & Munich", "Köln", 0, ""},
		{"Europe and US", "Boston, MA", 10, `"Boston, MA" is in US`},
		{"US, Europe", "Lisbon", 10, `"Lisbon" is in Europe`},
		{"Europe and Asia", "Tokyo", 10, `"Tokyo" is in Asia`},
		{"UK and Ireland", "Dublin, Ireland", 10, `"Dublin, Ireland" is in UK and Ireland`},
		{"Bosnia and Herzegovina", "Sarajevo", 10, ""},
		{"AT", "Middle of nowhere", 0, `not in the location "Middle of nowhere": at`},
		{"Berlin, Switzerland", "Zürich", 10, `"Zürich" is in Switzerland`},
		{"London, Ontario", "London, UK", 0, ""},
		{"Paris, Texas", "Paris, France", 0, ""},
		{"Vienna, Virginia", "Vienna, Austria", 0, ""},
		{"Georgia, US", "Tbilisi", 0, ""},
		{"Georgia, US", "Boston, MA", 5, ""},
		{"Georgia, Armenia", "Yerevan", 10, ""},
		{"where the good ones are", "Berlin", 0, `not in the location "Berlin": where, good, ones, are`},
		{"Europe", "", 0, "location not known"},
	} {
		p := &model.Person{Location: c.place}
		part := scoring.Fit(p, scoring.TargetOf(&model.Map{Geography: c.geography}), now).Parts[0]
		if part.Score != c.want || c.why != "" && part.Why != c.why {
			t.Errorf("%q for a map of %q: %v, %s; want %v, %s", c.place, c.geography, part.Score, part.Why, c.want, c.why)
		}
	}
	// Where she does not say it, her position may.
	p := &model.Person{Positions: []model.Position{{Company: "Acme", Title: "Engineer", Location: "Stockholm, Sweden"}}}
	if r := scoring.Fit(p, scoring.TargetOf(&model.Map{Geography: "Europe"}), now); r.Score != 100 {
		t.Errorf("by the place of her position %+v", r.Parts)
	}
}
