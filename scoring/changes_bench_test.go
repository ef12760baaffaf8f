package scoring_test

import (
	"fmt"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
)

// BenchmarkCompareEditions compares two lists of 100,000 people of whom every
// twentieth moved.
func BenchmarkCompareEditions(b *testing.B) {
	var before, after scoring.Edition
	before.AsOf, after.AsOf = seen.From, seen.To
	for i := range 100_000 {
		name, link := fmt.Sprintf("Person%d Sample%d", i, i%977), fmt.Sprintf("linkedin.com/in/p%d", i)
		was := said(named(name), job("Engineer", fmt.Sprint("Company ", i%5000)), skills("Go", "SQL"), links(link))
		is := *was
		if i/5000 == 0 { // one of the twenty at each company
			is.Positions = []model.Position{{Title: "Engineer", Company: "Elsewhere Holdings"}}
		}
		before.People, after.People = append(before.People, was), append(after.People, &is)
	}
	b.ReportAllocs()
	for b.Loop() {
		if res := scoring.CompareEditions(before, after, scoring.Likeness{}); len(res.People) != 5000 {
			b.Fatalf("%d with news", len(res.People))
		}
	}
}

// BenchmarkChanges compares two statements of one person who has moved.
func BenchmarkChanges(b *testing.B) {
	was := said(job("Engineer", "Acme", 20200000), job("Analyst", "Old Works", 20150000, 20191231), skills("Go", "SQL"), summary("Builds things."))
	is := said(job("Engineer", "Beta", 20250201), job("Engineer", "Acme", 20200000, 20250131), skills("Go", "SQL", "Rust"), summary("Builds things."))
	b.ReportAllocs()
	for b.Loop() {
		if len(scoring.Changes(was, is, seen, scoring.Likeness{})) != 2 {
			b.Fatal("two changes")
		}
	}
}
