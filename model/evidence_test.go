package model_test

import (
	"fmt"
	"strings"
	"testing"

	"talentmap/model"
)

func TestCompare(t *testing.T) {
	a := model.Person{
		Name: "ann LEE", Location: "Berlin", Skills: []string{"Go", "SQL"},
		Contact:   model.Contact{Emails: []string{"ann@home.example"}, Links: []string{"linkedin.com/in/ann", "github.com/ann"}},
		Positions: []model.Position{{Company: "Acme, Inc.", Title: "CTO"}},
	}
	b := model.Person{
		Name: "Ann Lee", Location: "Oslo", Skills: []string{"go"},
		Contact:   model.Contact{Emails: []string{"ann@example.com"}, Links: []string{"linkedin.com/in/ann-lee"}, Phones: []string{"1"}},
		Positions: []model.Position{{Company: "Borealis", Title: "CEO"}, {Company: "ACME", End: model.Year(2020)}},
	}
	var lines []string
	for _, e := range model.Compare(&a, &b, at(t, "2026-03-02")) {
		lines = append(lines, strings.TrimRight(fmt.Sprintf("%s|%s|%s|%s|%s", e.Field, e.A, e.B, e.Says, e.Reason), "|"))
	}
	want := `name|ann LEE|Ann Lee|for
e-mail|ann@home.example|ann@example.com
link|linkedin.com/in/ann, github.com/ann|linkedin.com/in/ann-lee|against|two accounts on one network
phone||1
employer|Acme, Inc.|Borealis|for|worked there before
title|CTO|CEO
location|Berlin|Oslo|against
skills|Go, SQL|go|for`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
