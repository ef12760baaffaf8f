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
			Function: "Platform sales", Domain: "payments fraud", Geography: "Berlin, Switzerland", Skills: []string{"PostgreSQL", "Rust"},
		}, 50, map[string]float64{"function": 20, "skills": 15, "domain": 10, "location": 5}},
		{"nothing of it", model.Map{
			Function: "Law", Domain: "shipping", Geography: "Oslo", Skills: []string{"tax"},
		}, 0, map[string]float64{"function": 0, "skills": 0, "domain": 0, "location": 0}},
		{"empty parts do not count", model.Map{Function: "engineering"}, 100, map[string]float64{"function": 40}},
		{"an earlier title is worth half", model.Map{Function: "data science"}, 50, map[string]float64{"function": 20}},
		{"the better alternative", model.Map{Geography: "Oslo or Zürich / Bern"}, 100, map[string]float64{"location": 10}},
		{"C# is not C++", model.Map{Skills: []string{"C#"}}, 0, map[string]float64{"skills": 0}},
		{"C++ is", model.Map{Skills: []string{"c++"}}, 100, map[string]float64{"skills": 30}},
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
