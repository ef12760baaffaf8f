package model_test

import (
	"slices"
	"testing"

	"talentmap/model"
)

func TestKeysAreAccounts(t *testing.T) {
	p := model.Person{Contact: model.Contact{
		Emails: []string{"ada@example.com"},
		Links: []string{
			"linkedin.com/in/ada", "github.com/ada", "github.com/acme/tool", "x.com/ada", "linkedin.com/company/acme",
			"ada.example", "medium.com/@ada", "github.com/ada",
		},
		ExternalIDs: []string{"person_id:A000022"},
	}}
	want := []string{"e:ada@example.com", "l:linkedin.com/in/ada", "l:github.com/ada", "l:x.com/ada", "l:medium.com/@ada", "x:person_id:A000022"}
	if got := p.Keys(); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
